// The tables of the contract as data: one description serves the reader, the value trees of forms, `init` and the docs.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/model/records.h"

namespace chohyo {

/// How the text of a column is read.
enum class ColumnKind : std::uint8_t {
  kText,  ///< any text
  kId,    ///< a key: text; numeric XLSX cells without decimals
  kDate,
  kMonth,
  kTime,      ///< a time of day
  kDuration,  ///< minutes, or h:mm
  kInteger,   ///< a whole number, not negative
  kChoice,    ///< one of `choices`
  kIdList,    ///< ids separated by ; or 、
  kTextList,  ///< texts separated by ; or 、
};

/// A value of a closed list: 0 = empty, else 1 + the place in the list.
struct ChoiceIndex {
  std::uint8_t value = 0;
};

/// A cell after reading. monostate = empty.
using CellValue = std::variant<std::monostate, std::string, Date, Month, TimeOfDay, Minutes, std::int64_t, ChoiceIndex,
                               std::vector<std::string>>;

/// A column, without its record type.
struct ColumnInfo {
  std::string_view ja;     ///< header as the contract writes it
  std::string_view alias;  ///< English header
  ColumnKind kind = ColumnKind::kText;
  bool required = false;
  std::span<const std::string_view> choices;  ///< of kChoice
  std::string_view refers_to;  ///< table whose key each id must be: "staff", "departments" …; "" if none
};

/// A column of records of type R.
template <typename R>
struct Column : ColumnInfo {
  void (*set)(R&, CellValue&&) = nullptr;  ///< the value's type fits `kind`
  CellValue (*get)(const R&) = nullptr;
};

/// A table, without its record type.
struct TableInfo {
  std::string_view name;  ///< "attendance": the file's name without its ending
  std::string_view ja;    ///< 勤怠
  std::vector<ColumnInfo> columns;
};

/// Columns of each record type. Roster days are described in their long shape; the reader knows the wide one.
template <typename R>
const std::vector<Column<R>>& ColumnsOf();

/// All tables in the order of the contract.
const std::vector<TableInfo>& AllTables();

/// The table of a name; nullptr if there is none.
const TableInfo* FindTable(std::string_view name);

/// Calls visit(table name, table member) for every table of `records`, in the order of AllTables().
/// The member is a TableOf<R>, so ColumnsOf<R>() says the rest.
template <typename RecordsRef, typename Visitor>
void ForEachTable(RecordsRef&& records, Visitor&& visit) {
  visit("departments", records.departments);
  visit("staff", records.staff);
  visit("attendance", records.attendance);
  visit("timecards", records.timecards);
  visit("contacts", records.contacts);
  visit("rosters", records.rosters);
  visit("roster_days", records.roster_days);
  visit("tasks", records.tasks);
  visit("registrations", records.registrations);
  visit("telework_plans", records.telework_plans);
  visit("telework_tasks", records.telework_tasks);
  visit("standby_cases", records.standby_cases);
  visit("standby_days", records.standby_days);
  visit("devices", records.devices);
  visit("loans", records.loans);
  visit("incidents", records.incidents);
  visit("personal_number_assets", records.personal_number_assets);
  visit("personal_number_staff", records.personal_number_staff);
  visit("waivers", records.waivers);
  visit("history", records.history);
  visit("closures", records.closures);
}

/// The word of a closed list that a choice stands for; "" for empty.
std::string_view ChoiceText(const ColumnInfo& column, ChoiceIndex choice);

/// Words of the closed lists that rules and forms speak of.
std::string_view StatusText(Status status);
std::string_view ShiftText(Shift shift);
std::string_view RosterMethodText(RosterMethod method);
std::string_view CaseKindText(CaseKind kind);

}  // namespace chohyo
