#include "pipeline/base/yaml.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <random>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

using Kind = YamlNode::Kind;

/// The message of the fault that an action ends in; "" if none.
template <typename Action>
std::string FaultOf(Action action) {
  try {
    action();
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return {};
}

std::string FaultOfText(const std::string& text) {
  return FaultOf([&] { ParseYaml(text, "t.yaml"); });
}

TEST_CASE("scalars stay the text they are written as") {
  const YamlNode node = ParseYaml("a: 0110\nb: '0110'\nc: true\nd:\ne: ~\nf: 1.50\ng: 17:00\nh: \"\"\n", "t.yaml");
  CHECK(node.Find("a")->Text() == "0110");
  CHECK_FALSE(node.Find("a")->quoted());
  CHECK(node.Find("b")->Text() == "0110");
  CHECK(node.Find("b")->quoted());
  CHECK(node.Find("c")->AsBool());
  CHECK(node.Find("d")->IsNull());
  CHECK(node.Find("e")->IsNull());
  CHECK(node.Find("d")->Text().empty());
  CHECK(node.Find("f")->Text() == "1.50");
  CHECK(node.Find("g")->Text() == "17:00");
  CHECK(node.Find("h")->IsScalar());
  CHECK(node.Find("nothing") == nullptr);
}

TEST_CASE("nodes know where they stand") {
  const YamlNode node = ParseYaml("office:\n  名: 若葉市\n  list: [a, {b: c}]\n", "dir/t.yaml");
  const YamlNode& office = *node.Find("office");
  CHECK(office.line() == 2);
  CHECK(office.column() == 3);
  CHECK(office.Find("名")->line() == 2);
  CHECK(office.Find("名")->column() == 6);
  CHECK(office.Find("list")->Items()[1].Find("b")->column() == 17);
  CHECK(office.Find("list")->Items()[1].file() == "dir/t.yaml");
}

TEST_CASE("columns count characters, on the first line too, with or without a byte order mark") {
  CHECK(ParseYaml("{市: 若葉}", "t.yaml").Find("市")->column() == 5);
  CHECK(ParseYaml("\xEF\xBB\xBF{市: 若葉}", "t.yaml").Find("市")->column() == 5);
  CHECK(ParseYaml("市:\r\n  𠮷: 葛\r\n", "t.yaml").Find("市")->Find("𠮷")->column() == 6);
  CHECK(FaultOfText("若葉: [市, }\n").starts_with("t.yaml:1:9: エラー: YAML として読めません（"));
}

TEST_CASE("entries keep the order they are written in") {
  const YamlNode node = ParseYaml("z: 1\na: 2\nm: 3\n", "t.yaml");
  std::string keys;
  for (const auto& [key, value] : node.Entries()) keys += key.Text() + value.Text();
  CHECK(keys == "z1a2m3");
}

TEST_CASE("typed reading with defaults") {
  const YamlNode node = ParseYaml("n: 12\nyes: true\nno: false\none: x\nmany: [x, y]\nnone:\n", "t.yaml");
  CHECK(node.IntOr("n", 1) == 12);
  CHECK(node.IntOr("m", 1) == 1);
  CHECK(node.BoolOr("yes", false));
  CHECK_FALSE(node.BoolOr("no", true));
  CHECK(node.BoolOr("other", true));
  CHECK(node.TextOr("one", "d") == "x");
  CHECK(node.TextOr("two", "d") == "d");
  CHECK(node.TextsOf("one") == std::vector<std::string>{"x"});
  CHECK(node.TextsOf("many") == std::vector<std::string>{"x", "y"});
  CHECK(node.TextsOf("none").empty());
  CHECK(node.TextsOf("missing").empty());
}

TEST_CASE("a value that does not fit is refused with its place") {
  const YamlNode node = ParseYaml("n: 12x\nb: yes\nlist: [a]\nmap: {a: b}\n", "t.yaml");
  CHECK(FaultOf([&] { node.IntOr("n", 0); }) == "t.yaml:1:4: エラー: 整数を書いてください（今は「12x」）。");
  CHECK(FaultOf([&] { node.BoolOr("b", false); }) ==
        "t.yaml:2:4: エラー: true か false を書いてください（今は「yes」）。");
  CHECK(FaultOf([&] { node.TextOr("list", ""); }) ==
        "t.yaml:3:7: エラー: ここには一つの値を書いてください（今は並び（[…] または - …））。");
  CHECK(FaultOf([&] { node.TextsOf("map"); }) ==
        "t.yaml:4:6: エラー: ここには並び（[…] または - …）を書いてください（今は項目の組（名前: 値））。");
  CHECK(FaultOf([&] { ParseYaml("9999999999", "t.yaml").AsInt(); }) ==
        "t.yaml:1:1: エラー: 整数を書いてください（今は「9999999999」）。");
}

TEST_CASE("unknown keys are refused with the nearest") {
  const YamlNode node = ParseYaml("packs: 1\nofice: 2\n", "t.yaml");
  const std::vector<std::string> known = {"office", "packs"};
  CHECK(FaultOf([&] { node.RefuseUnknownKeys(known); }) ==
        "t.yaml:2:1: エラー: 知らない項目「ofice」です。「office」ではありませんか。");
  const YamlNode far = ParseYaml("zzz: 1\n", "t.yaml");
  CHECK(FaultOf([&] { far.RefuseUnknownKeys(known); }) ==
        "t.yaml:1:1: エラー: 知らない項目「zzz」です。使えるのは office, packs です。");
}

TEST_CASE("what is no single YAML document is refused") {
  CHECK(FaultOfText("a: [1, 2\n").starts_with("t.yaml:2:1: エラー: YAML として読めません（"));
  CHECK(FaultOfText("a: 1\na: 2\n") == "t.yaml:2:1: エラー: 「a」が二度書かれています。一つにしてください。");
  constexpr const char* kFollows =
      "ここから後が読めません。閉じ括弧が多すぎないか、「---」で二つ目の文書が始まっていないか確かめてください。";
  CHECK(FaultOfText("a: 1\n---\nb: 2\n") == std::string("t.yaml:2:1: エラー: ") + kFollows);
  CHECK(FaultOfText("a: {b: 1}}\nc: 2\n").starts_with("t.yaml:1:10: エラー: YAML として読めません（"));
  CHECK(FaultOfText(", a: 1\n") == std::string("t.yaml:1:1: エラー: ") + kFollows);
  CHECK(FaultOfText("a: 1\n...\n# end\n").empty());
  CHECK(FaultOfText("[a]: 1\n") == "t.yaml:1:1: エラー: 項目の名前が読めません。");
  CHECK(FaultOfText("a: \xFF\n") == "t.yaml:1:1: エラー: UTF-8 で保存してください。");
  CHECK_FALSE(FaultOfText("a: *nowhere\n").empty());
  CHECK(FaultOfText("---\na: 1\n").empty());
}

TEST_CASE("an empty text is nothing, at the first line") {
  for (const char* text : {"", "\n\n", "# only a comment\n"}) {
    const YamlNode node = ParseYaml(text, "t.yaml");
    CHECK(node.IsNull());
    CHECK(FaultOf([&] { node.Fail("x"); }) == "t.yaml:1:1: エラー: x");
  }
}

TEST_CASE("nesting and multiplying are limited") {
  const std::string deep(200, '[');
  CHECK_FALSE(FaultOfText(deep + std::string(200, ']')).empty());
  CHECK_FALSE(FaultOfText(std::string(100'000, '[')).empty());
  CHECK_FALSE(FaultOfText("a: &a [*a]\n").empty());
  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 10; ++i) {
    bomb += fmt::format("a{}: &a{} [*a{}", i, i, i - 1);
    for (int n = 0; n < 9; ++n) bomb += fmt::format(",*a{}", i - 1);
    bomb += "]\n";
  }
  CHECK(FaultOfText(bomb).find("入れ子が深すぎるか、内容が多すぎます。") != std::string::npos);
}

TEST_CASE("any text is YAML or refused with a place") {
  std::mt19937 random(5);
  const std::string alphabet = "ab: \n-[]{}\"'#&*!|>%,?~\t0";
  std::uniform_int_distribution<std::size_t> letter(0, alphabet.size() - 1);
  std::uniform_int_distribution<int> length(0, 30);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (int n = length(random); n > 0; --n) text += alphabet[letter(random)];
    const std::string fault = FaultOfText(text);
    if (!fault.empty() && (!fault.starts_with("t.yaml:") || fault.starts_with("t.yaml:0"))) FAIL_CHECK(text << fault);
  }
}

}  // namespace
}  // namespace chohyo
