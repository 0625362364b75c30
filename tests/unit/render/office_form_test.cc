// Offices' own Excel forms in the files: turned text, patterns, pictures and figures in PDF; page setup in XLSX.
#include <catch2/catch.hpp>

#include "pipeline/render/pdf_figures.h"
#include "pipeline/render/pdf_images.h"
#include "pipeline/render/pdf_strokes.h"
#include "pipeline/render/text_cells.h"
#include "tests/unit/render/xlsx_sample.h"

namespace chohyo {
namespace {

constexpr Um kPoint = 353;  // about 1 pt

/// Two grey pixels, decoded.
std::shared_ptr<const Image> SmallImage() {
  Image image;
  image.width = 2;
  image.height = image.components = 1;
  image.bytes = std::string("\x40\xC0", 2);
  return std::make_shared<const Image>(image);
}

/// A PNG of one black pixel.
std::string OnePixelPng() {
  const unsigned char bytes[] = {0x89, 'P',  'N',  'G',  0x0D, 0x0A, 0x1A, 0x0A, 0,    0,    0,    0x0D, 'I',  'H',
                                 'D',  'R',  0,    0,    0,    1,    0,    0,    0,    1,    8,    0,    0,    0,
                                 0,    0x3A, 0x7E, 0x9B, 0x55, 0,    0,    0,    0x0A, 'I',  'D',  'A',  'T',  0x78,
                                 0x9C, 0x63, 0x60, 0,    0,    0,    2,    0,    1,    0x48, 0xAF, 0xA4, 0x71, 0,
                                 0,    0,    0,    'I',  'E',  'N',  'D',  0xAE, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(bytes), sizeof(bytes)};
}

/// A part of a workbook's package.
std::string PartOf(const std::filesystem::path& file, const std::string& part) {
  return ToolOutput(
      "python3 -c 'import sys, zipfile; "
      "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' " +
      file.string() + " " + part);
}

std::string Strokes(Stroke::Pattern pattern) {
  std::string out;
  AppendStrokes({{0, 0, 25400, 0, kPoint, kBlack, pattern}}, 25400, &out);
  return out.substr(0, out.find(" 0 d"));
}

TEST_CASE("Every pattern of Excel's borders has its dashes") {
  CHECK(Strokes(Stroke::Pattern::kDashDot) == "q\n1 w 0 G\n[6.75 2.25 2.25 2.25]");
  CHECK(Strokes(Stroke::Pattern::kDashDotDot) == "q\n1 w 0 G\n[6.75 2.25 2.25 2.25 2.25 2.25]");
  CHECK(Strokes(Stroke::Pattern::kLongDashed) == "q\n1 w 0 G\n[6.75 2.25]");
  CHECK(Strokes(Stroke::Pattern::kSlantDashDot) == "q\n1 w 0 G\n[8.25 .75 3.75 .75]");
}

TEST_CASE("A picture is scaled into its box and clipped where it goes on overleaf") {
  PdfImages images;
  std::string out;
  const auto image = SmallImage();
  const PaperBox box{25400, 25400, 50800, 25400};
  images.Append({{box, {0, 0, 254000, 254000}, image}, {box, {25400, 25400, 50800, 12700}, image}}, 254000, &out);
  CHECK(out == "q\n144 0 0 72 72 576 cm\n/I0 Do\nQ\nq\n72 612 144 36 re W n\n144 0 0 72 72 576 cm\n/I0 Do\nQ\n");
}

TEST_CASE("Figures are outlined and filled as they say") {
  Figure figure;
  figure.box = {0, 0, 25400, 25400};
  figure.clip = {0, 0, 254000, 254000};
  figure.line_width = kPoint;
  figure.fill_rgb = 0xFF0000;
  std::string out;
  AppendFigures({figure}, 254000, &out);
  CHECK(out == "q\n1 0 0 rg\n1 w 0 G\n0 J [] 0 d\n0 720 m\n72 720 l\n72 648 l\n0 648 l\nh B\nQ\n");
  out.clear();
  figure.line_width = 0;
  figure.fill_rgb.reset();
  AppendFigures({figure}, 254000, &out);
  CHECK(out.empty());
}

TEST_CASE("Scale, pages side by side, centring and print titles are written") {
  SheetMaker maker("表", 4, 4);
  maker.sheet.page.scale_percent = maker.layout.scale_percent = 80;
  maker.sheet.page.center_horizontally = maker.sheet.page.over_then_down = true;
  maker.sheet.page.first_page_number = 3;
  maker.sheet.repeat_first_column = maker.sheet.repeat_last_column = 0;
  maker.sheet.hidden_columns = {1};
  maker.sheet.print_gridlines = true;
  maker.layout.page_first_rows = {0, 2};
  maker.layout.page_first_columns = {3};
  const auto file = TestFolder() / "setup.xlsx";
  WriteWholeFile(file, BookMaker().Add(maker).Render());
  const std::string xml = PartOf(file, "xl/worksheets/sheet1.xml");
  CHECK(xml.find(R"(scale="80")") != std::string::npos);
  CHECK(xml.find(R"(pageOrder="overThenDown" firstPageNumber="3")") != std::string::npos);
  CHECK(xml.find(R"(<printOptions horizontalCentered="1" gridLines="1"/>)") != std::string::npos);
  CHECK(xml.find(R"(<brk id="2" max="16383" man="1"/>)") != std::string::npos);
  CHECK(xml.find(R"(<brk id="3" max="1048575" man="1"/>)") != std::string::npos);
  CHECK(xml.find(R"(hidden="1")") != std::string::npos);
  const std::string book = PartOf(file, "xl/workbook.xml");
  CHECK(book.find(R"(localSheetId="0">'表'!$A:$A</definedName>)") != std::string::npos);
}

TEST_CASE("A fitted sheet keeps the office's numbers of pages where Excel breaks as layout did") {
  SheetMaker maker("表", 2, 4);
  maker.sheet.page.fit = true;
  maker.sheet.page.fit_height = 0;
  maker.layout.page_first_rows = {0, 2};
  const auto file = TestFolder() / "fit.xlsx";
  const auto xml = [&] {
    WriteWholeFile(file, BookMaker().Add(maker).Render());
    return PartOf(file, "xl/worksheets/sheet1.xml");
  };
  CHECK(xml().find(R"(fitToHeight="0")") != std::string::npos);
  CHECK(xml().find(R"(<brk id="2")") != std::string::npos);
  maker.sheet.page.fit_height = 2;
  maker.layout.scale_percent = 70;
  CHECK(xml().find(R"(scale="70")") != std::string::npos);
}

TEST_CASE("Several print areas are written as the name that Excel keeps for them") {
  SheetMaker maker("範囲", 4, 4);
  maker.sheet.print_areas = {{0, 0, 0, 1, 1}, {0, 2, 2, 3, 3}};
  const auto file = TestFolder() / "areas.xlsx";
  WriteWholeFile(file, BookMaker().Add(maker).Render());
  const std::string book = PartOf(file, "xl/workbook.xml");
  CHECK(book.find(R"(<definedName name="_xlnm.Print_Area" localSheetId="0">'範囲'!$A$1:$B$2,'範囲'!$C$3:$D$4<)") !=
        std::string::npos);
}

TEST_CASE("What may be typed is written with its messages") {
  SheetMaker maker("表", 2, 2);
  CellRule rule;
  rule.range = {0, 0, 0, 1, 1};
  rule.type = "whole";
  rule.op = "between";
  rule.formula1 = "1";
  rule.formula2 = "B2+1";
  rule.error = "1から";
  rule.prompt_title = "人数";
  maker.sheet.cell_rules.push_back(rule);
  rule.type = "custom";
  rule.formula1 = "LEN(A1)<5";
  rule.error.assign(400, 'x');
  maker.sheet.cell_rules.push_back(rule);
  const auto file = TestFolder() / "rules.xlsx";
  WriteWholeFile(file, BookMaker().Add(maker).Render());
  const std::string xml = PartOf(file, "xl/worksheets/sheet1.xml");
  CHECK(xml.find(R"(<dataValidation type="whole" allowBlank="1" showInputMessage="1" showErrorMessage="1" )"
                 R"(error="1から" promptTitle="人数" sqref="A1:B2"><formula1>1</formula1><formula2>B2+1</formula2>)") !=
        std::string::npos);
  CHECK(xml.find("<formula1>LEN(A1)&lt;5</formula1>") != std::string::npos);
  CHECK(xml.find("error=\"" + std::string(255, 'x') + "\"") != std::string::npos);
}

TEST_CASE("Looks of Excel's own reach the workbook") {
  SheetMaker maker("表", 3, 1);
  CellStyle style;
  style.font_name = "游ゴシック";
  style.rotation = -45;
  style.double_underline = true;
  maker.Text(0, 0, "a", maker.Style(style)).diagonal_down = {LineStyle::kDashDot, 0xFF0000};
  CellStyle spill;
  spill.spill = true;
  spill.indent = 6350;
  maker.Text(0, 1, "b", maker.Style(spill));
  const auto file = TestFolder() / "looks.xlsx";
  WriteWholeFile(file, BookMaker().Add(maker).Render());
  const std::string xml = PartOf(file, "xl/styles.xml");
  for (const char* part :
       {R"(<name val="游ゴシック"/>)", R"(<u val="double"/>)", R"(textRotation="135")", R"(<border diagonalDown="1">)",
        R"(<diagonal style="dashDot"><color rgb="FFFF0000"/>)", R"(horizontal="left" vertical="center" indent="1")"}) {
    INFO(part);
    CHECK(xml.find(part) != std::string::npos);
  }
}

TEST_CASE("Headers and footers with several lines are written at their distances") {
  SheetMaker maker("表", 1, 1);
  maker.sheet.page.header_left = "上\n{page}";
  maker.sheet.page.header_distance = 12700;
  maker.sheet.page.footer_distance = 25400;
  const auto file = TestFolder() / "headers.xlsx";
  WriteWholeFile(file, BookMaker().Add(maker).Render());
  const std::string xml = PartOf(file, "xl/worksheets/sheet1.xml");
  CHECK(xml.find(R"(header="0.5" footer="1")") != std::string::npos);
  CHECK(xml.find("<oddHeader>&amp;L&amp;8&amp;\"ＭＳ 明朝,Regular\"上\n&amp;P</oddHeader>") != std::string::npos);
}

TEST_CASE("A picture is written in the size it has on paper, a damaged one left out") {
  SheetMaker maker("表", 2, 4, 25400, 25400);
  Picture picture;
  picture.place = {1, 0, 0, 0};
  picture.width = 12700;
  picture.height = 25400;
  picture.bytes = std::make_shared<const std::string>(OnePixelPng());
  maker.sheet.pictures = {picture, picture};
  maker.layout.images = {ReadImage(*picture.bytes), nullptr};
  REQUIRE(maker.layout.images[0] != nullptr);
  const auto file = TestFolder() / "picture.xlsx";
  const std::string bytes = BookMaker().Add(maker).Render();
  WriteWholeFile(file, bytes);
  const std::string xml = PartOf(file, "xl/drawings/drawing1.xml");
  CHECK(xml.find("<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>") != std::string::npos);
  // Half an inch: 48 pixels of 9,525 EMU.
  CHECK(xml.find("<xdr:to><xdr:col>0</xdr:col><xdr:colOff>457200</xdr:colOff><xdr:row>2</xdr:row>") !=
        std::string::npos);
  CHECK(xml.find("<xdr:pic>") == xml.rfind("<xdr:pic>"));
  CHECK(BookMaker().Add(maker).Render() == bytes);
}

TEST_CASE("The text renderer names what offices' own forms have") {
  Sheet sheet;
  sheet.page.scale_percent = 80;
  sheet.page.over_then_down = true;
  sheet.print_areas = {{0, 0, 0, 4, 2}};
  sheet.hidden_columns = {1};
  sheet.repeat_first_column = sheet.repeat_last_column = 0;
  CHECK(PrintText(sheet) == " 80% over then down area A1:C5 hidden columns B repeated columns A-A");
  Picture picture;
  picture.place = {1, 1, 500, 0};
  picture.width = picture.height = 10000;
  picture.alt_text = "市章";
  CHECK(PictureText(picture) == "picture \"市章\" at B2+0.5,0 10 x 10 mm");
  Shape shape;
  shape.kind = Shape::Kind::kRoundedRectangle;
  shape.width = 20000;
  shape.height = 5000;
  shape.fill_rgb = 0xFFFF00;
  shape.text = "印";
  CHECK(ShapeText(shape) == "shape rounded at A1 20 x 5 mm fill #FFFF00 |印|");
  CellRule rule;
  rule.range = {0, 0, 0, 1, 0};
  rule.type = "whole";
  rule.op = "between";
  rule.formula1 = "1";
  rule.formula2 = "9";
  CHECK(CellRuleText(rule) == "rule A1:A2 whole between 1 9");
}

TEST_CASE("Hidden sheets are hidden and the first that is not is opened") {
  SheetMaker first("隠し", 1, 1), second("表", 1, 1);
  first.sheet.hidden = true;
  const auto file = TestFolder() / "hidden.xlsx";
  WriteWholeFile(file, BookMaker().Add(first).Add(second).Render());
  const std::string book = PartOf(file, "xl/workbook.xml");
  CHECK(book.find(R"(<sheet name="隠し" sheetId="1" state="hidden")") != std::string::npos);
  CHECK(book.find(R"(activeTab="1")") != std::string::npos);
}

}  // namespace
}  // namespace chohyo
