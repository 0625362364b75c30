#include "pipeline/doctor.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <filesystem>

#include "pipeline/base/file.h"
#include "pipeline/base/unicode.h"
#include "pipeline/ingest/office_config.h"

namespace chohyo {
namespace {

/// Examines bytes as a file of a name, without fonts.
DoctorReport Look(const std::string& name, const std::string& bytes) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "chohyo-doctor-test";
  WriteWholeFile(folder / name, bytes);
  const DoctorReport report = Examine(folder / name, "data/" + name, DefaultOffice(folder), nullptr);
  std::filesystem::remove_all(folder);
  return report;
}

using Lines = std::vector<std::string>;

Lines NotesOf(const DoctorReport& report) {
  Lines notes;
  for (const DoctorNote& note : report.notes) {
    notes.push_back(fmt::format("{} {} {}:{}", note.code, SeverityName(note.severity), note.line, note.column));
  }
  return notes;
}

TEST_CASE("doctor: a clean file needs no work") {
  const DoctorReport report = Look("closures.csv", "日付,名称\r\n2021-01-13,開庁記念日\r\n");
  CHECK(NotesOf(report).empty());
  CHECK_FALSE(report.NeedsWork());
  CHECK(report.table == "closures");
  CHECK(report.rows == 1);
  CHECK(report.facts.encoding == "utf-8");
  CHECK(report.facts.crlf == 2);
  CHECK(DoctorText(report) ==
        "data/closures.csv (休日 closures, 43 バイト、1 行)\n"
        "  文字コード: utf-8（確実。日本語などの 9 字がすべて読め、CP932 としては 1 か所が読めない）\n"
        "  行末: CRLF 2\n"
        "  区切り: 「,」\n"
        "  認識した列: 日付=date, 名称=name\n");
}

TEST_CASE("doctor: encodings and how sure they are") {
  const std::string text = "日付,名称\n2021-01-13,開庁記念日\n";
  CHECK(Look("closures.csv", EncodeCp932(text)).facts.encoding == "cp932");
  CHECK(Look("closures.csv", EncodeCp932(text)).facts.certainty == Certainty::kLikely);
  CHECK(Look("closures.csv", "\xEF\xBB\xBF" + text).facts.bom);
  CHECK(Look("closures.csv", "date,name\n2021-01-13,x\n").facts.encoding == "ascii");
  const DoctorReport euc = Look("closures.csv", "date,name\n2021-01-13,\xB3\xAB\xC4\xA3\xB5\xAD\xC7\xB0\xC6\xFC\n");
  CHECK(euc.facts.certainty == Certainty::kUnsure);
  CHECK(NotesOf(euc) == Lines{"encoding warning 0:0", "damaged-cells error 2:2"});
}

TEST_CASE("doctor: what the bytes show") {
  CHECK(NotesOf(Look("closures.csv", "日付,名称,,\r\n2021-01-13,\"a\nb\"\n")) ==
        Lines{"mixed-line-ends warning 0:0", "trailing-columns info 1:0"});
  CHECK(NotesOf(Look("loans.csv", "")) == Lines{"empty-file warning 0:0"});
  CHECK(NotesOf(Look("x.csv", "日付;名称\n")) == Lines{"delimiter error 1:0"});
  const DoctorReport torn = Look("staff.xlsx", "PK nothing");
  CHECK(NotesOf(torn) == Lines{"unreadable error 0:0"});
  CHECK_FALSE(torn.readable);
}

TEST_CASE("doctor: columns known, unknown, missing and twice") {
  const DoctorReport report = Look("closures.csv", "日附,名称,name\nx,y,z\n");
  CHECK(report.missing == Lines{"date"});
  CHECK(NotesOf(report) ==
        Lines{"missing-column error 1:0", "unknown-column warning 1:1", "duplicate-header error 1:3"});
  CHECK(Look("出勤簿.csv", "日付,職員番号,区分\n").table == "attendance");
  CHECK(Look("休日.csv", "日付\n").table == "closures");
}

TEST_CASE("doctor: asks about what can be read in two ways, once for each text") {
  const DoctorReport report = Look("attendance.csv",
                                   "日付,職員番号,区分,開始,時間外\n"
                                   "3.1.13,1,出勤,8.30,1.15\n"
                                   "44209,2,出勤,8:30,1.15\n"
                                   "2021-01-13,3,出勤,830,90\n");
  CHECK(NotesOf(report) == Lines{"ambiguous-date warning 2:1", "ambiguous-time warning 2:4",
                                 "ambiguous-time warning 2:5", "date-serial warning 3:1"});
  CHECK(report.notes[2].message ==
        "列「時間外」の「1.15」（2 か所）は 1:15 とも、小数の時間（1:09）とも読めます。どちらですか。");
  CHECK(report.notes[3].hint == "日付として書き出し直すか、2021-01-13 のように書いてください。");
}

TEST_CASE("doctor: 外字 by code point and place in CP932") {
  const DoctorReport report = Look("closures.csv", "date,name\n2021-01-13,\xF0\x40\n2021-01-14,\xF9\xFC\n");
  CHECK(NotesOf(report) == Lines{"gaiji warning 2:2", "gaiji warning 3:2"});
  CHECK(report.notes[0].message.find("U+E000（CP932 F040）") != std::string::npos);
  CHECK(report.notes[1].message.find("U+E757（CP932 F9FC）") != std::string::npos);
}

}  // namespace
}  // namespace chohyo
