// Placeholders, filters and conditions, outside of templates.
#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "pipeline/sheet/template.h"

namespace chohyo {
namespace {

Value Values() {
  const Value head(ValueMap{{"name", "髙橋"}, {"title", Value()}});
  const Value task1(ValueMap{{"name", "窓口"}, {"need", 3}, {"time", Minutes{90}}, {"owners", ValueList{"甲", "乙"}}});
  const Value task2(ValueMap{{"name", "税"}, {"need", 2}, {"time", Minutes{30}}, {"owners", ValueList{"丙"}}});
  return Value(ValueMap{{"from", *Date::FromYmd(2021, 1, 13)},
                        {"birth", *Date::FromYmd(1985, 1, 14)},
                        {"head", head},
                        {"tasks", ValueList{task1, task2}},
                        {"none", ValueList{}},
                        {"items", ValueList{"端末機", Value(), "マウス"}},
                        {"id", "0012"},
                        {"count", 12},
                        {"rate", 0.5},
                        {"yes", true},
                        {"no", false},
                        {"missing", Value()},
                        {"row", Value(ValueMap{{"連絡先 (内線)", "1234"}})}});
}

std::string Fill(std::string_view text) { return FillText(text, Values(), "chohyo.yaml"); }

std::string FillFault(std::string_view text) {
  try {
    return "filled: " + Fill(text);
  } catch (const InputFault& fault) {
    return fault.what();
  }
}

bool Holds(std::string_view condition) { return TestCondition(condition, Values(), "chohyo.yaml"); }

std::string ConditionFault(std::string_view condition) {
  try {
    return Holds(condition) ? "true" : "false";
  } catch (const InputFault& fault) {
    return fault.what();
  }
}

}  // namespace

TEST_CASE("Text around placeholders stays") {
  CHECK(Fill("") == "");
  CHECK(Fill("第1号") == "第1号");
  CHECK(Fill("{{id}}") == "0012");
  CHECK(Fill("{{ id }}号{{count}}") == "0012号12");
  CHECK(Fill("{page}／{pages} }}") == "{page}／{pages} }}");
  CHECK(Fill("{{head.name}}　{{head.title}}") == "髙橋　");
}

TEST_CASE("A path through nothing is nothing, through a list all of its entries") {
  CHECK(Fill("[{{missing.name.first}}]") == "[]");
  CHECK(Fill("{{tasks.name}}") == "窓口、税");
  CHECK(Fill("{{tasks.owners | join: ・}}") == "甲・乙・丙");
  CHECK(Fill("{{items}}") == "端末機、マウス");
  CHECK(Fill("{{row.'連絡先 (内線)'}}") == "1234");
}

TEST_CASE("Counts and sums") {
  CHECK(Fill("{{count(tasks)}}") == "2");
  CHECK(Fill("{{count(none)}}") == "0");
  CHECK(Fill("{{count(missing)}}") == "0");
  CHECK(Fill("{{count(id)}}") == "1");
  CHECK(Fill("{{sum(tasks.need)}}") == "5");
  CHECK(Fill("{{sum(tasks.time)}}") == "2:00");
  CHECK(Fill("{{sum(none)}}") == "0");
  CHECK(Fill("{{sum(rate)}}") == "0.5");
}

TEST_CASE("Filters") {
  CHECK(Fill("{{from}}") == "令和3年1月13日");
  CHECK(Fill("{{from | iso}}") == "2021-01-13");
  CHECK(Fill("{{from | md_weekday | prefix: 期限　}}") == "期限　1月13日（水）");
  CHECK(Fill("{{birth | age: from}}") == "35");
  CHECK(Fill("{{birth | age: from | suffix: 歳}}") == "35歳");
  CHECK(Fill("{{from | age: birth}}") == "");
  CHECK(Fill("{{missing | age: from | suffix: 歳}}") == "");
  CHECK(Fill("{{missing | default: －}}") == "－");
  CHECK(Fill("{{missing | wareki | default: 令和　年　月　日}}") == "令和　年　月　日");
  CHECK(Fill("{{none | default: なし}}") == "なし");
  CHECK(Fill("{{id | default: －}}") == "0012");
  CHECK(Fill("{{rate | percent}}") == "50.0%");
  CHECK(Fill("{{id | full}}") == "００１２");
  CHECK(Fill("{{id | full | half}}") == "0012");
  CHECK(Fill("{{items | join: ' | '}}") == "端末機 | マウス");
  CHECK(Fill("{{yes | yes: 有 | no: 無}}") == "有");
  CHECK(Fill("{{no | yes: 有 | no: 無}}") == "無");
  CHECK(Fill("{{missing | yes: 有 | no: 無}}") == "");
  CHECK(Fill("{{id | yes: 済}}") == "済");
  CHECK(Fill("{{missing | prefix: 第 | suffix: 号}}") == "");
}

TEST_CASE("Faults of the language name the place and the nearest name") {
  CHECK(FillFault("{{idd}}") == "chohyo.yaml: エラー: 「idd」の「idd」は知らない項目です。「id」ではありませんか。");
  CHECK(FillFault("{{head.nam}}") ==
        "chohyo.yaml: エラー: 「head.nam」の「nam」は知らない項目です。「name」ではありませんか。");
  CHECK(FillFault("{{head.postcode}}") ==
        "chohyo.yaml: エラー: 「head.postcode」の「postcode」は知らない項目です。あるのは name, title です。");
  CHECK(FillFault("{{id.name}}") ==
        "chohyo.yaml: エラー: 「id.name」の「name」の前は一つの値で、中に項目はありません。");
  CHECK(FillFault("{{head}}") ==
        "chohyo.yaml: エラー: 「head」は項目の組です。その中の一つ（name, title）を書いてください。");
  CHECK(FillFault("{{id | warekii}}") ==
        "chohyo.yaml: エラー: 知らないフィルター「warekii」です。「wareki」ではありませんか。");
  CHECK(FillFault("{{id | default}}") == "chohyo.yaml: エラー: 「default: …」と書いてください。");
  CHECK(FillFault("{{id") == "chohyo.yaml: エラー: 「{{」に対する「}}」がありません。");
  CHECK(FillFault("{{id name}}") == "chohyo.yaml: エラー: 「|」か「}}」が必要です（今は「name」）。");
  CHECK(FillFault("{{}}") == "chohyo.yaml: エラー: ここに名前が必要です（今は「}」）。");
  CHECK(FillFault("{{id.}}") == "chohyo.yaml: エラー: ここに名前が必要です（今は「}」）。");
  CHECK(FillFault("{{loop.number}}") == "chohyo.yaml: エラー: loop は each の中でだけ使えます。");
  CHECK(FillFault("{{'id}}") == "chohyo.yaml: エラー: 引用符 ' が閉じていません。");
}

TEST_CASE("Conditions") {
  CHECK(Holds("id"));
  CHECK_FALSE(Holds("!id"));
  CHECK_FALSE(Holds("missing"));
  CHECK(Holds("!missing"));
  CHECK_FALSE(Holds("none"));
  CHECK(Holds("{{ yes }}"));
  CHECK(Holds("id == '0012'"));
  CHECK(Holds("count == 12"));
  CHECK(Holds("count == '12'"));
  CHECK(Holds("count >= 12 and count <= 12"));
  CHECK_FALSE(Holds("count < 12"));
  CHECK(Holds("count > 2.5"));
  CHECK(Holds("yes == true"));
  CHECK(Holds("no == false"));
  CHECK(Holds("missing == ''"));
  CHECK(Holds("missing != 'x'"));
  CHECK_FALSE(Holds("missing < 5"));
  CHECK(Holds("from < '2021-02-01'"));
  CHECK(Holds("birth < from"));
  CHECK(Holds("count(tasks) == 2"));
  CHECK(Holds("sum(tasks.need) > 4"));
}

TEST_CASE("and binds closer than or") {
  CHECK(Holds("yes or no and no"));
  CHECK_FALSE(Holds("no and yes or no"));
  CHECK(Holds("no and no or yes"));
}

TEST_CASE("Faults of conditions") {
  CHECK(ConditionFault("id = '1'") == "chohyo.yaml: エラー: 等しいかどうかは「==」と書いてください。");
  CHECK(ConditionFault("id id") ==
        "chohyo.yaml: エラー: 条件の「id」から先が読めません。and か or でつないでください。");
  CHECK(ConditionFault("id and") == "chohyo.yaml: エラー: ここに名前が必要です（途中で終わっています）。");
  CHECK(ConditionFault("") == "chohyo.yaml: エラー: ここに名前が必要です（途中で終わっています）。");
  CHECK(ConditionFault("idx") == "chohyo.yaml: エラー: 「idx」の「idx」は知らない項目です。「id」ではありませんか。");
}

}  // namespace chohyo
