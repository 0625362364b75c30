#include "pipeline/ingest/roster_sink.h"

#include <fmt/format.h>

#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

constexpr std::size_t kMonthIndex = 0;
constexpr std::size_t kStaffIndex = 1;
constexpr std::size_t kBeforeFirstDay = 1;  ///< day d stands at index d + 1

std::size_t IndexOfDay(int day) { return static_cast<std::size_t>(day) + kBeforeFirstDay; }
int DayOfIndex(std::size_t index) { return static_cast<int>(index - kBeforeFirstDay); }

/// Names of day columns, which ColumnInfo only points to.
struct DayNames {
  std::array<std::string, 32> ja, alias;
};

const DayNames& SharedDayNames() {
  static const DayNames names = [] {
    DayNames made;
    for (std::size_t day = 1; day < made.ja.size(); ++day) {
      made.ja[day] = fmt::format("{}日", day);
      made.alias[day] = fmt::format("{}", day);
    }
    return made;
  }();
  return names;
}

std::span<const std::string_view> ShiftChoices() {
  for (const Column<RosterDay>& column : ColumnsOf<RosterDay>()) {
    if (column.alias == "shift") return column.choices;
  }
  return {};
}

std::vector<ColumnInfo> MakeWideColumns() {
  std::vector<ColumnInfo> columns = {{"年月", "month", ColumnKind::kMonth, true, {}, {}},
                                     {"職員番号", "staff", ColumnKind::kId, true, {}, "staff"}};
  const DayNames& names = SharedDayNames();
  for (std::size_t day = 1; day < names.ja.size(); ++day) {
    columns.push_back({names.ja[day], names.alias[day], ColumnKind::kChoice, false, ShiftChoices(), {}});
  }
  return columns;
}

}  // namespace

std::span<const ColumnInfo> WideRosterColumns() {
  static const std::vector<ColumnInfo> columns = MakeWideColumns();
  return columns;
}

bool IsWideRoster(const Table& table) {
  const auto count = [&](std::span<const ColumnInfo> columns) {
    std::set<std::string> names;
    for (const ColumnInfo& column : columns) names.insert({FoldHeader(column.ja), FoldHeader(column.alias)});
    const auto cells = table.HeaderCells();
    return std::count_if(cells.begin(), cells.end(),
                         [&](const Cell& cell) { return names.contains(FoldHeader(table.TextOf(cell))); });
  };
  const bool all_of_long_shape = count(FindTable("roster_days")->columns) >= 3;
  return !all_of_long_shape && count(WideRosterColumns().subspan(IndexOfDay(1))) > 0;
}

void WideRosterSink::Begin(std::uint32_t line) {
  line_ = line;
  month_.reset();
  staff_.clear();
  shifts_.fill(Shift::kNone);
  unknown_.assign(records_->roster_days.unknown_headers.size(), {});
}

void WideRosterSink::Set(std::size_t index, CellValue&& value) {
  if (index == kMonthIndex) {
    month_ = std::get<Month>(value);
  } else if (index == kStaffIndex) {
    staff_ = std::get<std::string>(std::move(value));
  } else {
    shifts_[static_cast<std::size_t>(DayOfIndex(index))] = static_cast<Shift>(std::get<ChoiceIndex>(value).value);
  }
}

CellValue WideRosterSink::Get(std::size_t index) const {
  if (index == kMonthIndex) return month_ ? CellValue(*month_) : CellValue();
  if (index == kStaffIndex) return staff_.empty() ? CellValue() : CellValue(staff_);
  return ChoiceIndex{static_cast<std::uint8_t>(shifts_[static_cast<std::size_t>(DayOfIndex(index))])};
}

std::vector<RowProblem> WideRosterSink::Check() const {
  std::vector<RowProblem> problems;
  if (!month_) return problems;
  for (int day = month_->days() + 1; day <= kMostDays; ++day) {
    const Shift shift = shifts_[static_cast<std::size_t>(day)];
    if (shift == Shift::kNone) continue;
    problems.push_back({IndexOfDay(day),
                        {"data.range",
                         Say("{} に {} 日はありませんが、「{}」が入っています。",
                             "{} has no day {}, but the cell holds \"{}\".", month_->Iso(), day, ShiftText(shift)),
                         Say("値を消すか、年月を直してください。この行は確認にも帳票にも使われません。",
                             "Remove it or correct the month. The row takes no part in checks and forms.")}});
  }
  return problems;
}

std::string WideRosterSink::KeyOfColumn(std::size_t index) const {
  if (index <= kStaffIndex || !month_ || staff_.empty() || DayOfIndex(index) > month_->days()) return {};
  return staff_ + '/' + (month_->first() + (DayOfIndex(index) - 1)).Iso();
}

void WideRosterSink::Commit() {
  records_->roster_people.push_back({*month_, staff_, line_, true});
  for (int day = 1; day <= month_->days(); ++day) {
    const Shift shift = shifts_[static_cast<std::size_t>(day)];
    if (shift == Shift::kNone) continue;
    RosterDay record;
    record.line = line_;
    record.unknown = unknown_;
    record.date = month_->first() + (day - 1);
    record.staff = staff_;
    record.shift = shift;
    record.column = columns_[IndexOfDay(day)];
    records_->roster_days.rows.push_back(std::move(record));
  }
}

void LongRosterSink::Commit() {
  const Month month = Month::Of(record().date);
  if (people_.emplace(month, record().staff).second) {
    records_->roster_people.push_back({month, record().staff, record().line, false});
  }
  RecordSink::Commit();
  RosterDay& committed = records_->roster_days.rows.back();
  committed.column = shift_column_;
  if (committed.shift != Shift::kNone) return;
  records_->roster_blanks.emplace(std::pair(committed.staff, committed.date), committed.line);
  records_->roster_days.rows.pop_back();
}

}  // namespace chohyo
