#include <catch2/catch.hpp>

#include "pipeline/base/document_mark.h"
#include "pipeline/collect/headcount_check.h"
#include "pipeline/collect/mark_reader.h"
#include "pipeline/collect/merge.h"

namespace chohyo {
namespace {

/// A workbook with the form's headings and two lines, as LibreOffice or Excel would have saved it.
class Filled {
 public:
  Filled() {
    workbook_.sheets.emplace_back();
    Text(2, 0, "日付");
    Text(2, 1, "令和3年1月13日（水）");
    Text(2, 5, "局室区名");
    Text(2, 6, "総務局");
    const char* headings[] = {"所属名",         "職員数",           "出勤者数", "(うち\n応援)",
                              "自宅待機\n者数", "(うち在\n宅勤務)", "出張"};
    for (int i = 0; i < 7; ++i) Text(4, i, headings[i]);
    Text(4, 10, "欠勤");
    Text(4, 11, "週休日・\n休日");
    Text(4, 12, "未報告");
    Text(4, 13, "備考");
    Text(5, 7, "年次");
    Text(5, 8, "特別");
    Text(5, 9, "病気");
    Line(6, "総務課", 4, 4);
    Line(7, "人事課", 3, 3);
    Text(8, 0, "合計");
  }

  void Text(int row, int column, const std::string& text) { Put(row, column).value = text; }
  void Number(int row, int column, double number) { Put(row, column).value = number; }
  void Formula(int row, int column, const std::string& formula, WorkbookValue cached) {
    Put(row, column).formula = formula;
    Put(row, column).value = std::move(cached);
  }
  void Line(int row, const std::string& name, int staff, int present) {
    Text(row, 0, name);
    for (int column = 3; column < 13; ++column) Number(row, column, 0);
    Number(row, 1, staff);
    Number(row, 2, present);
  }

  const Workbook& workbook() {
    auto& cells = workbook_.sheets[0].cells;
    cells.clear();
    for (const auto& [place, cell] : cells_) cells.push_back(cell);
    return workbook_;
  }
  FilledSheet sheet() { return *ReadHeadcountSheet(workbook()); }

 private:
  WorkbookCell& Put(int row, int column) {
    WorkbookCell& cell = cells_[{row, column}];
    cell.row = row;
    cell.column = column;
    return cell;
  }
  std::map<std::pair<int, int>, WorkbookCell> cells_;
  Workbook workbook_;
};

/// A bureau with two sections.
struct Departments {
  Departments() {
    bureau.code = "01";
    bureau.name = "総務局";
    first.code = "0101";
    first.name = "総務課";
    second.code = "0102";
    second.name = "人事課";
    whole.department = &bureau;
    whole.groups = {{nullptr, {&bureau, &first, &second}}};
  }
  Department bureau, first, second;
  Bureau whole;
};

HeadcountRow Known(const std::string& department, Date) {
  HeadcountRow row;
  row.count.staff = department == "0101" ? 4 : department == "0102" ? 3 : 0;
  return row;
}

CheckedRows Check(const FilledSheet& sheet, const Departments& departments) {
  return CheckHeadcount({"a.xlsx", "01-2021-01-13", *Date::FromIso("2021-01-13"), &departments.whole}, sheet, Known);
}

std::string Told(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) text += finding.rule + " " + finding.message + "\n";
  return text;
}

TEST_CASE("a mark is read as it was written") {
  const DocumentMark mark = {"kawasaki.headcount", "01-2021-01-13", "abc"};
  CHECK(ReadMark(MarkText(mark)) == mark);
  CHECK(ReadMark(" kawasaki.headcount;;abc ") == DocumentMark{"kawasaki.headcount", "", "abc"});
  CHECK(MarkText({"form", "a;b", "c"}) == "form;a_b;c");
  for (const char* wrong : {"", "form", "form;key", ";key;digest", "a;b;c;d"}) CHECK_FALSE(ReadMark(wrong));
}

TEST_CASE("a sheet is read by its headings") {
  Filled filled;
  const FilledSheet sheet = filled.sheet();
  CHECK(sheet.date == Date::FromIso("2021-01-13"));
  CHECK(sheet.bureau == "総務局");
  REQUIRE(sheet.lines.size() == 3);
  CHECK(sheet.lines[0].name == "総務課");
  CHECK(sheet.lines[0].count.staff == 4);
  CHECK(sheet.lines[0].count.present == 4);
  CHECK(sheet.lines[2].kind == LineKind::kTotal);
  CHECK(sheet.problems.empty());
  Departments departments;
  CHECK(Told(Check(sheet, departments).findings).empty());
}

TEST_CASE("a date cell is a date too") {
  Filled filled;
  filled.Number(2, 1, 44209);
  CHECK(filled.sheet().date == Date::FromIso("2021-01-13"));
  filled.Number(2, 1, -5);
  CHECK_FALSE(filled.sheet().date);
  filled.Text(2, 1, "きのう");
  CHECK_FALSE(filled.sheet().date);
}

TEST_CASE("numbers are read as people type them") {
  Filled filled;
  filled.Text(6, 1, "４");
  filled.Text(6, 2, " 4人 ");
  filled.Text(6, 3, "－");
  filled.Text(6, 4, "");
  filled.Formula(7, 2, "1+2", 3.0);
  const FilledSheet sheet = filled.sheet();
  CHECK(sheet.problems.empty());
  CHECK(sheet.lines[0].count == Headcount{4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
  CHECK(sheet.lines[1].count.present == 3);
}

TEST_CASE("cells that are no numbers are named") {
  Filled filled;
  filled.Text(6, 1, "多数");
  filled.Number(6, 2, 1.5);
  filled.Number(6, 3, -1);
  filled.Formula(7, 2, "1+2", std::monostate());
  filled.Formula(7, 1, "1/0", WorkbookError{"#DIV/0!"});
  Departments departments;
  const CheckedRows checked = Check(filled.sheet(), departments);
  CHECK(Told(checked.findings) ==
        "collect.number B7: 人数ではありません（多数）。\n"
        "collect.number C7: 人数ではありません（1.5）。\n"
        "collect.number D7: 人数ではありません（-1）。\n"
        "collect.number B8: 人数ではありません（#DIV/0!）。\n"
        "collect.number C8: 数式の計算結果が保存されていません。\n");
  CHECK(checked.rows.at("0101").note == "要確認");
}

TEST_CASE("lines that do not add up are found") {
  Filled filled;
  filled.Line(6, "総務課", 4, 2);
  filled.Number(6, 3, 3);
  filled.Number(8, 1, 9);
  Departments departments;
  CHECK(Told(Check(filled.sheet(), departments).findings) ==
        "collect.sum A7: 総務課 の各欄の計 2 が職員数 4 と合いません（差 2）。\n"
        "collect.sum A7: 総務課 のうち応援 3 が出勤者数 2 を超えています。\n"
        "collect.sum B9: 合計 の職員数が 9 と書かれていますが、足すと 7 です。\n");
}

TEST_CASE("a formula of the form is not judged by what was stored of it") {
  Filled filled;
  filled.Formula(8, 1, "SUM(B7:B8)", 99.0);
  Departments departments;
  CHECK(Told(Check(filled.sheet(), departments).findings).empty());
}

TEST_CASE("a staff that the staff table does not have is a warning") {
  Filled filled;
  filled.Line(7, "人事課", 5, 5);
  Departments departments;
  const CheckedRows checked = Check(filled.sheet(), departments);
  CHECK(Told(checked.findings) == "collect.staff A8: 人事課 の職員数 5 が職員表の 3 人と違います。\n");
  CHECK(checked.findings[0].severity == Severity::kWarning);
  CHECK(checked.rows.at("0102").count.present == 5);
}

TEST_CASE("departments that nobody knows are named with the nearest") {
  Filled filled;
  filled.Text(7, 0, "人事科");
  Departments departments;
  const CheckedRows checked = Check(filled.sheet(), departments);
  REQUIRE(Told(checked.findings) == "collect.unknown A8: 「人事科」という所属は 総務局 にありません。\n");
  CHECK(checked.findings[0].hint == "「人事課」ではありませんか。直して出し直してもらってください。");
  CHECK(checked.rows.at("0102").missing);
  CHECK_FALSE(checked.rows.at("01").missing);  // nobody to count
}

TEST_CASE("without its headings a sheet is no headcount") {
  Filled filled;
  filled.Text(4, 2, "来た人");
  CHECK_FALSE(ReadHeadcountSheet(filled.workbook()));
  CHECK_FALSE(ReadHeadcountSheet(Workbook()));
}

HandedIn From(const std::string& file, const Departments& departments, int present, bool missing = false) {
  HandedIn in;
  in.file = {file, "01-2021-01-13", *Date::FromIso("2021-01-13"), &departments.whole};
  HeadcountRow row;
  row.count.present = present;
  row.missing = missing;
  in.rows = {{"01", {}}, {"0101", row}, {"0102", {{}, {}, true}}};
  return in;
}

TEST_CASE("equal files are one, and what one leaves empty the other fills in") {
  Departments departments;
  const MergedRows same = MergeRows({From("a", departments, 4), From("b", departments, 4)});
  CHECK(same.conflicts.empty());
  CHECK(same.rows.at("0101").count.present == 4);
  CHECK(same.rows.at("0102").missing);
  const MergedRows filled = MergeRows({From("a", departments, 0, true), From("b", departments, 4)});
  CHECK(filled.conflicts.empty());
  CHECK(filled.rows.at("0101").count.present == 4);
}

TEST_CASE("files that differ are a conflict, and neither is believed") {
  Departments departments;
  const MergedRows merged = MergeRows({From("a", departments, 4), From("b", departments, 5)});
  REQUIRE(merged.conflicts.size() == 1);
  const RowConflict& conflict = merged.conflicts[0];
  CHECK(conflict.department == "総務課");
  CHECK(conflict.label == "出勤者数");
  CHECK(conflict.first_file + conflict.first + conflict.second_file + conflict.second == "a4b5");
  CHECK(merged.rows.at("0101").count.present == 0);
  CHECK(merged.rows.at("0101").note == "不一致");
}

}  // namespace
}  // namespace chohyo
