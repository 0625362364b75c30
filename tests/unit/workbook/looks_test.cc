#include <catch2/catch.hpp>

#include "pipeline/workbook/builtin_codes.h"
#include "pipeline/workbook/color.h"
#include "pipeline/workbook/digit_width.h"
#include "pipeline/workbook/workbook.h"
#include "tests/unit/support/xlsx_fixture.h"

namespace chohyo {
namespace {

WorkbookFont Font(const char* name, CentiPoint size) {
  WorkbookFont font;
  font.name = name;
  font.size = size;
  return font;
}

TEST_CASE("tints change the lightness, as Excel's own colour table has them") {
  CHECK(Tinted(0x4472C4, 0.7999816888943144) == 0xDAE3F3);  // accent 1, lighter 80 %
  CHECK(Tinted(0x4472C4, -0.249977111117893) == 0x2F5597);  // accent 1, darker 25 %
  CHECK(Tinted(0xFFFFFF, -0.499984740745262) == 0x808080);
  CHECK(Tinted(0x000000, 0.499984740745262) == 0x7F7F7F);
  CHECK(Tinted(0x123456, 0) == 0x123456);
}

TEST_CASE("digits of usual fonts have the pixels that Excel shows") {
  CHECK(DigitWidthOf(Font("游ゴシック", 1100)).pixels == 8);
  CHECK(DigitWidthOf(Font("ＭＳ Ｐゴシック", 1100)).pixels == 8);
  CHECK(DigitWidthOf(Font("ＭＳ 明朝", 900)).pixels == 6);
  CHECK(DigitWidthOf(Font("Calibri", 1100)).pixels == 7);
  CHECK(DigitWidthOf(Font("Arial", 1000)).pixels == 7);
}

TEST_CASE("columns print by the digit of their font and five pixels") {
  const DigitWidth gothic = DigitWidthOf(Font("游ゴシック", 1100));
  const DigitWidth ms = DigitWidthOf(Font("ＭＳ Ｐゴシック", 1100));
  CHECK(PixelsOfDefaultColumn(8, gothic) == 72);
  CHECK(PixelsOfDefaultColumn(8, DigitWidthOf(Font("Calibri", 1100))) == 64);
  CHECK(PixelsOfColumn(9, gothic) == 72);
  CHECK(PixelsOfColumn(2.625, gothic) == 21);
  CHECK(PixelsOfColumn(0, gothic) == 0);
  CHECK(PixelsOfColumn(1e9, gothic) == 2040);
  CHECK(PrintedColumn(72, gothic) == UmOfPoints(8.375 * 0.555 * 11 + 3.75));
  CHECK(PrintedColumn(72, ms) == UmOfPoints(8.375 * 0.505 * 11 + 3.75));
  CHECK(PrintedColumn(0, ms) == 0);
  CHECK(PrintedColumn(13, ms) == UmOfPoints(0.505 * 11 + 3.75));
}

TEST_CASE("number formats without a code") {
  CHECK(BuiltinNumberCode(0) == "General");
  CHECK(BuiltinNumberCode(14) == "yyyy/m/d");
  CHECK(BuiltinNumberCode(28) == "[$-411]ggge\"年\"m\"月\"d\"日\"");
  CHECK(BuiltinNumberCode(57) == "[$-411]ge.m.d");
  CHECK(BuiltinNumberCode(163) == "General");
}

TEST_CASE("a cell's look comes from its own format, its parent and the theme") {
  XlsxFixture fixture;
  fixture.parts["xl/styles.xml"] =
      "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"0&quot;名&quot;\"/></numFmts>"
      "<fonts><font><sz val=\"10.5\"/><name val=\"Calibri\"/><scheme val=\"minor\"/></font>"
      "<font><b/><u val=\"double\"/><color theme=\"4\" tint=\"-0.25\"/><name val=\"ＭＳ 明朝\"/></font></fonts>"
      "<fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"solid\"><fgColor "
      "indexed=\"10\"/></patternFill></fill></fills>"
      "<borders><border/><border diagonalUp=\"1\"><left style=\"thin\"><color "
      "rgb=\"FF00B050\"/></left><bottom style=\"double\"><color auto=\"1\"/></bottom></border></borders>"
      "<cellStyleXfs><xf fontId=\"0\"><alignment vertical=\"center\"/></xf></cellStyleXfs>"
      "<cellXfs><xf xfId=\"0\" numFmtId=\"0\"/><xf xfId=\"0\" numFmtId=\"176\" fontId=\"1\" fillId=\"1\" "
      "borderId=\"1\">"
      "<alignment horizontal=\"distributed\" textRotation=\"135\" indent=\"2\" wrapText=\"1\"/></xf>"
      "<xf xfId=\"0\" numFmtId=\"57\" applyAlignment=\"1\"/></cellXfs>"
      "<colors><indexedColors><rgbColor rgb=\"00010203\"/></indexedColors></colors></styleSheet>";
  fixture.parts["xl/theme/theme1.xml"] =
      "<a:theme xmlns:a=\"a\"><a:themeElements><a:clrScheme><a:accent1><a:srgbClr val=\"4472C4\"/></a:accent1>"
      "</a:clrScheme><a:fontScheme><a:minorFont><a:ea typeface=\"\"/><a:font script=\"Jpan\" "
      "typeface=\"游ゴシック\"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>";
  std::string& rels = fixture.parts["xl/_rels/workbook.xml.rels"];
  rels.insert(rels.find("</Relationships>"),
              R"(<Relationship Id="rId9" Type="http://x/theme" Target="theme/theme1.xml"/>)");
  const Workbook workbook = ReadWorkbook(fixture.Bytes(), "form.xlsx");
  REQUIRE(workbook.formats.size() == 3);
  CHECK(workbook.default_font.name == "游ゴシック");
  CHECK(workbook.default_font.size == 1050);
  CHECK(workbook.formats[0].vertical == "center");
  const WorkbookFormat& look = workbook.formats[1];
  CHECK(look.font.name == "ＭＳ 明朝");
  CHECK(look.font.bold);
  CHECK((look.font.underline == WorkbookFont::Underline::kDouble));
  CHECK(look.font.color == WorkbookColor(Tinted(0x4472C4, -0.25)));
  CHECK(look.fill_pattern == "solid");
  CHECK(look.fill == WorkbookColor(0xFF0000));
  CHECK(look.border.left.style == "thin");
  CHECK(look.border.left.color == WorkbookColor(0x00B050));
  CHECK(look.border.bottom.style == "double");
  CHECK_FALSE(look.border.bottom.color.has_value());
  CHECK(look.border.diagonal_up);
  CHECK(look.number_code == "0\"名\"");
  CHECK(look.horizontal == "distributed");
  CHECK(look.vertical.empty());
  CHECK(look.rotation == -45);
  CHECK(look.indent == 2);
  CHECK(look.wrap);
  CHECK(workbook.formats[2].vertical.empty());
  CHECK(workbook.formats[2].number_code == "[$-411]ge.m.d");
}

}  // namespace
}  // namespace chohyo
