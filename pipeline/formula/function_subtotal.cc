#include "pipeline/formula/function_subtotal.h"

#include <algorithm>
#include <cmath>

namespace chohyo {
namespace {

struct Values {
  std::vector<double> numbers;
  double filled = 0;
};

double SumOf(const std::vector<double>& numbers) {
  double sum = 0;
  for (const double number : numbers) sum += number;
  return sum;
}

double VarianceOf(const std::vector<double>& numbers, bool sample) {
  const double below = static_cast<double>(numbers.size()) - (sample ? 1 : 0);
  if (below <= 0) throw FormulaFailure{ExcelError::kDiv0};
  const double mean = SumOf(numbers) / static_cast<double>(numbers.size());
  double squares = 0;
  for (const double number : numbers) squares += (number - mean) * (number - mean);
  return squares / below;
}

double ProductOf(const std::vector<double>& numbers) {
  double product = numbers.empty() ? 0 : 1;
  for (const double number : numbers) product *= number;
  return product;
}

double MeanOf(const std::vector<double>& numbers) {
  if (numbers.empty()) throw FormulaFailure{ExcelError::kDiv0};
  return SumOf(numbers) / static_cast<double>(numbers.size());
}

double Chosen(int function, const Values& values) {
  const std::vector<double>& numbers = values.numbers;
  switch (function) {
    case 1: return MeanOf(numbers);
    case 2: return static_cast<double>(numbers.size());
    case 3: return values.filled;
    case 4: return numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
    case 5: return numbers.empty() ? 0 : *std::min_element(numbers.begin(), numbers.end());
    case 6: return ProductOf(numbers);
    case 7: return std::sqrt(VarianceOf(numbers, true));
    case 8: return std::sqrt(VarianceOf(numbers, false));
    case 9: return SumOf(numbers);
    case 10: return VarianceOf(numbers, true);
    case 11: return VarianceOf(numbers, false);
    default: throw FormulaFailure{ExcelError::kValue};
  }
}

Values ValuesOf(FunctionCall& call, std::size_t from, bool without_errors) {
  Values values;
  call.EachValue(from, [&](const ExcelValue& value, bool) {
    const auto* error = std::get_if<ExcelError>(&value);
    if (error != nullptr && without_errors) return;
    if (error != nullptr) throw FormulaFailure{*error};
    if (!IsEmpty(value)) ++values.filled;
    if (IsNumber(value)) values.numbers.push_back(std::get<double>(value));
  });
  return values;
}

/// MEDIAN, LARGE and SMALL by number: 12, 14, 15.
double Placed(FunctionCall& call, int function, bool without_errors) {
  std::vector<double> numbers;
  for (const ExcelValue& value : call.Array(2).values) {
    const auto* error = std::get_if<ExcelError>(&value);
    if (error != nullptr && !without_errors) throw FormulaFailure{*error};
    if (IsNumber(value)) numbers.push_back(std::get<double>(value));
  }
  std::sort(numbers.begin(), numbers.end());
  if (numbers.empty()) throw FormulaFailure{ExcelError::kNum};
  const std::size_t middle = numbers.size() / 2;
  if (function == 12) return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
  const double place = std::ceil(call.Number(3));
  if (!(place >= 1) || place > static_cast<double>(numbers.size())) throw FormulaFailure{ExcelError::kNum};
  const auto index = static_cast<std::size_t>(place);
  return function == 14 ? numbers[numbers.size() - index] : numbers[index - 1];
}

}  // namespace

Operand Subtotal(FunctionCall& call) {
  const int function = call.Integer(0);
  constexpr int kWithoutHidden = 100;
  return Chosen(function > kWithoutHidden ? function - kWithoutHidden : function, ValuesOf(call, 1, false));
}

Operand Aggregate(FunctionCall& call) {
  const int function = call.Integer(0);
  const int option = call.Integer(1, 0);
  if (option < 0 || option > 7) return ExcelError::kValue;
  const bool without_errors = option == 2 || option == 3 || option == 6 || option == 7;
  if (function == 12 || function == 14 || function == 15) return Placed(call, function, without_errors);
  return Chosen(function, ValuesOf(call, 2, without_errors));
}

}  // namespace chohyo
