// Choices, truth values and questions about values.
#include <array>
#include <cmath>

#include "pipeline/formula/function_call.h"

namespace chohyo {
namespace {

Operand If(FunctionCall& call) {
  if (call.Flag(0)) return call.Given(1) ? call.Any(1) : Operand(0.0);
  if (call.size() < 3) return false;
  return call.Given(2) ? call.Any(2) : Operand(0.0);
}

Operand IfError(FunctionCall& call) {
  const ExcelValue value = call.Value(0);
  return IsError(value) ? call.Value(1) : value;
}

Operand IfNa(FunctionCall& call) {
  const ExcelValue value = call.Value(0);
  return value == ExcelValue(ExcelError::kNa) ? call.Value(1) : value;
}

Operand Ifs(FunctionCall& call) {
  for (std::size_t i = 0; i + 1 < call.size(); i += 2) {
    if (call.Flag(i)) return call.Any(i + 1);
  }
  return ExcelError::kNa;
}

Operand Switch(FunctionCall& call) {
  const ExcelValue value = call.Sound(0);
  std::size_t i = 1;
  for (; i + 1 < call.size(); i += 2) {
    if (CompareValues(value, call.Sound(i)) == 0) return call.Any(i + 1);
  }
  return i < call.size() ? call.Any(i) : Operand(ExcelError::kNa);
}

struct Truths {
  int all = 0, held = 0;
};

/// Truth values as AND takes them: texts in cells do not count, written ones must be TRUE or FALSE.
Truths TruthsOf(FunctionCall& call) {
  Truths truths;
  call.EachValue(0, [&truths](const ExcelValue& value, bool in_cells) {
    if (const auto* error = std::get_if<ExcelError>(&value)) throw FormulaFailure{*error};
    if (in_cells && (IsText(value) || IsEmpty(value))) return;
    ++truths.all;
    if (ToFlag(value)) ++truths.held;
  });
  if (truths.all == 0) throw FormulaFailure{ExcelError::kValue};
  return truths;
}

Operand And(FunctionCall& call) {
  const Truths truths = TruthsOf(call);
  return truths.held == truths.all;
}
Operand Or(FunctionCall& call) { return TruthsOf(call).held > 0; }
Operand Xor(FunctionCall& call) { return TruthsOf(call).held % 2 == 1; }
Operand Not(FunctionCall& call) { return !call.Flag(0); }
Operand True(FunctionCall&) { return true; }
Operand False(FunctionCall&) { return false; }

Operand IsBlankCell(FunctionCall& call) { return IsEmpty(call.Value(0)); }
Operand IsErrorValue(FunctionCall& call) { return IsError(call.Value(0)); }
Operand IsNa(FunctionCall& call) { return call.Value(0) == ExcelValue(ExcelError::kNa); }
Operand IsErr(FunctionCall& call) {
  const ExcelValue value = call.Value(0);
  return IsError(value) && value != ExcelValue(ExcelError::kNa);
}
Operand IsNumberValue(FunctionCall& call) { return IsNumber(call.Value(0)); }
Operand IsTextValue(FunctionCall& call) { return IsText(call.Value(0)); }
Operand IsNonText(FunctionCall& call) { return !IsText(call.Value(0)); }
Operand IsLogical(FunctionCall& call) { return std::holds_alternative<bool>(call.Value(0)); }
Operand IsRef(FunctionCall& call) { return call.Any(0).ranges() != nullptr; }
Operand IsEven(FunctionCall& call) { return std::fmod(std::trunc(call.Number(0)), 2) == 0; }
Operand IsOdd(FunctionCall& call) { return std::fmod(std::trunc(call.Number(0)), 2) != 0; }
Operand Na(FunctionCall&) { return ExcelError::kNa; }

Operand N(FunctionCall& call) {
  const ExcelValue value = call.Sound(0);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1.0 : 0.0;
  return IsNumber(value) ? std::get<double>(value) : 0.0;
}

Operand T(FunctionCall& call) {
  const ExcelValue value = call.Sound(0);
  return IsText(value) ? std::get<std::string>(value) : std::string();
}

/// 1 for numbers, 2 for texts, 4 for truth values, 16 for errors, 64 for tables.
Operand Type(FunctionCall& call) {
  const Operand operand = call.Any(0);
  if (operand.array() != nullptr) return 64.0;
  const ExcelValue value = call.Value(0);
  if (IsText(value)) return 2.0;
  if (std::holds_alternative<bool>(value)) return 4.0;
  return IsError(value) ? 16.0 : 1.0;
}

constexpr std::array kFunctions = {
    FunctionEntry{"IF", 2, 3, "v", If},
    FunctionEntry{"IFERROR", 2, 2, "v", IfError},
    FunctionEntry{"IFNA", 2, 2, "v", IfNa},
    FunctionEntry{"IFS", 2, kAnyNumber, "v", Ifs},
    FunctionEntry{"SWITCH", 3, kAnyNumber, "v", Switch},
    FunctionEntry{"AND", 1, kAnyNumber, "r", And},
    FunctionEntry{"OR", 1, kAnyNumber, "r", Or},
    FunctionEntry{"XOR", 1, kAnyNumber, "r", Xor},
    FunctionEntry{"NOT", 1, 1, "v", Not},
    FunctionEntry{"TRUE", 0, 0, "v", True},
    FunctionEntry{"FALSE", 0, 0, "v", False},
    FunctionEntry{"ISBLANK", 1, 1, "v", IsBlankCell},
    FunctionEntry{"ISERROR", 1, 1, "v", IsErrorValue},
    FunctionEntry{"ISERR", 1, 1, "v", IsErr},
    FunctionEntry{"ISNA", 1, 1, "v", IsNa},
    FunctionEntry{"ISNUMBER", 1, 1, "v", IsNumberValue},
    FunctionEntry{"ISTEXT", 1, 1, "v", IsTextValue},
    FunctionEntry{"ISNONTEXT", 1, 1, "v", IsNonText},
    FunctionEntry{"ISLOGICAL", 1, 1, "v", IsLogical},
    FunctionEntry{"ISREF", 1, 1, "r", IsRef},
    FunctionEntry{"ISEVEN", 1, 1, "v", IsEven},
    FunctionEntry{"ISODD", 1, 1, "v", IsOdd},
    FunctionEntry{"NA", 0, 0, "v", Na},
    FunctionEntry{"N", 1, 1, "v", N},
    FunctionEntry{"T", 1, 1, "v", T},
    FunctionEntry{"TYPE", 1, 1, "r", Type},
};

}  // namespace

std::span<const FunctionEntry> LogicFunctions() { return kFunctions; }

}  // namespace chohyo
