// What expressions in a formula come to: a value, a table of values, or ranges of cells not yet read.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/formula/excel_formula.h"
#include "pipeline/formula/excel_value.h"

namespace chohyo {

/// Thrown inside the room only: an error that becomes the value of the function it happens in.
struct FormulaFailure {
  ExcelError error;
};

/// A table of values. Whole columns keep their size, but only the used part is stored; the rest is empty.
struct ExcelArray {
  std::size_t rows = 1, columns = 1;
  std::size_t stored_rows = 1, stored_columns = 1;
  std::vector<ExcelValue> values;  ///< row by row, of the stored part

  static ExcelArray Sized(std::size_t rows, std::size_t columns);
  const ExcelValue& At(std::size_t row, std::size_t column) const;
  ExcelValue& Stored(std::size_t row, std::size_t column) { return values[row * stored_columns + column]; }
  bool IsSingle() const { return rows == 1 && columns == 1; }
  std::size_t size() const { return rows * columns; }
  /// Row by row.
  const ExcelValue& AtIndex(std::size_t index) const { return At(index / columns, index % columns); }
};

using FormulaRanges = std::vector<FormulaRange>;

class Operand {
 public:
  Operand() = default;
  Operand(double number) : content_(ExcelValue(number)) {}              // NOLINT(google-explicit-constructor)
  Operand(bool flag) : content_(ExcelValue(flag)) {}                    // NOLINT(google-explicit-constructor)
  Operand(std::string text) : content_(ExcelValue(std::move(text))) {}  // NOLINT(google-explicit-constructor)
  Operand(const char*) = delete;
  Operand(ExcelError error) : content_(ExcelValue(error)) {}      // NOLINT(google-explicit-constructor)
  Operand(ExcelValue value) : content_(std::move(value)) {}       // NOLINT(google-explicit-constructor)
  Operand(ExcelArray array) : content_(std::move(array)) {}       // NOLINT(google-explicit-constructor)
  Operand(FormulaRanges ranges) : content_(std::move(ranges)) {}  // NOLINT(google-explicit-constructor)

  const ExcelValue* value() const { return std::get_if<ExcelValue>(&content_); }
  const ExcelArray* array() const { return std::get_if<ExcelArray>(&content_); }
  const FormulaRanges* ranges() const { return std::get_if<FormulaRanges>(&content_); }

 private:
  std::variant<ExcelValue, ExcelArray, FormulaRanges> content_;
};

bool IsEmpty(const ExcelValue& value);
bool IsNumber(const ExcelValue& value);
bool IsText(const ExcelValue& value);
bool IsError(const ExcelValue& value);

/// A value as arithmetic takes it: empty is 0, texts are read as numbers and dates. Throws FormulaFailure. `today`
/// gives the year to dates without one.
double ToNumber(const ExcelValue& value, double today);
std::string ToText(const ExcelValue& value);
bool ToFlag(const ExcelValue& value);

/// -1, 0, 1 as < = > have it: numbers before texts before FALSE and TRUE, capitals like small letters; empty is
/// whatever the other is. Errors are not compared.
int CompareValues(const ExcelValue& left, const ExcelValue& right);

/// Small letters for capitals, of both widths: what Excel takes for the same.
std::string FoldCase(std::string_view text);

}  // namespace chohyo
