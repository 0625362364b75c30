#include "tests/unit/layout/sheet_builder.h"

#include <utility>

namespace chohyo {

std::shared_ptr<const FontSet> TestFonts() {
  static const auto fonts =
      FontSet::Open({{"mincho", {"IPAexMincho", "BIZUDMincho", "IPAmjMincho"}}, {"gothic", {"IPAexGothic"}}}, "", ".");
  return fonts;
}

SheetBuilder::SheetBuilder(std::vector<Um> columns) {
  sheet_.columns = std::move(columns);
  sheet_.page.footer_center.clear();
  Style(CellStyle{});
}

Cell& SheetBuilder::AddCell(int row, int column, const std::string& text, int style, int row_span, int column_span) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.row_span = row_span;
  cell.column_span = column_span;
  cell.style = style;
  cell.text = text;
  if (!text.empty()) cell.value = text;
  sheet_.cells.push_back(std::move(cell));
  return sheet_.cells.back();
}

Document SheetBuilder::MakeDocument() {
  SizeEdges();
  Document document;
  document.form = std::string("test.form");
  document.key = std::string("1");
  document.title = std::string("試験");
  document.sheets.push_back(sheet_);
  return document;
}

LaidOut LayOut(SheetBuilder& builder) {
  LaidOut result;
  result.document = builder.MakeDocument();
  Layouter layouter(TestFonts());
  result.pages = layouter.Layout(result.document, &result.issues);
  return result;
}

std::vector<TextRun> RunsOf(const Pages& pages, int cell) {
  std::vector<TextRun> runs;
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      if (run.cell == cell) runs.push_back(run);
    }
  }
  return runs;
}

std::vector<std::string> LinesOf(const Pages& pages, int cell) {
  std::vector<std::string> lines;
  Um last_y = -1;
  for (const TextRun& run : RunsOf(pages, cell)) {
    if (run.y != last_y) lines.emplace_back();
    lines.back() += run.text;
    last_y = run.y;
  }
  return lines;
}

}  // namespace chohyo
