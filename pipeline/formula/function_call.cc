#include "pipeline/formula/function_call.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace chohyo {

Operand FunctionCall::Any(std::size_t i) {
  if (i >= size()) return {};
  if (bound_[i]) return *bound_[i];
  const bool array = array_ || SignatureAt(signature_, i) == 'a';
  bound_[i] = evaluator_->Evaluate(*node_.children[i], array);
  return *bound_[i];
}

ExcelValue FunctionCall::Value(std::size_t i) {
  try {
    return evaluator_->One(Any(i));
  } catch (const FormulaFailure& failure) {
    return failure.error;
  }
}

ExcelValue FunctionCall::Sound(std::size_t i) {
  ExcelValue value = Value(i);
  if (const auto* error = std::get_if<ExcelError>(&value)) throw FormulaFailure{*error};
  return value;
}

double FunctionCall::Number(std::size_t i) { return ToNumber(Value(i), evaluator_->Today()); }

int FunctionCall::Integer(std::size_t i) {
  constexpr double kMost = 2147483647.0;
  const double number = std::trunc(Number(i));
  if (!(std::abs(number) <= kMost)) throw FormulaFailure{ExcelError::kNum};
  return static_cast<int>(number);
}

std::string FunctionCall::Text(std::size_t i) { return ToText(Value(i)); }
bool FunctionCall::Flag(std::size_t i) { return ToFlag(Value(i)); }
ExcelArray FunctionCall::Array(std::size_t i) { return evaluator_->Read(Any(i)); }

FormulaRanges FunctionCall::Ranges(std::size_t i) {
  const Operand operand = Any(i);
  if (operand.ranges() != nullptr) return *operand.ranges();
  const auto* error = operand.value() != nullptr ? std::get_if<ExcelError>(operand.value()) : nullptr;
  throw FormulaFailure{error != nullptr ? *error : ExcelError::kValue};
}

FormulaRange FunctionCall::Area(std::size_t i) {
  const FormulaRanges ranges = Ranges(i);
  if (ranges.size() != 1) throw FormulaFailure{ExcelError::kRef};
  return ranges.front();
}

void FunctionCall::EachValue(std::size_t from, const std::function<void(const ExcelValue&, bool)>& take) {
  const auto take_array = [&take](const ExcelArray& array) {
    for (const ExcelValue& value : array.values) take(value, true);
  };
  for (std::size_t i = from; i < size(); ++i) {
    const Operand operand = Any(i);
    if (operand.value() != nullptr) {
      take(*operand.value(), false);
    } else if (operand.array() != nullptr) {
      take_array(*operand.array());
    } else {
      for (const FormulaRange& range : *operand.ranges()) take_array(evaluator_->ReadArea(range));
    }
  }
}

void FunctionCall::EachNumber(std::size_t from, const std::function<void(double)>& take) {
  EachValue(from, [&](const ExcelValue& value, bool in_cells) {
    if (const auto* error = std::get_if<ExcelError>(&value)) throw FormulaFailure{*error};
    if (!in_cells) return take(ToNumber(value, evaluator_->Today()));
    if (const auto* number = std::get_if<double>(&value)) take(*number);
  });
}

std::vector<double> FunctionCall::Numbers(std::size_t from) {
  std::vector<double> numbers;
  EachNumber(from, [&numbers](double number) { numbers.push_back(number); });
  return numbers;
}

char SignatureAt(std::string_view signature, std::size_t i) { return signature[std::min(i, signature.size() - 1)]; }

const FunctionEntry* FindFunction(std::string_view name) {
  static const std::map<std::string_view, const FunctionEntry*> table = [] {
    std::map<std::string_view, const FunctionEntry*> all;
    const std::array families = {MathFunctions(), CountFunctions(), LogicFunctions(),
                                 TextFunctions(), DateFunctions(),  LookupFunctions()};
    for (const std::span<const FunctionEntry> family : families) {
      for (const FunctionEntry& entry : family) all.emplace(entry.name, &entry);
    }
    return all;
  }();
  const auto found = table.find(name);
  return found == table.end() ? nullptr : found->second;
}

}  // namespace chohyo
