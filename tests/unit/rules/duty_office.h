// An office for tests of the duty rules: everything is about 若葉 太郎 (0101) in January 2021 unless said otherwise.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/rules/duty_book.h"
#include "tests/unit/rules/builder.h"

namespace chohyo {

/// "8:30"
inline TimeOfDay At(std::string_view text) {
  const std::size_t colon = text.find(':');
  const int hours = std::stoi(std::string(text.substr(0, colon)));
  return {hours * 60 + std::stoi(std::string(text.substr(colon + 1)))};
}

inline std::optional<Date> DayOrNone(std::string_view iso) {
  if (iso.empty()) return std::nullopt;
  return Day(iso);
}

class DutyOffice : public TestOffice {
 public:
  /// An attendance row; hours as "8:30-17:15" or "".
  Attendance& Row(std::string_view day, Status status, std::string_view hours = "", Shift shift = Shift::kNone) {
    Attendance& row = AddAttendance("0101", day, status);
    row.shift = shift;
    if (hours.empty()) return row;
    const std::size_t dash = hours.find('-');
    row.start = At(hours.substr(0, dash));
    row.end = At(hours.substr(dash + 1));
    return row;
  }

  Contact& Says(std::string_view day, std::string_view time, ContactKind kind, const std::string& text = "") {
    Contact& row = Add(records.contacts);
    row.staff = "0101";
    row.date = Day(day);
    row.time = At(time);
    row.kind = kind;
    row.text = text;
    return row;
  }

  StandbyCase& Case(const std::string& id, CaseKind kind, std::string_view from, std::string_view to = "") {
    StandbyCase& row = Add(records.standby_cases);
    row.id = id;
    row.staff = "0101";
    row.kind = kind;
    row.from = Day(from);
    row.to = DayOrNone(to);
    return row;
  }

  void Tells(const std::string& id, std::string_view from, std::string_view to = "") {
    StandbyDay& row = Add(records.standby_days);
    row.standby_case = id;
    row.from = Day(from);
    row.to = DayOrNone(to);
  }

  TeleworkPlan& Plan(std::string_view from, std::string_view to = "", std::string_view approved = "2020-12-25") {
    TeleworkPlan& row = Add(records.telework_plans);
    row.staff = "0101";
    row.from = Day(from);
    row.to = DayOrNone(to);
    row.approved = DayOrNone(approved);
    return row;
  }

  void Slot(std::string_view day, std::string_view time, const std::string& result) {
    TeleworkTask& row = Add(records.telework_tasks);
    row.staff = "0101";
    row.date = Day(day);
    row.slot = At(time);
    row.result = result;
  }

  Registration& Registers(std::string_view applied, std::string_view approved, std::string_view revoked = "") {
    Registration& row = Add(records.registrations);
    row.staff = "0101";
    row.applied = Day(applied);
    row.approved = DayOrNone(approved);
    row.revoked = DayOrNone(revoked);
    row.reason = RegistrationReason::kChildcare;
    return row;
  }

  /// Puts the person on the month's roster.
  void OnRoster(Month month) { records.roster_people.push_back({month, "0101", 2, true}); }
  void Sign(std::string_view day, Shift shift = Shift::kB) {
    RosterDay& row = Add(records.roster_days);
    row.staff = "0101";
    row.date = Day(day);
    row.shift = shift;
  }

  DutyBook Book() {
    records.BuildIndex();
    return DutyBook(records, calendar, period);
  }

  Findings Found(std::string_view rule) {
    records.BuildIndex();
    return CheckRules({FindRule(rule)}, {records, office, calendar, period, now.value_or(period.last), unusable});
  }

  /// Findings of one rule, each as "file:line:column key severity message / hint".
  Lines Texts(std::string_view rule) {
    Lines texts;
    for (const Finding& f : Found(rule)) {
      texts.push_back(fmt::format("{}:{}:{} {} {} {} / {}", f.file, f.line, f.column, f.key, SeverityName(f.severity),
                                  f.message, f.hint));
    }
    return texts;
  }

  /// Findings of one rule, each as "table:line key".
  Lines Places(std::string_view rule) {
    Lines places;
    for (const Finding& f : Found(rule)) places.push_back(fmt::format("{}:{} {}", f.table, f.line, f.key));
    return places;
  }

  std::optional<Date> now;
};

}  // namespace chohyo
