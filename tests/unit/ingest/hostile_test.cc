// Whatever stands in a file, reading ends in records and findings or in one InputFault.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "pipeline/base/fault.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/ingest/csv_reader.h"
#include "pipeline/ingest/xlsx_reader.h"
#include "tests/unit/ingest/office_fixture.h"
#include "tests/unit/ingest/table_text.h"
#include "tests/unit/support/xlsx_fixture.h"

namespace chohyo {
namespace {

using Random = std::mt19937;

std::size_t Below(std::size_t limit, Random& random) { return random() % limit; }

std::string RandomBytes(std::size_t size, Random& random) {
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>(random());
  return bytes;
}

/// A copy with some bytes flipped, cut out, doubled, or replaced by characters that mean something to a reader.
std::string Mutated(std::string bytes, Random& random) {
  constexpr std::string_view kMeaning = "\",\r\n\t#;<>&/0179AZ=\0\xFF\x81\xE3";
  const std::size_t changes = 1 + Below(8, random);
  for (std::size_t i = 0; i < changes && !bytes.empty(); ++i) {
    const std::size_t at = Below(bytes.size(), random);
    const std::size_t size = 1 + Below(std::min<std::size_t>(40, bytes.size() - at), random);
    switch (Below(5, random)) {
      case 0: bytes[at] = static_cast<char>(random()); break;
      case 1: bytes.erase(at, size); break;
      case 2: bytes.insert(Below(bytes.size(), random), bytes.substr(at, size)); break;
      case 3: bytes[at] = kMeaning[Below(kMeaning.size(), random)]; break;
      default: bytes.insert(at, 1, kMeaning[Below(kMeaning.size(), random)]);
    }
  }
  return bytes;
}

/// What an import comes to, as one text; texts of records and findings must be sound.
std::string Outcome(const OfficeFixture& office) {
  try {
    const Imported imported = office.Import();
    std::string outcome = fmt::format("{} rows\n", imported.records.attendance.rows.size());
    for (const Attendance& row : imported.records.attendance.rows) {
      REQUIRE((row.line > 1 && !row.staff.empty() && row.status != Status::kNone));
      REQUIRE((IsValidUtf8(row.staff) && IsValidUtf8(row.note)));
    }
    for (const Finding& finding : imported.findings) {
      outcome += FindingText(finding) + "\n";
      REQUIRE(IsValidUtf8(outcome));
    }
    return outcome;
  } catch (const InputFault& fault) {
    REQUIRE(std::string_view(fault.what()).starts_with("data/attendance."));
    return fault.what();
  }
}

const std::string& GoodCsv() {
  static const std::string csv = [] {
    std::string text = "# 勤怠\r\n日付,職員番号,区分,勤務記号,開始,終了,時間外,備考\r\n";
    for (int day = 1; day <= 20; ++day) {
      text += fmt::format("2021-01-{:02},0001,出勤,B,8:30,17:15,{},\"窓口、\r\n\"\"応援\"\"\"\r\n", day, day);
    }
    return text;
  }();
  return csv;
}

XlsxFixture GoodXlsx() {
  XlsxFixture fixture;
  fixture.SetShared(
      "<si><t>日付</t></si><si><t>職員番号</t></si><si><t>区分</t></si><si><t>出勤</t><rPh><t>シュッキン</t></rPh></"
      "si>");
  fixture.SetStyles("<numFmt numFmtId=\"176\" formatCode=\"ggge&quot;年&quot;m/d\"/>",
                    "<xf numFmtId=\"0\"/><xf numFmtId=\"176\"/>");
  std::string rows = "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>";
  for (int row = 2; row < 20; ++row) {
    rows += fmt::format(
        "<row r=\"{0}\"><c r=\"A{0}\" s=\"1\"><v>{1}</v></c><c r=\"B{0}\"><v>17</v></c><c r=\"C{0}\" "
        "t=\"s\"><v>3</v></c></row>",
        row, 44200 + row);
  }
  fixture.SetRows(rows);
  return fixture;
}

TEST_CASE("random bytes as CSV") {
  Random random(1);
  OfficeFixture office;
  for (int i = 0; i < 300; ++i) {
    office.Write("attendance.csv", RandomBytes(Below(2'000, random), random));
    Outcome(office);
  }
  office.Write("attendance.csv", "日付,職員番号,区分\n" + RandomBytes(200'000, random));
  Outcome(office);
}

TEST_CASE("mutated CSV in every encoding") {
  Random random(2);
  OfficeFixture office;
  const std::string texts[] = {GoodCsv(), EncodeCp932(GoodCsv()), "\xEF\xBB\xBF" + GoodCsv(), Utf16(GoodCsv(), false),
                               Utf16(GoodCsv(), true)};
  for (int i = 0; i < 1'500; ++i) {
    office.Write("attendance.csv", Mutated(texts[i % 5], random));
    const std::string outcome = Outcome(office);
    if (i % 10 == 0) REQUIRE(Outcome(office) == outcome);
  }
}

TEST_CASE("mutated XLSX, in its parts and as an archive") {
  Random random(3);
  OfficeFixture office;
  const XlsxFixture good = GoodXlsx();
  office.Write("attendance.xlsx", good.Bytes());
  REQUIRE(Outcome(office) == "18 rows\n");
  for (int i = 0; i < 1'500; ++i) {
    XlsxFixture fixture = good;
    if (i % 3 != 0) {
      auto part = std::next(fixture.parts.begin(), static_cast<std::ptrdiff_t>(Below(fixture.parts.size(), random)));
      part->second = Mutated(part->second, random);
    }
    const std::string bytes = i % 3 == 0 ? Mutated(fixture.Bytes(), random) : fixture.Bytes();
    office.Write("attendance.xlsx", bytes);
    const std::string outcome = Outcome(office);
    if (i % 10 == 0) REQUIRE(Outcome(office) == outcome);
  }
}

TEST_CASE("mutated XLSX of other programs", "[data]") {
  Random random(4);
  for (const char* name : {"openpyxl.xlsx", "libreoffice.xlsx"}) {
    const std::string good = TestData(name);
    for (int i = 0; i < 500; ++i) {
      try {
        const std::string text = TableText(ReadXlsx(Mutated(good, random), name));
        REQUIRE(IsValidUtf8(text));
      } catch (const InputFault& fault) {
        REQUIRE(std::string_view(fault.what()).starts_with(name));
      }
    }
  }
}

TEST_CASE("what is written by RFC 4180 is read back, line by line") {
  Random random(5);
  constexpr std::string_view kPieces[] = {"あ", "\"", ",", "\n", "\r\n", "\r", "x", " y", "表", "1"};
  for (int i = 0; i < 500; ++i) {
    std::string csv = "h1,h2,h3\n";
    std::string expected = "1: 1=h1 2=h2 3=h3\n";
    std::uint32_t line = 2;
    for (int row = 0; row < 5; ++row) {
      std::string shown = fmt::format("{}:", line);
      for (int column = 1; column <= 3; ++column) {
        std::string cell = "c";
        for (std::size_t n = Below(5, random); n > 0; --n) cell += kPieces[Below(std::size(kPieces), random)];
        cell += "e";
        csv += column > 1 ? ",\"" : "\"";
        for (std::size_t at = 0; at < cell.size(); ++at) {
          csv += cell[at];
          if (cell[at] == '"') csv += '"';
          const bool crlf = cell[at] == '\r' && cell[at + 1] == '\n';
          if ((cell[at] == '\n' || cell[at] == '\r') && !crlf) ++line;
        }
        csv += "\"";
        std::string pictures;
        for (const char c : cell) pictures += c == '\n' ? "␊" : c == '\r' ? "␍" : std::string(1, c);
        shown += fmt::format(" {}={}", column, pictures);
      }
      csv += "\r\n";
      expected += shown + "\n";
      ++line;
    }
    REQUIRE(TableText(ReadCsv(csv, "utf-8", "t.csv")) == expected);
    REQUIRE(TableText(ReadCsv(EncodeCp932(csv), "cp932", "t.csv")) == expected);
  }
}

TEST_CASE("a sheet that claims everything costs what it holds") {
  XlsxFixture fixture;
  std::string rows;
  for (int row = 1; row <= 20'000; ++row)
    rows += fmt::format("<row r=\"{0}\"><c r=\"XFD{0}\"><v>1</v></c></row>", row * 50);
  fixture.SetRows(rows);
  const Table table = ReadXlsx(fixture.Bytes(), "t.xlsx");
  CHECK(table.RowCount() == 19'999);
  CHECK(table.CellsOf(0).size() == 1);
}

TEST_CASE("unknown columns beyond reason are refused before they cost memory") {
  OfficeFixture office;
  std::string csv = "日付,名称";
  for (int i = 0; i < 4'000; ++i) csv += fmt::format(",x{}", i);
  for (int i = 0; i < 10'000; ++i) csv += "\n2021-01-01";
  office.Write("closures.csv", csv);
  CHECK(office.Fault() ==
        "data/closures.csv: エラー: 使わない列が多すぎます（4000 列）。要る列だけを書き出してください。");
}

TEST_CASE("files that are no plain files are refused") {
  OfficeFixture office;
  std::filesystem::create_directory(office.office().folder / "data" / "staff.csv");
  std::filesystem::create_symlink("nowhere", office.office().folder / "data" / "loans.csv");
  CHECK(office.Fault() ==
        "data/staff.csv: エラー: 普通のファイルではないか、読めません。表のファイルを置いてください。\n"
        "data/loans.csv: エラー: 普通のファイルではないか、読めません。表のファイルを置いてください。");
}

}  // namespace
}  // namespace chohyo
