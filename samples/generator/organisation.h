// Departments and the people in them.
#pragma once

#include "samples/generator/city.h"

namespace chohyo::city {

/// Fills city->units for a number of staff.
void InventUnits(int staff, City* city);

/// Fills every unit with as many people as it has room for: its head first, then the others by rank.
void InventPeople(const CityRequest& request, City* city);

/// Adds a person to a unit; gives number, birth, address and day of hire, fit for the title. The name is the caller's.
Person& AddPerson(std::uint32_t unit, std::string title, Appointment appointment, Random* random, City* city);

}  // namespace chohyo::city
