#include <array>

#include "pipeline/formula/cell_reference.h"
#include "pipeline/formula/decimal.h"
#include "pipeline/formula/formula_node.h"

namespace chohyo {
namespace {

std::string_view SignOf(FormulaOperator op) {
  constexpr std::array<std::string_view, 15> kSigns = {"+", "-",  "*", "/",  "^", "&", "=", "<>",
                                                       "<", "<=", ">", ">=", ":", " ", ","};
  return kSigns.at(static_cast<std::size_t>(op));
}

std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string ConstantText(const ExcelValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return PlainNumberText(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "TRUE" : "FALSE";
  if (const auto* text = std::get_if<std::string>(&value)) return Quoted(*text);
  if (const auto* error = std::get_if<ExcelError>(&value)) return ExcelErrorText(*error);
  return {};
}

std::string ListText(const FormulaNode& node, std::size_t row_length) {
  std::string text;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text += row_length > 0 && i % row_length == 0 ? ";" : ",";
    text += TextOf(*node.children[i]);
  }
  return text;
}

}  // namespace

std::unique_ptr<FormulaNode> CopyOf(const FormulaNode& node) {
  auto copy = std::make_unique<FormulaNode>();
  copy->kind = node.kind;
  copy->value = node.value;
  copy->name = node.name;
  copy->prefix = node.prefix;
  copy->sheet = node.sheet;
  copy->range = node.range;
  copy->op = node.op;
  copy->columns = node.columns;
  for (const auto& child : node.children) copy->children.push_back(CopyOf(*child));
  return copy;
}

std::string TextOf(const FormulaNode& node) {
  switch (node.kind) {
    case NodeKind::kConstant: return ConstantText(node.value);
    case NodeKind::kMissing: return {};
    case NodeKind::kRange: return RangeText(node.range);
    case NodeKind::kName: return (node.sheet.empty() ? "" : SheetPrefix(node.sheet)) + node.name;
    case NodeKind::kCall: return node.prefix + node.name + "(" + ListText(node, 0) + ")";
    case NodeKind::kUnary: return std::string(SignOf(node.op)) + TextOf(*node.children[0]);
    case NodeKind::kPercent: return TextOf(*node.children[0]) + "%";
    case NodeKind::kArray: return "{" + ListText(node, node.columns) + "}";
    case NodeKind::kParentheses: return "(" + TextOf(*node.children[0]) + ")";
    case NodeKind::kBinary: break;
  }
  return TextOf(*node.children[0]) + std::string(SignOf(node.op)) + TextOf(*node.children[1]);
}

}  // namespace chohyo
