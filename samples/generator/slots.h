// What teleworkers planned for each hour and what came of it.
#pragma once

#include "samples/generator/city.h"
#include "samples/generator/table.h"

namespace chohyo::city {

/// The ten slots of a telework day.
void AddSlots(const Person& person, Date date, std::uint64_t seed, Table* table);

}  // namespace chohyo::city
