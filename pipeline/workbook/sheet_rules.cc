#include "pipeline/workbook/sheet_rules.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/workbook/cell_address.h"
#include "pipeline/workbook/limits.h"

namespace chohyo {
namespace {

class RuleReader {
 public:
  RuleReader(SheetContext* context, WorkbookSheet* sheet)
      : package_(context->package), styles_(context->styles), context_(context), sheet_(sheet) {}

  void ReadMerges(const XmlNode* list) {
    if (list == nullptr) return;
    if (list->children.size() > kMostWorkbookMerges) package_.TooMuch(Say("結合セル", "merged cells"));
    for (const XmlNode& node : list->children) {
      const auto range = ReadRange(node.Get("ref"));
      const bool single = range && range->first_row == range->last_row && range->first_column == range->last_column;
      if (range && !single) sheet_->merges.push_back(*range);
    }
  }

  void ReadValidation(const XmlNode& node) {
    WorkbookValidation rule;
    rule.ranges = RangesOf(node);
    rule.type = node.Get("type");
    rule.op = node.Get("operator");
    if (rule.op.empty()) rule.op = "between";
    rule.formula1 = FormulaOf(node, "formula1");
    rule.formula2 = FormulaOf(node, "formula2");
    rule.allow_blank = node.Flag("allowBlank");
    rule.show_drop_down = !node.Flag("showDropDown");  // the attribute hides it
    rule.show_error = node.Flag("showErrorMessage");
    rule.show_input = node.Flag("showInputMessage");
    rule.error_title = node.Get("errorTitle");
    rule.error = node.Get("error");
    rule.prompt_title = node.Get("promptTitle");
    rule.prompt = node.Get("prompt");
    rule.error_style = node.Get("errorStyle");
    if (!rule.ranges.empty()) sheet_->validations.push_back(std::move(rule));
  }

  /// The rules of an element conditionalFormatting; `extension` holds those of Excel 2010.
  void ReadConditionals(const XmlNode& node, bool extension) {
    const std::vector<WorkbookRange> ranges = RangesOf(node);
    if (ranges.empty()) return;
    for (const XmlNode& rule : node.children) {
      if (rule.name != "cfRule") continue;
      // A data bar stands among the plain rules as well; the extension only adds to its look.
      if (extension && rule.Get("type") == "dataBar") continue;
      Count(ranges.size());
      WorkbookConditional conditional = ReadRule(rule);
      conditional.ranges = ranges;
      sheet_->conditionals.push_back(std::move(conditional));
    }
  }

 private:
  void Count(std::size_t ranges) {
    context_->ranges += ranges + 1;
    if (context_->ranges > kMostWorkbookRanges)
      package_.TooMuch(Say("入力規則と条件付き書式", "input rules and formats"));
  }

  std::vector<WorkbookRange> RangesOf(const XmlNode& node) {
    const XmlNode* inside = node.Child("sqref");
    std::vector<WorkbookRange> ranges = ReadRanges(inside == nullptr ? node.Get("sqref") : inside->text);
    Count(ranges.size());
    return ranges;
  }

  static std::string FormulaOf(const XmlNode& node, const char* name) {
    const XmlNode* formula = node.Child(name);
    if (formula == nullptr) return {};
    const XmlNode* inside = formula->Child("f");
    return inside == nullptr ? formula->text : inside->text;
  }

  WorkbookConditional ReadRule(const XmlNode& node) const {
    WorkbookConditional rule;
    rule.type = node.Get("type");
    rule.op = node.Get("operator");
    rule.text = node.Get("text");
    rule.priority = node.Int("priority");
    rule.stop_if_true = node.Flag("stopIfTrue");
    for (const XmlNode& child : node.children) {
      if (child.name == "formula" || child.name == "f") rule.formulas.push_back(child.text);
    }
    SetLook(node, &rule);
    return rule;
  }

  void SetLook(const XmlNode& node, WorkbookConditional* rule) const {
    const int id = node.Int("dxfId", -1);
    ConditionalLook look;
    if (const XmlNode* own = node.Child("dxf")) {
      look = ReadConditionalLook(*own, styles_.colors);
    } else if (id >= 0 && static_cast<std::size_t>(id) < styles_.conditional_looks.size()) {
      look = styles_.conditional_looks[id];
    }
    rule->font = look.font;
    rule->sets_bold = look.sets_bold;
    rule->sets_italic = look.sets_italic;
    rule->sets_color = look.sets_color;
    rule->fill = look.fill;
    rule->border = look.border;
    rule->number_code = look.number_code;
  }

  const WorkbookPackage& package_;
  const WorkbookStyles& styles_;
  SheetContext* context_;
  WorkbookSheet* sheet_;
};

}  // namespace

void ReadSheetRules(const XmlNode& worksheet, SheetContext* context, WorkbookSheet* sheet) {
  RuleReader reader(context, sheet);
  reader.ReadMerges(worksheet.Child("mergeCells"));
  for (const XmlNode* rule : FindAll(worksheet, "dataValidation")) reader.ReadValidation(*rule);
  for (const XmlNode& child : worksheet.children) {
    if (child.name == "conditionalFormatting") reader.ReadConditionals(child, false);
    if (child.name != "extLst") continue;
    for (const XmlNode* rules : FindAll(child, "conditionalFormatting")) reader.ReadConditionals(*rules, true);
  }
  std::stable_sort(sheet->conditionals.begin(), sheet->conditionals.end(),
                   [](const auto& a, const auto& b) { return a.priority < b.priority; });
}

}  // namespace chohyo
