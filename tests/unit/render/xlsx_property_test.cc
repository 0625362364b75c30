// Properties that hold for any sheet: texts come back, shared edges agree, threads don't disturb each other.
#include <fmt/format.h>

#include <random>
#include <thread>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/render/xlsx_choices.h"
#include "pipeline/render/xlsx_fit.h"
#include "pipeline/render/xlsx_print.h"
#include "pipeline/render/xlsx_text.h"
#include "pipeline/sheet/cell_address.h"
#include "tests/unit/render/xlsx_sample.h"

namespace chohyo {
namespace {

using namespace std::string_view_literals;

/// Small random numbers from a fixed seed.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  unsigned operator()() { return static_cast<unsigned>(engine_()); }

 private:
  std::mt19937 engine_;
};

char32_t RandomCharacter(Random* random) {
  constexpr std::u32string_view kAwkward =
      U"\0\x01\x07\t\n\r\x1F_x0041_&<>\"'=+-@＝\uFFFE\uFFFF\u200F\U000E0100𠮷葛　 "sv;
  switch ((*random)() % 4) {
    case 0: return kAwkward[(*random)() % kAwkward.size()];
    case 1: return U' ' + (*random)() % 95;
    case 2: return 0x3040 + (*random)() % 0x5000;
    default: return 0x10000 + (*random)() % 0xFFFF;
  }
}

/// What Excel shows of a text, in the writing of xlsx_dump.py.
std::string Shown(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') continue;
      out += "\\n";
    } else if (text[i] == '\n') {
      out += "\\n";
    } else {
      out += text[i] == '\\' ? std::string("\\\\") : std::string(1, text[i]);
    }
  }
  while (!out.empty() && std::string_view(" \t\x1C\x1D\x1E\x1F").find(out.back()) != std::string_view::npos)
    out.pop_back();
  return out;
}

TEST_CASE("any text comes back as it was", "[xlsx]") {
  Random random(20210113);
  for (const int rows : {300, 60000}) {
    SheetMaker maker("表", 1, rows);
    for (int row = 0; row < 300; ++row) {
      std::string text = "【";
      for (unsigned i = random() % 20; i > 0; --i) AppendUtf8(RandomCharacter(&random), &text);
      maker.Text(row, 0, text + "】");
    }
    for (int row = 300; row < rows; ++row) maker.Add(row, 0, std::int64_t{row});
    const Dump dump(BookMaker().Add(maker).Render());
    for (int row = 0; row < 300; ++row) {
      const std::string& text = maker.sheet.cells[static_cast<std::size_t>(row)].text;
      CHECK(dump.Content(fmt::format("A{}", row + 1)) == "text " + Shown(text));
    }
  }
}

/// Covers a grid with cells of random spans.
SheetMaker RandomGrid(int size, Random* random) {
  SheetMaker maker("表", size, size);
  std::vector<bool> taken(static_cast<std::size_t>(size * size));
  const auto place = [&](int row, int column) { return taken.begin() + row * size + column; };
  for (int row = 0; row < size; ++row) {
    for (int column = 0; column < size; ++column) {
      if (*place(row, column)) continue;
      int columns = 1;
      const int wanted = 1 + static_cast<int>((*random)() % 3);
      while (columns < wanted && column + columns < size && !*place(row, column + columns)) ++columns;
      const int rows = std::min(size - row, 1 + static_cast<int>((*random)() % 3));
      for (int r = row; r < row + rows; ++r) std::fill_n(place(r, column), columns, true);
      maker.Span(row, column, rows, columns, "a");
    }
  }
  for (Edge& edge : maker.sheet.horizontal) edge.style = static_cast<LineStyle>((*random)() % 14);
  for (Edge& edge : maker.sheet.vertical) edge.style = static_cast<LineStyle>((*random)() % 14);
  return maker;
}

/// One side's line in a dumped cell, "" for none.
std::string SideOf(const std::string& cell, const std::string& side) {
  const std::size_t begin = cell.find("border[");
  if (begin == std::string::npos) return "";
  const std::string borders = cell.substr(begin + 7, cell.find(']', begin) - begin - 7);
  for (const std::string_view border : Split(borders, ',')) {
    if (border.starts_with(side + ":")) return std::string(border.substr(side.size() + 1));
  }
  return "";
}

TEST_CASE("both sides of an edge agree, and no line runs through a merged cell", "[xlsx]") {
  Random random(7);
  constexpr int kSize = 12;
  for (int round = 0; round < 5; ++round) {
    const SheetMaker maker = RandomGrid(kSize, &random);
    std::vector<int> owner(kSize * kSize);
    for (std::size_t i = 0; i < maker.sheet.cells.size(); ++i) {
      const Cell& cell = maker.sheet.cells[i];
      for (int r = 0; r < cell.row_span; ++r) {
        std::fill_n(owner.begin() + (cell.row + r) * kSize + cell.column, cell.column_span, static_cast<int>(i));
      }
    }
    const Dump dump(BookMaker().Add(maker).Render());
    for (int row = 0; row + 1 < kSize; ++row) {
      for (int column = 0; column + 1 < kSize; ++column) {
        const int at = row * kSize + column;
        const std::string here = dump.Cell(CellAddress(row, column));
        const std::string right = SideOf(here, "right");
        const std::string bottom = SideOf(here, "bottom");
        CHECK(right == SideOf(dump.Cell(CellAddress(row, column + 1)), "left"));
        CHECK(bottom == SideOf(dump.Cell(CellAddress(row + 1, column)), "top"));
        const bool right_line = maker.sheet.VerticalEdge(row, column + 1).style != LineStyle::kNone;
        const bool bottom_line = maker.sheet.HorizontalEdge(row + 1, column).style != LineStyle::kNone;
        CHECK(right.empty() == !(right_line && owner[at] != owner[at + 1]));
        CHECK(bottom.empty() == !(bottom_line && owner[at] != owner[at + kSize]));
      }
    }
  }
}

TEST_CASE("threads make the same bytes as one alone", "[xlsx]") {
  SheetMaker maker("表", 5, 60);
  for (int row = 0; row < 60; ++row) {
    for (int column = 0; column < 5; ++column) maker.Text(row, column, fmt::format("{}-{}", row, column));
  }
  const BookMaker book = BookMaker().Add(maker);
  const std::string alone = book.Render();
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&book, &result] {
      for (int i = 0; i < 5; ++i) result = book.Render();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == alone);
}

TEST_CASE("column steps never drift from the widths asked for", "[xlsx]") {
  Random random(3);
  for (int round = 0; round < 200; ++round) {
    Sheet sheet;
    SheetLayout layout;
    for (unsigned i = 1 + random() % 40; i > 0; --i) sheet.columns.push_back(static_cast<Um>(1000 + random() % 60000));
    const XlsxGrid grid = MakeXlsxGrid(sheet, layout);
    double asked = 0;
    double given = 0;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      asked += sheet.columns[i];
      given += grid.column_steps[i] * kXlsxColumnStep;
      CHECK(std::abs(asked - given) <= kXlsxColumnStep / 2 + 1);
    }
  }
}

TEST_CASE("footers stay within Excel's limit and keep their text apart from the codes", "[xlsx]") {
  PageSetup page;
  page.footer_left = "2021年 & &G {page}/{pages}";
  page.footer_center = "";
  page.footer_right = std::string(300, '&');
  CHECK(XlsxFooter(page, "12").starts_with("&L&82021年 && &&&8G &P/12&R&8&&&&"));
  CHECK(Utf16Length(XlsxFooter(page, "12")) <= 255);
  page.footer_right = "";
  CHECK(XlsxFooter(page, "&N") == "&L&8&\"ＭＳ 明朝,Regular\"2021年 && &&&8G &P/&N");
}

XlsxFit Fit(const std::string& text, Um width, Um height, CentiPoint size = 1050) {
  Cell cell;
  cell.text = text;
  return FitForExcel(cell, CellStyle(), {width, height, size}, false);
}

TEST_CASE("text that layout set on one line shrinks, longer text wraps at a size that fits", "[xlsx]") {
  CHECK(Fit("氏名", 20000, 6000).shrink);                       // one line high: nothing to wrap into
  CHECK_FALSE(Fit("氏名", 20000, 30000).shrink);                // wide and high enough: a clerk may write more
  CHECK(Fit("情報政策課記入欄", 30000, 30000).shrink);          // just fits the width: Excel must not break it
  CHECK_FALSE(Fit("情報政策課の記入欄", 30000, 30000).shrink);  // two lines in the PDF too
  CHECK(Fit("情報政策課の記入欄", 30000, 30000).size == 1050);
  CHECK(Fit("一\n二", 30000, 6000).size == 650);
  CHECK(Fit("あ", 20000, 9000, 1037).size == 1000);
  std::string text;
  for (int i = 0; i < 300; ++i) text += "長";
  CHECK(Fit(text, 100000, 50000).size == 1000);
  CHECK(Fit(text, 100000, 40000).size == 900);
}

TEST_CASE("column names count as Excel's", "[xlsx]") {
  CHECK(CellAddress(0, 25) == "Z1");
  CHECK(CellAddress(9, 26) == "AA10");
  CHECK(CellAddress(1048575, 16383) == "XFD1048576");
  CHECK(AbsoluteRange("R1C1", {0, 1, 2, 1, 2}) == "'R1C1'!$C$2");
  CHECK(AbsoluteRange("a'b", {0, 0, 0, 4, 27}) == "'a''b'!$A$1:$AB$5");
}

TEST_CASE("a folder for temporary files that does not exist is named", "[xlsx]") {
  SetLang(Lang::kEn);
  setenv("TMPDIR", "/nonexistent/tmp", 1);
  SheetMaker maker("表", 1, 1);
  const BookMaker book = BookMaker().Add(maker);
  CHECK_THROWS_MATCHES(
      book.Render(), OutputFault,
      Catch::Message("Cannot make a temporary folder in /nonexistent/tmp: No such file or directory. Set TMPDIR to a "
                     "folder you can write to."));
  unsetenv("TMPDIR");
  SetLang(Lang::kJa);
}

}  // namespace
}  // namespace chohyo
