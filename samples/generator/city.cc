#include "samples/generator/city.h"

#include <algorithm>
#include <stdexcept>

namespace chohyo::city {

std::uint16_t City::NoteIndex(const std::string& note) {
  const auto found = std::find(notes.begin(), notes.end(), note);
  if (found != notes.end()) return static_cast<std::uint16_t>(found - notes.begin());
  notes.push_back(note);
  return static_cast<std::uint16_t>(notes.size() - 1);
}

Date City::WorkingDayBefore(Date date, int count) const {
  while (count > 0) {
    date = date - 1;
    if (IsWorkingDay(date)) --count;
  }
  return date;
}

std::uint32_t City::HeadOf(std::uint32_t unit) const {
  const Unit* at = &units[unit];
  while (at->people.empty()) at = &units[UnitIndex(at->parent)];
  return at->people.front();
}

std::uint32_t City::UnitIndex(const std::string& code) const {
  const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.code == code; });
  if (found == units.end()) throw std::runtime_error("no unit " + code);
  return static_cast<std::uint32_t>(found - units.begin());
}

}  // namespace chohyo::city
