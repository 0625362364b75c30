#include <catch2/catch.hpp>

#include "forms/bureaus.h"
#include "tests/unit/forms/small_office.h"

namespace chohyo {
namespace {

/// "1: 1 11 | [2] 2 21": bureaus, their groups, a group's division in brackets.
std::string Draw(const Records& records) {
  std::string text;
  for (const Bureau& bureau : BureausOf(records)) {
    text += (text.empty() ? "" : "; ") + bureau.department->code + ":";
    for (const DepartmentGroup& group : bureau.groups) {
      text += group.division != nullptr ? " [" + group.division->code + "]" : " []";
      for (const Department* department : group.departments) text += " " + department->code;
    }
  }
  return text;
}

TEST_CASE("bureaus are the departments of kind 局, divisions group what is below them") {
  SmallOffice city;
  city.Department("1", "総務局", "", DepartmentKind::kBureau);
  city.Department("11", "人事部", "1", DepartmentKind::kDivision);
  city.Department("111", "人事課", "11", DepartmentKind::kSection);
  city.Department("1111", "人事係", "111", DepartmentKind::kSubsection);
  city.Department("112", "労務課", "11", DepartmentKind::kSection);
  city.Department("12", "秘書課", "1", DepartmentKind::kSection);
  city.Department("2", "市民局", "", DepartmentKind::kBureau);
  city.Context();
  CHECK(Draw(city.records) == "1: [] 1 [11] 11 111 1111 112 [] 12; 2: [] 2");
}

TEST_CASE("where no kind says so the departments at the top are the bureaus") {
  SmallOffice city;
  city.Department("1", "総務");
  city.Department("11", "人事", "1");
  city.Department("111", "給与", "11");
  city.Department("2", "市民");
  city.Department("21", "窓口", "2");
  city.Context();
  CHECK(Draw(city.records) == "1: [] 1 [11] 11 111; 2: [] 2 21");
}

TEST_CASE("departments outside of any 局 report under their own top") {
  SmallOffice city;
  city.Department("0", "若葉市");
  city.Department("1", "総務局", "0", DepartmentKind::kBureau);
  city.Department("11", "人事課", "1", DepartmentKind::kSection);
  city.Department("9", "会計室", "0", DepartmentKind::kSection);
  city.Context();
  CHECK(Draw(city.records) == "0: [] 0 9; 1: [] 1 11");
}

TEST_CASE("departments that are each other's ancestors, or below an unknown one, are counted once") {
  SmallOffice city;
  city.Department("a", "あ", "b");
  city.Department("b", "い", "a");
  city.Department("c", "う", "a");
  city.Department("d", "え", "?");
  city.Context();
  CHECK(Draw(city.records) == "a: [] a b c; d: [] d");
}

}  // namespace
}  // namespace chohyo
