// Counting, and sums and averages of what meets conditions.
#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/formula/criteria.h"
#include "pipeline/formula/evaluator.h"
#include "pipeline/formula/function_call.h"
#include "pipeline/formula/function_subtotal.h"

namespace chohyo {
namespace {

Operand Count(FunctionCall& call) {
  double count = 0;
  call.EachValue(0, [&](const ExcelValue& value, bool in_cells) {
    bool counts = IsNumber(value);
    if (!in_cells && !IsError(value)) {
      try {
        ToNumber(value, call.evaluator().Today());
        counts = true;
      } catch (const FormulaFailure&) {
        counts = false;
      }
    }
    if (counts) ++count;
  });
  return count;
}

Operand CountA(FunctionCall& call) {
  double count = 0;
  call.EachValue(0, [&count](const ExcelValue& value, bool in_cells) {
    if (!in_cells || !IsEmpty(value)) ++count;
  });
  return count;
}

Operand CountBlank(FunctionCall& call) {
  const ExcelArray array = call.Array(0);
  auto filled = static_cast<double>(array.values.size());
  for (const ExcelValue& value : array.values) {
    if (IsEmpty(value) || (IsText(value) && std::get<std::string>(value).empty())) --filled;
  }
  return static_cast<double>(array.size()) - filled;
}

/// The places of a table at which all conditions hold: pairs of range and condition from argument `from` on.
class Matches {
 public:
  Matches(FunctionCall* call, std::size_t from) {
    for (std::size_t i = from; i + 1 < call->size(); i += 2) {
      tables_.push_back(call->Array(i));
      criteria_.emplace_back(call->Value(i + 1), call->evaluator().Today());
      if (tables_.back().rows != tables_[0].rows || tables_.back().columns != tables_[0].columns) {
        throw FormulaFailure{ExcelError::kValue};
      }
    }
    if (tables_.empty()) throw FormulaFailure{ExcelError::kValue};
  }

  bool At(std::size_t row, std::size_t column) const {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      if (!criteria_[i].Holds(tables_[i].At(row, column))) return false;
    }
    return true;
  }

  std::size_t rows() const { return tables_[0].rows; }
  std::size_t columns() const { return tables_[0].columns; }

  /// How far any of the tables, or `other`, has values.
  std::pair<std::size_t, std::size_t> Reach(const ExcelArray* other) const {
    std::size_t rows = other != nullptr ? other->stored_rows : 0;
    std::size_t columns = other != nullptr ? other->stored_columns : 0;
    for (const ExcelArray& table : tables_) {
      rows = std::max(rows, table.stored_rows);
      columns = std::max(columns, table.stored_columns);
    }
    return {std::min(rows, this->rows()), std::min(columns, this->columns())};
  }

  /// What beyond the used cells meets the conditions, all being empty there.
  double CountBeyond(std::pair<std::size_t, std::size_t> reach) const {
    for (const Criterion& criterion : criteria_) {
      if (!criterion.Holds(ExcelValue())) return 0;
    }
    return static_cast<double>(rows() * columns()) - static_cast<double>(reach.first * reach.second);
  }

 private:
  std::vector<ExcelArray> tables_;
  std::vector<Criterion> criteria_;
};

Operand CountIfs(FunctionCall& call) {
  const Matches matches(&call, 0);
  const auto reach = matches.Reach(nullptr);
  double count = matches.CountBeyond(reach);
  for (std::size_t row = 0; row < reach.first; ++row) {
    for (std::size_t column = 0; column < reach.second; ++column) count += matches.At(row, column) ? 1 : 0;
  }
  return count;
}

/// The range to add up has the size of the range of conditions, from its own first cell on.
ExcelArray SizedLike(FunctionCall* call, std::size_t argument, const Matches& matches) {
  FormulaRange range = call->Area(argument);
  range.last_row = range.first_row + static_cast<int>(matches.rows()) - 1;
  range.last_column = range.first_column + static_cast<int>(matches.columns()) - 1;
  return call->evaluator().ReadArea(range);
}

std::vector<double> Matching(const Matches& matches, const ExcelArray& table) {
  std::vector<double> numbers;
  const auto reach = matches.Reach(&table);
  for (std::size_t row = 0; row < reach.first; ++row) {
    for (std::size_t column = 0; column < reach.second; ++column) {
      if (!matches.At(row, column)) continue;
      const ExcelValue& value = table.At(row, column);
      if (const auto* error = std::get_if<ExcelError>(&value)) throw FormulaFailure{*error};
      if (IsNumber(value)) numbers.push_back(std::get<double>(value));
    }
  }
  return numbers;
}

/// SUMIF and its like: condition pair first, the range to add up third if given.
std::vector<double> MatchingOne(FunctionCall* call) {
  const Matches matches(call, 0);
  return Matching(matches, call->Given(2) ? SizedLike(call, 2, matches) : call->Array(0));
}

/// SUMIFS and its like: the range to add up first.
std::vector<double> MatchingMany(FunctionCall* call) {
  const Matches matches(call, 1);
  const ExcelArray table = call->Array(0);
  if (table.rows != matches.rows() || table.columns != matches.columns()) throw FormulaFailure{ExcelError::kValue};
  return Matching(matches, table);
}

double Total(const std::vector<double>& numbers) {
  double total = 0;
  for (const double number : numbers) total += number;
  return total;
}

double Mean(const std::vector<double>& numbers) {
  if (numbers.empty()) throw FormulaFailure{ExcelError::kDiv0};
  return Total(numbers) / static_cast<double>(numbers.size());
}

Operand SumIf(FunctionCall& call) { return Total(MatchingOne(&call)); }
Operand SumIfs(FunctionCall& call) { return Total(MatchingMany(&call)); }
Operand AverageIf(FunctionCall& call) { return Mean(MatchingOne(&call)); }
Operand AverageIfs(FunctionCall& call) { return Mean(MatchingMany(&call)); }
Operand MaxIfs(FunctionCall& call) {
  const std::vector<double> numbers = MatchingMany(&call);
  return numbers.empty() ? 0.0 : *std::max_element(numbers.begin(), numbers.end());
}
Operand MinIfs(FunctionCall& call) {
  const std::vector<double> numbers = MatchingMany(&call);
  return numbers.empty() ? 0.0 : *std::min_element(numbers.begin(), numbers.end());
}

/// Range and condition in turn, as far as anybody writes them.
constexpr std::string_view kPairs = "rvrvrvrvrvrvrvrvrvrvrvrvrvrvrvrvr";
constexpr std::string_view kPairsAfterOne = "rrvrvrvrvrvrvrvrvrvrvrvrvrvrvrvrvr";

constexpr std::array kFunctions = {
    FunctionEntry{"COUNT", 1, kAnyNumber, "r", Count},
    FunctionEntry{"COUNTA", 1, kAnyNumber, "r", CountA},
    FunctionEntry{"COUNTBLANK", 1, 1, "r", CountBlank},
    FunctionEntry{"COUNTIF", 2, 2, "rv", CountIfs},
    FunctionEntry{"COUNTIFS", 2, kAnyNumber, kPairs, CountIfs},
    FunctionEntry{"SUMIF", 2, 3, "rvr", SumIf},
    FunctionEntry{"SUMIFS", 3, kAnyNumber, kPairsAfterOne, SumIfs},
    FunctionEntry{"AVERAGEIF", 2, 3, "rvr", AverageIf},
    FunctionEntry{"AVERAGEIFS", 3, kAnyNumber, kPairsAfterOne, AverageIfs},
    FunctionEntry{"MAXIFS", 3, kAnyNumber, kPairsAfterOne, MaxIfs},
    FunctionEntry{"MINIFS", 3, kAnyNumber, kPairsAfterOne, MinIfs},
    FunctionEntry{"SUBTOTAL", 2, kAnyNumber, "vr", Subtotal},
    FunctionEntry{"AGGREGATE", 3, kAnyNumber, "vvav", Aggregate},
};

}  // namespace

std::span<const FunctionEntry> CountFunctions() { return kFunctions; }

}  // namespace chohyo
