// The departments and people of the sample city.
#pragma once

#include <span>
#include <string_view>

#include "pipeline/model/records.h"

namespace chohyo::city {

struct WakabaUnit {
  std::string_view code, name, parent;
  DepartmentKind kind;
  RosterMethod method;
  bool alternates;
};

struct WakabaPerson {
  std::string_view unit, name, kana, sex, title;
  Appointment appointment;
};

std::span<const WakabaUnit> WakabaUnits();
/// Heads first in their units.
std::span<const WakabaPerson> WakabaPeople();

}  // namespace chohyo::city
