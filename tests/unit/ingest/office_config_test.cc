#include "pipeline/ingest/office_config.h"

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

using Texts = std::vector<std::string>;

constexpr const char* kNeeded = "office: {name: 若葉市}\npacks: [kawasaki]\n";

Office Read(const std::string& text) { return OfficeFromYaml(ParseYaml(text, "chohyo.yaml"), "/city"); }

/// The message of the fault that a text ends in; "" if none.
std::string FaultOf(const std::string& text) {
  try {
    Read(text);
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return {};
}

/// The fault of the third line, after the two lines that every office needs.
std::string FaultOfLine(const std::string& line) {
  const std::string fault = FaultOf(kNeeded + line + "\n");
  constexpr const char* kPlace = "chohyo.yaml:3:";
  if (!fault.starts_with(kPlace)) return fault;
  return fault.substr(std::string(kPlace).size());
}

TEST_CASE("portions and days at the office are read, wrong ones refused") {
  const Office office = Read(std::string(kNeeded) + "policy: {telework_unit: half_day, office_days_per_week: 3}\n");
  CHECK(office.policy.telework_unit == TeleworkUnit::kHalfDay);
  CHECK(office.policy.office_days_per_week == 3);
  CHECK(FaultOfLine("policy: {telework_unit: half-day}").find("「half_day」ではありませんか") != std::string::npos);
  CHECK(FaultOfLine("policy: {office_days_per_week: 6}").find("5") != std::string::npos);
}

TEST_CASE("the example of the contract is read key by key") {
  const Office office = Read(R"(
office: {name: 若葉市, head: {title: 市長, name: 若葉 太郎}, hr: 職員課, it: 情報課, security_manager: 副市長, suffix: 様}
packs: [kawasaki, tarumizu, oyama, security]
prepared_by: 総務課庶務係
approval: [係長, 課長補佐, 課長]
encoding: cp932
year_end: 12-28..01-04
policy: {telework_days_per_week: 3, timecard_tolerance: 5min, contact_tolerance: 1h, overlap_share: 0.75, ineligible: [非常勤]}
fonts: {mincho: [IPAexMincho, BIZ UDMincho], gaiji: fonts/office.ttf}
pdf: {standard: a-2u, qr: true}
mail:
  from: 総務課 <soumu@city.wakaba.example>
  smtp: {host: 127.0.0.1, port: 2525, tls: starttls, ca_file: ca.pem, user: soumu, password_file: smtp.secret, timeout: 30s}
  domains: [city.wakaba.example]
  routes:
    - {name: daily-headcount, form: kawasaki.headcount, period: day, format: xlsx, to: [jinji@city.wakaba.example], cc: [],
       subject: "職員の出勤状況（{{date | wareki}}）", body: mail/daily.txt, due: "17:00",
       protect: {password_file: hr.secret}, permission: {by: 総務部長, date: 2021-01-04}}
    - {name: monthly-packs, form: pack, period: month, drop: /srv/share/jinji, notice: [jinji@city.wakaba.example]}
)");
  CHECK(office.folder == "/city");
  CHECK(office.names.name == "若葉市");
  CHECK(office.names.head_title == "市長");
  CHECK(office.names.head_name == "若葉 太郎");
  CHECK(office.names.hr == "職員課");
  CHECK(office.names.it == "情報課");
  CHECK(office.names.security_manager == "副市長");
  CHECK(office.names.suffix == "様");
  CHECK(office.packs == Texts{"kawasaki", "tarumizu", "oyama", "security"});
  CHECK(office.prepared_by == "総務課庶務係");
  CHECK(office.ApprovalFor("any.form") == Texts{"係長", "課長補佐", "課長"});
  CHECK(office.encoding == "cp932");
  CHECK(office.table_encoding.empty());
  CHECK(office.year_end.first_day == 28);
  CHECK(office.year_end.last_month == 1);
  CHECK(office.year_end.last_day == 4);
  CHECK(office.policy.telework_days_per_week == 3);
  CHECK(office.policy.timecard_tolerance == Minutes{5});
  CHECK(office.policy.contact_tolerance == Minutes{60});
  CHECK(office.policy.overlap_share == 0.75);
  CHECK(office.policy.ineligible == Texts{"非常勤"});
  CHECK(office.fonts.at("mincho") == Texts{"IPAexMincho", "BIZ UDMincho"});
  CHECK(office.fonts.at("gothic") == Texts{"IPAexGothic", "BIZUDGothic", "IPAmjMincho"});
  CHECK(office.gaiji_font == "fonts/office.ttf");
  CHECK(office.pdf.standard == "a-2u");
  CHECK(office.pdf.qr);
  CHECK(office.mail.Find("routes")->Items().size() == 2);
}

TEST_CASE("everything but name and packs has a default") {
  for (const std::string rest : {"", "policy:\nfonts: {}\nmail:\npdf: {}\napproval: []\nencoding:\n"}) {
    const Office office = Read(kNeeded + rest);
    CHECK(office.names.hr == "人事課");
    CHECK(office.names.it == "情報政策課");
    CHECK(office.names.security_manager == "総務部長");
    CHECK(office.names.suffix == "殿");
    CHECK(office.prepared_by.empty());
    CHECK(office.ApprovalFor("any.form").empty());
    CHECK(office.encoding == "auto");
    CHECK(office.year_end.first_day == 29);
    CHECK(office.year_end.last_day == 3);
    CHECK(office.policy.telework_days_per_week == 4);
    CHECK(office.policy.timecard_tolerance == Minutes{10});
    CHECK(office.policy.contact_tolerance == Minutes{15});
    CHECK(office.policy.overlap_share == 0.5);
    CHECK(office.policy.ineligible == Texts{"条件付採用", "臨時的任用", "非常勤", "会計年度任用"});
    CHECK(office.fonts.at("mincho") == Texts{"IPAexMincho", "BIZUDMincho", "IPAmjMincho"});
    CHECK(office.pdf.standard == "a-1b");
    CHECK_FALSE(office.pdf.qr);
    CHECK(office.mail.IsNull());
  }
}

TEST_CASE("approval by form and encoding by table") {
  const Office office = Read(std::string(kNeeded) +
                             "approval: {default: [課長], oyama.plan: [係長, 課長], oyama.device-loan: }\n"
                             "encoding: {staff: cp932, attendance: utf-16}\n");
  CHECK(office.ApprovalFor("tarumizu.roster") == Texts{"課長"});
  CHECK(office.ApprovalFor("oyama.plan") == Texts{"係長", "課長"});
  CHECK(office.ApprovalFor("oyama.device-loan").empty());
  CHECK(office.encoding == "auto");
  CHECK(office.table_encoding == std::map<std::string, std::string>{{"attendance", "utf-16"}, {"staff", "cp932"}});
}

TEST_CASE("name and packs are needed") {
  CHECK(FaultOf("") ==
        "chohyo.yaml:1:1: エラー: 「office」がありません。office: {name: 若葉市} のように書いてください。");
  CHECK(FaultOf("office: {name: 若葉市}\n") ==
        "chohyo.yaml:1:1: エラー: 「packs」がありません。packs: [kawasaki, tarumizu] のように書いてください。");
  CHECK(FaultOf("office: {hr: 人事課}\npacks: [oyama]\n") == "chohyo.yaml:1:9: エラー: office.name を書いてください。");
  CHECK(FaultOf("office: {name: ' '}\npacks: [oyama]\n") == "chohyo.yaml:1:16: エラー: office.name を書いてください。");
  CHECK(FaultOf("office: {name: 若葉市}\npacks: []\n") == "chohyo.yaml:2:8: エラー: パックを一つ以上書いてください。");
  CHECK(FaultOf("office: {name: 若葉市}\npacks: [oyama, oyama]\n") ==
        "chohyo.yaml:2:16: エラー: パック「oyama」が二度書かれています。一つにしてください。");
  CHECK(FaultOf("- office\n") ==
        "chohyo.yaml:1:1: エラー: ここには項目の組（名前: 値）を書いてください（今は並び（[…] または - …））。");
}

TEST_CASE("unknown keys are refused with the nearest name") {
  CHECK(FaultOfLine("aproval: [課長]") == "1: エラー: 知らない項目「aproval」です。「approval」ではありませんか。");
  CHECK(FaultOfLine("policy: {telework_days: 4}").starts_with("10: エラー: 知らない項目「telework_days」です。"));
  CHECK(FaultOfLine("policy: {overlap_shere: 0.5}") ==
        "10: エラー: 知らない項目「overlap_shere」です。「overlap_share」ではありませんか。");
  CHECK(FaultOfLine("pdf: {standart: a-1b}") ==
        "7: エラー: 知らない項目「standart」です。「standard」ではありませんか。");
  CHECK(FaultOfLine("fonts: {minchou: [X]}") == "9: エラー: 知らない項目「minchou」です。「mincho」ではありませんか。");
  CHECK(FaultOfLine("encoding: {stuff: cp932}") ==
        "12: エラー: 知らない項目「stuff」です。「staff」ではありませんか。");
  CHECK(FaultOfLine("mail: {form: x}") == "8: エラー: 知らない項目「form」です。「from」ではありませんか。");
  CHECK(FaultOfLine("mail: {smtp: {host: h, prot: 25}}") ==
        "24: エラー: 知らない項目「prot」です。「port」ではありませんか。");
  CHECK(FaultOfLine("mail: {routes: [{name: a, form: f, too: [x]}]}") ==
        "36: エラー: 知らない項目「too」です。「to」ではありませんか。");
}

TEST_CASE("values are checked for kind and range") {
  CHECK(FaultOfLine("policy: {telework_days_per_week: 8}") ==
        "34: エラー: 0 から 7 までの整数を書いてください（今は 8）。");
  CHECK(FaultOfLine("policy: {telework_days_per_week: four}") == "34: エラー: 整数を書いてください（今は「four」）。");
  CHECK(FaultOfLine("policy: {overlap_share: 50}") ==
        "25: エラー: 0 から 1 までの割合を書いてください（例 0.5。今は「50」）。");
  for (const char* share : {"-0.1", "1.01", "50%", "nan", "0,5", "x"}) {
    INFO(share);
    CHECK(FaultOfLine(std::string("policy: {overlap_share: '") + share + "'}") ==
          std::string("25: エラー: 0 から 1 までの割合を書いてください（例 0.5。今は「") + share + "」）。");
  }
  for (const char* span : {"10", "10 min", "10m", "-5min", "25h", "1.5h", "min"}) {
    INFO(span);
    CHECK(FaultOfLine(std::string("policy: {contact_tolerance: ") + span + "}") ==
          std::string("29: エラー: 10min、30s、1h のような 24 時間以内の長さを書いてください（今は「") + span +
              "」）。");
  }
  CHECK(FaultOfLine("policy: {contact_tolerance: 90s}") ==
        "29: エラー: 分より細かい長さは使えません。10min のように書いてください（今は「90s」）。");
  CHECK(
      FaultOfLine("policy: {ineligible: [非常勒]}") ==
      "23: エラー: 「非常勒」は使えません。「非常勤」ではありませんか（使えるのは 正規, 再任用, 任期付, 会計年度任用, "
      "臨時的任用, 非常勤, 条件付採用）。");
  CHECK(FaultOfLine("encoding: sjis") ==
        "11: エラー: 「sjis」は使えません。使えるのは auto, utf-8, cp932, utf-16 です。");
  CHECK(FaultOfLine("encoding: utf8") ==
        "11: エラー: 「utf8」は使えません。「utf-8」ではありませんか（使えるのは auto, utf-8, cp932, utf-16）。");
  CHECK(FaultOfLine("pdf: {standard: a-3}").starts_with("17: エラー: 「a-3」は使えません。"));
  CHECK(FaultOfLine("pdf: {qr: maybe}") == "11: エラー: true か false を書いてください（今は「maybe」）。");
  CHECK(FaultOfLine("fonts: {mincho: []}") == "17: エラー: 書体を一つ以上書いてください。");
  CHECK(FaultOfLine("approval: [課長, '']") == "16: エラー: 空の項目です。消すか、書いてください。");
}

TEST_CASE("the year end is two days of the calendar, at most a month apart") {
  const auto bad = [](const std::string& text) {
    INFO(text);
    CHECK(FaultOfLine("year_end: " + text) ==
          "11: エラー: 年末年始の休みを 12-29..01-03 のように書いてください（今は「" + text + "」）。");
  };
  for (const char* text : {"12-29", "12-29..", "12-32..01-03", "13-01..01-03", "12/29..01/03", "12-29-01-03",
                           "12-29..1-3", "02-30..03-01"}) {
    bad(text);
  }
  CHECK(FaultOfLine("year_end: 01-03..12-29") ==
        "11: エラー: 年末年始の休みが 362 日になります（31 日まで）。始めと終わりが逆ではありませんか。");
  CHECK(FaultOfLine("year_end: 12-15..01-14").empty());
  CHECK_FALSE(FaultOfLine("year_end: 12-15..01-15").empty());
  CHECK(FaultOfLine("year_end: 12-31..12-31").empty());
}

TEST_CASE("secrets are refused wherever they are written, and never repeated") {
  const std::string why =
      "は書けません。この設定ファイルは写しや印刷で人の目に触れます。別のファイルに書いて password_file で示すか、"
      "password_env、password_command を使ってください。";
  CHECK(FaultOfLine("mail: {smtp: {host: h, password: hunter2}}") == "24: エラー: 「password」" + why);
  CHECK(FaultOfLine("mail: {routes: [{name: a, form: f, to: [x], protect: {Password: hunter2}}]}") ==
        "55: エラー: 「Password」" + why);
  CHECK(FaultOfLine("パスワード: hunter2") == "1: エラー: 「パスワード」" + why);
  CHECK(FaultOfLine("mail: {smtp: {host: h, passwrd: hunter2}}").find("hunter2") == std::string::npos);
}

TEST_CASE("mail servers") {
  CHECK(FaultOfLine("mail: {smtp: {port: 25}}") == "14: エラー: mail.smtp.host を書いてください。");
  CHECK(FaultOfLine("mail: {smtp: {host: h, port: 65536}}") ==
        "30: エラー: 1 から 65535 までの整数を書いてください（今は 65536）。");
  CHECK(FaultOfLine("mail: {smtp: {host: h, tls: ssl}}").starts_with("29: エラー: 「ssl」は使えません。"));
  CHECK(FaultOfLine("mail: {smtp: {host: h, timeout: 30}}").starts_with("33: エラー: 10min、30s、1h のような"));
  CHECK(FaultOfLine("mail: {smtp: {host: h, password_file: a, password_env: B}}") ==
        "14: エラー: password_file、password_env、password_command はどれか一つにしてください。");
  CHECK(FaultOfLine("mail: {smtp: {host: h}, sendmail: /usr/sbin/sendmail}") ==
        "35: エラー: smtp と sendmail はどちらか一つにしてください。");
  CHECK(FaultOfLine("mail: {sendmail: /usr/sbin/sendmail, domains: city.example}").empty());
}

TEST_CASE("mail routes") {
  const auto route = [](const std::string& keys) {
    return FaultOfLine("mail: {routes: [{name: a, form: f, " + keys + "}]}");
  };
  CHECK(route("to: x@y, bundle: true, attach_as: '{{title}}'").empty());
  CHECK(route("drop: /srv, format: [pdf, csv], due: 8:30").empty());
  CHECK(route("cc: [x@y]") == "17: エラー: 送り先がありません。to（宛先）か drop（フォルダー）を書いてください。");
  CHECK(route("to: x, period: week").starts_with("51: エラー: 「week」は使えません。"));
  CHECK(route("to: x, format: doc").starts_with("51: エラー: 「doc」は使えません。"));
  CHECK(route("to: x, format: [pdf, doc]").starts_with("57: エラー: 「doc」は使えません。"));
  for (const char* time : {"25:00", "24:01", "17", "17:0", "17:60", "5pm", "-1:00"}) {
    INFO(time);
    CHECK(route(std::string("to: x, due: '") + time + "'") ==
          std::string("48: エラー: 17:00 のような時刻を書いてください（今は「") + time + "」）。");
  }
  CHECK(route("to: x, protect: {}") ==
        "52: エラー: password_file、password_env、password_command のどれかを書いてください。");
  CHECK(route("to: x, protect: {password_env: A, password_command: b}") ==
        "52: エラー: password_file、password_env、password_command はどれか一つにしてください。");
  CHECK(route("to: x, permission: {by: 総務部長}") == "55: エラー: permission.date を書いてください。");
  CHECK(route("to: x, permission: {by: 部長, date: 平成31年5月1日}") ==
        "70: エラー: 「平成31年5月1日」はありません。令和元年5月1日ではありませんか。");
  CHECK(route("to: x, bundle: 1") == "51: エラー: true か false を書いてください（今は「1」）。");
  CHECK(FaultOfLine("mail: {routes: [{form: f, to: x}]}") == "17: エラー: name を書いてください。");
  CHECK(FaultOfLine("mail: {routes: [{name: a, to: x}]}") == "17: エラー: form を書いてください。");
  CHECK(FaultOfLine("mail: {routes: [{name: a, form: f, to: x}, {name: a, form: g, to: x}]}") ==
        "51: エラー: 送付先「a」が二つあります。台帳で見分けられるよう、別の名前にしてください。");
}

TEST_CASE("an office folder is read from its file, and a missing file suggests init") {
  std::string pattern = (std::filesystem::temp_directory_path() / "chohyo-test-XXXXXX").string();
  const std::filesystem::path folder = ::mkdtemp(pattern.data());
  const auto fault = [&] {
    try {
      LoadOffice(folder);
    } catch (const InputFault& missing) {
      return std::string(missing.what());
    }
    return std::string();
  };
  const std::string file = (folder / "chohyo.yaml").string();
  CHECK(fault() == file + ": エラー: 設定ファイルがありません。フォルダーの指定（-C）を確かめるか、「chohyo init " +
                       folder.string() + "」で作ってください。");
  WriteWholeFile(file, "office: {nam: 若葉市}\n");
  CHECK(fault() == file + ":1:10: エラー: 知らない項目「nam」です。「name」ではありませんか。");
  WriteWholeFile(file, kNeeded);
  CHECK(LoadOffice(folder).names.name == "若葉市");
  CHECK(LoadOffice(folder).folder == folder);
  std::filesystem::remove_all(folder);
}

TEST_CASE("refusals in English") {
  SetLang(Lang::kEn);
  CHECK(FaultOfLine("encoding: utf8") ==
        "11: error: \"utf8\" is not known here; did you mean \"utf-8\"? (known: auto, utf-8, cp932, utf-16)");
  CHECK(FaultOf("") == "chohyo.yaml:1:1: error: \"office\" is missing; write it like office: {name: 若葉市}.");
  SetLang(Lang::kJa);
}

}  // namespace
}  // namespace chohyo
