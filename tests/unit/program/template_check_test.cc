// `chohyo template check`: everything wrong with a template at once, against what its form really offers.
#include <catch2/catch.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/catalog.h"
#include "pipeline/office_data.h"
#include "pipeline/options.h"
#include "pipeline/template_check.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

const OfficeData& Wakaba() {
  static const auto office = ReadOffice(fs::path(CHOHYO_SOURCE_DIR) / "samples" / "wakaba", "");
  return *office;
}

/// The messages, without the file's name.
std::vector<std::string> Problems(const std::string& yaml) {
  SetLang(Lang::kJa);
  const fs::path file = fs::temp_directory_path() / "chohyo-template-check.yaml";
  WriteWholeFile(file, yaml);
  std::vector<std::string> texts;
  for (const TemplateProblem& problem : CheckTemplate(file, {Wakaba().context()})) {
    texts.push_back(problem.text.substr(file.string().size() + 1));
  }
  fs::remove(file);
  return texts;
}

constexpr const char* kHead = "form: own.closed\ntitle: 休日\nrecords: closures as day\n";

TEST_CASE("Everything wrong with a template is said at once, each with its place and the nearest name") {
  const std::string yaml = std::string(kHead) + R"(keys: "{{day.date}}"
page: {paper: A4, margin: 20mm}
columns: 30mm *
body:
- titel: 表題
- text: "{{day.nmae}}"
- text: "{{day.date | wareky}}"
- table:
  - [氏名, {text: "{{day.name}}", sizee: 10pt}]
  - [氏名, {text: "{{day.date | wareki}", span: x}]
  - [a, b, c]
  - {heigth: 9mm, cells: [a, b]}
- each: day.itmes as i
  text: "{{i.name}}"
)";
  CHECK(Problems(yaml) ==
        std::vector<std::string>{
            "4:1: エラー: 知らない項目「keys」です。「key」ではありませんか。",
            "5:19: エラー: 知らない項目「margin」です。「margins」ではありませんか。",
            "8:3: エラー: 知らないブロック「titel」です。「title」ではありませんか。",
            "9:12: エラー: 「day.nmae」の「nmae」は知らない項目です。「name」ではありませんか。",
            "10:23: エラー: 知らないフィルター「wareky」です。「wareki」ではありませんか。",
            "12:33: エラー: 知らない項目「sizee」です。「size」ではありませんか。",
            "13:37: エラー: 「|」か「}}」が必要です（今は「」）。",
            "13:47: エラー: 整数を書いてください（今は「x」）。",
            "14:12: エラー: この欄は表の右端を越えます。表は 2 列、ここまでで 2 列を使っています。",
            "15:6: エラー: 知らない項目「heigth」です。「height」ではありませんか。",
            "16:9: エラー: 「day.itmes」の「itmes」は知らない項目です。あるのは date, name, row です。",
            "3:10: 警告: 使われていない項目があります: date（日付）。載せないつもりなら、このままで構いません。"});
}

TEST_CASE("A form, a table and a member of a single value that do not exist are refused") {
  CHECK(Problems("form: oyama.plam\ntitle: 計画\nbody:\n- title: 計画\n") ==
        std::vector<std::string>{"1:7: エラー: 帳票「oyama.plam」はありません。「oyama.plan」ではありませんか。"});
  CHECK(Problems("form: own.x\ntitle: x\nrecords: closure as day\nbody:\n- title: x\n") ==
        std::vector<std::string>{"3:10: エラー: 表「closure」はありません。「closures」ではありませんか。"});
  CHECK(
      Problems(std::string(kHead) + "body:\n- text: \"{{day.date}}{{day.name.short}}\"\n") ==
      std::vector<std::string>{"5:24: エラー: 「day.name.short」の「short」の前は一つの値で、中に項目はありません。"});
}

TEST_CASE("What only filling shows is found as well") {
  CHECK(Problems(std::string(kHead) + "body:\n- text: \"{{day.date}}{{day.name}}{{office.head}}\"\n") ==
        std::vector<std::string>{"5:36: エラー: 「office.head」は項目の組です。その中の一つ（title, name, "
                                 "post）を書いてください。"});
}

TEST_CASE("Unused values of a form with a builder are its own, not whole persons") {
  const auto texts = Problems(R"(form: kawasaki.travel-entries
title: 一覧
body:
- each: entries as e
  text: "{{e.staff.name}}"
)");
  CHECK(texts == std::vector<std::string>{"1:7: 警告: 使われていない項目があります: entries.date, entries.deadline, "
                                          "entry_days, people。載せないつもりなら、このままで構いません。"});
}

TEST_CASE("The built-in templates are without errors") {
  SetLang(Lang::kJa);
  for (const auto& [form, file] : TemplateFiles(BuiltInPacks(), {})) {
    for (const TemplateProblem& problem : CheckTemplate(file, {Wakaba().context()})) {
      INFO(problem.text);
      CHECK(problem.severity == Severity::kWarning);
    }
  }
}

TEST_CASE("What is no YAML, or no file, is a fault") {
  SetLang(Lang::kJa);
  CHECK_THROWS_AS(CheckTemplate("no-such-file.yaml", {Wakaba().context()}), InputFault);
  CHECK_THROWS_AS(Problems("form: [\n"), InputFault);
}

TEST_CASE("The commands about templates are read") {
  const char* words[] = {"chohyo", "template", "preview", "x.yaml", "--blank", "--format", "pdf,xlsx"};
  const Options options = *ParseOptions(7, words).options;
  CHECK(options.command == Command::kTemplate);
  CHECK(options.action == "preview");
  CHECK(options.subject == "x.yaml");
  CHECK(options.blank);
  CHECK(options.formats == std::vector<std::string>{"pdf", "xlsx"});
  SetLang(Lang::kJa);
}

}  // namespace
}  // namespace chohyo
