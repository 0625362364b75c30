// Conditional formats of an Excel form as formulas.
#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/excel/form_drawings.h"
#include "pipeline/sheet/cell_address.h"

namespace chohyo {
namespace {

const char* SignOf(const std::string& op) {
  if (op == "equal") return "=";
  if (op == "notEqual") return "<>";
  if (op == "lessThan") return "<";
  if (op == "greaterThan") return ">";
  if (op == "lessThanOrEqual") return "<=";
  return op == "greaterThanOrEqual" ? ">=" : nullptr;
}

/// A rule as a formula that is true where it applies, written for the first cell; "" where that cannot be said.
std::string FormulaOf(const WorkbookConditional& rule) {
  if (rule.type == "expression") return rule.formulas.empty() ? std::string() : rule.formulas[0];
  const std::string cell = CellAddress(rule.ranges[0].first_row, rule.ranges[0].first_column);
  if (rule.type != "cellIs") return rule.formulas.empty() ? std::string() : rule.formulas[0];
  if (const char* sign = SignOf(rule.op); sign != nullptr && !rule.formulas.empty()) {
    return cell + sign + "(" + rule.formulas[0] + ")";
  }
  if (rule.formulas.size() < 2) return {};
  const std::string inside = "AND(" + cell + ">=(" + rule.formulas[0] + ")," + cell + "<=(" + rule.formulas[1] + "))";
  return rule.op == "notBetween" ? "NOT(" + inside + ")" : inside;
}

bool IsSimple(const std::string& type) {
  return type != "colorScale" && type != "dataBar" && type != "iconSet" && type != "top10" && type != "aboveAverage" &&
         type != "duplicateValues" && type != "uniqueValues" && type != "timePeriod";
}

}  // namespace

void ReadConditionals(const WorkbookSheet& sheet, FormNotes* notes, OfficeForm* form) {
  std::vector<const WorkbookConditional*> rules;
  for (const WorkbookConditional& rule : sheet.conditionals) {
    if (!rule.ranges.empty()) rules.push_back(&rule);
  }
  std::stable_sort(rules.begin(), rules.end(), [](const auto* a, const auto* b) { return a->priority < b->priority; });
  for (const WorkbookConditional* rule : rules) {
    FormConditional own;
    own.formula = IsSimple(rule->type) ? FormulaOf(*rule) : std::string();
    if (own.formula.empty()) {
      notes->Add(rule->ranges[0].first_row, rule->ranges[0].first_column,
                 Say("条件付き書式（{}）は使いません。", "a conditional format ({}) is left out.", rule->type));
      continue;
    }
    for (const WorkbookRange& range : rule->ranges) {
      own.ranges.push_back({0, range.first_row, range.first_column, range.last_row, range.last_column});
    }
    own.fill_rgb = rule->fill;
    if (rule->sets_color && rule->font) own.text_rgb = rule->font->color;
    own.bold = rule->sets_bold;
    form->conditionals.push_back(std::move(own));
  }
}

}  // namespace chohyo
