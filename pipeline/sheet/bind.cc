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
  sheet.page.header_left = values->FillToText(body.header_left);
  sheet.page.header_center = values->FillToText(body.header_center);
  sheet.page.header_right = values->FillToText(body.header_right);
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

/// Fills one sheet of a template, once for every element (or so many elements) of the list it says.
class SheetFiller {
 public:
  SheetFiller(std::size_t boxes, Evaluator* values, const BindOptions& options, std::vector<SheetDraft>* drafts)
      : boxes_(boxes), values_(*values), options_(options), drafts_(*drafts) {}

  void Fill(const SheetBody& body) {
    if (!body.each) return FillOnce(body, 0);
    Value scratch;
    const ValueList* list = values_.List(body.each->path, &scratch);
    const std::vector<Value> pages = PagesOf(list != nullptr ? *list : ValueList(), body.per);
    const int count = std::max(1, static_cast<int>(pages.size()));
    for (int i = 0; i < count; ++i) {
      const Value* page = pages.empty() ? nullptr : &pages[static_cast<std::size_t>(i)];
      values_.Push({page, i + 1, count});
      FillOnce(body, i);
      values_.Pop();
    }
  }

 private:
  /// The elements, or lists of `per` of them.
  static std::vector<Value> PagesOf(const ValueList& list, int per) {
    if (per == 0) return list;
    std::vector<Value> pages;
    for (std::size_t first = 0; first < list.size(); first += static_cast<std::size_t>(per)) {
      const std::size_t end = std::min(list.size(), first + static_cast<std::size_t>(per));
      pages.emplace_back(ValueList(list.begin() + static_cast<std::ptrdiff_t>(first),
                                   list.begin() + static_cast<std::ptrdiff_t>(end)));
    }
    return pages;
  }

  void FillOnce(const SheetBody& body, int copy) {
    if (body.condition && !values_.Holds(*body.condition)) return;
    if (drafts_.size() >= kMostSheets) {
      FailAt(values_.file(), body.place,
             Say("シートが多すぎます（{} 枚）。対象を絞ってください。",
                 "there are too many sheets ({}); narrow the data down.", kMostSheets));
    }
    SheetDraft draft = StartDraft(body, boxes_, &values_);
    draft.copy = copy;
    draft.sheet.name = FreeSheetName(values_.FillToText(body.name), drafts_);
    drafts_.push_back(std::move(draft));
    RowBinder(&drafts_.back(), &values_, options_).Bind();
    CheckHeadings(drafts_.back(), values_.file());
    DrawEdges(&drafts_.back());
  }

  static constexpr std::size_t kMostSheets = 2000;
  std::size_t boxes_;
  Evaluator& values_;
  const BindOptions& options_;
  std::vector<SheetDraft>& drafts_;
};

}  // namespace

std::vector<Sheet> Bind(const Template& form, const Value& values, const BindOptions& options,
                        std::vector<TemplateNote>* notes) {
  const Template::Body& body = form.body();
  Evaluator evaluator(values, options.blank, body.file, body.hint_count);
  std::vector<SheetDraft> drafts;
  SheetFiller filler(options.approval.size(), &evaluator, options, &drafts);
  for (const SheetBody& sheet : body.sheets) filler.Fill(sheet);
  for (std::size_t i = 0; i < drafts.size(); ++i) FinishDraft(&drafts, i, body.file);
  MoveForms(&drafts, &evaluator, options, notes);
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
