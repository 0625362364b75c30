// The canonical writing of templates: the same for all ways to write the same, and stable.
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/sheet/template.h"
#include "pipeline/sheet/template_dump.h"

namespace chohyo {
namespace {

TEST_CASE("Keys are ordered, short forms are one form, and quotes stand only where needed") {
  const char* written = R"(
title: "見本"   # a comment
form: own.sample
formats: pdf
columns: "30mm   *"
page: {margins: 20mm 15mm, paper: "A4"}
body:
- if: "{{document.blank}}"
  title: '表題: 1'
- table:
    rows:
    - {cells: [{label: 氏名}, {text: "{{document.key}}"}]}
    - [{align: right, text: "甲 {{document.key}}"}, ~]
)";
  CHECK(DumpTemplate(written, "t") == R"(form: own.sample
title: 見本
formats: [pdf]
page: {paper: A4, margins: 20mm 15mm 20mm 15mm}
columns: 30mm *
body:
- {title: "表題: 1", if: document.blank}
- table:
  - [氏名, "{{document.key}}"]
  - [{text: "甲 {{document.key}}", align: right}, ~]
)");
}

TEST_CASE("The dump of a dump is the dump, for all built-in templates, and asks for the same values") {
  namespace fs = std::filesystem;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(CHOHYO_SOURCE_DIR) / "templates")) {
    if (entry.path().extension() != ".yaml" || entry.path().filename() == "pack.yaml") continue;
    INFO(entry.path());
    const std::string text = ReadWholeFile(entry.path());
    const std::string dump = DumpTemplate(text, "t");
    CHECK(DumpTemplate(dump, "t") == dump);
    CHECK(Template::Parse(dump, "t").Placeholders() == Template::Parse(text, "t").Placeholders());
  }
}

TEST_CASE("Words that YAML would read otherwise are quoted") {
  for (const char* word : {"~", "null", "- a", "a: b", "a #b", "[x]",          "{x}",  "a\nb", "",  " a",  "a ",
                           "%", "a,b",  "\"",  "'q",   "a:",   "\xE2\x80\xA8", "\x01", "@",    "=", "? a", "<<"}) {
    std::string quoted;
    for (const char c : std::string(word)) {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c == '\n' ? std::string("\\n") : c == '\x01' ? std::string("\\x01") : std::string(1, c);
    }
    const std::string text = "form: own.x\ntitle: x\nbody:\n- table:\n  - [{label: \"" + quoted + "\", size: 9pt}]\n";
    const std::string dump = DumpTemplate(text, "t");
    INFO(dump);
    const YamlNode label =
        *ParseYaml(dump, "t").Find("body")->Items()[0].Find("table")->Items()[0].Items()[0].Find("label");
    CHECK(label.Text() == word);
    CHECK(DumpTemplate(dump, "t") == dump);
  }
}

TEST_CASE("What is no template is not dumped") {
  SetLang(Lang::kJa);
  CHECK_THROWS_WITH(DumpTemplate("form: own.x\ntitel: x\n", "t.yaml"),
                    "t.yaml:2:1: エラー: 知らない項目「titel」です。「title」ではありませんか。");
}

}  // namespace
}  // namespace chohyo
