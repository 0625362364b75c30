// The office's own tables: read, offered to templates, printed as lists, in all three kinds of file.
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include "forms/general_list.h"
#include "forms/offers.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/unicode.h"
#include "pipeline/document_maker.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/office_data.h"
#include "pipeline/render/csv.h"
#include "pipeline/template_check.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

/// An office in a folder of its own, removed at the end.
class OwnOffice {
 public:
  OwnOffice() : folder_(fs::temp_directory_path() / "chohyo-own-tables") {
    SetLang(Lang::kJa);
    fs::remove_all(folder_);
    Write("chohyo.yaml", "office: {name: 若葉市}\npacks: [security]\n");
    Write("data/departments.csv", "所属コード,所属名\n1010,総務課\n1020,税務課\n");
    Write("data/staff.csv",
          "職員番号,氏名,ふりがな,所属コード,職名,採用日\n"
          "0001,渡辺　一,わたなべ　はじめ,1010,主事,2020-04-01\n"
          "0002,阿部　花子,あべ　はなこ,1020,主査,2015-04-01\n"
          "0003,𠮷田　次郎,よしだ　じろう,1010,主査,2019-04-01\n");
  }
  ~OwnOffice() { fs::remove_all(folder_); }
  void Write(const std::string& name, const std::string& text) const { WriteWholeFile(folder_ / name, text); }
  std::unique_ptr<OfficeData> Read() const { return ReadOffice(folder_, "2021-01"); }
  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

constexpr const char* kGoods =
    "備品番号,品名,数量,単価,購入日,職員番号,備考\n"
    "0001,机,3,12000.5,R2.4.1,0001,\n"
    "0002,\"椅子, 回転\",10,8000,2019/5/2,0002,窓口\n"
    "0003,棚,2,15000,令和元年10月1日,0003,\n";

std::vector<std::string> Texts(const Findings& findings) {
  std::vector<std::string> texts;
  for (const Finding& finding : findings) texts.push_back(FindingText(finding));
  return texts;
}

Document Fill(const DocumentPlan& plan, const Template& form) {
  Document document;
  document.sheets = Bind(form, plan.values(), {});
  return document;
}

std::string CsvOf(const DocumentPlan& plan, std::vector<LayoutIssue>* issues = nullptr) {
  return DecodeText(RenderCsv(Fill(plan, *plan.own_template), issues), Encoding::kCp932);
}

ListSpec ListOf(const std::string& table, std::vector<std::string> columns) {
  ListSpec list;
  list.table = table;
  list.columns = std::move(columns);
  return list;
}

TEST_CASE("A file that is no table of the contract is a table of its own, its columns typed by their cells") {
  const OwnOffice office;
  office.Write("data/備品.csv", kGoods);
  const auto data = office.Read();
  CHECK(Texts(data->read_findings).empty());
  const OwnTable& table = data->own_tables.at("備品");
  using Kind = OwnColumn::Kind;
  std::vector<Kind> kinds;
  for (const OwnColumn& column : table.columns) kinds.push_back(column.kind);
  CHECK(kinds == std::vector<Kind>{Kind::kText, Kind::kText, Kind::kInteger, Kind::kNumber, Kind::kDate, Kind::kText,
                                   Kind::kText});
  CHECK(std::get<std::string>(table.rows[0].cells[0]) == "0001");
  CHECK(std::get<double>(table.rows[0].cells[3]) == 12000.5);
  CHECK(std::get<Date>(table.rows[2].cells[4]).Iso() == "2019-10-01");
  CHECK(table.rows[2].line == 4);
}

TEST_CASE("Odd and damaged cells, and files that are no tables, are findings") {
  const OwnOffice office;
  std::string many = "日付,数\n";
  for (int i = 0; i < 10; ++i) many += "2021-01-04,1\n";
  office.Write("data/点検.csv", many + "未定,2\n2021-01-05,\"3\n");
  office.Write("data/写真.xlsx", "no workbook");
  const auto data = office.Read();
  const auto texts = Texts(data->read_findings);
  REQUIRE(texts.size() == 3);
  CHECK(texts[0].starts_with("data/写真.xlsx: 警告: 表として読めませんでした: "));
  CHECK(texts[1] ==
        "data/点検.csv:12:1: 警告: 日付「未定」は、ほかの行のような日付として読めません。  [data.format]\n"
        "    このまま文字として扱います。違っていれば直してください。");
  CHECK(texts[2].starts_with("data/点検.csv:13:2: エラー: "));
  CHECK(data->own_tables.at("点検").rows.size() == 11);
}

TEST_CASE("records: makes a document a row, with the person behind it; each: runs over the whole table") {
  const OwnOffice office;
  office.Write("data/備品.csv", kGoods);
  const auto data = office.Read();
  const Template single = Template::Parse(R"(form: own.goods
title: 備品票
records: 備品 as x
key: "{{x.備品番号}}"
body:
- text: "{{x.品名}} {{x.staff.name}} {{x.職員.department.name}} {{x.購入日 | wareki}}"
)",
                                          "t");
  const auto plans = PlanForm(single, data->context());
  REQUIRE(plans.size() == 3);
  CHECK(plans[1].key == "0002");
  CHECK(Fill(plans[1], single).sheets[0].cells[0].text == "椅子, 回転 阿部　花子 税務課 令和元年5月2日");
  CHECK(Fill(plans[1], single).sheets[0].cells[0].origin.line == 3);
  const Template whole = Template::Parse(
      "form: own.all\ntitle: 備品一覧\nbody:\n- each: 備品 as b\n  text: \"{{loop.number}} {{b.品名}}\"\n", "t");
  const auto all = PlanForm(whole, data->context());
  REQUIRE(all.size() == 1);
  CHECK(all[0].key == "2021-01");
  CHECK(Fill(all[0], whole).sheets[0].cells[2].text == "3 棚");
}

TEST_CASE("Lists: filtered, sorted by kana, grouped, with columns through references") {
  const OwnOffice office;
  office.Write("data/備品.csv", kGoods);
  const auto data = office.Read();
  ListSpec staff = ListOf("staff", {"職員番号", "氏名", "所属.所属名"});
  staff.sort = {"氏名"};
  CHECK(CsvOf(PlanList(kGeneralList, staff, data->context(), ListRows::kAll)) ==
        "職員番号,氏名,所属名\r\n0002,阿部　花子,税務課\r\n0003,〓田　次郎,総務課\r\n0001,渡辺　一,総務課\r\n");
  staff.where = {"所属コード=1010"};
  staff.sort = {"-採用日"};
  CHECK(CsvOf(PlanList(kGeneralList, staff, data->context(), ListRows::kAll)) ==
        "職員番号,氏名,所属名\r\n0001,渡辺　一,総務課\r\n0003,〓田　次郎,総務課\r\n");
  staff.where = {"採用日>=2019-01-01 かつ 職名 含む 主査"};
  CHECK(CsvOf(PlanList(kGeneralList, staff, data->context(), ListRows::kAll)) ==
        "職員番号,氏名,所属名\r\n0003,〓田　次郎,総務課\r\n");
  ListSpec goods = ListOf("備品", {"品名", "職員.氏名", "数量"});
  goods.where = {"数量 > 2"};
  goods.group = "品名";
  const DocumentPlan plan = PlanList(kGeneralList, goods, data->context(), ListRows::kAll);
  CHECK(CsvOf(plan) == "品名,氏名,数量\r\n\"椅子, 回転\",阿部　花子,10\r\n机,渡辺　一,3\r\n");
  const Sheet sheet = Fill(plan, *plan.own_template).sheets[0];
  CHECK(std::any_of(sheet.cells.begin(), sheet.cells.end(), [](const Cell& c) { return c.text == "机　　1 件"; }));
}

TEST_CASE("A character that CP932 lacks is 〓 in CSV and noted at its cell") {
  const OwnOffice office;
  const auto data = office.Read();
  std::vector<LayoutIssue> issues;
  CsvOf(PlanList(kGeneralList, ListOf("staff", {"氏名"}), data->context(), ListRows::kAll), &issues);
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].kind == LayoutIssue::Kind::kNotInCp932);
  CHECK(issues[0].code_point == U'𠮷');
  CHECK(issues[0].origin.line == 4);
}

TEST_CASE("Tables, columns and conditions that do not exist are refused with the nearest name") {
  const OwnOffice office;
  office.Write("data/備品.csv", kGoods);
  const auto data = office.Read();
  const auto fault = [&](const ListSpec& list) -> std::string {
    try {
      PlanList(kGeneralList, list, data->context(), ListRows::kAll);
    } catch (const InputFault& f) {
      return f.what();
    }
    return {};
  };
  CHECK(fault(ListOf("備品表", {})) == "表「備品表」はありません。「備品」ではありませんか。");
  CHECK(fault(ListOf("staff", {"氏命"})) == "表「職員」に列「氏命」はありません。「氏名」ではありませんか。");
  CHECK(fault(ListOf("staff", {"所属.所属命"})) ==
        "表「所属」に列「所属命」はありません。「所属名」ではありませんか。");
  ListSpec list = ListOf("staff", {"氏名"});
  list.where = {"所属コード"};
  CHECK(fault(list) == "条件「所属コード」が読めません。「列=値」のように書いてください（= != < > <= >= 含む）。");
  list.where = {"採用日>昨日"};
  CHECK(fault(list) == "条件「採用日>昨日」: 「昨日」は日付として読めません。");
}

TEST_CASE("A wide list lies across, a narrow one stands; an empty form has rows to write in") {
  const OwnOffice office;
  const auto data = office.Read();
  const DocumentPlan narrow = PlanList(kGeneralList, ListOf("staff", {"氏名"}), data->context(), ListRows::kAll);
  CHECK_FALSE(Fill(narrow, *narrow.own_template).sheets[0].page.landscape);
  const auto wide_columns = std::vector<std::string>{"氏名",   "ふりがな", "所属.所属名", "職名", "職員番号",
                                                     "採用日", "職員番号", "氏名",        "氏名"};
  const DocumentPlan wide = PlanList(kGeneralList, ListOf("staff", wide_columns), data->context(), ListRows::kAll);
  CHECK(Fill(wide, *wide.own_template).sheets[0].page.landscape);
  const DocumentPlan blank = PlanBlankList(kGeneralList, ListOf("staff", {"氏名"}), data->context());
  BindOptions options;
  options.blank = true;
  CHECK(Bind(*blank.own_template, blank.values(), options)[0].row_count() > 25);
}

TEST_CASE("The worked example of the manual: a form and a list over an own table") {
  const fs::path example = fs::path(CHOHYO_SOURCE_DIR) / "docs" / "examples";
  const OwnOffice office;
  office.Write("data/公用車使用.csv", ReadWholeFile(example / "data" / "公用車使用.csv"));
  office.Write("data/staff.csv", "職員番号,氏名,所属コード,職名\n001016,齋藤　由美,1010,主任\n");
  const auto data = office.Read();
  const fs::path file = example / "templates" / "公用車使用申請書.yaml";
  for (const TemplateProblem& problem : CheckTemplate(file, {data->context()})) {
    INFO(problem.text);
    CHECK(problem.severity == Severity::kWarning);
  }
  const Template form = Template::Parse(ReadWholeFile(file), "t");
  const auto plans = PlanForm(form, data->context());
  REQUIRE(plans.size() == 2);
  const Document document = Fill(plans[0], form);
  std::string texts;
  for (const Cell& cell : document.sheets[0].cells) texts += cell.text + "|";
  CHECK(texts.find("9:00　から　11:30　まで|") != std::string::npos);
  CHECK(texts.find("主任　齋藤　由美|") != std::string::npos);
  const Template list = Template::Parse(ReadWholeFile(example / "templates" / "公用車使用一覧.yaml"), "t");
  const auto lists = PlanForm(list, data->context());
  REQUIRE(lists.size() == 1);
  CHECK(CsvOf(lists[0]) ==
        "使用日,所属名,氏名,行先,車両番号\r\n"
        "令和3年1月8日,総務課,齋藤　由美,県庁,若葉 12\r\n"
        "令和3年1月14日,総務課,齋藤　由美,北部保健所,若葉 7\r\n");
}

}  // namespace
}  // namespace chohyo
