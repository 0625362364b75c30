// Sums, rounding, powers and what picks among numbers.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include "pipeline/formula/decimal.h"
#include "pipeline/formula/function_call.h"

namespace chohyo {
namespace {

double Positive(bool holds, double value, ExcelError otherwise) {
  if (!holds) throw FormulaFailure{otherwise};
  return value;
}

Operand Sum(FunctionCall& call) {
  double sum = 0;
  call.EachNumber(0, [&sum](double number) { sum += number; });
  return sum;
}

Operand Product(FunctionCall& call) {
  const std::vector<double> numbers = call.Numbers(0);
  double product = numbers.empty() ? 0 : 1;
  for (const double number : numbers) product *= number;
  return product;
}

Operand SumProduct(FunctionCall& call) {
  std::vector<ExcelArray> tables;
  for (std::size_t i = 0; i < call.size(); ++i) tables.push_back(call.Array(i));
  double sum = 0;
  for (const ExcelArray& table : tables) {
    if (table.rows != tables[0].rows || table.columns != tables[0].columns) throw FormulaFailure{ExcelError::kValue};
  }
  for (std::size_t row = 0; row < tables[0].stored_rows; ++row) {
    for (std::size_t column = 0; column < tables[0].stored_columns; ++column) {
      double product = 1;
      for (const ExcelArray& table : tables) {
        const ExcelValue& value = table.At(row, column);
        if (const auto* error = std::get_if<ExcelError>(&value)) throw FormulaFailure{*error};
        product *= IsNumber(value) ? std::get<double>(value) : 0;
      }
      sum += product;
    }
  }
  return sum;
}

Operand SumSquares(FunctionCall& call) {
  double sum = 0;
  call.EachNumber(0, [&sum](double number) { sum += number * number; });
  return sum;
}

Operand Max(FunctionCall& call) {
  const std::vector<double> numbers = call.Numbers(0);
  return numbers.empty() ? 0.0 : *std::max_element(numbers.begin(), numbers.end());
}

Operand Min(FunctionCall& call) {
  const std::vector<double> numbers = call.Numbers(0);
  return numbers.empty() ? 0.0 : *std::min_element(numbers.begin(), numbers.end());
}

Operand Average(FunctionCall& call) {
  const std::vector<double> numbers = call.Numbers(0);
  double sum = 0;
  for (const double number : numbers) sum += number;
  return Positive(!numbers.empty(), sum, ExcelError::kDiv0) / static_cast<double>(numbers.size());
}

std::vector<double> Sorted(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

/// The numbers of the first argument only.
std::vector<double> NumbersOfFirst(FunctionCall& call) {
  std::vector<double> numbers;
  for (const ExcelValue& value : call.Array(0).values) {
    if (const auto* error = std::get_if<ExcelError>(&value)) throw FormulaFailure{*error};
    if (IsNumber(value)) numbers.push_back(std::get<double>(value));
  }
  return numbers;
}

double NthOf(FunctionCall& call, bool largest) {
  const std::vector<double> numbers = Sorted(NumbersOfFirst(call));
  const double wanted = std::ceil(call.Number(1));
  if (!(wanted >= 1) || wanted > static_cast<double>(numbers.size())) throw FormulaFailure{ExcelError::kNum};
  const auto place = static_cast<std::size_t>(wanted);
  return largest ? numbers[numbers.size() - place] : numbers[place - 1];
}

Operand Large(FunctionCall& call) { return NthOf(call, true); }
Operand Small(FunctionCall& call) { return NthOf(call, false); }

Operand Median(FunctionCall& call) {
  const std::vector<double> numbers = Sorted(call.Numbers(0));
  if (numbers.empty()) return ExcelError::kNum;
  const std::size_t middle = numbers.size() / 2;
  return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

/// The most frequent number; of several the one that comes first.
Operand Mode(FunctionCall& call) {
  const std::vector<double> numbers = call.Numbers(0);
  std::map<double, int> counts;
  for (const double number : numbers) ++counts[number];
  int most = 1;
  double mode = 0;
  for (const double number : numbers) {
    if (counts[number] <= most) continue;
    most = counts[number];
    mode = number;
  }
  return Positive(most > 1, mode, ExcelError::kNa);
}

std::pair<int, int> Ranked(FunctionCall& call) {
  const double number = call.Number(0);
  const bool ascending = call.Number(2, 0) != 0;
  int before = 0;
  int same = 0;
  for (const ExcelValue& value : call.Array(1).values) {
    if (!IsNumber(value)) continue;
    const double other = std::get<double>(value);
    if (other == number) ++same;
    if (ascending ? other < number : other > number) ++before;
  }
  if (same == 0) throw FormulaFailure{ExcelError::kNa};
  return {before + 1, same};
}

Operand Rank(FunctionCall& call) { return static_cast<double>(Ranked(call).first); }
Operand RankAverage(FunctionCall& call) {
  const auto [rank, same] = Ranked(call);
  return rank + (same - 1) / 2.0;
}

double Deviation(FunctionCall& call, bool sample) {
  const std::vector<double> numbers = call.Numbers(0);
  const auto count = static_cast<double>(numbers.size());
  const double below = sample ? count - 1 : count;
  if (below <= 0) throw FormulaFailure{ExcelError::kDiv0};
  double mean = 0;
  for (const double number : numbers) mean += number / count;
  double squares = 0;
  for (const double number : numbers) squares += (number - mean) * (number - mean);
  return squares / below;
}

Operand StDev(FunctionCall& call) { return std::sqrt(Deviation(call, true)); }
Operand StDevP(FunctionCall& call) { return std::sqrt(Deviation(call, false)); }
Operand Var(FunctionCall& call) { return Deviation(call, true); }
Operand VarP(FunctionCall& call) { return Deviation(call, false); }

Operand Round(FunctionCall& call) { return RoundedTo(call.Number(0), call.Integer(1)); }
Operand RoundUp(FunctionCall& call) { return RaisedTo(call.Number(0), call.Integer(1)); }
Operand RoundDown(FunctionCall& call) { return TruncatedTo(call.Number(0), call.Integer(1)); }
Operand Trunc(FunctionCall& call) { return TruncatedTo(call.Number(0), call.Integer(1, 0)); }

/// The next whole number below, but 3 for what shows as 3.
double Floored(double number) { return std::floor(RoundedTo(number, 14 - std::max(0, ScientificOf(number).exponent))); }

Operand Int(FunctionCall& call) { return Floored(call.Number(0)); }

Operand Mod(FunctionCall& call) {
  const double number = call.Number(0);
  const double divisor = call.Number(1);
  if (divisor == 0) return ExcelError::kDiv0;
  return number - divisor * Floored(number / divisor);
}

Operand Quotient(FunctionCall& call) {
  const double number = call.Number(0);
  const double divisor = call.Number(1);
  return std::trunc(number / Positive(divisor != 0, divisor, ExcelError::kDiv0));
}

Operand Abs(FunctionCall& call) { return std::abs(call.Number(0)); }
Operand Sign(FunctionCall& call) {
  const double number = call.Number(0);
  return number > 0 ? 1.0 : number < 0 ? -1.0 : 0.0;
}

/// A multiple of `step` by a way of rounding the count of steps.
double Stepped(double number, double step, double (*round)(double)) {
  if (number == 0 || step == 0) return 0;
  const double steps = RoundedTo(number / step, 10);
  return round(steps) * step;
}

double HalfAway(double number) { return std::round(number); }
double Up(double number) { return std::ceil(number); }
double Down(double number) { return std::floor(number); }

Operand Ceiling(FunctionCall& call) {
  const double number = call.Number(0);
  const double step = call.Number(1, number < 0 ? -1 : 1);
  if (number > 0 && step < 0) return ExcelError::kNum;
  return Stepped(number, step, Up);
}

Operand Floor(FunctionCall& call) {
  const double number = call.Number(0);
  const double step = call.Number(1, number < 0 ? -1 : 1);
  if (number > 0 && step < 0) return ExcelError::kNum;
  if (number != 0 && step == 0) return ExcelError::kDiv0;
  return Stepped(number, step, Down);
}

Operand CeilingMath(FunctionCall& call) { return Stepped(call.Number(0), std::abs(call.Number(1, 1)), Up); }
Operand FloorMath(FunctionCall& call) { return Stepped(call.Number(0), std::abs(call.Number(1, 1)), Down); }

Operand MRound(FunctionCall& call) {
  const double number = call.Number(0);
  const double step = call.Number(1);
  if (number * step < 0) return ExcelError::kNum;
  return Stepped(number, step, HalfAway);
}

/// To the next even or odd number away from zero.
double AwayTo(double number, bool odd) {
  const double magnitude = std::ceil(std::abs(number));
  const double rest = std::fmod(magnitude, 2);
  const double away = rest == (odd ? 1 : 0) ? magnitude : magnitude + 1;
  return number < 0 ? -away : away;
}
Operand Even(FunctionCall& call) { return AwayTo(call.Number(0), false); }
Operand Odd(FunctionCall& call) { return AwayTo(call.Number(0), true); }

Operand Power(FunctionCall& call) {
  const double base = call.Number(0);
  const double exponent = call.Number(1);
  if (base == 0 && exponent == 0) return ExcelError::kNum;
  return std::pow(Positive(base != 0 || exponent > 0, base, ExcelError::kDiv0), exponent);
}

Operand Sqrt(FunctionCall& call) {
  const double number = call.Number(0);
  return std::sqrt(Positive(number >= 0, number, ExcelError::kNum));
}
Operand Exp(FunctionCall& call) { return std::exp(call.Number(0)); }
Operand Ln(FunctionCall& call) {
  const double number = call.Number(0);
  return std::log(Positive(number > 0, number, ExcelError::kNum));
}
Operand Log10(FunctionCall& call) {
  const double number = call.Number(0);
  return std::log10(Positive(number > 0, number, ExcelError::kNum));
}
Operand Log(FunctionCall& call) {
  const double number = call.Number(0);
  const double base = call.Number(1, 10);
  if (number <= 0 || base <= 0) return ExcelError::kNum;
  if (base == 1) return ExcelError::kDiv0;
  return base == 10 ? std::log10(number) : std::log(number) / std::log(base);
}
Operand Pi(FunctionCall&) { return 3.14159265358979; }

constexpr std::array kFunctions = {
    FunctionEntry{"SUM", 1, kAnyNumber, "r", Sum},
    FunctionEntry{"PRODUCT", 1, kAnyNumber, "r", Product},
    FunctionEntry{"SUMPRODUCT", 1, kAnyNumber, "a", SumProduct},
    FunctionEntry{"SUMSQ", 1, kAnyNumber, "r", SumSquares},
    FunctionEntry{"MAX", 1, kAnyNumber, "r", Max},
    FunctionEntry{"MIN", 1, kAnyNumber, "r", Min},
    FunctionEntry{"AVERAGE", 1, kAnyNumber, "r", Average},
    FunctionEntry{"LARGE", 2, 2, "rv", Large},
    FunctionEntry{"SMALL", 2, 2, "rv", Small},
    FunctionEntry{"MEDIAN", 1, kAnyNumber, "r", Median},
    FunctionEntry{"MODE", 1, kAnyNumber, "r", Mode},
    FunctionEntry{"MODE.SNGL", 1, kAnyNumber, "r", Mode},
    FunctionEntry{"RANK", 2, 3, "vrv", Rank},
    FunctionEntry{"RANK.EQ", 2, 3, "vrv", Rank},
    FunctionEntry{"RANK.AVG", 2, 3, "vrv", RankAverage},
    FunctionEntry{"STDEV", 1, kAnyNumber, "r", StDev},
    FunctionEntry{"STDEV.S", 1, kAnyNumber, "r", StDev},
    FunctionEntry{"STDEVP", 1, kAnyNumber, "r", StDevP},
    FunctionEntry{"STDEV.P", 1, kAnyNumber, "r", StDevP},
    FunctionEntry{"VAR", 1, kAnyNumber, "r", Var},
    FunctionEntry{"VAR.S", 1, kAnyNumber, "r", Var},
    FunctionEntry{"VARP", 1, kAnyNumber, "r", VarP},
    FunctionEntry{"VAR.P", 1, kAnyNumber, "r", VarP},
    FunctionEntry{"ROUND", 2, 2, "v", Round},
    FunctionEntry{"ROUNDUP", 2, 2, "v", RoundUp},
    FunctionEntry{"ROUNDDOWN", 2, 2, "v", RoundDown},
    FunctionEntry{"TRUNC", 1, 2, "v", Trunc},
    FunctionEntry{"INT", 1, 1, "v", Int},
    FunctionEntry{"MOD", 2, 2, "v", Mod},
    FunctionEntry{"QUOTIENT", 2, 2, "v", Quotient},
    FunctionEntry{"ABS", 1, 1, "v", Abs},
    FunctionEntry{"SIGN", 1, 1, "v", Sign},
    FunctionEntry{"CEILING", 2, 2, "v", Ceiling},
    FunctionEntry{"FLOOR", 2, 2, "v", Floor},
    FunctionEntry{"CEILING.MATH", 1, 3, "v", CeilingMath},
    FunctionEntry{"FLOOR.MATH", 1, 3, "v", FloorMath},
    FunctionEntry{"MROUND", 2, 2, "v", MRound},
    FunctionEntry{"EVEN", 1, 1, "v", Even},
    FunctionEntry{"ODD", 1, 1, "v", Odd},
    FunctionEntry{"POWER", 2, 2, "v", Power},
    FunctionEntry{"SQRT", 1, 1, "v", Sqrt},
    FunctionEntry{"EXP", 1, 1, "v", Exp},
    FunctionEntry{"LN", 1, 1, "v", Ln},
    FunctionEntry{"LOG10", 1, 1, "v", Log10},
    FunctionEntry{"LOG", 1, 2, "v", Log},
    FunctionEntry{"PI", 0, 0, "v", Pi},
};

}  // namespace

std::span<const FunctionEntry> MathFunctions() { return kFunctions; }

}  // namespace chohyo
