#include "pipeline/collect/headcount_sheet.h"

#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "pipeline/base/era.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

constexpr std::array<CountColumn, 12> kColumns = {{{"職員数", &Headcount::staff},
                                                   {"出勤者数", &Headcount::present},
                                                   {"うち応援", &Headcount::support},
                                                   {"自宅待機者数", &Headcount::standby},
                                                   {"うち在宅勤務", &Headcount::telework},
                                                   {"出張", &Headcount::trip},
                                                   {"年次", &Headcount::annual},
                                                   {"特別", &Headcount::special},
                                                   {"病気", &Headcount::sick},
                                                   {"欠勤", &Headcount::absent},
                                                   {"週休日・休日", &Headcount::day_off},
                                                   {"未報告", &Headcount::unreported}}};
constexpr int kHeadingRows = 2;
constexpr double kMostPeople = 100000;

/// A text without spaces, line breaks and brackets.
std::string Bare(std::string_view text) {
  std::string bare;
  for (const char32_t c : CodePoints(text)) {
    if (c <= U' ' || c == U'　' || c == U'(' || c == U')' || c == U'（' || c == U'）') continue;
    AppendUtf8(c, &bare);
  }
  return bare;
}

/// A sheet's cells by place.
class Cells {
 public:
  explicit Cells(const WorkbookSheet& sheet) : sheet_(sheet) {
    for (const WorkbookCell& cell : sheet.cells) cells_.emplace(std::pair(cell.row, cell.column), &cell);
  }

  const WorkbookCell* At(int row, int column) const {
    const auto at = cells_.find({row, column});
    return at == cells_.end() ? nullptr : at->second;
  }
  std::string Text(int row, int column) const {
    const WorkbookCell* cell = At(row, column);
    const auto* text = cell == nullptr ? nullptr : std::get_if<std::string>(&cell->value);
    return text == nullptr ? std::string() : std::string(Trim(*text));
  }
  /// The first cell whose bare text is a label, in some rows.
  const WorkbookCell* Labelled(std::string_view label, int first_row, int last_row) const {
    for (const WorkbookCell& cell : sheet_.cells) {
      const bool in_rows = cell.row >= first_row && cell.row <= last_row;
      if (in_rows && Bare(Text(cell.row, cell.column)) == label) return &cell;
    }
    return nullptr;
  }
  /// The first cell to the right of one that holds anything.
  const WorkbookCell* RightOf(const WorkbookCell& cell) const {
    for (auto at = cells_.upper_bound({cell.row, cell.column}); at != cells_.end() && at->first.first == cell.row;
         ++at) {
      if (!std::holds_alternative<std::monostate>(at->second->value)) return at->second;
    }
    return nullptr;
  }
  int last_row() const { return sheet_.cells.empty() ? -1 : sheet_.cells.back().row; }

 private:
  const WorkbookSheet& sheet_;
  std::map<std::pair<int, int>, const WorkbookCell*> cells_;
};

/// Where the table's columns are.
struct Columns {
  int row = 0;  ///< of the headings
  int name = 0, note = -1;
  std::array<int, kColumns.size()> counts = {};
};

std::optional<Columns> FindColumns(const Cells& cells) {
  const WorkbookCell* name = cells.Labelled("所属名", 0, cells.last_row());
  if (name == nullptr) return std::nullopt;
  Columns columns;
  columns.row = name->row;
  columns.name = name->column;
  const int last = name->row + kHeadingRows - 1;
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const WorkbookCell* heading = cells.Labelled(kColumns[i].label, name->row, last);
    if (heading == nullptr) return std::nullopt;
    columns.counts[i] = heading->column;
  }
  const WorkbookCell* note = cells.Labelled("備考", name->row, last);
  if (note != nullptr) columns.note = note->column;
  return columns;
}

/// A number of people; nothing for a text that is none. A dash counts as none.
std::optional<std::int64_t> NumberIn(std::string_view text) {
  const std::string half = HalfWidth(text);
  std::string digits(Trim(half));
  for (const std::string_view unit : {"人", "名"}) {
    if (digits.ends_with(unit)) digits.resize(digits.size() - unit.size());
  }
  const std::string_view bare = Trim(digits);
  for (const std::string_view dash : {"-", "－", "―", "ー", "‐"}) {
    if (bare == dash) return 0;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(bare.data(), bare.data() + bare.size(), number);
  if (error != std::errc() || end != bare.data() + bare.size() || number < 0) return std::nullopt;
  return number;
}

struct CountReading {
  std::optional<std::int64_t> count;
  std::string problem;
};

CountReading ReadCount(const WorkbookCell& cell) {
  const auto none = [](const std::string& shown) {
    return CountReading{std::nullopt, Say("人数ではありません（{}）。", "this is no number of people ({}).", shown)};
  };
  if (const double* number = std::get_if<double>(&cell.value)) {
    if (*number < 0 || *number > kMostPeople || *number != std::floor(*number)) return none(fmt::format("{}", *number));
    return {static_cast<std::int64_t>(*number), {}};
  }
  if (const auto* text = std::get_if<std::string>(&cell.value)) {
    if (Trim(*text).empty()) return {};
    const auto number = NumberIn(*text);
    return number && *number <= static_cast<std::int64_t>(kMostPeople) ? CountReading{number, {}} : none(*text);
  }
  if (const auto* error = std::get_if<WorkbookError>(&cell.value)) return none(error->code);
  if (std::holds_alternative<bool>(cell.value)) return none(std::get<bool>(cell.value) ? "TRUE" : "FALSE");
  if (cell.formula.empty()) return {};
  return {std::nullopt, Say("数式の計算結果が保存されていません。", "the result of the formula is not stored.")};
}

LineKind KindOf(std::string_view name) {
  if (Bare(name) == "合計") return LineKind::kTotal;
  return Trim(name).ends_with("　計") || Trim(name).ends_with(" 計") ? LineKind::kSubtotal : LineKind::kDepartment;
}

FilledLine ReadLine(const Cells& cells, const Columns& columns, int row, std::vector<SheetProblem>* problems) {
  FilledLine line;
  line.row = row;
  line.column = columns.name;
  line.name = cells.Text(row, columns.name);
  line.kind = KindOf(line.name);
  if (columns.note >= 0) line.note = cells.Text(row, columns.note);
  line.typed.assign(kColumns.size(), -1);
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const WorkbookCell* cell = cells.At(row, columns.counts[i]);
    if (cell == nullptr || (line.kind != LineKind::kDepartment && !cell->formula.empty())) continue;
    const CountReading reading = ReadCount(*cell);
    if (!reading.problem.empty()) {
      line.readable = line.blank = false;
      problems->push_back({row, columns.counts[i], reading.problem,
                           Say("人数を半角の数字で入れ、Excel で保存してください。",
                               "Type the number in plain digits and save the workbook in Excel.")});
    }
    if (!reading.count) continue;
    line.blank = false;
    line.typed[i] = columns.counts[i];
    line.count.*kColumns[i].field = *reading.count;
  }
  return line;
}

void ReadLines(const Cells& cells, const Columns& columns, FilledSheet* sheet) {
  for (int row = columns.row + kHeadingRows; row <= cells.last_row(); ++row) {
    if (cells.Text(row, columns.name).starts_with("※")) return;
    FilledLine line = ReadLine(cells, columns, row, &sheet->problems);
    if (line.name.empty() && line.blank) continue;
    sheet->lines.push_back(line);
    if (line.kind == LineKind::kTotal) return;
  }
}

/// A date typed as a number is the count of days that Excel shows as a date.
std::optional<Date> DateOf(const WorkbookCell& cell, bool since_1904) {
  constexpr int kDaysTo1970 = 25569, kDaysFrom1904To1970 = 24107;
  if (const double* days = std::get_if<double>(&cell.value)) {
    if (*days < 1 || *days > kMostPeople * 30) return std::nullopt;
    return Date::FromDays(static_cast<std::int32_t>(*days) - (since_1904 ? kDaysFrom1904To1970 : kDaysTo1970));
  }
  const auto* text = std::get_if<std::string>(&cell.value);
  if (text == nullptr) return std::nullopt;
  return ReadDate(text->substr(0, std::min(text->find("（"), text->find('(')))).date;
}

void ReadHead(const Cells& cells, bool since_1904, int table_row, FilledSheet* sheet) {
  const WorkbookCell* date = cells.Labelled("日付", 0, table_row - 1);
  const WorkbookCell* value = date == nullptr ? nullptr : cells.RightOf(*date);
  if (value != nullptr) {
    sheet->date = DateOf(*value, since_1904);
    sheet->date_text = cells.Text(value->row, value->column);
    sheet->date_row = value->row;
    sheet->date_column = value->column;
  }
  const WorkbookCell* bureau = cells.Labelled("局室区名", 0, table_row - 1);
  const WorkbookCell* name = bureau == nullptr ? nullptr : cells.RightOf(*bureau);
  if (name != nullptr) sheet->bureau = cells.Text(name->row, name->column);
}

}  // namespace

std::span<const CountColumn> CountColumns() { return kColumns; }

std::optional<FilledSheet> ReadHeadcountSheet(const Workbook& workbook) {
  for (const WorkbookSheet& sheet : workbook.sheets) {
    const Cells cells(sheet);
    const auto columns = FindColumns(cells);
    if (!columns) continue;
    FilledSheet filled;
    ReadHead(cells, workbook.since_1904, columns->row, &filled);
    ReadLines(cells, *columns, &filled);
    return filled;
  }
  return std::nullopt;
}

}  // namespace chohyo
