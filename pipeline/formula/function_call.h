// A function at work: its arguments, read as it wants them. What fails throws FormulaFailure.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/formula/evaluator.h"
#include "pipeline/formula/operand.h"

namespace chohyo {

class FunctionCall {
 public:
  FunctionCall(FormulaEvaluator* evaluator, const FormulaNode& node, std::string_view signature, bool array)
      : evaluator_(evaluator), node_(node), signature_(signature), array_(array), bound_(node.children.size()) {}

  /// Gives an argument its value beforehand.
  void Bind(std::size_t i, Operand operand) { bound_[i] = std::move(operand); }

  std::size_t size() const { return node_.children.size(); }
  /// True if the argument is there and not left out.
  bool Given(std::size_t i) const { return i < size() && node_.children[i]->kind != NodeKind::kMissing; }

  /// The argument as it is.
  Operand Any(std::size_t i);
  /// One value; errors as values, nothing for what is left out.
  ExcelValue Value(std::size_t i);
  /// One value, no error.
  ExcelValue Sound(std::size_t i);
  double Number(std::size_t i);
  double Number(std::size_t i, double otherwise) { return Given(i) ? Number(i) : otherwise; }
  /// The number without its fraction, between -2^31 and 2^31; else #NUM!.
  int Integer(std::size_t i);
  int Integer(std::size_t i, int otherwise) { return Given(i) ? Integer(i) : otherwise; }
  std::string Text(std::size_t i);
  bool Flag(std::size_t i);
  bool Flag(std::size_t i, bool otherwise) { return Given(i) ? Flag(i) : otherwise; }
  ExcelArray Array(std::size_t i);
  /// The argument's ranges; #VALUE! if it is no reference.
  FormulaRanges Ranges(std::size_t i);
  FormulaRange Area(std::size_t i);

  /// Numbers as SUM takes them: in cells only numbers count, written arguments are read as numbers. Errors fail.
  void EachNumber(std::size_t from, const std::function<void(double)>& take);
  std::vector<double> Numbers(std::size_t from);
  /// Every value of the arguments from `from` on; `in_cells` tells whether it stands in a cell or table.
  void EachValue(std::size_t from, const std::function<void(const ExcelValue& value, bool in_cells)>& take);

  FormulaEvaluator& evaluator() { return *evaluator_; }
  const FormulaNode& node() const { return node_; }
  bool array() const { return array_; }

 private:
  FormulaEvaluator* evaluator_;
  const FormulaNode& node_;
  std::string_view signature_;
  bool array_;
  std::vector<std::optional<Operand>> bound_;
};

/// How arguments are taken, one letter each, the last for all that follow: 'v' one value (in array formulas value by
/// value), 'r' as it is, 'a' as it is and computed as in an array formula.
struct FunctionEntry {
  std::string_view name;
  int least = 0;
  int most = 0;
  std::string_view signature;
  Operand (*compute)(FunctionCall& call);
};

inline constexpr int kAnyNumber = 255;

char SignatureAt(std::string_view signature, std::size_t i);

/// The function of this name in capitals; null if there is none.
const FunctionEntry* FindFunction(std::string_view name);

std::span<const FunctionEntry> MathFunctions();
std::span<const FunctionEntry> CountFunctions();
std::span<const FunctionEntry> LogicFunctions();
std::span<const FunctionEntry> TextFunctions();
std::span<const FunctionEntry> DateFunctions();
std::span<const FunctionEntry> LookupFunctions();

}  // namespace chohyo
