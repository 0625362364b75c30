#include "pipeline/layout/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pipeline/layout/chart.h"
#include "pipeline/layout/drawings.h"
#include "pipeline/layout/footer.h"
#include "pipeline/layout/free_text.h"
#include "pipeline/layout/image_cache.h"
#include "pipeline/layout/page_draw.h"
#include "pipeline/layout/page_paper.h"
#include "pipeline/layout/page_scale.h"

namespace chohyo {
namespace {

constexpr const char* kUsualChain = "mincho";

}  // namespace

struct Layouter::Impl {
  explicit Impl(std::shared_ptr<const FontSet> all_fonts) : fonts(std::move(all_fonts)) {}

  GlyphSource* SourceOf(const std::string& chain) {
    auto found = sources.find(chain);
    if (found == sources.end()) {
      const std::string known = fonts->HasChain(chain) ? chain : kUsualChain;
      found = sources.emplace(chain, std::make_unique<GlyphSource>(*fonts, known)).first;
    }
    return found->second.get();
  }

  std::vector<GlyphSource*> SourcesOf(const Sheet& sheet) {
    std::vector<GlyphSource*> of_style;
    for (const CellStyle& style : sheet.styles) of_style.push_back(SourceOf(style.font));
    if (of_style.empty()) of_style.push_back(SourceOf(kUsualChain));
    return of_style;
  }

  Typesetter SetterOf(const std::string& chain) { return {*SourceOf(chain), store, breaker}; }
  void DrawChartOn(const Document& document, const Chart& chart, const SheetPlan& plan, int number, Page* page);
  void DrawDrawings(const SheetPlan& plan, const Images& sheet_images, int number, Page* page);
  Page DrawWhole(const Document& document, const SheetPlan& plan, const std::vector<CellLook>& looks,
                 const Images& sheet_images, int number);
  void DrawPages(const Document& document, int index, const SheetPlan& plan, const PrintSheet& print,
                 const Images& sheet_images, Pages* pages);
  void NumberPages(const Document& document, Pages* pages);
  Images ImagesOf(const Sheet& sheet, int index, std::vector<LayoutIssue>* issues);
  void LayOutSheet(const Document& document, int index, Pages* pages, std::vector<LayoutIssue>* issues);

  std::shared_ptr<const FontSet> fonts;
  GlyphSources sources;
  TextStore store;
  LineBreaker breaker;
  ImageCache images;
};

namespace {

LayoutIssue IssueAt(LayoutIssue::Kind kind, const Sheet& sheet, int sheet_index, int cell) {
  LayoutIssue issue;
  issue.kind = kind;
  issue.origin = sheet.cells[static_cast<std::size_t>(cell)].origin;
  issue.text = sheet.cells[static_cast<std::size_t>(cell)].text;
  issue.sheet = sheet_index;
  issue.cell = cell;
  return issue;
}

void ReportGlyphs(const SheetPlan& plan, int sheet_index, std::vector<LayoutIssue>* issues) {
  for (const auto& [cell, glyph] : plan.text().troubles()) {
    const auto kind = glyph.selector_lost ? LayoutIssue::Kind::kSelectorLost : LayoutIssue::Kind::kNoGlyph;
    LayoutIssue issue = IssueAt(kind, plan.grid().sheet(), sheet_index, cell);
    issue.code_point = glyph.code_point;
    issue.selector = glyph.selector;
    issues->push_back(std::move(issue));
  }
}

void ReportSizes(const SheetPlan& plan, int sheet_index, std::vector<LayoutIssue>* issues) {
  const Sheet& sheet = plan.grid().sheet();
  for (int i = 0; i < static_cast<int>(sheet.cells.size()); ++i) {
    const CellStyle& style = plan.grid().StyleOf(sheet.cells[static_cast<std::size_t>(i)]);
    const CentiPoint size = plan.text().cell(i).size;
    if (style.shrink || size >= style.size || size >= sheet.reported_size) continue;
    LayoutIssue issue = IssueAt(LayoutIssue::Kind::kShrunk, sheet, sheet_index, i);
    issue.size = size;
    issues->push_back(std::move(issue));
  }
}

/// Once for each row that is split: at the cell with most lines.
void ReportSplitRows(const SheetPlan& plan, int sheet_index, std::vector<LayoutIssue>* issues) {
  int reported = -1;
  for (const PageSpan& page : plan.pages()) {
    if (!page.last_goes_on || page.last_row == reported) continue;
    reported = page.last_row;
    int longest = -1;
    for (const int i : plan.grid().CellsIn(reported)) {
      if (longest < 0 || plan.text().cell(i).line_count > plan.text().cell(longest).line_count) longest = i;
    }
    if (longest < 0) continue;
    issues->push_back(IssueAt(LayoutIssue::Kind::kRowTooHigh, plan.grid().sheet(), sheet_index, longest));
  }
}

/// Once a sheet, at the first.
void ReportShapes(const Sheet& sheet, int sheet_index, std::vector<LayoutIssue>* issues) {
  if (sheet.shapes.empty()) return;
  LayoutIssue issue;
  issue.kind = LayoutIssue::Kind::kShapes;
  issue.text = sheet.name;
  issue.sheet = sheet_index;
  issue.row = sheet.shapes.front().place.row;
  issue.column = sheet.shapes.front().place.column;
  issues->push_back(std::move(issue));
}

SheetLayout SummaryOf(const SheetPlan& plan) {
  SheetLayout layout;
  layout.row_heights = plan.heights();
  for (const PageSpan& page : plan.pages()) layout.page_first_rows.push_back(page.first_row);
  layout.page_first_columns = FirstColumnsOf(plan.grid());
  const std::size_t cells = plan.grid().sheet().cells.size();
  layout.cell_sizes.reserve(cells);
  for (std::size_t i = 0; i < cells; ++i) layout.cell_sizes.push_back(plan.text().cell(static_cast<int>(i)).size);
  return layout;
}

}  // namespace

/// Draws a chart on the page where its area begins, over what of its rows stands there.
void Layouter::Impl::DrawChartOn(const Document& document, const Chart& chart, const SheetPlan& plan, int number,
                                 Page* page) {
  const Grid& grid = plan.grid();
  PaperBox area{grid.sheet().page.margin_left + grid.ColumnX(std::clamp(chart.area.first_column, 0, grid.columns())), 0,
                0, 0};
  area.width =
      grid.sheet().page.margin_left + grid.ColumnX(std::clamp(chart.area.last_column + 1, 0, grid.columns())) - area.x;
  for (const PlacedRow& row : PlaceRows(grid, plan.heights(), plan.pages()[static_cast<std::size_t>(number)])) {
    if (row.repeated || row.row < chart.area.first_row || row.row > chart.area.last_row) continue;
    if (area.height == 0) area.y = row.y;
    area.height += row.height;
  }
  const bool begins_here = page->first_row <= chart.area.first_row && chart.area.first_row <= page->last_row;
  if (begins_here) DrawChart(chart, ReadChart(document, chart), area, SetterOf(kUsualChain), page);
}

void Layouter::Impl::DrawDrawings(const SheetPlan& plan, const Images& sheet_images, int number, Page* page) {
  const Sheet& sheet = plan.grid().sheet();
  if (sheet.pictures.empty() && sheet.shapes.empty()) return;
  const PageSpan& span = plan.pages()[static_cast<std::size_t>(number)];
  DrawingPlacer placer(
      plan.grid(), plan.heights(), [this](const std::string& chain) { return SetterOf(chain); }, page);
  for (const RowWindow& window : WindowsOf(plan.heights(), span, PlaceRows(plan.grid(), plan.heights(), span))) {
    for (std::size_t i = 0; i < sheet.pictures.size(); ++i) placer.Place(sheet.pictures[i], sheet_images[i], window);
    for (const Shape& shape : sheet.shapes) placer.Place(shape, window);
  }
}

/// A page's rows with all columns of the sheet, whether or not they fit on the paper.
Page Layouter::Impl::DrawWhole(const Document& document, const SheetPlan& plan, const std::vector<CellLook>& looks,
                               const Images& sheet_images, int number) {
  Page page = DrawPage(plan, looks, number);
  for (const Chart& chart : plan.grid().sheet().charts) DrawChartOn(document, chart, plan, number, &page);
  DrawDrawings(plan, sheet_images, number, &page);
  return page;
}

void Layouter::Impl::DrawPages(const Document& document, int index, const SheetPlan& plan, const PrintSheet& print,
                               const Images& sheet_images, Pages* pages) {
  const PageSetup& setup = document.sheets[static_cast<std::size_t>(index)].page;
  const std::vector<CellLook> looks = LooksOfCells(plan.grid());
  const PaperMaker maker(plan, setup, print.percent());
  int drawn = -1;
  Page whole;
  for (const PaperPlace& place : maker.places()) {
    if (place.page != drawn) whole = DrawWhole(document, plan, looks, sheet_images, place.page);
    drawn = place.page;
    Page page = maker.Make(place, &whole);
    page.sheet = index;
    pages->pages.push_back(std::move(page));
  }
}

/// Headers and footers: pages are numbered through all sheets, as Excel prints a whole workbook, unless a sheet says
/// which number it begins with.
void Layouter::Impl::NumberPages(const Document& document, Pages* pages) {
  store.Clear();
  MarginFields fields{0, static_cast<int>(pages->pages.size()), 0};
  int sheet = -1;
  for (Page& page : pages->pages) {
    const PageSetup& setup = document.sheets[static_cast<std::size_t>(page.sheet)].page;
    SheetLayout& layout = pages->sheets[static_cast<std::size_t>(page.sheet)];
    const bool begins = page.sheet != sheet;
    sheet = page.sheet;
    fields.page = begins && setup.first_page_number != 1 ? setup.first_page_number : fields.page + 1;
    fields.percent = layout.scale_percent;
    if (begins) layout.first_page_number = fields.page;
    layout.document_pages = fields.pages;
    DrawMargins(setup, fields, SetterOf(kUsualChain), &page.runs);
  }
}

Images Layouter::Impl::ImagesOf(const Sheet& sheet, int index, std::vector<LayoutIssue>* issues) {
  Images sheet_images;
  for (const Picture& picture : sheet.pictures) {
    sheet_images.push_back(images.Get(picture.bytes));
    if (sheet_images.back() != nullptr || issues == nullptr) continue;
    LayoutIssue issue;
    issue.kind = LayoutIssue::Kind::kBadPicture;
    issue.text = picture.alt_text;
    issue.sheet = index;
    issue.row = picture.place.row;
    issue.column = picture.place.column;
    issues->push_back(std::move(issue));
  }
  return sheet_images;
}

void Layouter::Impl::LayOutSheet(const Document& document, int index, Pages* pages, std::vector<LayoutIssue>* issues) {
  const Sheet& sheet = document.sheets[static_cast<std::size_t>(index)];
  PrintSheet print(sheet);
  if (sheet.page.fit) FitOnPages(SourcesOf(sheet), &store, &breaker, &print);
  store.Clear();
  const SheetPlan plan(print.sheet(), SourcesOf(sheet), &store, &breaker);
  const Images sheet_images = ImagesOf(sheet, index, issues);
  const std::size_t pages_before = pages->pages.size();
  if (!sheet.hidden) DrawPages(document, index, plan, print, sheet_images, pages);
  if (issues != nullptr && !sheet.hidden) {
    ReportGlyphs(plan, index, issues);
    ReportSizes(plan, index, issues);
    ReportSplitRows(plan, index, issues);
    ReportShapes(sheet, index, issues);
  }
  SheetLayout layout = SummaryOf(plan);
  layout.scale_percent = print.percent();
  layout.page_count = static_cast<int>(pages->pages.size() - pages_before);
  layout.images = sheet_images;
  pages->sheets.push_back(std::move(layout));
}

Layouter::Layouter(std::shared_ptr<const FontSet> fonts) : impl_(std::make_unique<Impl>(std::move(fonts))) {}
Layouter::~Layouter() = default;

void Layouter::StampNumbers(std::vector<Page>* pages) {
  constexpr Um kFromEdge = 10'000, kMiddle = 9'000, kWidth = 60'000;
  constexpr CentiPoint kSize = 900;
  impl_->store.Clear();
  for (std::size_t i = 0; i < pages->size(); ++i) {
    Page& page = (*pages)[i];
    if (page.runs.empty()) continue;
    FreeText stamp(fmt::format("{}／{}", i + 1, pages->size()), impl_->SetterOf(kUsualChain));
    stamp.Draw(kSize, kBlack, HAlign::kRight, page.width - kFromEdge - kWidth, kWidth, kMiddle, &page.runs);
  }
}

Pages Layouter::Layout(const Document& document, std::vector<LayoutIssue>* issues) {
  Pages pages;
  pages.fonts = impl_->fonts;
  pages.sheets.reserve(document.sheets.size());
  for (std::size_t i = 0; i < document.sheets.size(); ++i) {
    impl_->LayOutSheet(document, static_cast<int>(i), &pages, issues);
  }
  impl_->NumberPages(document, &pages);
  return pages;
}

}  // namespace chohyo
