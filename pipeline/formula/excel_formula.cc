#include "pipeline/formula/excel_formula.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/formula/cell_reference.h"
#include "pipeline/formula/evaluator.h"
#include "pipeline/formula/formula_node.h"
#include "pipeline/formula/function_call.h"

namespace chohyo {
namespace {

using NodePtr = std::unique_ptr<FormulaNode>;
using Move = std::function<std::vector<FormulaRange>(const FormulaRange&)>;

NodePtr RangeNode(const FormulaRange& range) {
  auto node = std::make_unique<FormulaNode>();
  node->kind = NodeKind::kRange;
  node->range = range;
  return node;
}

NodePtr RefNode() {
  auto node = std::make_unique<FormulaNode>();
  node->kind = NodeKind::kConstant;
  node->value = ExcelError::kRef;
  return node;
}

/// (A1:A3,B5): several ranges as one argument.
NodePtr UnionNode(const std::vector<FormulaRange>& ranges) {
  NodePtr inner = RangeNode(ranges.front());
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    auto both = std::make_unique<FormulaNode>();
    both->kind = NodeKind::kBinary;
    both->op = FormulaOperator::kUnion;
    both->children.push_back(std::move(inner));
    both->children.push_back(RangeNode(ranges[i]));
    inner = std::move(both);
  }
  auto node = std::make_unique<FormulaNode>();
  node->kind = NodeKind::kParentheses;
  node->children.push_back(std::move(inner));
  return node;
}

NodePtr MovedNode(const FormulaNode& node, const Move& move);

/// Functions that take any number of ranges, one after the other: several are simply more arguments.
bool TakesMore(const FormulaNode& call) {
  static constexpr std::string_view kNames[] = {"SUM", "COUNT",   "COUNTA", "AVERAGE", "MAX",         "MIN",
                                                "AND", "PRODUCT", "OR",     "MEDIAN",  "CONCATENATE", "CONCAT"};
  return std::find(std::begin(kNames), std::end(kNames), call.name) != std::end(kNames);
}

/// The most arguments Excel takes.
constexpr std::size_t kMostArguments = 255;

void MoveArgument(const FormulaNode& argument, bool takes_more, const Move& move, FormulaNode* call) {
  if (takes_more && argument.kind == NodeKind::kRange) {
    const std::vector<FormulaRange> ranges = move(argument.range);
    if (ranges.size() > 1 && call->children.size() + ranges.size() <= kMostArguments) {
      for (const FormulaRange& range : ranges) call->children.push_back(RangeNode(range));
      return;
    }
  }
  call->children.push_back(MovedNode(argument, move));
}

NodePtr MovedNode(const FormulaNode& node, const Move& move) {
  if (node.kind == NodeKind::kRange) {
    const std::vector<FormulaRange> ranges = move(node.range);
    if (ranges.empty()) return RefNode();
    return ranges.size() == 1 ? RangeNode(ranges.front()) : UnionNode(ranges);
  }
  auto moved = std::make_unique<FormulaNode>();
  moved->kind = node.kind;
  moved->value = node.value;
  moved->name = node.name;
  moved->prefix = node.prefix;
  moved->sheet = node.sheet;
  moved->op = node.op;
  moved->columns = node.columns;
  const bool takes_more = node.kind == NodeKind::kCall && TakesMore(node);
  for (const auto& child : node.children) MoveArgument(*child, takes_more, move, moved.get());
  return moved;
}

/// Functions that ask for the place of a range only; OFFSET starts from one.
bool AsksForPlace(const FormulaNode& call, std::size_t argument) {
  static constexpr std::string_view kNames[] = {"ROW", "ROWS", "COLUMN", "COLUMNS", "AREAS", "ISREF"};
  if (call.kind != NodeKind::kCall) return false;
  if (call.name == "OFFSET") return argument == 0;
  return std::find(std::begin(kNames), std::end(kNames), call.name) != std::end(kNames);
}

void AddRangesRead(const FormulaNode& node, std::vector<FormulaRange>* ranges) {
  if (node.kind == NodeKind::kRange) ranges->push_back(node.range);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const FormulaNode& child = *node.children[i];
    if (child.kind != NodeKind::kRange || !AsksForPlace(node, i)) AddRangesRead(child, ranges);
  }
}

void AddOnce(const std::string& name, std::vector<std::string>* names) {
  if (std::find(names->begin(), names->end(), name) == names->end()) names->push_back(name);
}

}  // namespace

ExcelFormula::ExcelFormula(std::unique_ptr<FormulaNode> root) : root_(std::move(root)) {}
ExcelFormula::~ExcelFormula() = default;
ExcelFormula::ExcelFormula(ExcelFormula&&) noexcept = default;
ExcelFormula& ExcelFormula::operator=(ExcelFormula&&) noexcept = default;

std::optional<ExcelFormula> ExcelFormula::Parse(std::string_view text, std::string* reason) {
  NodePtr root = ParseFormula(text, reason);
  if (root == nullptr) return std::nullopt;
  return ExcelFormula(std::move(root));
}

std::string ExcelFormula::Text() const { return TextOf(*root_); }

std::vector<FormulaRange> ExcelFormula::Ranges() const {
  std::vector<FormulaRange> ranges;
  EachNode(*root_, [&ranges](const FormulaNode& node) {
    if (node.kind == NodeKind::kRange) ranges.push_back(node.range);
  });
  return ranges;
}

std::vector<FormulaRange> ExcelFormula::RangesRead() const {
  std::vector<FormulaRange> ranges;
  AddRangesRead(*root_, &ranges);
  return ranges;
}

ExcelFormula ExcelFormula::Moved(const Move& move) const { return ExcelFormula(MovedNode(*root_, move)); }

std::vector<std::string> ExcelFormula::UnknownFunctions() const {
  std::vector<std::string> names;
  EachNode(*root_, [&names](const FormulaNode& node) {
    if (node.kind == NodeKind::kCall && FindFunction(node.name) == nullptr) AddOnce(node.name, &names);
  });
  return names;
}

std::vector<std::string> ExcelFormula::Names() const {
  std::vector<std::string> names;
  EachNode(*root_, [&names](const FormulaNode& node) {
    if (node.kind == NodeKind::kName) AddOnce(node.name, &names);
  });
  return names;
}

ExcelValue ExcelFormula::Compute(const FormulaCells& cells, const FormulaPlace& here, bool array_formula) const {
  FormulaEvaluator evaluator(cells, here);
  try {
    const Operand operand = evaluator.Evaluate(*root_, array_formula);
    const bool whole = array_formula && operand.ranges() != nullptr && operand.ranges()->size() == 1;
    ExcelValue value = whole ? evaluator.Read(operand).At(0, 0) : evaluator.One(operand);
    if (IsEmpty(value)) return 0.0;
    const auto* number = std::get_if<double>(&value);
    if (number != nullptr && !std::isfinite(*number)) return ExcelError::kNum;
    return value;
  } catch (const FormulaFailure& failure) {
    return failure.error;
  }
}

}  // namespace chohyo
