// Computes the tree of a formula.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/formula/formula_node.h"
#include "pipeline/formula/operand.h"

namespace chohyo {

struct FunctionEntry;

class FormulaEvaluator {
 public:
  FormulaEvaluator(const FormulaCells& cells, FormulaPlace here) : cells_(cells), here_(std::move(here)) {}

  /// What a node comes to; errors are values. In an array formula operators and functions work on whole tables.
  Operand Evaluate(const FormulaNode& node, bool array);

  /// One value: of a range the cell in the formula's own row or column, of a table the first.
  ExcelValue One(const Operand& operand) const;
  /// The cells of an operand; ranges side by side are refused with #VALUE!.
  ExcelArray Read(const Operand& operand) const;
  ExcelArray ReadArea(const FormulaRange& range) const;
  /// A formula text as a reference or value, for INDIRECT and defined names.
  Operand EvaluateText(const std::string& text, bool array);

  const FormulaPlace& here() const { return here_; }
  double Today() const { return cells_.Today(); }

 private:
  Operand EvaluateOrThrow(const FormulaNode& node, bool array);
  Operand EvaluateRange(const FormulaRange& range) const;
  Operand EvaluateUnary(const FormulaNode& node, bool array);
  Operand EvaluateBinary(const FormulaNode& node, bool array);
  Operand EvaluateReferenceOperator(const FormulaNode& node, bool array);
  Operand EvaluateArray(const FormulaNode& node) const;
  Operand EvaluateName(const FormulaNode& node, bool array);
  Operand EvaluateCall(const FormulaNode& node, bool array);
  Operand Lifted(const FormulaNode& node, const FunctionEntry& function);
  std::optional<ExcelArray> ManyOf(const Operand& operand) const;
  /// Works value by value, over tables where an operand is one.
  Operand EachValue(const std::vector<Operand>& operands, bool array,
                    const std::function<ExcelValue(const std::vector<ExcelValue>&)>& work) const;

  const FormulaCells& cells_;
  const FormulaPlace here_;
  int depth_ = 0;
};

}  // namespace chohyo
