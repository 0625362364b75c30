// What LibreOffice makes of the files: the pages it prints, and what it calculates.
#include <fmt/format.h>

#include <cstdlib>

#include "pipeline/layout/layout.h"
#include "tests/unit/render/pdf_pages.h"
#include "tests/unit/render/xlsx_sample.h"

namespace chohyo {
namespace {

/// A profile of LibreOffice's own in the test's folder, set to recalculate every file it opens.
const std::filesystem::path& OfficeProfile() {
  static const std::filesystem::path profile = [] {
    const std::filesystem::path folder = TestFolder() / "office";
    WriteWholeFile(folder / "user" / "registrymodifications.xcu",
                   R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>)");
    return folder;
  }();
  return profile;
}

/// Lets LibreOffice convert a workbook; gives the path of the result.
std::filesystem::path Convert(const std::string& bytes, const std::string& filter, const std::string& ending) {
  const std::filesystem::path file = TestFolder() / "book.xlsx";
  WriteWholeFile(file, bytes);
  std::filesystem::path result = TestFolder() / ("book." + ending);
  std::filesystem::remove(result);
  ToolOutput(fmt::format("libreoffice -env:UserInstallation=file://{} --headless --convert-to '{}' --outdir {} {} 2>&1",
                         OfficeProfile().string(), filter, TestFolder().string(), file.string()));
  return result;
}

/// The pages' texts as printed.
std::vector<std::string> PrintedPages(const std::string& bytes) {
  const std::filesystem::path pdf = Convert(bytes, "pdf", "pdf");
  std::vector<std::string> pages;
  const std::string text = ToolOutput("pdftotext -layout " + pdf.string() + " -");
  for (const std::string_view page : Split(text, '\f')) pages.emplace_back(page);
  if (!pages.empty() && pages.back().empty()) pages.pop_back();
  return pages;
}

std::string Csv(const std::string& bytes) {
  const std::filesystem::path csv = Convert(bytes, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "csv");
  return ReadWholeFile(csv);
}

/// A landscape list of 120 rows of uneven heights whose first two rows are repeated; row n says "行n。".
SheetMaker LongList() {
  SheetMaker maker("名簿", 13, 120);
  PageSetup& page = maker.sheet.page;
  page.landscape = true;
  std::swap(page.width, page.height);
  page.margin_left = page.margin_right = page.margin_top = page.margin_bottom = 15000;
  maker.sheet.columns.assign(13, 20538);
  maker.sheet.repeat_first = 0;
  maker.sheet.repeat_last = 1;
  for (int row = 0; row < 120; ++row) {
    maker.sheet.rows[static_cast<std::size_t>(row)].height = 5000 + 700 * (row % 5);
    maker.Text(row, 0, fmt::format("行{}。", row));
    for (int column = 1; column < 13; ++column) maker.Add(row, column, std::int64_t{row * 100000 + column});
  }
  maker.Rule({0, 0, 0, 119, 12}, LineStyle::kThin, LineStyle::kHair);
  return maker;
}

Pages LayOut(const Document& document) {
  std::vector<LayoutIssue> issues;
  return Layouter(TestFonts()).Layout(document, &issues);
}

TEST_CASE("LibreOffice prints the pages that layout made", "[xlsx][office]") {
  BookMaker book;
  book.Add(LongList());
  const Pages pages = LayOut(book.document);
  const std::vector<int>& first_rows = pages.sheets[0].page_first_rows;
  REQUIRE(first_rows.size() > 3);
  const std::vector<std::string> printed = PrintedPages(RenderXlsx(book.document, pages));
  REQUIRE(printed.size() == first_rows.size());
  for (std::size_t i = 0; i < printed.size(); ++i) {
    INFO(printed[i]);
    const int last = i + 1 < first_rows.size() ? first_rows[i + 1] - 1 : 119;
    CHECK(printed[i].find("行0。") != std::string::npos);
    CHECK(printed[i].find(fmt::format("行{}。", first_rows[i])) != std::string::npos);
    CHECK(printed[i].find(fmt::format("行{}。", last)) != std::string::npos);
    CHECK(printed[i].find(fmt::format("行{}。", last + 1)) == std::string::npos);
    CHECK(printed[i].find(fmt::format("{}12", last * 1000)) != std::string::npos);
    CHECK(printed[i].find(fmt::format("{}／{}", i + 1, printed.size())) != std::string::npos);
  }
}

TEST_CASE("the pages of a workbook are numbered through all sheets in LibreOffice", "[xlsx][office]") {
  BookMaker book;
  book.Add(LongList());
  SheetMaker second("様式", 3, 30, 50000, 8000);
  for (Row& row : second.sheet.rows) row.height = 8000;
  second.sheet.rows[29].fill = 1;
  second.Text(0, 0, "題名");
  second.Text(29, 2, "以上");
  book.Add(second);
  const Pages pages = LayOut(book.document);
  const std::vector<std::string> printed = PrintedPages(RenderXlsx(book.document, pages));
  REQUIRE(printed.size() == pages.pages.size());
  CHECK(printed.back().find("題名") != std::string::npos);
  CHECK(printed.back().find("以上") != std::string::npos);
  CHECK(printed.back().find(fmt::format("{0}／{0}", printed.size())) != std::string::npos);
}

TEST_CASE("LibreOffice shows what the form shows", "[xlsx][office]") {
  SheetMaker maker("表", 1, 12);
  const auto add = [&maker](int row, const Scalar& value, const std::string& format) {
    CellStyle style;
    style.format = format;
    maker.Add(row, 0, value, maker.Style(style));
  };
  const Date day = *Date::FromYmd(2021, 1, 13);
  add(0, std::int64_t{1234567}, "integer");
  add(1, 0.125, "percent");
  add(2, day, "wareki");
  add(3, day, "wareki_short");
  add(4, day, "md_weekday");
  add(5, day, "iso");
  add(6, Month{2021, 2}, "month");
  add(7, TimeOfDay{510}, "time");
  add(8, Minutes{1530}, "hm");
  add(9, std::string("=1+1_x0041_𠮷"), "");
  add(10, *Date::FromYmd(2019, 5, 1), "wareki");
  add(11, std::int64_t{0}, "zero_blank");
  std::string expected;
  for (const Cell& cell : maker.sheet.cells) {
    const bool quoted = cell.text.find(',') != std::string::npos;
    expected += quoted ? "\"" + cell.text + "\"\n" : cell.text + "\n";
  }
  CHECK(Csv(BookMaker().Add(maker).Render()) == expected);
}

TEST_CASE("LibreOffice calculates the values that the file holds", "[xlsx][office]") {
  SheetMaker maker("表", 4, 2);
  maker.Add(0, 0, std::int64_t{2});
  maker.Add(0, 1, 0.5).formula = "A1/4";
  maker.Add(0, 2, std::string("要確認")).formula = "IF(A1<3,\"要確認\",\"\")";
  maker.Add(0, 3, std::int64_t{99}).formula = "SUM(A1:A2)";  // a stale value, to know that it is calculated at all
  maker.Add(1, 0, std::int64_t{40});
  CHECK(Csv(BookMaker().Add(maker).Render()) == "2,0.5,要確認,42\n40,,,\n");
}

TEST_CASE("LibreOffice knows the labels of dates by their formulas", "[xlsx][office]") {
  SheetMaker maker("表", 3, 1);
  CellStyle style;
  style.format = "md_weekday";
  maker.Add(0, 0, *Date::FromYmd(2021, 1, 8), maker.Style(style));
  maker.Add(0, 1, std::string("?")).formula = "TEXT('表'!$A$1,\"[$-411]m\"\"月\"\"d\"\"日（\"\"aaa\"\"）\"\";@\")";
  CHECK(Csv(BookMaker().Add(maker).Render()) == "1月8日（金）,1月8日（金）\n");
}

}  // namespace
}  // namespace chohyo
