// Small offices for rule tests: tables in memory, checked as the program checks them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/schema.h"
#include "pipeline/rules/rules.h"

namespace chohyo {

inline Date Day(std::string_view iso) { return Date::FromIso(iso).value(); }

/// Records with file names, columns in the schema's order, and 若葉 太郎 (0101) of the department 0100.
class TestOffice {
 public:
  TestOffice() {
    ForEachTable(records, [&]<typename R>(std::string_view name, TableOf<R>& table) {
      table.file = "data/" + std::string(name) + ".csv";
      for (std::size_t i = 0; i < ColumnsOf<R>().size(); ++i)
        table.columns.push_back(static_cast<std::uint16_t>(i + 1));
    });
    AddDepartment("0100", "総務課");
    AddStaff("0101", "若葉 太郎");
  }

  Department& AddDepartment(const std::string& code, const std::string& name, const std::string& parent = "") {
    Department& row = Add(records.departments);
    row.code = code;
    row.name = name;
    row.parent = parent;
    return row;
  }

  Staff& AddStaff(const std::string& id, const std::string& name) {
    Staff& row = Add(records.staff);
    row.id = id;
    row.name = name;
    row.department = "0100";
    return row;
  }

  Attendance& AddAttendance(const std::string& staff, std::string_view day, Status status = Status::kPresent) {
    Attendance& row = Add(records.attendance);
    row.staff = staff;
    row.date = Day(day);
    row.status = status;
    return row;
  }

  /// A new last row, on the line after the row before it (the header is line 1).
  template <typename R>
  R& Add(TableOf<R>& table) {
    R row;
    row.line = static_cast<std::uint32_t>(table.rows.size() + 2);
    table.rows.push_back(row);
    return table.rows.back();
  }

  RuleInput Input() { return {records, office, calendar, period, period.last, unusable}; }

  Findings Check() {
    records.BuildIndex();
    return CheckData(Input());
  }

  /// Findings of one rule, each as "table:line:column key [department] message / hint".
  std::vector<std::string> Texts(std::string_view rule) {
    std::vector<std::string> texts;
    for (const Finding& f : Check()) {
      if (f.rule != rule) continue;
      texts.push_back(
          fmt::format("{}:{}:{} {} [{}] {} / {}", f.file, f.line, f.column, f.key, f.department, f.message, f.hint));
    }
    return texts;
  }

  Records records;
  Office office;
  WorkCalendar calendar;
  DateSpan period{Day("2021-01-01"), Day("2021-01-31")};
  UnusableKeys unusable;
};

using Lines = std::vector<std::string>;

}  // namespace chohyo
