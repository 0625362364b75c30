// Cells by place, by value, by name.
#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/formula/cell_reference.h"
#include "pipeline/formula/criteria.h"
#include "pipeline/formula/function_call.h"

namespace chohyo {
namespace {

/// Row or column numbers of a range; a table of them in array formulas.
Operand Numbers(FunctionCall& call, bool rows) {
  const FormulaPlace& here = call.evaluator().here();
  if (!call.Given(0)) return static_cast<double>((rows ? here.row : here.column) + 1);
  const FormulaRange range = call.Area(0);
  const int first = rows ? range.first_row : range.first_column;
  const int last = rows ? range.last_row : range.last_column;
  if (!call.array() || first == last) return first + 1.0;
  constexpr int kMost = 100'000;
  const auto count = static_cast<std::size_t>(std::min(last - first, kMost) + 1);
  ExcelArray numbers = rows ? ExcelArray::Sized(count, 1) : ExcelArray::Sized(1, count);
  for (std::size_t i = 0; i < count; ++i) numbers.values[i] = first + 1.0 + static_cast<double>(i);
  return numbers;
}

Operand Row(FunctionCall& call) { return Numbers(call, true); }
Operand Column(FunctionCall& call) { return Numbers(call, false); }

/// Rows and columns of an argument, without reading its cells.
std::pair<std::size_t, std::size_t> SizeOf(FunctionCall& call, std::size_t i) {
  const Operand operand = call.Any(i);
  if (operand.ranges() == nullptr) {
    const ExcelArray array = call.Array(i);
    return {array.rows, array.columns};
  }
  const FormulaRange range = call.Area(i);
  return {static_cast<std::size_t>(range.last_row - range.first_row + 1),
          static_cast<std::size_t>(range.last_column - range.first_column + 1)};
}

Operand Rows(FunctionCall& call) { return static_cast<double>(SizeOf(call, 0).first); }
Operand Columns(FunctionCall& call) { return static_cast<double>(SizeOf(call, 0).second); }
Operand Areas(FunctionCall& call) { return static_cast<double>(call.Ranges(0).size()); }

/// Part of an argument from a row and column on; a reference stays one.
Operand Part(FunctionCall& call, std::size_t argument, std::size_t row, std::size_t column, std::size_t rows,
             std::size_t columns) {
  const Operand operand = call.Any(argument);
  if (operand.ranges() != nullptr) {
    FormulaRange range = call.Area(argument);
    range.first_row += static_cast<int>(row);
    range.first_column += static_cast<int>(column);
    range.last_row = range.first_row + static_cast<int>(rows) - 1;
    range.last_column = range.first_column + static_cast<int>(columns) - 1;
    range.is_range = rows * columns > 1;
    return FormulaRanges{range};
  }
  const ExcelArray array = call.Array(argument);
  if (rows * columns == 1) return array.At(row, column);
  ExcelArray part = ExcelArray::Sized(rows, columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) part.Stored(r, c) = array.At(row + r, column + c);
  }
  return part;
}

Operand Index(FunctionCall& call) {
  const auto [rows, columns] = SizeOf(call, 0);
  int row = call.Integer(1, 0);
  int column = call.Integer(2, 0);
  // With one number, a single row counts its columns.
  if (rows == 1 && call.size() == 2) std::swap(row, column);
  if (row < 0 || column < 0) return ExcelError::kValue;
  if (static_cast<std::size_t>(row) > rows || static_cast<std::size_t>(column) > columns) return ExcelError::kRef;
  if (rows == 1) row = 1;
  if (columns == 1) column = 1;
  return Part(call, 0, row > 0 ? row - 1 : 0, column > 0 ? column - 1 : 0, row > 0 ? 1 : rows,
              column > 0 ? 1 : columns);
}

/// A line of values to look in: a row or a column.
struct Line {
  ExcelArray array;
  std::size_t size() const { return std::max(array.stored_rows, array.stored_columns); }
  const ExcelValue& At(std::size_t i) const { return array.columns == 1 ? array.At(i, 0) : array.At(0, i); }
};

Line LineOf(ExcelArray array) {
  if (array.rows > 1 && array.columns > 1) throw FormulaFailure{ExcelError::kNa};
  return {std::move(array)};
}

bool SameKind(const ExcelValue& a, const ExcelValue& b) { return a.index() == b.index(); }

bool Equals(const ExcelValue& wanted, const ExcelValue& value, bool wildcards) {
  if (!SameKind(wanted, value)) return false;
  if (IsText(wanted) && wildcards && HasWildcards(std::get<std::string>(wanted))) {
    return FitsWildcards(std::get<std::string>(value), std::get<std::string>(wanted));
  }
  return CompareValues(wanted, value) == 0;
}

std::optional<std::size_t> FindExact(const ExcelValue& wanted, const Line& line, bool wildcards) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (Equals(wanted, line.At(i), wildcards)) return i;
  }
  return std::nullopt;
}

/// The last value of the wanted kind that is not beyond the wanted one, in a line that ascends (or descends): by
/// halves, as Excel does, so that lines out of order give what Excel gives for most.
std::optional<std::size_t> FindSorted(const ExcelValue& wanted, const Line& line, bool ascending) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (SameKind(wanted, line.At(i))) places.push_back(i);
  }
  const auto beyond = std::partition_point(places.begin(), places.end(), [&](std::size_t place) {
    const int order = CompareValues(line.At(place), wanted);
    return ascending ? order <= 0 : order >= 0;
  });
  if (beyond == places.begin()) return std::nullopt;
  return *(beyond - 1);
}

std::size_t Found(std::optional<std::size_t> place) {
  if (!place) throw FormulaFailure{ExcelError::kNa};
  return *place;
}

ExcelValue Wanted(FunctionCall& call, std::size_t i) {
  ExcelValue wanted = call.Sound(i);
  return IsEmpty(wanted) ? ExcelValue(0.0) : wanted;
}

Operand Match(FunctionCall& call) {
  const ExcelValue wanted = Wanted(call, 0);
  const Line line = LineOf(call.Array(1));
  const double kind = call.Number(2, 1);
  const auto place = kind == 0 ? FindExact(wanted, line, true) : FindSorted(wanted, line, kind > 0);
  return static_cast<double>(Found(place)) + 1;
}

/// One row or column of a table.
Line Edge(const ExcelArray& table, bool column) {
  Line line{ExcelArray::Sized(column ? table.stored_rows : 1, column ? 1 : table.stored_columns)};
  for (std::size_t i = 0; i < line.array.values.size(); ++i)
    line.array.values[i] = column ? table.At(i, 0) : table.At(0, i);
  return line;
}

Operand LookInTable(FunctionCall& call, bool vertical) {
  const ExcelValue wanted = Wanted(call, 0);
  const ExcelArray table = call.Array(1);
  const int index = call.Integer(2);
  if (index < 1) return ExcelError::kValue;
  if (static_cast<std::size_t>(index) > (vertical ? table.columns : table.rows)) return ExcelError::kRef;
  const bool sorted = call.size() < 4 || call.Flag(3);
  const Line line = Edge(table, vertical);
  const std::size_t place = Found(sorted ? FindSorted(wanted, line, true) : FindExact(wanted, line, true));
  const auto other = static_cast<std::size_t>(index) - 1;
  return vertical ? table.At(place, other) : table.At(other, place);
}

Operand VLookup(FunctionCall& call) { return LookInTable(call, true); }
Operand HLookup(FunctionCall& call) { return LookInTable(call, false); }

Operand Lookup(FunctionCall& call) {
  const ExcelValue wanted = Wanted(call, 0);
  const ExcelArray table = call.Array(1);
  const bool wide = table.columns > table.rows;
  const std::size_t place = Found(FindSorted(wanted, Edge(table, !wide), true));
  if (call.Given(2)) return LineOf(call.Array(2)).At(place);
  return wide ? table.At(table.rows - 1, place) : table.At(place, table.columns - 1);
}

/// Kinds: 0 equal, -1 or the next smaller, 1 or the next larger, 2 wildcards. Backwards with search -1.
std::optional<std::size_t> FindNearest(const ExcelValue& wanted, const Line& line, int kind, bool backwards) {
  std::optional<std::size_t> nearest;
  for (std::size_t step = 0; step < line.size(); ++step) {
    const std::size_t i = backwards ? line.size() - 1 - step : step;
    if (Equals(wanted, line.At(i), kind == 2)) return i;
    if ((kind != -1 && kind != 1) || !SameKind(wanted, line.At(i))) continue;
    if (CompareValues(line.At(i), wanted) != kind) continue;
    if (!nearest || CompareValues(line.At(i), line.At(*nearest)) == -kind) nearest = i;
  }
  return nearest;
}

Operand XLookup(FunctionCall& call) {
  const ExcelValue wanted = Wanted(call, 0);
  const Line line = LineOf(call.Array(1));
  const bool upright = line.array.columns == 1;
  const auto place = FindNearest(wanted, line, call.Integer(4, 0), call.Integer(5, 1) < 0);
  if (!place) return call.Given(3) ? call.Any(3) : Operand(ExcelError::kNa);
  const auto [rows, columns] = SizeOf(call, 2);
  if ((upright ? rows : columns) != line.array.size()) return ExcelError::kValue;
  return upright ? Part(call, 2, *place, 0, 1, columns) : Part(call, 2, 0, *place, rows, 1);
}

Operand XMatch(FunctionCall& call) {
  const ExcelValue wanted = Wanted(call, 0);
  const Line line = LineOf(call.Array(1));
  return static_cast<double>(Found(FindNearest(wanted, line, call.Integer(2, 0), call.Integer(3, 1) < 0))) + 1;
}

Operand Choose(FunctionCall& call) {
  const int index = call.Integer(0);
  if (index < 1 || static_cast<std::size_t>(index) >= call.size()) return ExcelError::kValue;
  return call.Any(static_cast<std::size_t>(index));
}

Operand Offset(FunctionCall& call) {
  FormulaRange range = call.Area(0);
  const int rows = call.Integer(3, range.last_row - range.first_row + 1);
  const int columns = call.Integer(4, range.last_column - range.first_column + 1);
  const std::int64_t first_row = std::int64_t{range.first_row} + call.Integer(1, 0) + (rows < 0 ? rows + 1 : 0);
  const std::int64_t first_column =
      std::int64_t{range.first_column} + call.Integer(2, 0) + (columns < 0 ? columns + 1 : 0);
  const std::int64_t last_row = first_row + std::abs(std::int64_t{rows}) - 1;
  const std::int64_t last_column = first_column + std::abs(std::int64_t{columns}) - 1;
  const bool inside = first_row >= 0 && first_column >= 0 && last_row < kExcelRows && last_column < kExcelColumns;
  if (rows == 0 || columns == 0 || !inside) return ExcelError::kRef;
  range.first_row = static_cast<int>(first_row);
  range.last_row = static_cast<int>(last_row);
  range.first_column = static_cast<int>(first_column);
  range.last_column = static_cast<int>(last_column);
  range.is_range = true;
  return FormulaRanges{range};
}

/// References as A1 writes them; R1C1 is refused with #REF!.
Operand Indirect(FunctionCall& call) {
  const std::string text = call.Text(0);
  if (!call.Flag(1, true)) return ExcelError::kRef;
  Operand operand = call.evaluator().EvaluateText(text, false);
  return operand.ranges() != nullptr ? operand : Operand(ExcelError::kRef);
}

Operand Hyperlink(FunctionCall& call) { return call.Given(1) ? Operand(call.Value(1)) : Operand(call.Text(0)); }

Operand Address(FunctionCall& call) {
  const int row = call.Integer(0);
  const int column = call.Integer(1);
  const int kind = call.Integer(2, 1);
  if (row < 1 || row > kExcelRows || column < 1 || column > kExcelColumns || kind < 1 || kind > 4)
    return ExcelError::kValue;
  if (!call.Flag(3, true)) return ExcelError::kValue;
  const std::string sheet = call.Given(4) ? SheetPrefix(call.Text(4)) : "";
  const std::string fixed_column = kind == 1 || kind == 3 ? "$" : "";
  const std::string fixed_row = kind <= 2 ? "$" : "";
  return sheet + fixed_column + FormulaColumnName(column - 1) + fixed_row + std::to_string(row);
}

Operand Transpose(FunctionCall& call) {
  const ExcelArray array = call.Array(0);
  ExcelArray turned = ExcelArray::Sized(array.stored_columns, array.stored_rows);
  for (std::size_t row = 0; row < array.stored_rows; ++row) {
    for (std::size_t column = 0; column < array.stored_columns; ++column)
      turned.Stored(column, row) = array.At(row, column);
  }
  return turned;
}

/// @: one value, of a range that of the formula's own row or column.
Operand Single(FunctionCall& call) { return call.Value(0); }

constexpr std::array kFunctions = {
    FunctionEntry{"ROW", 0, 1, "r", Row},
    FunctionEntry{"ROWS", 1, 1, "r", Rows},
    FunctionEntry{"COLUMN", 0, 1, "r", Column},
    FunctionEntry{"COLUMNS", 1, 1, "r", Columns},
    FunctionEntry{"AREAS", 1, 1, "r", Areas},
    FunctionEntry{"INDEX", 2, 3, "avv", Index},
    FunctionEntry{"MATCH", 2, 3, "vav", Match},
    FunctionEntry{"VLOOKUP", 3, 4, "vav", VLookup},
    FunctionEntry{"HLOOKUP", 3, 4, "vav", HLookup},
    FunctionEntry{"LOOKUP", 2, 3, "va", Lookup},
    FunctionEntry{"XLOOKUP", 3, 6, "vaavvv", XLookup},
    FunctionEntry{"XMATCH", 2, 4, "vavv", XMatch},
    FunctionEntry{"CHOOSE", 2, kAnyNumber, "v", Choose},
    FunctionEntry{"OFFSET", 3, 5, "rv", Offset},
    FunctionEntry{"INDIRECT", 1, 2, "v", Indirect},
    FunctionEntry{"HYPERLINK", 1, 2, "v", Hyperlink},
    FunctionEntry{"ADDRESS", 2, 5, "v", Address},
    FunctionEntry{"TRANSPOSE", 1, 1, "a", Transpose},
    FunctionEntry{"SINGLE", 1, 1, "r", Single},
};

}  // namespace

std::span<const FunctionEntry> LookupFunctions() { return kFunctions; }

}  // namespace chohyo
