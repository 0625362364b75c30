#include "pipeline/sheet/bind.h"

#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr std::size_t kLongestSheetName = 31;  // in Excel, in UTF-16 units

/// A name that Excel accepts: without its signs, not too long.
std::string SheetName(std::string_view wanted) {
  constexpr std::u32string_view kRefused = U"[]:*?/\\";
  std::string name;
  std::size_t units = 0;
  for (std::size_t at = 0; at < wanted.size();) {
    const char32_t c = NextCodePoint(wanted, &at);
    units += c > 0xFFFF ? 2 : 1;
    if (units > kLongestSheetName) break;
    AppendUtf8(c < U' ' || kRefused.find(c) != std::u32string_view::npos ? U'_' : c, &name);
  }
  while (name.ends_with('\'')) name.pop_back();
  while (name.starts_with('\'')) name.erase(0, 1);
  return name.empty() ? "Sheet1" : name;
}

bool IsTaken(const std::string& name, const std::vector<SheetDraft>& drafts) {
  return std::any_of(drafts.begin(), drafts.end(),
                     [&name](const SheetDraft& draft) { return draft.sheet.name == name; });
}

std::string FreeSheetName(const std::string& wanted, const std::vector<SheetDraft>& drafts) {
  std::string name = SheetName(wanted);
  for (int number = 2; IsTaken(name, drafts); ++number) {
    name = SheetName(Say("（{}）{}", "({}) {}", number, wanted));
  }
  return name;
}

SheetDraft StartDraft(const SheetBody& body, std::size_t boxes, Evaluator* values) {
  SheetDraft draft;
  draft.body = &body;
  draft.grid = &body.grids[std::min(boxes, body.grids.size() - 1)];
  Sheet& sheet = draft.sheet;
  sheet.page = body.page;
  sheet.page.footer_left = values->FillToText(body.footer_left);
  sheet.page.footer_center = values->FillToText(body.footer_center);
  sheet.page.footer_right = Trim(values->FillToText(body.footer_right));
  sheet.columns = draft.grid->widths;
  sheet.styles = body.styles;
  sheet.choice_lists = body.choice_lists;
  sheet.smallest_size = body.smallest_size;
  sheet.reported_size = body.reported_size;
  return draft;
}

bool StandsBefore(const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; }

void FinishDraft(std::vector<SheetDraft>* drafts, std::size_t own, const std::string& file) {
  SheetDraft& draft = (*drafts)[own];
  const References references(*drafts, own);
  for (const PendingFormula& pending : draft.formulas) {
    draft.sheet.cells[static_cast<std::size_t>(pending.cell)].formula =
        references.FormulaText(*pending.formula, pending);
  }
  MakeConditionalFormats(drafts, own);
  MakeCharts(drafts, own, file);
}

void CheckHeadings(const SheetDraft& draft, const std::string& file) {
  if (draft.second_heading.line == 0) return;
  FailAt(
      file, draft.second_heading,
      Say("繰り返す見出し行（band: heading）は一つのシートに一続きだけです。ほかの見出しから band を外してください。",
          "a sheet can have one stretch of repeated heading rows (band: heading); take band off the others."));
}

}  // namespace

std::vector<Sheet> Bind(const Template& form, const Value& values, const BindOptions& options) {
  const Template::Body& body = form.body();
  Evaluator evaluator(values, options.blank, body.file, body.hint_count);
  std::vector<SheetDraft> drafts;
  drafts.reserve(body.sheets.size());
  for (const SheetBody& sheet : body.sheets) {
    if (sheet.condition && !evaluator.Holds(*sheet.condition)) continue;
    SheetDraft draft = StartDraft(sheet, options.approval.size(), &evaluator);
    draft.sheet.name = FreeSheetName(evaluator.FillToText(sheet.name), drafts);
    drafts.push_back(std::move(draft));
    RowBinder(&drafts.back(), &evaluator, options).Bind();
    CheckHeadings(drafts.back(), body.file);
    DrawEdges(&drafts.back());
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) FinishDraft(&drafts, i, body.file);
  std::vector<Sheet> sheets;
  sheets.reserve(drafts.size());
  for (SheetDraft& draft : drafts) {
    auto& cells = draft.sheet.cells;
    if (!std::is_sorted(cells.begin(), cells.end(), StandsBefore)) std::sort(cells.begin(), cells.end(), StandsBefore);
    sheets.push_back(std::move(draft.sheet));
  }
  return sheets;
}

}  // namespace chohyo
