// Rosters for tests: wide rows written as one letter a day.
#pragma once

#include <string>
#include <string_view>

#include "tests/unit/rules/duty_office.h"

namespace chohyo {

class RosterOffice : public DutyOffice {
 public:
  explicit RosterOffice(RosterMethod method = RosterMethod::kRotation) { AddRoster({2021, 1}, method); }

  Roster& AddRoster(Month month, RosterMethod method, std::string_view approved = "2020-12-20") {
    Roster& row = Add(records.rosters);
    row.department = "0100";
    row.month = month;
    row.method = method;
    row.approved = DayOrNone(approved);
    return row;
  }

  /// A wide row: a letter A–D or '-' a day, from the first of the month. Columns as in a file: year-month, staff, days.
  void Wide(const std::string& staff, Month month, std::string_view signs) {
    const auto line = static_cast<std::uint32_t>(records.roster_people.size() + 2);
    records.roster_people.push_back({month, staff, line, true});
    for (std::size_t i = 0; i < signs.size(); ++i) {
      if (signs[i] == '-') continue;
      RosterDay row;
      row.staff = staff;
      row.line = line;
      row.date = month.first() + static_cast<int>(i);
      row.column = static_cast<std::uint16_t>(i + 3);
      row.shift = static_cast<Shift>(signs[i] - 'A' + 1);
      records.roster_days.rows.push_back(row);
    }
  }

  /// The signs of a month worked as the calendar has it.
  std::string Plain(Month month, char sign = 'B') const {
    std::string signs;
    for (Date date = month.first(); date <= month.last(); ++date) signs += calendar.IsWorkingDay(date) ? sign : '-';
    return signs;
  }

  Timecard& Card(std::string_view day, std::string_view in, std::string_view out) {
    Timecard& row = Add(records.timecards);
    row.staff = "0101";
    row.date = Day(day);
    if (!in.empty()) row.in = At(in);
    if (!out.empty()) row.out = At(out);
    return row;
  }
};

constexpr Month kJanuary{2021, 1};

}  // namespace chohyo
