// The city's smaller tables: incidents, personal numbers, history, days off; and its configuration.
#pragma once

#include "samples/generator/city.h"

namespace chohyo::city {

/// Registers of personal numbers: the same uses in both.
void InventRegisters(City* city);
/// An incident for every few hundred people, reported on its day.
void InventIncidents(City* city);
/// Telework before the month, from the fiscal year's first month on.
void InventHistory(City* city);
/// chohyo.yaml with the packs named.
std::string Configuration();

}  // namespace chohyo::city
