// Standby cases with their stories.
#pragma once

#include "samples/generator/city.h"

namespace chohyo::city {

/// A few people of a hundred have a case of some kind this month.
void InventCases(City* city);

/// A case with the usual wording of its kind, reported on `reported` by the head of the person's unit.
CityCase& AddCase(std::uint32_t person, CaseKind kind, Date from, Date to, Date reported, City* city);

}  // namespace chohyo::city
