// A formula as a tree.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/formula/excel_formula.h"
#include "pipeline/formula/excel_value.h"

namespace chohyo {

enum class NodeKind : std::uint8_t {
  kConstant,  ///< number, text, TRUE, error
  kMissing,   ///< an argument left out
  kRange,
  kName,
  kCall,
  kUnary,    ///< + - before
  kPercent,  ///< % after
  kBinary,   ///< also ':' of expressions, ' ' (what two ranges share) and ',' (union)
  kArray,    ///< {1,2;3,4}: children in rows of `columns`
  kParentheses,
};

enum class FormulaOperator : std::uint8_t {
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kPower,
  kJoin,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kRange,
  kIntersect,
  kUnion,
};

struct FormulaNode {
  NodeKind kind = NodeKind::kMissing;
  ExcelValue value;    ///< kConstant
  std::string name;    ///< kName; kCall in capitals, without prefix
  std::string prefix;  ///< kCall: "_xlfn." as written in files for functions newer than 2007
  std::string sheet;   ///< kName: of the sheet, if written
  FormulaRange range;  ///< kRange
  FormulaOperator op = FormulaOperator::kAdd;
  std::size_t columns = 0;  ///< kArray
  std::vector<std::unique_ptr<FormulaNode>> children;
};

std::unique_ptr<FormulaNode> CopyOf(const FormulaNode& node);

/// The formula as text, without '='.
std::string TextOf(const FormulaNode& node);

/// Reads a formula; null with a reason if it cannot be read.
std::unique_ptr<FormulaNode> ParseFormula(std::string_view text, std::string* reason);

/// Every node, parents first, in order of writing.
template <typename Visit>
void EachNode(const FormulaNode& node, const Visit& visit) {
  visit(node);
  for (const auto& child : node.children) EachNode(*child, visit);
}

}  // namespace chohyo
