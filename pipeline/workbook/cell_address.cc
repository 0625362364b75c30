#include "pipeline/workbook/cell_address.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/workbook/limits.h"
#include "pipeline/workbook/xml_values.h"

namespace chohyo {
namespace {

/// One end of a range: a cell, a column or a row.
struct Corner {
  std::optional<int> row, column;
};

void SkipDollar(std::string_view* text) {
  if (text->starts_with('$')) text->remove_prefix(1);
}

bool IsLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

std::optional<Corner> ReadCorner(std::string_view text) {
  Corner corner;
  SkipDollar(&text);
  const auto letters = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), IsLetter) - text.begin());
  if (letters > 0) {
    corner.column = ReadColumnLetters(text.substr(0, letters));
    if (!corner.column) return std::nullopt;
    text.remove_prefix(letters);
    SkipDollar(&text);
  }
  if (text.empty()) return corner.column ? std::optional(corner) : std::nullopt;
  const auto row = ReadXmlInt(text);
  if (!row || *row < 1 || *row > kWorkbookRows) return std::nullopt;
  corner.row = *row - 1;
  return corner;
}

/// The text after the sheet's name, which may be in quotes.
std::string_view WithoutSheet(std::string_view text) {
  const std::size_t mark = text.rfind('!');
  return mark == std::string_view::npos ? text : text.substr(mark + 1);
}

}  // namespace

std::optional<int> ReadColumnLetters(std::string_view letters) {
  int column = 0;
  for (const char c : letters) {
    if (!IsLetter(c)) return std::nullopt;
    column = column * 26 + ((c >= 'a' ? c - 'a' : c - 'A') + 1);
    if (column > kWorkbookColumns) return std::nullopt;
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

std::string ColumnLetters(int column) {
  std::string letters;
  for (int rest = column; rest >= 0; rest = rest / 26 - 1)
    letters.insert(letters.begin(), static_cast<char>('A' + rest % 26));
  return letters;
}

std::optional<std::pair<int, int>> ReadCellAddress(std::string_view text) {
  const auto corner = ReadCorner(text);
  if (!corner || !corner->row || !corner->column) return std::nullopt;
  return std::pair(*corner->row, *corner->column);
}

std::optional<WorkbookRange> ReadRange(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto first = ReadCorner(text.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : ReadCorner(text.substr(colon + 1));
  if (!first || !last) return std::nullopt;
  if (first->row.has_value() != last->row.has_value() || first->column.has_value() != last->column.has_value()) {
    return std::nullopt;
  }
  const bool single = colon == std::string_view::npos;
  if (single && (!first->row || !first->column)) return std::nullopt;
  const auto rows = std::minmax({first->row.value_or(0), last->row.value_or(kWorkbookRows - 1)});
  const auto columns = std::minmax({first->column.value_or(0), last->column.value_or(kWorkbookColumns - 1)});
  return WorkbookRange{rows.first, columns.first, rows.second, columns.second};
}

std::vector<WorkbookRange> ReadRanges(std::string_view text) {
  std::vector<WorkbookRange> ranges;
  for (const std::string_view piece : Split(text, ' ')) {
    if (const auto range = ReadRange(piece)) ranges.push_back(*range);
  }
  return ranges;
}

std::optional<std::vector<WorkbookRange>> ReadAreas(std::string_view formula) {
  std::vector<WorkbookRange> areas;
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= formula.size(); ++i) {
    if (i < formula.size() && formula[i] == '\'') quoted = !quoted;
    if (i < formula.size() && (formula[i] != ',' || quoted)) continue;
    const auto area = ReadRange(Trim(WithoutSheet(formula.substr(start, i - start))));
    if (!area) return std::nullopt;
    areas.push_back(*area);
    start = i + 1;
  }
  return areas;
}

}  // namespace chohyo
