#include "pipeline/workbook/sheet_page.h"

#include <algorithm>
#include <string_view>

#include "pipeline/workbook/cell_address.h"
#include "pipeline/workbook/limits.h"

namespace chohyo {
namespace {

/// Inches as Um, no margin beyond a metre.
Um MarginOf(const XmlNode* node, const char* name, double fallback) {
  constexpr double kUmPerInch = 25'400, kMost = 39;
  const double inches = node == nullptr ? fallback : node->Number(name).value_or(fallback);
  return static_cast<Um>(std::clamp(inches, 0.0, kMost) * kUmPerInch + 0.5);
}

void ReadMargins(const XmlNode* node, WorkbookPage* page) {
  page->left = MarginOf(node, "left", 0.7);
  page->right = MarginOf(node, "right", 0.7);
  page->top = MarginOf(node, "top", 0.75);
  page->bottom = MarginOf(node, "bottom", 0.75);
  page->header = MarginOf(node, "header", 0.3);
  page->footer = MarginOf(node, "footer", 0.3);
}

void ReadSetup(const XmlNode& node, WorkbookPage* page) {
  constexpr int kA4 = 9, kMostPages = 32'767;
  page->paper_code = node.Int("paperSize", kA4);
  if (page->paper_code <= 0) page->paper_code = kA4;
  page->landscape = node.Get("orientation") == "landscape";
  const int scale = node.Int("scale", 100);
  page->scale = scale >= 10 && scale <= 400 ? scale : 100;  // some writers say 0 for none
  page->fit_width = std::clamp(node.Int("fitToWidth", 1), 0, kMostPages);
  page->fit_height = std::clamp(node.Int("fitToHeight", 1), 0, kMostPages);
  page->over_then_down = node.Get("pageOrder") == "overThenDown";
  page->black_and_white = node.Flag("blackAndWhite");
  if (node.Flag("useFirstPageNumber")) page->first_page_number = node.Int("firstPageNumber", 1);
}

void ReadPrintOptions(const XmlNode& node, WorkbookPage* page) {
  page->center_horizontally = node.Flag("horizontalCentered");
  page->center_vertically = node.Flag("verticalCentered");
  page->print_gridlines = node.Flag("gridLines");
  page->print_headings = node.Flag("headings");
}

std::string TextOf(const XmlNode& node, const char* child) {
  const XmlNode* found = node.Child(child);
  return found == nullptr ? std::string() : found->text;
}

WorkbookHeaderFooter ReadHeaderFooter(const XmlNode& node) {
  WorkbookHeaderFooter texts;
  texts.odd_header = TextOf(node, "oddHeader");
  texts.odd_footer = TextOf(node, "oddFooter");
  texts.even_header = TextOf(node, "evenHeader");
  texts.even_footer = TextOf(node, "evenFooter");
  texts.first_header = TextOf(node, "firstHeader");
  texts.first_footer = TextOf(node, "firstFooter");
  texts.different_odd_even = node.Flag("differentOddEven");
  texts.different_first = node.Flag("differentFirst");
  return texts;
}

/// Manual breaks, each once, in order. Excel finds automatic ones anew.
std::vector<int> ReadBreaks(const XmlNode* list, int most) {
  std::vector<int> breaks;
  if (list == nullptr) return breaks;
  for (const XmlNode& node : list->children) {
    const int at = node.Int("id");
    if (node.Flag("man") && at > 0 && at < most) breaks.push_back(at);
  }
  std::sort(breaks.begin(), breaks.end());
  breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
  return breaks;
}

void ReadView(const XmlNode* views, WorkbookSheet* sheet) {
  const XmlNode* view = views == nullptr ? nullptr : views->Child("sheetView");
  if (view == nullptr) return;
  sheet->right_to_left = view->Flag("rightToLeft");
  sheet->show_zeros = view->Flag("showZeros", true);
  const XmlNode* pane = view->Child("pane");
  if (pane == nullptr || !pane->Get("state").starts_with("frozen")) return;
  sheet->freeze_row =
      std::clamp(static_cast<int>(std::clamp(pane->Number("ySplit").value_or(0), 0.0, 1e6)), 0, kWorkbookRows);
  sheet->freeze_column =
      std::clamp(static_cast<int>(std::clamp(pane->Number("xSplit").value_or(0), 0.0, 1e6)), 0, kWorkbookColumns);
}

bool IsWholeRows(const WorkbookRange& range) {
  return range.first_column == 0 && range.last_column == kWorkbookColumns - 1;
}
bool IsWholeColumns(const WorkbookRange& range) { return range.first_row == 0 && range.last_row == kWorkbookRows - 1; }

/// False if the areas are no titles.
bool SetTitles(const std::vector<WorkbookRange>& areas, WorkbookPage* page) {
  for (const WorkbookRange& area : areas) {
    if (IsWholeRows(area)) {
      page->title_rows = std::pair(area.first_row, area.last_row);
    } else if (IsWholeColumns(area)) {
      page->title_columns = std::pair(area.first_column, area.last_column);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

void ReadSheetPage(const XmlNode& worksheet, WorkbookSheet* sheet) {
  WorkbookPage& page = sheet->page;
  ReadMargins(worksheet.Child("pageMargins"), &page);
  if (const XmlNode* setup = worksheet.Child("pageSetup")) ReadSetup(*setup, &page);
  if (const XmlNode* options = worksheet.Child("printOptions")) ReadPrintOptions(*options, &page);
  if (const XmlNode* texts = worksheet.Child("headerFooter")) page.header_footer = ReadHeaderFooter(*texts);
  const XmlNode* fit = worksheet.Descend({"sheetPr", "pageSetUpPr"});
  page.fit_to_page = fit != nullptr && fit->Flag("fitToPage");
  page.row_breaks = ReadBreaks(worksheet.Child("rowBreaks"), kWorkbookRows);
  page.column_breaks = ReadBreaks(worksheet.Child("colBreaks"), kWorkbookColumns);
  ReadView(worksheet.Child("sheetViews"), sheet);
  const XmlNode* protection = worksheet.Child("sheetProtection");
  sheet->protected_sheet = protection != nullptr && protection->Flag("sheet");
}

void ReadPrintNames(const WorkbookParts& parts, int index, WorkbookSheet* sheet) {
  for (const DefinedName& name : parts.names) {
    if (name.sheet != index) continue;
    const bool area = name.name == "_xlnm.Print_Area";
    if (!area && name.name != "_xlnm.Print_Titles") continue;
    const auto ranges = ReadAreas(name.formula);
    const bool read = ranges && (area || SetTitles(*ranges, &sheet->page));
    if (read && area) sheet->page.print_areas = *ranges;
    if (!read) sheet->losses.push_back({-1, -1, area ? "print area" : "print titles", name.formula});
  }
}

}  // namespace chohyo
