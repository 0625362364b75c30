#include "pipeline/ingest/csv_reader.h"

#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "pipeline/base/unicode.h"
#include "pipeline/ingest/cell_reader.h"
#include "pipeline/ingest/table_encoding.h"
#include "tests/unit/ingest/office_fixture.h"
#include "tests/unit/ingest/table_text.h"

namespace chohyo {
namespace {

std::string Read(std::string_view bytes, std::string_view encoding = "auto") {
  return TableText(ReadCsv(bytes, encoding, "data/t.csv"));
}

std::string FaultOf(std::string_view bytes, std::string_view encoding) {
  try {
    ReadCsv(bytes, encoding, "data/t.csv");
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return "no fault";
}

TEST_CASE("line ends CRLF, LF and CR, one line each") {
  CHECK(Read("a,b\r\n1,2\n3,4\r5,6") == "1: 1=a 2=b\n2: 1=1 2=2\n3: 1=3 2=4\n4: 1=5 2=6\n");
  CHECK(Read("a\r\r\n\n1\n\r2\n") == "1: 1=a\n4: 1=1\n6: 1=2\n");
}

TEST_CASE("quoted cells hold separators, quotes and line breaks; rows stand where they begin") {
  CHECK(Read("a,b\n\"x, \"\"y\"\"\",2\n\"one\r\ntwo\rthree\nfour\",3\n9,\"\"\n") ==
        "1: 1=a 2=b\n2: 1=x, \"y\" 2=2\n3: 1=one␍␊two␍three␊four 2=3\n7: 1=9\n");
  CHECK(Read("a,b\n \"x,y\" , \"z\" \n") == "1: 1=a 2=b\n2: 1=x,y 2=z\n");
  CHECK(Read("a\n5\" disk\n\"\"\"\"\n") == "1: 1=a\n2: 1=5\" disk\n3: 1=\"\n");
}

TEST_CASE("cells are trimmed in both widths, empty rows and cells left out") {
  CHECK(Read("a,b,c\n　 x　,\t, \xE3\x80\x80\n,,\n  \n1,,3\n") == "1: 1=a 2=b 3=c\n2: 1=x\n5: 1=1 3=3\n");
}

TEST_CASE("comment lines before the header mean nothing, after it they are data") {
  CHECK(Read("# it's \"open\n\n \t#x,y\r\n\"#quoted\",\na,b\n#1,2\n") == "5: 1=a 2=b\n6: 1=#1 2=2\n");
  CHECK(Read("#only\n") == "");
  CHECK(Read("") == "");
}

TEST_CASE("a file of tabs is split at tabs") {
  CHECK(Read("a\tb\n1,5\t\"x\ty\"\n") == "1: 1=a 2=b\n2: 1=1,5 2=x␉y\n");
  CHECK(Read("a,\tb\n1,2\n") == "1: 1=a 2=b\n2: 1=1 2=2\n");
}

TEST_CASE("a quote that never closes costs its own row only") {
  CHECK(Read("a,b\n1,\"open\n2,x\n3,y\n") == "1: 1=a 2=b\n2: 1=1 2=\"open!quote\n3: 1=2 2=x\n4: 1=3 2=y\n");
  CHECK(Read("a,b\n1,\"open\n2,\"x\"\n3,y\n") == "1: 1=a 2=b\n2: 1=1 2=\"open!quote\n3: 1=2 2=x\n4: 1=3 2=y\n");
  CHECK(Read("a\n\"") == "1: 1=a\n2: 1=\"!quote\n");
}

TEST_CASE("text after a closing quote is damage") {
  CHECK(Read("a,b\n\"x\"y,2\n\"p\" \"q\",3\n") == "1: 1=a 2=b\n2: 1=\"x\"y!after 2=2\n3: 1=\"p\" \"q\"!after 2=3\n");
}

TEST_CASE("the encodings are told apart by content") {
  const std::string text = "氏名,備考\n髙橋～－,ｶﾅ①\n";
  const std::string expected = "1: 1=氏名 2=備考\n2: 1=髙橋～－ 2=ｶﾅ①\n";
  CHECK(Read(text) == expected);
  CHECK(Read("\xEF\xBB\xBF" + text) == expected);
  CHECK(Read(EncodeCp932(text)) == expected);
  CHECK(Read(Utf16(text, false)) == expected);
  CHECK(Read(Utf16(text, true)) == expected);
  CHECK(Read(Utf16("𠮷,b\n", true)) == "1: 1=𠮷 2=b\n");
}

TEST_CASE("UTF-8 with a few broken bytes stays UTF-8") {
  CHECK(DetectEncoding("氏名,職員番号\n青木太郎\xE5\n") == Encoding::kUtf8);
  CHECK(DetectEncoding("名前\xFF") == Encoding::kUtf8);
  CHECK(DetectEncoding(EncodeCp932("氏名,職員番号\n髙橋") + "\xFF") == Encoding::kCp932);
  CHECK(DetectEncoding(EncodeCp932("ﾀﾅｶ ﾀﾛｳ,ｱﾍﾞ ﾊﾅｺ")) == Encoding::kCp932);
}

TEST_CASE("an encoding that is set decides, and must not contradict the mark") {
  CHECK(Read(EncodeCp932("氏名\n"), "cp932") == "1: 1=氏名\n");
  CHECK(Read(EncodeCp932("表\n"), "utf-8") == "1: 1=�\\!bytes@0\n");
  CHECK(Read(Utf16("氏名\n", false).substr(2), "utf-16") == "1: 1=氏名\n");
  CHECK(Read(Utf16("氏名\n", true), "utf-16") == "1: 1=氏名\n");
  CHECK(FaultOf("\xEF\xBB\xBFx\n", "cp932") ==
        "data/t.csv: エラー: chohyo.yaml の encoding は cp932 ですが、ファイルの先頭の印(BOM)は utf-8 "
        "を示しています。encoding "
        "を auto にするか、ファイルを cp932 で保存し直してください。");
  CHECK(
      FaultOf("x\n", "euc-jp") ==
      "data/t.csv: エラー: 文字コード「euc-jp」は使えません。auto、utf-8、cp932、utf-16 のどれかを指定してください。");
}

TEST_CASE("broken and NUL bytes are found where they stand") {
  CHECK(Read("名,b\nあ\xFF,い\nう,\xE3\x81,え\n") ==
        "1: 1=名 2=b\n2: 1=あ�!bytes@9 2=い\n3: 1=う 2=��!bytes@19 3=え\n");
  CHECK(Read(std::string("a,b\n1,x\0y\n2,z\n", 14)) == "1: 1=a 2=b\n2: 1=1 2=x␀y!nul@7\n3: 1=2 2=z\n");
  CHECK(Read("\xEF\xBB\xBF"
             "あい,b\n\"p\"\"q\",\"x\"\"\xFF\"\n") == "1: 1=あい 2=b\n2: 1=p\"q 2=x\"�!bytes@23\n");
  const std::string odd = Utf16("a\nb", false) + "z";
  CHECK(Read(odd) == "1: 1=a\n2: 1=b�!bytes@8\n");
}

TEST_CASE("UTF-16 without its mark is told by its NULs") {
  CHECK(FaultOf(Utf16("職員番号,氏名\r\n1,青木\r\n", false).substr(2), "auto") ==
        "data/t.csv: エラー: 先頭の印(BOM)のない UTF-16 のようです。chohyo.yaml に encoding: {t: utf-16} "
        "と書くか、UTF-8 で保存し直してください。");
  CHECK(Read(std::string("a,b\n1,\0\0\0y\n", 11)) == "1: 1=a 2=b\n2: 1=1 2=␀␀␀y!nul@6\n");
}

TEST_CASE("a text of nothing but broken bytes is a fault") {
  CHECK(
      FaultOf("a\n" + std::string(100'001, '\0'), "auto") ==
      "data/t.csv: エラー: 読めないバイトが多すぎて、表とは思えません。CSV として保存し直すか、chohyo.yaml の encoding "
      "を確かめてください。");
}

TEST_CASE("the Ctrl-Z of old programs is no cell") { CHECK(Read("a\n1\n\x1A") == "1: 1=a\n2: 1=1\n"); }

TEST_CASE("a line of ten megabytes and a row of many columns are read") {
  const std::string wide(20'000, ',');
  CHECK(Read("a" + wide + "b" + wide + "c\n") == "1: 1=a 16385=b\n");
  const std::string long_cell(10'000'000, 'x');
  const Table table = ReadCsv("a,b\n" + long_cell + ",2\n", "auto", "data/t.csv");
  CHECK(table.TextOf(table.CellsOf(0)[0]).size() == long_cell.size());
  CHECK(ShownValue(long_cell) == std::string(40, 'x') + "…");
}

TEST_CASE("damage of CSV cells in the clerk's words") {
  OfficeFixture office;
  const std::string bytes =
      "日付,名称\n2021-01-01,\"元日\n2021-01-02,\"休\"日\n2021-01-03,あ\xFF\n2021-01-04," + std::string(1, '\0') + "\n";
  REQUIRE(bytes.find('\xFF') == 67);
  REQUIRE(bytes.find('\0') == 80);
  office.Write("closures.csv", bytes);
  const Imported imported = office.Import();
  std::vector<std::string> texts;
  for (const Finding& finding : imported.findings) texts.push_back(FindingText(finding));
  CHECK(texts == std::vector<std::string>{
                     "data/closures.csv:2:2: エラー: 「名称」の引用符(\")が閉じていません: 「\"元日」  [data.format]\n"
                     "    閉じる \" を足すか、\" を \"\" と書いてください。この行は確認にも帳票にも使われません。",
                     "data/closures.csv:3:2: エラー: 「名称」の閉じる引用符(\")の後に文字があります: 「\"休\"日」  "
                     "[data.format]\n"
                     "    値の中の \" は \"\" と書いてください。この行は確認にも帳票にも使われません。",
                     "data/closures.csv:4:2: エラー: "
                     "「名称」の「あ�」に文字として読めないバイトがあります（ファイルの 68 バイト目）。  "
                     "[data.format]\n"
                     "    この行は確認にも帳票にも使われません。",
                     "data/closures.csv:5:2: エラー: 「名称」の「␣」に NUL 文字があります（ファイルの 81 "
                     "バイト目）。  [data.format]\n"
                     "    この行は確認にも帳票にも使われません。"});
}

}  // namespace
}  // namespace chohyo
