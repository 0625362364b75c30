// The standby cases of the sample city: one of every kind.
#pragma once

#include "samples/generator/city.h"

namespace chohyo::city {

void AddWakabaCases(City* city);

/// The place of a person in `city.people`. Throws if there is no such name.
std::uint32_t PersonNamed(std::string_view name, const City& city);

}  // namespace chohyo::city
