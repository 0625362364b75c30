// A small office built by hand, for the tests of forms.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "forms/form.h"
#include "forms/record_values.h"

namespace chohyo {

inline Date Day(const char* iso) { return Date::FromIso(iso).value(); }

/// Office, records, calendar and period of a test, and the context over them.
class SmallOffice {
 public:
  SmallOffice() {
    office.names = {"若葉市", "市長", "若葉 太郎"};
    office.prepared_by = "総務課庶務係";
    records.departments.file = "data/departments.csv";
    records.departments.columns = {1, 2, 3, 4, 5, 6};
    records.staff.file = "data/staff.csv";
    SetMonth(2021, 1);
  }

  void Department(const std::string& code, const std::string& name, const std::string& parent = {},
                  DepartmentKind kind = DepartmentKind::kNone, const std::string& head = {}) {
    chohyo::Department row;
    row.line = Line(records.departments.rows.size());
    row.code = code;
    row.name = name;
    row.parent = parent;
    row.kind = kind;
    row.head = head;
    records.departments.rows.push_back(row);
  }
  chohyo::Staff& Person(const std::string& id, const std::string& department, const std::string& name = "職員") {
    chohyo::Staff row;
    row.line = Line(records.staff.rows.size());
    row.id = id;
    row.name = name;
    row.department = department;
    records.staff.rows.push_back(row);
    return records.staff.rows.back();
  }
  void Attends(const std::string& staff, const char* date, Status status, const std::string& note = {}) {
    Attendance row;
    row.line = Line(records.attendance.rows.size());
    row.staff = staff;
    row.date = Day(date);
    row.status = status;
    row.note = note;
    records.attendance.rows.push_back(row);
  }
  void OnRoster(const std::string& staff, Month month, std::initializer_list<int> days, Shift shift = Shift::kB) {
    records.roster_people.push_back({month, staff, 2, true});
    for (const int day : days) {
      RosterDay row;
      row.line = 2;
      row.column = static_cast<std::uint16_t>(day + 2);
      row.date = month.first() + (day - 1);
      row.staff = staff;
      row.shift = shift;
      records.roster_days.rows.push_back(row);
    }
  }
  void HasRoster(const std::string& department, Month month, RosterMethod method = RosterMethod::kRotation) {
    Roster row;
    row.line = Line(records.rosters.rows.size());
    row.department = department;
    row.month = month;
    row.method = method;
    records.rosters.rows.push_back(row);
  }
  void SetMonth(int year, int month) {
    const Month of{year, month};
    period = {Period::Kind::kMonth, {of.first(), of.last()}, of.Iso()};
  }
  void SetDay(const char* iso) { period = {Period::Kind::kDay, {Day(iso), Day(iso)}, iso}; }

  /// Call after the tables are filled.
  FormContext Context(std::optional<Date> issued = std::nullopt) {
    records.BuildIndex();
    return FormContext{office, records, calendar, period, issued};
  }

  Office office;
  Records records;
  WorkCalendar calendar{YearEnd{}, {}};
  Period period;

 private:
  static std::uint32_t Line(std::size_t rows) { return static_cast<std::uint32_t>(rows + 2); }
};

inline std::string TextAt(const Value& root, std::string_view path) {
  const Value* found = FindPath(root, path);
  if (found == nullptr) return "(none)";
  if (found->IsList()) return "(list)";
  if (found->IsMap()) return "(map)";
  const auto* text = std::get_if<std::string>(&found->scalar());
  if (text != nullptr) return *text;
  return found->IsEmpty() ? "" : "(other)";
}

inline std::int64_t NumberAt(const Value& root, std::string_view path) {
  const Value* found = FindPath(root, path);
  return found != nullptr ? std::get<std::int64_t>(found->scalar()) : -1;
}

}  // namespace chohyo
