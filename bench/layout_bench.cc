// What layout costs, without reading, binding and rendering: microseconds of CPU a document.
//   form     one A4 page of 60 cells with 850 characters, four long texts among them, ruled
//   roster   31 rows × 33 columns on one A4 page, a sign in every cell, ruled, weekends grey
//   list     1,000 rows of 8 short texts over many pages with a repeated heading
#include <fmt/format.h>

#include <ctime>
#include <functional>
#include <string>

#include "pipeline/layout/layout.h"

namespace chohyo {
namespace {

double CpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Repeats for at least a second; microseconds a repetition.
double MicrosecondsOf(const std::function<void()>& work) {
  work();
  const double begin = CpuSeconds();
  int count = 0;
  double spent = 0;
  for (; spent < 1.0; spent = CpuSeconds() - begin, ++count) work();
  return spent / count * 1e6;
}

void RuleEverything(Sheet* sheet) {
  const auto rows = sheet->rows.size(), columns = sheet->columns.size();
  sheet->horizontal.assign((rows + 1) * columns, {LineStyle::kHair, kBlack});
  sheet->vertical.assign(rows * (columns + 1), {LineStyle::kHair, kBlack});
}

Cell TextCell(int row, int column, std::string text, int style = 0, int span = 1) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.column_span = span;
  cell.style = style;
  cell.text = std::move(text);
  return cell;
}

Row RowOf(Um height) {
  Row row;
  row.height = height;
  return row;
}

Document FormDocument() {
  Sheet sheet;
  sheet.columns = {30000, 35000, 35000, 35000, 30000};
  CellStyle label;
  label.h_align = HAlign::kDistribute;
  sheet.styles = {CellStyle{}, label};
  std::string text;
  while (text.size() < 3 * 140) text += "発熱があり、市内の医療機関（若葉クリニック）を受診した。";
  for (int row = 0; row < 16; ++row) {
    const bool is_long = row % 4 == 3;
    sheet.rows.push_back(RowOf(is_long ? 30000 : 9000));
    sheet.cells.push_back(TextCell(row, 0, "所属名", 1));
    if (is_long) {
      sheet.cells.push_back(TextCell(row, 1, text, 0, 4));
    } else {
      for (int c = 1; c < 5; ++c) sheet.cells.push_back(TextCell(row, c, c % 2 == 0 ? "電話番号" : "総務部人事課"));
    }
  }
  RuleEverything(&sheet);
  Document document;
  document.sheets.push_back(std::move(sheet));
  return document;
}

Document RosterDocument() {
  Sheet sheet;
  sheet.page.landscape = true;
  sheet.page.width = 297000;
  sheet.page.height = 210000;
  sheet.columns.assign(33, 6500);
  sheet.columns[1] = 30000;
  CellStyle sign;
  sign.size = 900;
  sign.h_align = HAlign::kCenter;
  CellStyle grey = sign;
  grey.fill_rgb = 0xD9D9D9;
  sheet.styles = {sign, grey};
  for (int row = 0; row < 31; ++row) {
    sheet.rows.push_back(RowOf(5000));
    sheet.cells.push_back(TextCell(row, 0, fmt::format("{}", row + 1)));
    sheet.cells.push_back(TextCell(row, 1, "若葉　太郎"));
    for (int day = 0; day < 31; ++day) sheet.cells.push_back(TextCell(row, 2 + day, "A", day % 7 < 2 ? 1 : 0));
  }
  RuleEverything(&sheet);
  Document document;
  document.sheets.push_back(std::move(sheet));
  return document;
}

Document ListDocument() {
  Sheet sheet;
  sheet.columns.assign(8, 20000);
  sheet.styles = {CellStyle{}};
  for (int row = 0; row < 1000; ++row) {
    sheet.rows.push_back(RowOf(0));
    for (int c = 0; c < 8; ++c) sheet.cells.push_back(TextCell(row, c, fmt::format("令和{}年{}月", row % 9, c)));
  }
  sheet.repeat_first = sheet.repeat_last = 0;
  RuleEverything(&sheet);
  Document document;
  document.sheets.push_back(std::move(sheet));
  return document;
}

void Measure(const char* name, Layouter* layouter, const Document& document) {
  std::size_t pages = 0;
  const double microseconds = MicrosecondsOf([&] {
    std::vector<LayoutIssue> issues;
    pages = layouter->Layout(document, &issues).pages.size();
  });
  fmt::print("{:8} {:9.1f} µs a document, {} page(s)\n", name, microseconds, pages);
}

int Run() {
  Layouter layouter(FontSet::Open({{"mincho", {"IPAexMincho", "BIZUDMincho", "IPAmjMincho"}}}, "", "."));
  Measure("form", &layouter, FormDocument());
  Measure("roster", &layouter, RosterDocument());
  Measure("list", &layouter, ListDocument());
  return 0;
}

}  // namespace
}  // namespace chohyo

int main() { return chohyo::Run(); }
