// Telework: who is registered, with which device, on which days.
#pragma once

#include "samples/generator/city.h"

namespace chohyo::city {

/// Picks teleworkers among those who may, registers them, lends them devices and plans one to three days a week.
void InventTelework(City* city);

/// Registers a person, the reason one of 育児・介護・妊娠・所属長認定, and lends a device until the second month after.
void RegisterTeleworker(std::uint32_t person, std::string_view reason, Random* random, City* city);

/// A plan for days in a row, approved two working days before.
void AddPlan(std::uint32_t person, Date from, Date to, City* city);

/// A device in the ledger; its number.
std::string AddDevice(std::string_view state, City* city);

/// A loan of the month before that came back in order.
void AddFinishedLoan(std::uint32_t person, Random* random, City* city);

}  // namespace chohyo::city
