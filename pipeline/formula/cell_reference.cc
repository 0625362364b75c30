#include "pipeline/formula/cell_reference.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/formula/formula_token.h"

namespace chohyo {
namespace {

/// "$AB$12", "$AB" or "$12": what is there, and whether it is fixed by a $.
struct Corner {
  int row = -1, column = -1;
  bool row_absolute = false, column_absolute = false;
  std::size_t size = 0;
};

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// True if a word goes on after a reference: then it is a name or a function (LOG10).
bool GoesOn(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return static_cast<unsigned char>(c) >= 0x80 || IsLetter(c) || IsDigit(c) || c == '_' || c == '.' || c == '$' ||
         c == '\\' || c == '?' || c == '(' || c == '!' || c == '[';
}

Corner ReadCorner(std::string_view text) {
  Corner corner;
  std::size_t at = 0;
  bool dollar = at < text.size() && text[at] == '$';
  if (dollar) ++at;
  const std::size_t letters = at;
  int column = 0;
  while (at < text.size() && IsLetter(text[at]) && at - letters < 4) column = column * 26 + (text[at++] & 0x1F);
  if (at > letters) {
    corner.column = column - 1;
    corner.column_absolute = dollar;
    dollar = at < text.size() && text[at] == '$';
    if (dollar) ++at;
  }
  const std::size_t digits = at;
  int row = 0;
  while (at < text.size() && IsDigit(text[at]) && at - digits < 8) row = row * 10 + (text[at++] - '0');
  if (at > digits) {
    corner.row = row - 1;
    corner.row_absolute = dollar;
  } else if (dollar) {
    return {};
  }
  const bool fits = corner.column < kExcelColumns && corner.row < kExcelRows && (at == digits || row > 0);
  if (fits) corner.size = at;
  return corner;
}

FormulaRange Between(Corner first, Corner last) {
  FormulaRange range;
  range.is_range = true;
  if (first.row < 0) {
    first.row = 0;
    last.row = kExcelRows - 1;
  }
  if (first.column < 0) {
    first.column = 0;
    last.column = kExcelColumns - 1;
  }
  if (first.row > last.row) {
    std::swap(first.row, last.row);
    std::swap(first.row_absolute, last.row_absolute);
  }
  if (first.column > last.column) {
    std::swap(first.column, last.column);
    std::swap(first.column_absolute, last.column_absolute);
  }
  range.first_row = first.row;
  range.first_column = first.column;
  range.last_row = last.row;
  range.last_column = last.column;
  range.first_row_absolute = first.row_absolute;
  range.first_column_absolute = first.column_absolute;
  range.last_row_absolute = last.row_absolute;
  range.last_column_absolute = last.column_absolute;
  return range;
}

std::string CornerText(int row, int column, bool row_absolute, bool column_absolute) {
  return (column_absolute ? "$" : "") + FormulaColumnName(column) + (row_absolute ? "$" : "") + std::to_string(row + 1);
}

/// Kana and kanji, and ASCII letters, digits and _: what a sheet's name may hold without quotes.
bool IsPlainLetter(char32_t c) {
  if (c < 0x80) return IsLetter(static_cast<char>(c)) || IsDigit(static_cast<char>(c)) || c == U'_';
  return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) || (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3005;
}

/// What could be read as a number or as a cell needs quotes too.
bool IsPlainSheetName(const std::string& sheet) {
  const std::u32string letters = CodePoints(sheet);
  const bool plain = std::all_of(letters.begin(), letters.end(), IsPlainLetter);
  const std::string capitals = Capitals(sheet);
  const bool word = capitals != "R" && capitals != "C" && capitals != "RC" && capitals != "TRUE" && capitals != "FALSE";
  return plain && word && !sheet.empty() && !IsDigit(sheet[0]) && !ReadFormulaRange(sheet);
}

}  // namespace

std::optional<RangeReading> ReadFormulaRange(std::string_view text) {
  const Corner first = ReadCorner(text);
  if (first.size == 0) return std::nullopt;
  const bool colon = first.size < text.size() && text[first.size] == ':';
  if (colon) {
    const Corner last = ReadCorner(text.substr(first.size + 1));
    const bool alike = (first.row < 0) == (last.row < 0) && (first.column < 0) == (last.column < 0);
    const std::size_t size = first.size + 1 + last.size;
    if (last.size > 0 && alike && !GoesOn(text, size)) return RangeReading{Between(first, last), size};
  }
  if (first.row < 0 || first.column < 0 || GoesOn(text, first.size)) return std::nullopt;
  RangeReading cell{Between(first, first), first.size};
  cell.range.is_range = false;
  return cell;
}

bool IsWholeColumns(const FormulaRange& range) {
  return range.is_range && range.first_row == 0 && range.last_row == kExcelRows - 1;
}

bool IsWholeRows(const FormulaRange& range) {
  return range.is_range && range.first_column == 0 && range.last_column == kExcelColumns - 1;
}

std::string FormulaColumnName(int column) {
  std::string name;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

std::string CellName(int row, int column) { return FormulaColumnName(column) + std::to_string(row + 1); }

std::string SheetPrefix(const std::string& sheet) {
  if (IsPlainSheetName(sheet)) return sheet + "!";
  std::string quoted = "'";
  for (const char c : sheet) {
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  return quoted + "'!";
}

std::string RangeText(const FormulaRange& range) {
  const std::string sheet = range.sheet.empty() ? "" : SheetPrefix(range.sheet);
  if (IsWholeColumns(range)) {
    return sheet + (range.first_column_absolute ? "$" : "") + FormulaColumnName(range.first_column) + ":" +
           (range.last_column_absolute ? "$" : "") + FormulaColumnName(range.last_column);
  }
  if (IsWholeRows(range)) {
    return sheet + (range.first_row_absolute ? "$" : "") + std::to_string(range.first_row + 1) + ":" +
           (range.last_row_absolute ? "$" : "") + std::to_string(range.last_row + 1);
  }
  const std::string first =
      CornerText(range.first_row, range.first_column, range.first_row_absolute, range.first_column_absolute);
  if (!range.is_range) return sheet + first;
  return sheet + first + ":" +
         CornerText(range.last_row, range.last_column, range.last_row_absolute, range.last_column_absolute);
}

}  // namespace chohyo
