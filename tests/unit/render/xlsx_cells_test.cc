// What stands in the cells: typed values, and texts that stay texts.
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "tests/unit/render/xlsx_sample.h"

namespace chohyo {
namespace {

CellStyle Shown(const std::string& format) {
  CellStyle style;
  style.format = format;
  return style;
}

Date Day(int year, int month, int day) { return *Date::FromYmd(year, month, day); }

/// The content of a one-cell sheet's cell.
std::string ContentOf(const Scalar& value, const std::string& format = "") {
  SheetMaker maker("表", 1, 1);
  maker.Add(0, 0, value, maker.Style(Shown(format)));
  const Dump dump(BookMaker().Add(maker).Render());
  return dump.Content("A1");
}

std::string CodeOf(const Scalar& value, const std::string& format) {
  SheetMaker maker("表", 1, 1);
  maker.Add(0, 0, value, maker.Style(Shown(format)));
  const std::string cell = Dump(BookMaker().Add(maker).Render()).Cell("A1");
  const std::size_t begin = cell.find(" code[");
  if (begin == std::string::npos) return "";
  const std::size_t end = cell.find("] ", begin);
  return cell.substr(begin + 6, end - begin - 6);
}

TEST_CASE("numbers, dates and times are values to Excel", "[xlsx]") {
  CHECK(ContentOf(std::int64_t{1234}) == "n 1234");
  CHECK(ContentOf(0.125, "percent") == "n 0.125");
  CHECK(ContentOf(-0.0) == "n 0");
  CHECK(ContentOf(Day(2021, 1, 13)) == "n 44209");
  CHECK(ContentOf(Day(1900, 3, 1)) == "n 61");
  CHECK(ContentOf(Month{2021, 2}, "month") == "n 44228");
  CHECK(ContentOf(TimeOfDay{510}) == "n 0.3541666666666667");
  CHECK(ContentOf(Minutes{1500}, "hm") == "n 1.041666666666667");
  CHECK(CodeOf(Minutes{1500}, "hm") == "[h]:mm");
  CHECK(CodeOf(std::int64_t{1234}, "integer") == "#,##0");
  CHECK(CodeOf(Day(2021, 1, 13), "iso") == "yyyy-mm-dd");
}

TEST_CASE("what Excel cannot show as the form does is text", "[xlsx]") {
  CHECK(ContentOf(Day(1900, 2, 28)) == "text 明治33年2月28日");
  CHECK(ContentOf(Day(1873, 1, 1), "iso") == "text 1873-01-01");
  CHECK(ContentOf(Minutes{-90}, "hm") == "text -1:30");
  CHECK(ContentOf(std::int64_t{1234567890123456}) == "text 1234567890123456");
  CHECK(ContentOf(true) == "text ○");
  CHECK(ContentOf(Day(2021, 1, 13), "fiscal_year") == "text 令和2年度");
  CHECK(ContentOf(std::monostate{}) == "blank");
}

TEST_CASE("an empty cell of a date format takes dates", "[xlsx]") {
  CHECK(ContentOf(std::monostate{}, "iso") == "blank");
  CHECK(CodeOf(std::monostate{}, "iso") == "yyyy-mm-dd");
}

TEST_CASE("text is never a formula", "[xlsx]") {
  for (const char* text : {"=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "＝１＋１", "0110", "１２"}) {
    INFO(text);
    CHECK(ContentOf(std::string(text)) == "text " + std::string(text));
    CHECK(CodeOf(std::string(text), "") == "@");
  }
  for (const char* text : {"-", "－", "佐藤", "A-1"}) {
    INFO(text);
    CHECK(ContentOf(std::string(text)) == "text " + std::string(text));
    CHECK(CodeOf(std::string(text), "") == "");
  }
}

TEST_CASE("long texts are not formatted as text, which Excel shows as ####", "[xlsx]") {
  CHECK(CodeOf("0" + std::string(254, 'x'), "") == "@");
  CHECK(CodeOf("0" + std::string(255, 'x'), "") == "");
}

TEST_CASE("every character survives, or is shown for what it was", "[xlsx]") {
  CHECK(ContentOf(std::string("𠮷野家 葛󠄀 髙﨑")) == "text 𠮷野家 葛󠄀 髙﨑");
  CHECK(ContentOf(std::string("<&>\"'")) == "text <&>\"'");
  CHECK(ContentOf(std::string("a\r\nb\rc")) == "text a\\nb\\nc");
  CHECK(ContentOf(std::string("_x0041_ and _x004_")) == "text _x0041_ and _x004_");
  CHECK(ContentOf(std::string("bell\x07nul\0end", 12)) == "text bell\x07nul" + std::string(1, '\0') + "end");
  CHECK(ContentOf(std::string("bad\xFF\xE3\x81")) == "text bad���");
  CHECK(ContentOf(std::string("\xEF\xBF\xBF")) == "text \xEF\xBF\xBF");
  CHECK(ContentOf(std::string("  a  b  ")) == "text   a  b");
}

TEST_CASE("formulas carry their value", "[xlsx]") {
  SheetMaker maker("表", 4, 1);
  maker.Add(0, 0, std::int64_t{2});
  maker.Add(0, 1, 0.5, maker.Style(Shown("percent"))).formula = "A1/4";
  maker.Add(0, 2, std::string("要確認")).formula = "IF(A1<3,\"要確認\",\"\")";
  maker.Add(0, 3, std::string()).formula = "IF(A1<1,\"要確認\",\"\")";
  const Dump dump(BookMaker().Add(maker).Render());
  CHECK(dump.Content("B1") == "formula =A1/4 -> n 0.5");
  CHECK(dump.Content("C1") == "formula =IF(A1<3,\"要確認\",\"\") -> str 要確認");
  CHECK(dump.Content("D1") == "formula =IF(A1<1,\"要確認\",\"\") -> str");
}

TEST_CASE("a text beyond Excel's limit names its cell and its source", "[xlsx]") {
  SheetMaker maker("行動歴", 2, 3);
  const std::string file = "data/standby_cases.csv";
  std::string text;
  for (int i = 0; i < 16384; ++i) text += "𠮷";
  maker.Text(2, 1, text).origin = {7, 4, &file};
  SetLang(Lang::kJa);
  CHECK_THROWS_MATCHES(BookMaker().Add(maker).Render(), OutputFault,
                       Catch::Message("data/standby_cases.csv:7: シート「行動歴」のセル B3 は 32768 文字あり、Excel "
                                      "の上限 32767 文字を超えます。文を短くしてください。"));
  maker.sheet.cells[0].text = text.substr(4);
  CHECK(Dump(BookMaker().Add(maker).Render()).Content("B3") == "text " + text.substr(4));
}

TEST_CASE("the same document gives the same bytes, whenever it is made", "[xlsx]") {
  SheetMaker maker("表", 2, 2);
  maker.Text(0, 0, "氏名");
  const BookMaker book = BookMaker().Add(maker);
  const std::string first = book.Render();
  const Dump dump(first);
  CHECK(dump.Lines("zip-dates") == "zip-dates 1980-1-1");
  CHECK(dump.Lines("core") ==
        "core title=試験 creator=若葉市 lastModifiedBy=若葉市 created=2021-01-31T00:00:00Z "
        "modified=2021-01-31T00:00:00Z");
  CHECK(book.Render() == first);
}

}  // namespace
}  // namespace chohyo
