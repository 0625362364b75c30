#include <catch2/catch.hpp>

#include "pipeline/workbook/workbook.h"
#include "tests/unit/support/xlsx_fixture.h"
#include "tests/unit/workbook/workbook_dump.h"

namespace chohyo {
namespace {

/// A workbook whose first worksheet holds these elements.
XlsxFixture WithSheet(const std::string& elements) {
  XlsxFixture fixture;
  fixture.parts["xl/worksheets/sheet1.xml"] = "<worksheet xmlns:r=\"r\">" + elements + "</worksheet>";
  return fixture;
}

WorkbookSheet Read(const XlsxFixture& fixture) { return ReadWorkbook(fixture.Bytes(), "form.xlsx").sheets.at(0); }

TEST_CASE("page setup as stored, with Excel's defaults") {
  const WorkbookSheet plain = Read(WithSheet("<sheetData/>"));
  CHECK(plain.page.paper_code == 9);
  CHECK(plain.page.left == 17780);
  CHECK(plain.page.top == 19050);
  const WorkbookSheet zeros = Read(WithSheet("<sheetData/><pageSetup paperSize=\"0\" scale=\"0\"/>"));
  CHECK(zeros.page.paper_code == 9);
  CHECK(zeros.page.scale == 100);
  const WorkbookSheet sheet = Read(
      WithSheet("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showZeros=\"0\"><pane "
                "xSplit=\"1\" ySplit=\"3\" state=\"frozen\"/></sheetView></sheetViews><sheetData/>"
                "<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.5\" right=\"1\" top=\"0\" bottom=\"2\" "
                "header=\"0.25\" footer=\"0.25\"/><pageSetup paperSize=\"12\" orientation=\"landscape\" "
                "fitToHeight=\"0\" scale=\"85\" useFirstPageNumber=\"1\" firstPageNumber=\"3\"/>"
                "<headerFooter differentFirst=\"1\"><oddHeader>&amp;L左&amp;R右</oddHeader></headerFooter>"
                "<rowBreaks><brk id=\"20\" man=\"1\"/><brk id=\"9\" man=\"1\"/><brk id=\"12\"/></rowBreaks>"));
  CHECK(sheet.page.paper_code == 12);
  CHECK(sheet.page.landscape);
  CHECK(sheet.page.fit_to_page);
  CHECK(sheet.page.fit_width == 1);
  CHECK(sheet.page.fit_height == 0);
  CHECK(sheet.page.scale == 85);
  CHECK(sheet.page.first_page_number == 3);
  CHECK(sheet.page.left == 12700);
  CHECK(sheet.page.center_horizontally);
  CHECK(sheet.page.header_footer.odd_header == "&L左&R右");
  CHECK(sheet.page.header_footer.different_first);
  CHECK(sheet.page.row_breaks == std::vector<int>{9, 20});
  CHECK(sheet.freeze_row == 3);
  CHECK(sheet.freeze_column == 1);
  CHECK_FALSE(sheet.show_zeros);
}

TEST_CASE("print areas and titles belong to their sheet") {
  XlsxFixture fixture = WithSheet("<sheetData/>");
  std::string& workbook = fixture.parts["xl/workbook.xml"];
  workbook.insert(workbook.find("</workbook>"),
                  "<definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">表!$B$2:$D$9,表!$F:$G"
                  "</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">表!$A:$B,表!$1:$3"
                  "</definedName><definedName name=\"氏名欄\">表!$A$1</definedName></definedNames>");
  const Workbook read = ReadWorkbook(fixture.Bytes(), "form.xlsx");
  const WorkbookPage& page = read.sheets[0].page;
  REQUIRE(page.print_areas.size() == 2);
  CHECK(RangeText(page.print_areas[0]) == "B2:D9");
  CHECK(RangeText(page.print_areas[1]) == "F1:G1048576");
  CHECK(page.title_rows == std::pair(0, 2));
  CHECK(page.title_columns == std::pair(0, 1));
  REQUIRE(read.names.size() == 1);
  CHECK(read.names[0].name == "氏名欄");
}

TEST_CASE("sizes of rows and columns, hidden ones 0") {
  const WorkbookSheet sheet = Read(
      WithSheet("<sheetFormatPr defaultRowHeight=\"13.5\"/><cols><col min=\"2\" max=\"3\" width=\"10\"/><col min=\"4\" "
                "max=\"4\" width=\"5\" hidden=\"1\"/></cols><sheetData><row r=\"2\" ht=\"30\" customHeight=\"1\"/><row "
                "r=\"3\" hidden=\"1\"/><row r=\"4\"/></sheetData>"));
  CHECK(sheet.ColumnWidth(1) == sheet.ColumnWidth(2));
  CHECK(sheet.ColumnWidth(1) > sheet.ColumnWidth(0));
  CHECK(sheet.ColumnWidth(3) == 0);
  CHECK(sheet.RowHeight(0) == UmOfPoints(13.5));
  CHECK(sheet.RowHeight(1) == UmOfPoints(30));
  CHECK(sheet.RowHeight(2) == 0);
  CHECK(sheet.RowHeight(3) == UmOfPoints(13.5));
  CHECK(sheet.rows.at(1).custom);
  CHECK_FALSE(sheet.rows.at(3).stated);
}

TEST_CASE("merges, input rules and conditional formats, those of the extension too") {
  XlsxFixture fixture = WithSheet(
      "<sheetData/><mergeCells><mergeCell ref=\"B2:D3\"/><mergeCell ref=\"A1\"/></mergeCells>"
      "<conditionalFormatting sqref=\"A1:A9 C1\"><cfRule type=\"cellIs\" dxfId=\"0\" priority=\"2\" "
      "operator=\"greaterThan\"><formula>5</formula></cfRule></conditionalFormatting>"
      "<dataValidations><dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"E1\">"
      "<formula1>\"有,無\"</formula1></dataValidation></dataValidations>"
      "<extLst><ext><x14:dataValidations xmlns:x14=\"x\" xmlns:xm=\"m\"><x14:dataValidation type=\"list\">"
      "<x14:formula1><xm:f>候補!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>F1:F4</xm:sqref></x14:dataValidation>"
      "</x14:dataValidations><x14:conditionalFormattings xmlns:x14=\"x\" xmlns:xm=\"m\"><x14:conditionalFormatting>"
      "<x14:cfRule type=\"expression\" priority=\"1\"><xm:f>他!$A$1=1</xm:f><x14:dxf><fill><patternFill><bgColor "
      "rgb=\"FFFFC7CE\"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>B1</xm:sqref>"
      "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>");
  std::string& styles = fixture.parts["xl/styles.xml"];
  styles.insert(styles.find("</styleSheet>"), "<dxfs><dxf><font><b/><color rgb=\"FFFF0000\"/></font></dxf></dxfs>");
  const WorkbookSheet sheet = Read(fixture);
  REQUIRE(sheet.merges.size() == 1);
  CHECK(RangeText(sheet.merges[0]) == "B2:D3");
  CHECK(sheet.row_count == 3);
  CHECK(sheet.column_count == 4);
  REQUIRE(sheet.validations.size() == 2);
  CHECK(sheet.validations[0].formula1 == "\"有,無\"");
  CHECK(sheet.validations[0].show_error);
  CHECK(sheet.validations[1].formula1 == "候補!$A$1:$A$3");
  CHECK(RangeText(sheet.validations[1].ranges.at(0)) == "F1:F4");
  REQUIRE(sheet.conditionals.size() == 2);
  CHECK(sheet.conditionals[0].formulas == std::vector<std::string>{"他!$A$1=1"});
  CHECK(sheet.conditionals[0].fill == WorkbookColor(0xFFC7CE));
  CHECK(sheet.conditionals[1].ranges.size() == 2);
  CHECK(sheet.conditionals[1].sets_bold);
  CHECK(sheet.conditionals[1].sets_color);
}

TEST_CASE("drawings stand where they print; what is not brought along is a loss") {
  XlsxFixture fixture = WithSheet("<sheetData/><drawing r:id=\"rId1\"/>");
  fixture.parts["xl/worksheets/_rels/sheet1.xml.rels"] =
      "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/drawing\" Target=\"../drawings/drawing1.xml\"/>"
      "<Relationship Id=\"rId2\" Type=\"http://x/comments\" Target=\"../comments1.xml\"/></Relationships>";
  fixture.parts["xl/comments1.xml"] = "<comments><commentList><comment ref=\"C4\"/></commentList></comments>";
  fixture.parts["xl/drawings/_rels/drawing1.xml.rels"] =
      "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/image\" Target=\"../media/i.png\"/></Relationships>";
  fixture.parts["xl/media/i.png"] = "\x89PNG\r\n\x1A\n...";
  const std::string from = "<from><col>1</col><colOff>0</colOff><row>2</row><rowOff>0</rowOff></from>";
  const std::string to = "<to><col>3</col><colOff>0</colOff><row>4</row><rowOff>0</rowOff></to>";
  fixture.parts["xl/drawings/drawing1.xml"] =
      "<wsDr xmlns:r=\"r\" xmlns:a=\"a\"><twoCellAnchor>" + from + to +
      "<sp><nvSpPr><cNvPr name=\"枠\"/><cNvSpPr txBox=\"1\"/></nvSpPr><spPr><a:prstGeom prst=\"rect\"/><a:solidFill>"
      "<a:schemeClr val=\"bg1\"><a:lumMod val=\"50000\"/></a:schemeClr></a:solidFill><a:ln w=\"12700\"><a:solidFill>"
      "<a:srgbClr val=\"FF0000\"/></a:solidFill><a:prstDash val=\"sysDash\"/></a:ln></spPr><txBody><a:bodyPr "
      "anchor=\"ctr\" vert=\"eaVert\"/><a:p><a:pPr algn=\"ctr\"/><a:r><a:rPr sz=\"1400\"/><a:t>印</a:t></a:r></a:p>"
      "</txBody></sp></twoCellAnchor><oneCellAnchor>" +
      from +
      "<ext cx=\"685800\" cy=\"360000\"/><pic><nvPicPr><cNvPr name=\"章\" descr=\"市章\"/></nvPicPr><blipFill><a:blip "
      "r:embed=\"rId1\"/></blipFill></pic></oneCellAnchor><twoCellAnchor>" +
      from + to +
      "<grpSp><grpSpPr><a:xfrm><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"200\" cy=\"100\"/></a:xfrm></grpSpPr><cxnSp>"
      "<nvCxnSpPr><cNvPr name=\"線\"/></nvCxnSpPr><spPr><a:xfrm flipV=\"1\"><a:off x=\"100\" y=\"0\"/><a:ext "
      "cx=\"100\" "
      "cy=\"100\"/></a:xfrm><a:prstGeom prst=\"straightConnector1\"/><a:ln><a:solidFill><a:prstClr val=\"black\"/>"
      "</a:solidFill><a:tailEnd type=\"triangle\"/></a:ln></spPr></cxnSp></grpSp></twoCellAnchor><twoCellAnchor>" +
      from + to +
      "<graphicFrame><nvGraphicFramePr><cNvPr name=\"グラフ 1\"/></nvGraphicFramePr><a:graphic><a:graphicData "
      "uri=\"http://x/chart\"/></a:graphic></graphicFrame></twoCellAnchor></wsDr>";
  const WorkbookSheet sheet = Read(fixture);
  REQUIRE(sheet.shapes.size() == 2);
  const WorkbookShape& box = sheet.shapes[0];
  CHECK(box.geometry == "textBox");
  CHECK(box.anchor.row == 2);
  CHECK(box.anchor.column == 1);
  CHECK(box.anchor.width == 2 * sheet.default_column_width);
  CHECK(box.anchor.height == 2 * sheet.default_row_height);
  CHECK(box.fill == WorkbookColor(0x808080));
  CHECK(box.line == WorkbookColor(0xFF0000));
  CHECK(box.line_width == 352);
  CHECK(box.dash == "sysDash");
  CHECK(box.vertical_text);
  CHECK(box.text_align == "ctr");
  REQUIRE(box.text.size() == 1);
  CHECK(box.text[0].text == "印\n");
  CHECK(box.text[0].font->size == 1400);
  const WorkbookShape& line = sheet.shapes[1];
  CHECK(line.geometry == "line");
  CHECK(line.flip_vertical);
  CHECK(line.anchor.column == 2);
  CHECK(line.anchor.width == sheet.default_column_width);
  REQUIRE(sheet.pictures.size() == 1);
  CHECK(sheet.pictures[0].kind == "png");
  CHECK(sheet.pictures[0].alt_text == "市章");
  CHECK(LossesText(sheet) == "C3 arrowhead 線\nB3 chart グラフ 1\nC4 comment \n");
  CHECK(sheet.row_count == 4);
  CHECK(sheet.column_count == 3);
}

}  // namespace
}  // namespace chohyo
