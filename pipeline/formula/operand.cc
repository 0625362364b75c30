#include "pipeline/formula/operand.h"

#include <cmath>

#include "pipeline/base/text.h"
#include "pipeline/formula/decimal.h"
#include "pipeline/formula/text_number.h"

namespace chohyo {
namespace {

/// Numbers before texts before truth values.
int RankOf(const ExcelValue& value) {
  if (std::holds_alternative<bool>(value)) return 2;
  return IsText(value) ? 1 : 0;
}

/// What an empty cell is next to another value.
ExcelValue EmptyLike(const ExcelValue& other) {
  if (IsText(other)) return std::string();
  if (std::holds_alternative<bool>(other)) return false;
  return 0.0;
}

char32_t SmallLetter(char32_t c) {
  const bool latin = (c >= U'A' && c <= U'Z') || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
  const bool greek = c >= 0x391 && c <= 0x3A9;
  if (latin || greek || (c >= 0x410 && c <= 0x42F)) return c + 32;
  return c;
}

int CompareTexts(const std::string& left, const std::string& right) {
  const int order = FoldCase(left).compare(FoldCase(right));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

template <typename T>
int Order(T left, T right) {
  return left < right ? -1 : right < left ? 1 : 0;
}

}  // namespace

ExcelArray ExcelArray::Sized(std::size_t rows, std::size_t columns) {
  return {rows, columns, rows, columns, std::vector<ExcelValue>(rows * columns)};
}

const ExcelValue& ExcelArray::At(std::size_t row, std::size_t column) const {
  static const ExcelValue kEmpty;
  return row < stored_rows && column < stored_columns ? values[row * stored_columns + column] : kEmpty;
}

bool IsEmpty(const ExcelValue& value) { return std::holds_alternative<std::monostate>(value); }
bool IsNumber(const ExcelValue& value) { return std::holds_alternative<double>(value); }
bool IsText(const ExcelValue& value) { return std::holds_alternative<std::string>(value); }
bool IsError(const ExcelValue& value) { return std::holds_alternative<ExcelError>(value); }

double ToNumber(const ExcelValue& value, double today) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
  if (const auto* error = std::get_if<ExcelError>(&value)) throw FormulaFailure{*error};
  if (IsEmpty(value)) return 0;
  const std::optional<double> number = NumberOfText(std::get<std::string>(value), today);
  if (!number) throw FormulaFailure{ExcelError::kValue};
  return *number;
}

std::string ToText(const ExcelValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<double>(&value)) return PlainNumberText(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "TRUE" : "FALSE";
  if (const auto* error = std::get_if<ExcelError>(&value)) throw FormulaFailure{*error};
  return {};
}

bool ToFlag(const ExcelValue& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* number = std::get_if<double>(&value)) return *number != 0;
  if (const auto* error = std::get_if<ExcelError>(&value)) throw FormulaFailure{*error};
  if (IsEmpty(value)) return false;
  const std::string text = FoldCase(std::get<std::string>(value));
  if (text != "true" && text != "false") throw FormulaFailure{ExcelError::kValue};
  return text == "true";
}

int CompareValues(const ExcelValue& left, const ExcelValue& right) {
  if (IsEmpty(left) && IsEmpty(right)) return 0;
  if (IsEmpty(left)) return CompareValues(EmptyLike(right), right);
  if (IsEmpty(right)) return CompareValues(left, EmptyLike(left));
  if (RankOf(left) != RankOf(right)) return Order(RankOf(left), RankOf(right));
  if (IsText(left)) return CompareTexts(std::get<std::string>(left), std::get<std::string>(right));
  if (std::holds_alternative<bool>(left)) return Order(std::get<bool>(left), std::get<bool>(right));
  if (!IsNumber(left) || !IsNumber(right)) return 0;
  const double a = std::get<double>(left);
  const double b = std::get<double>(right);
  // Fifteen digits count: 0.1+0.2 equals 0.3.
  constexpr double kNear = 1e-14;
  const bool near = std::abs(a - b) <= kNear * std::abs(a);
  return a == b || (near && PlainNumberText(a) == PlainNumberText(b)) ? 0 : Order(a, b);
}

std::string FoldCase(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      folded += static_cast<char>(SmallLetter(static_cast<unsigned char>(text[at++])));
    } else {
      AppendUtf8(SmallLetter(NextCodePoint(text, &at)), &folded);
    }
  }
  return folded;
}

}  // namespace chohyo
