#include "pipeline/formula/evaluator.h"

#include <algorithm>
#include <cmath>

#include "pipeline/formula/cell_reference.h"
#include "pipeline/formula/formula_token.h"
#include "pipeline/formula/function_call.h"

namespace chohyo {
namespace {

/// More cells than an office's form has; a guard against workbooks made to stall.
constexpr std::size_t kMostCells = 4'000'000;
/// Names that stand for names.
constexpr int kDeepestName = 16;
constexpr std::size_t kLongestText = 200'000;

bool IsOneCell(const FormulaRange& range) {
  return range.first_row == range.last_row && range.first_column == range.last_column;
}

std::optional<FormulaRange> SharedBy(const FormulaRange& a, const FormulaRange& b) {
  FormulaRange shared = a;
  shared.is_range = true;
  shared.first_row = std::max(a.first_row, b.first_row);
  shared.last_row = std::min(a.last_row, b.last_row);
  shared.first_column = std::max(a.first_column, b.first_column);
  shared.last_column = std::min(a.last_column, b.last_column);
  const bool any =
      a.sheet == b.sheet && shared.first_row <= shared.last_row && shared.first_column <= shared.last_column;
  return any ? std::optional(shared) : std::nullopt;
}

FormulaRange Around(const FormulaRange& a, const FormulaRange& b) {
  if (a.sheet != b.sheet) throw FormulaFailure{ExcelError::kRef};
  FormulaRange around = a;
  around.is_range = true;
  around.first_row = std::min(a.first_row, b.first_row);
  around.last_row = std::max(a.last_row, b.last_row);
  around.first_column = std::min(a.first_column, b.first_column);
  around.last_column = std::max(a.last_column, b.last_column);
  return around;
}

double Arithmetic(FormulaOperator op, double left, double right) {
  switch (op) {
    case FormulaOperator::kAdd:
    case FormulaOperator::kSubtract: {
      const double sum = op == FormulaOperator::kAdd ? left + right : left - right;
      // What is left of a difference beyond fifteen digits is nothing, as Excel has it.
      constexpr double kNothing = 2e-15;
      return std::abs(sum) < std::max(std::abs(left), std::abs(right)) * kNothing ? 0 : sum;
    }
    case FormulaOperator::kMultiply: return left * right;
    case FormulaOperator::kDivide:
      if (right == 0) throw FormulaFailure{ExcelError::kDiv0};
      return left / right;
    default:
      if (left == 0 && right == 0) throw FormulaFailure{ExcelError::kNum};
      if (left == 0 && right < 0) throw FormulaFailure{ExcelError::kDiv0};
      return std::pow(left, right);
  }
}

bool Compare(FormulaOperator op, const ExcelValue& left, const ExcelValue& right) {
  for (const ExcelValue* side : {&left, &right}) {
    if (const auto* error = std::get_if<ExcelError>(side)) throw FormulaFailure{*error};
  }
  const int order = CompareValues(left, right);
  switch (op) {
    case FormulaOperator::kEqual: return order == 0;
    case FormulaOperator::kNotEqual: return order != 0;
    case FormulaOperator::kLess: return order < 0;
    case FormulaOperator::kLessEqual: return order <= 0;
    case FormulaOperator::kGreater: return order > 0;
    default: return order >= 0;
  }
}

ExcelValue Combine(FormulaOperator op, const ExcelValue& left, const ExcelValue& right, double today) {
  if (op == FormulaOperator::kJoin) {
    std::string joined = ToText(left) + ToText(right);
    if (joined.size() > kLongestText) throw FormulaFailure{ExcelError::kValue};
    return joined;
  }
  if (op >= FormulaOperator::kEqual) return Compare(op, left, right);
  const double first = ToNumber(left, today);
  return Arithmetic(op, first, ToNumber(right, today));
}

ExcelValue Settled(ExcelValue value) {
  const auto* number = std::get_if<double>(&value);
  if (number != nullptr && !std::isfinite(*number)) return ExcelError::kNum;
  return value;
}

/// The size of tables worked on together: a side of 1 is repeated.
struct CommonSize {
  std::size_t rows = 1, columns = 1, stored_rows = 1, stored_columns = 1;

  void Add(const ExcelArray& array) {
    rows = std::max(rows, array.rows);
    columns = std::max(columns, array.columns);
    stored_rows = std::max(stored_rows, array.stored_rows);
    stored_columns = std::max(stored_columns, array.stored_columns);
  }

  ExcelArray Table() const {
    if (stored_rows * stored_columns > kMostCells) throw FormulaFailure{ExcelError::kNum};
    return {rows, columns, stored_rows, stored_columns, std::vector<ExcelValue>(stored_rows * stored_columns)};
  }
};

ExcelValue Repeated(const ExcelArray& array, std::size_t row, std::size_t column) {
  if ((array.rows > 1 && row >= array.rows) || (array.columns > 1 && column >= array.columns)) return ExcelError::kNa;
  return array.At(array.rows == 1 ? 0 : row, array.columns == 1 ? 0 : column);
}

}  // namespace

Operand FormulaEvaluator::Evaluate(const FormulaNode& node, bool array) {
  try {
    return EvaluateOrThrow(node, array);
  } catch (const FormulaFailure& failure) {
    return failure.error;
  }
}

Operand FormulaEvaluator::EvaluateOrThrow(const FormulaNode& node, bool array) {
  switch (node.kind) {
    case NodeKind::kConstant: return node.value;
    case NodeKind::kMissing: return {};
    case NodeKind::kRange: return EvaluateRange(node.range);
    case NodeKind::kName: return EvaluateName(node, array);
    case NodeKind::kCall: return EvaluateCall(node, array);
    case NodeKind::kArray: return EvaluateArray(node);
    case NodeKind::kParentheses: return Evaluate(*node.children[0], array);
    case NodeKind::kUnary:
    case NodeKind::kPercent: return EvaluateUnary(node, array);
    case NodeKind::kBinary: break;
  }
  return node.op >= FormulaOperator::kRange ? EvaluateReferenceOperator(node, array) : EvaluateBinary(node, array);
}

Operand FormulaEvaluator::EvaluateRange(const FormulaRange& range) const {
  FormulaRange resolved = range;
  if (resolved.sheet.empty()) resolved.sheet = here_.sheet;
  return FormulaRanges{resolved};
}

Operand FormulaEvaluator::EvaluateUnary(const FormulaNode& node, bool array) {
  const Operand operand = Evaluate(*node.children[0], array);
  const bool plus = node.kind == NodeKind::kUnary && node.op == FormulaOperator::kAdd;
  if (plus) return operand;
  const bool percent = node.kind == NodeKind::kPercent;
  return EachValue({operand}, array, [&](const std::vector<ExcelValue>& values) -> ExcelValue {
    const double number = ToNumber(values[0], Today());
    return percent ? number / 100 : -number;
  });
}

Operand FormulaEvaluator::EvaluateBinary(const FormulaNode& node, bool array) {
  const Operand left = Evaluate(*node.children[0], array);
  const Operand right = Evaluate(*node.children[1], array);
  return EachValue({left, right}, array, [&](const std::vector<ExcelValue>& values) {
    return Combine(node.op, values[0], values[1], Today());
  });
}

Operand FormulaEvaluator::EvaluateReferenceOperator(const FormulaNode& node, bool array) {
  const Operand left = Evaluate(*node.children[0], array);
  const Operand right = Evaluate(*node.children[1], array);
  for (const Operand* side : {&left, &right}) {
    if (side->ranges() != nullptr) continue;
    const bool error = side->value() != nullptr && IsError(*side->value());
    throw FormulaFailure{error ? std::get<ExcelError>(*side->value()) : ExcelError::kValue};
  }
  FormulaRanges result;
  if (node.op == FormulaOperator::kUnion) {
    result = *left.ranges();
    result.insert(result.end(), right.ranges()->begin(), right.ranges()->end());
    return result;
  }
  if (node.op == FormulaOperator::kRange) {
    FormulaRange around = left.ranges()->front();
    for (const Operand* side : {&left, &right}) {
      for (const FormulaRange& range : *side->ranges()) around = Around(around, range);
    }
    return FormulaRanges{around};
  }
  for (const FormulaRange& a : *left.ranges()) {
    for (const FormulaRange& b : *right.ranges()) {
      if (const auto shared = SharedBy(a, b)) result.push_back(*shared);
    }
  }
  if (result.empty()) return ExcelError::kNull;
  return result;
}

Operand FormulaEvaluator::EvaluateArray(const FormulaNode& node) const {
  ExcelArray array = ExcelArray::Sized(node.children.size() / node.columns, node.columns);
  for (std::size_t i = 0; i < node.children.size(); ++i) array.values[i] = node.children[i]->value;
  return array;
}

Operand FormulaEvaluator::EvaluateName(const FormulaNode& node, bool array) {
  const std::optional<std::string> formula = cells_.Name(node.name);
  if (!formula) return ExcelError::kName;
  return EvaluateText(*formula, array);
}

Operand FormulaEvaluator::EvaluateText(const std::string& text, bool array) {
  if (depth_ >= kDeepestName) return ExcelError::kRef;
  std::string reason;
  const auto root = ParseFormula(text.starts_with("=") ? std::string_view(text).substr(1) : text, &reason);
  if (root == nullptr) return ExcelError::kRef;
  ++depth_;
  Operand operand = Evaluate(*root, array);
  --depth_;
  return operand;
}

Operand FormulaEvaluator::EvaluateCall(const FormulaNode& node, bool array) {
  const FunctionEntry* function = FindFunction(node.name);
  if (function == nullptr) return ExcelError::kName;
  const int count = static_cast<int>(node.children.size());
  if (count < function->least || count > function->most) return ExcelError::kValue;
  if (array) return Lifted(node, *function);
  FunctionCall call(this, node, function->signature, array);
  return function->compute(call);
}

Operand FormulaEvaluator::Lifted(const FormulaNode& node, const FunctionEntry& function) {
  std::vector<Operand> operands(node.children.size());
  std::vector<std::optional<ExcelArray>> tables(node.children.size());
  CommonSize size;
  bool any = false;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    operands[i] = Evaluate(*node.children[i], true);
    if (SignatureAt(function.signature, i) != 'v') continue;
    tables[i] = ManyOf(operands[i]);
    if (tables[i]) size.Add(*tables[i]);
    any = any || tables[i];
  }
  const auto compute = [&](std::size_t row, std::size_t column) {
    FunctionCall call(this, node, function.signature, true);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      call.Bind(i, tables[i] ? Operand(Repeated(*tables[i], row, column)) : operands[i]);
    }
    return function.compute(call);
  };
  if (!any) return compute(0, 0);
  ExcelArray result = size.Table();
  for (std::size_t row = 0; row < result.stored_rows; ++row) {
    for (std::size_t column = 0; column < result.stored_columns; ++column) {
      try {
        result.Stored(row, column) = Settled(One(compute(row, column)));
      } catch (const FormulaFailure& failure) {
        result.Stored(row, column) = failure.error;
      }
    }
  }
  return result;
}

std::optional<ExcelArray> FormulaEvaluator::ManyOf(const Operand& operand) const {
  if (operand.array() != nullptr) return *operand.array();
  if (operand.ranges() == nullptr || operand.ranges()->size() != 1) return std::nullopt;
  if (IsOneCell(operand.ranges()->front())) return std::nullopt;
  return ReadArea(operand.ranges()->front());
}

Operand FormulaEvaluator::EachValue(const std::vector<Operand>& operands, bool array,
                                    const std::function<ExcelValue(const std::vector<ExcelValue>&)>& work) const {
  const auto sound = [&work](const std::vector<ExcelValue>& values) -> ExcelValue {
    try {
      return Settled(work(values));
    } catch (const FormulaFailure& failure) {
      return failure.error;
    }
  };
  std::vector<ExcelValue> values(operands.size());
  std::vector<std::optional<ExcelArray>> tables(operands.size());
  CommonSize size;
  bool any = false;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    // Written tables are worked on whole everywhere, ranges only in array formulas.
    if (array || operands[i].array() != nullptr) tables[i] = ManyOf(operands[i]);
    if (tables[i]) size.Add(*tables[i]);
    if (!tables[i]) values[i] = One(operands[i]);
    any = any || tables[i];
  }
  if (!any) return sound(values);
  ExcelArray result = size.Table();
  for (std::size_t row = 0; row < result.stored_rows; ++row) {
    for (std::size_t column = 0; column < result.stored_columns; ++column) {
      for (std::size_t i = 0; i < operands.size(); ++i) {
        if (tables[i]) values[i] = Repeated(*tables[i], row, column);
      }
      result.Stored(row, column) = sound(values);
    }
  }
  return result;
}

ExcelValue FormulaEvaluator::One(const Operand& operand) const {
  if (operand.value() != nullptr) return *operand.value();
  if (operand.array() != nullptr) return operand.array()->At(0, 0);
  if (operand.ranges()->size() != 1) return ExcelError::kValue;
  const FormulaRange& range = operand.ranges()->front();
  int row = range.first_row;
  int column = range.first_column;
  if (!IsOneCell(range)) {
    const bool in_row =
        range.first_column == range.last_column && here_.row >= range.first_row && here_.row <= range.last_row;
    const bool in_column =
        range.first_row == range.last_row && here_.column >= range.first_column && here_.column <= range.last_column;
    if (!in_row && !in_column) return ExcelError::kValue;
    if (in_row) row = here_.row;
    if (!in_row) column = here_.column;
  }
  if (!cells_.Extent(range.sheet)) return ExcelError::kRef;
  return cells_.At(range.sheet, row, column);
}

ExcelArray FormulaEvaluator::Read(const Operand& operand) const {
  if (operand.array() != nullptr) return *operand.array();
  if (operand.ranges() != nullptr) {
    if (operand.ranges()->size() != 1) throw FormulaFailure{ExcelError::kValue};
    return ReadArea(operand.ranges()->front());
  }
  if (const auto* error = std::get_if<ExcelError>(operand.value())) throw FormulaFailure{*error};
  ExcelArray array = ExcelArray::Sized(1, 1);
  array.values[0] = *operand.value();
  return array;
}

ExcelArray FormulaEvaluator::ReadArea(const FormulaRange& range) const {
  const auto extent = cells_.Extent(range.sheet);
  if (!extent) throw FormulaFailure{ExcelError::kRef};
  ExcelArray array;
  array.rows = static_cast<std::size_t>(range.last_row - range.first_row + 1);
  array.columns = static_cast<std::size_t>(range.last_column - range.first_column + 1);
  array.stored_rows =
      static_cast<std::size_t>(std::max(0, std::min(range.last_row + 1, extent->first) - range.first_row));
  array.stored_columns =
      static_cast<std::size_t>(std::max(0, std::min(range.last_column + 1, extent->second) - range.first_column));
  if (array.stored_rows * array.stored_columns > kMostCells) throw FormulaFailure{ExcelError::kNum};
  array.values.reserve(array.stored_rows * array.stored_columns);
  for (std::size_t row = 0; row < array.stored_rows; ++row) {
    for (std::size_t column = 0; column < array.stored_columns; ++column) {
      array.values.push_back(cells_.At(range.sheet, range.first_row + static_cast<int>(row),
                                       range.first_column + static_cast<int>(column)));
    }
  }
  return array;
}

}  // namespace chohyo
