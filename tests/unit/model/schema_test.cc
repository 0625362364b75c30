#include "pipeline/model/schema.h"

#include <catch2/catch.hpp>
#include <set>

namespace chohyo {
namespace {

/// Some value of a column's kind.
CellValue SomeValue(const ColumnInfo& column) {
  switch (column.kind) {
    case ColumnKind::kText:
    case ColumnKind::kId: return std::string("0110");
    case ColumnKind::kDate: return Date::FromYmd(2021, 1, 13).value();
    case ColumnKind::kMonth: return Month{2021, 1};
    case ColumnKind::kTime: return TimeOfDay{510};
    case ColumnKind::kDuration: return Minutes{90};
    case ColumnKind::kInteger: return std::int64_t{7};
    case ColumnKind::kChoice: return ChoiceIndex{static_cast<std::uint8_t>(column.choices.size())};
    case ColumnKind::kIdList:
    case ColumnKind::kTextList: return std::vector<std::string>{"a", "b"};
  }
  return {};
}

bool Same(const CellValue& a, const CellValue& b) {
  if (a.index() != b.index()) return false;
  if (const auto* choice = std::get_if<ChoiceIndex>(&a)) return choice->value == std::get<ChoiceIndex>(b).value;
  if (const auto* text = std::get_if<std::string>(&a)) return *text == std::get<std::string>(b);
  if (const auto* date = std::get_if<Date>(&a)) return *date == std::get<Date>(b);
  if (const auto* month = std::get_if<Month>(&a)) return *month == std::get<Month>(b);
  if (const auto* time = std::get_if<TimeOfDay>(&a)) return *time == std::get<TimeOfDay>(b);
  if (const auto* span = std::get_if<Minutes>(&a)) return *span == std::get<Minutes>(b);
  if (const auto* number = std::get_if<std::int64_t>(&a)) return *number == std::get<std::int64_t>(b);
  return std::get<std::vector<std::string>>(a) == std::get<std::vector<std::string>>(b);
}

TEST_CASE("every column gives back what was set") {
  const Records records;
  ForEachTable(records, []<typename R>(std::string_view name, const TableOf<R>&) {
    for (const Column<R>& column : ColumnsOf<R>()) {
      INFO(name << "." << column.alias);
      R row;
      column.set(row, SomeValue(column));
      CHECK(Same(column.get(row), SomeValue(column)));
    }
  });
}

TEST_CASE("columns that may be empty become empty again") {
  const Records records;
  ForEachTable(records, []<typename R>(std::string_view name, const TableOf<R>&) {
    for (const Column<R>& column : ColumnsOf<R>()) {
      if (column.required || column.kind == ColumnKind::kText || column.kind == ColumnKind::kId) continue;
      INFO(name << "." << column.alias);
      R row;
      column.set(row, SomeValue(column));
      if (column.kind != ColumnKind::kIdList && column.kind != ColumnKind::kTextList) column.set(row, {});
      CHECK(std::holds_alternative<std::monostate>(column.get(R())));
    }
  });
}

TEST_CASE("tables and columns are told apart by their names") {
  std::set<std::string_view> names;
  std::set<std::string_view> ja;
  for (const TableInfo& table : AllTables()) {
    CHECK(names.insert(table.name).second);
    CHECK(ja.insert(table.ja).second);
    CHECK(FindTable(table.name) == &table);
    std::set<std::string_view> headers;
    for (const ColumnInfo& column : table.columns) {
      INFO(table.name << "." << column.alias);
      CHECK(headers.insert(column.ja).second);
      CHECK(headers.insert(column.alias).second);
      CHECK((column.kind == ColumnKind::kChoice) == !column.choices.empty());
      CHECK((column.refers_to.empty() || FindTable(column.refers_to) != nullptr));
    }
  }
  CHECK(names.size() == 21);
  CHECK(FindTable("nothing") == nullptr);
}

TEST_CASE("ForEachTable visits the tables in the order of AllTables") {
  Records records;
  std::size_t at = 0;
  ForEachTable(records, [&](std::string_view name, auto& table) {
    CHECK(name == AllTables()[at].name);
    using R = typename std::remove_reference_t<decltype(table.rows)>::value_type;
    CHECK(ColumnsOf<R>().size() == AllTables()[at].columns.size());
    ++at;
  });
  CHECK(at == AllTables().size());
}

TEST_CASE("words of the closed lists") {
  CHECK(StatusText(Status::kNone) == "");
  CHECK(StatusText(Status::kPresent) == "出勤");
  CHECK(StatusText(Status::kTelework) == "在宅勤務");
  CHECK(StatusText(Status::kLate) == "遅刻");
  CHECK(ShiftText(Shift::kD) == "D");
  CHECK(RosterMethodText(RosterMethod::kStaggered) == "時差出勤");
  CHECK(CaseKindText(CaseKind::kBcpStandby) == "BCP待機");
}

TEST_CASE("a choice beyond the list is no word") {
  const ColumnInfo& status = FindTable("attendance")->columns[2];
  CHECK(ChoiceText(status, ChoiceIndex{0}) == "");
  CHECK(ChoiceText(status, ChoiceIndex{14}) == "遅刻");
  CHECK(ChoiceText(status, ChoiceIndex{15}) == "");
}

}  // namespace
}  // namespace chohyo
