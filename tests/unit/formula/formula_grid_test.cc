#include <catch2/catch.hpp>

#include "pipeline/formula/formula_grid.h"
#include "tests/unit/formula/cells_fixture.h"

namespace chohyo {
namespace {

using formula_test::Shown;

std::string Told(const std::vector<NotComputed>& missing) {
  std::string told;
  for (const NotComputed& one : missing) {
    told += one.place.sheet + "!" + CellName(one.place.row, one.place.column) + " " + one.reason + "\n";
  }
  return told;
}

TEST_CASE("Formulas are computed after those they read, whatever their order") {
  FormulaGrid grid(45383);
  grid.PutFormula("表", 0, 0, {"B1*2", 0.0});
  grid.PutFormula("表", 0, 1, {"SUM(集計!C:C)+追加", 0.0});
  grid.PutFormula("集計", 4, 2, {"C1+1", 0.0});
  grid.PutValue("集計", 0, 2, 10.0);
  grid.DefineName("追加", "集計!$A$1");
  grid.PutFormula("集計", 0, 0, {"TODAY()-45380", 0.0});
  CHECK(Told(grid.ComputeAll()).empty());
  CHECK(Shown(grid.ValueAt("表", 0, 0)) == "48");
  CHECK(Shown(grid.ValueAt("集計", 4, 2)) == "11");
}

TEST_CASE("A chain as long as a sheet is computed") {
  FormulaGrid grid(0);
  constexpr int kRows = 60'000;
  for (int row = 0; row + 1 < kRows; ++row) grid.PutFormula("表", row, 0, {"A" + std::to_string(row + 2) + "+1", 0.0});
  grid.PutValue("表", kRows - 1, 0, 1.0);
  CHECK(grid.ComputeAll().empty());
  CHECK(Shown(grid.ValueAt("表", 0, 0)) == "60000");
}

TEST_CASE("What is not computed keeps its cached value and is told of") {
  FormulaGrid grid(0);
  grid.PutFormula("表", 0, 0, {"CUBEVALUE(1)", 7.0});
  grid.PutFormula("表", 1, 0, {"表1[氏名]", std::string("前")});
  grid.PutFormula("表", 2, 0, {"A4+1", 3.0});
  grid.PutFormula("表", 3, 0, {"A3+1", 4.0});
  grid.PutFormula("表", 4, 0, {"無名+1", 5.0});
  grid.PutFormula("表", 5, 0, {"A1+A4", 0.0});
  CHECK(Told(grid.ComputeAll()) ==
        "表!A1 関数 CUBEVALUE は計算できません\n"
        "表!A2 式が読めません: 表の名前による参照「表1[…]」は読めません\n"
        "表!A3 循環参照です\n"
        "表!A4 循環参照です\n"
        "表!A5 名前「無名」が定義されていません\n");
  CHECK(Shown(grid.ValueAt("表", 1, 0)) == "\"前\"");
  CHECK(Shown(grid.ValueAt("表", 5, 0)) == "11");
}

TEST_CASE("A formula may ask for its own place, and find cells while computing") {
  FormulaGrid grid(0);
  grid.PutFormula("表", 2, 0, {"ROW(A3)+ROWS(A$1:A3)", 0.0});
  grid.PutFormula("表", 0, 0, {"INDIRECT(\"B\"&2)*2", 0.0});
  grid.PutFormula("表", 1, 1, {"OFFSET(B2,-1,1)+1", 0.0});
  grid.PutValue("表", 0, 2, 4.0);
  CHECK(Told(grid.ComputeAll()).empty());
  CHECK(Shown(grid.ValueAt("表", 2, 0)) == "6");
  CHECK(Shown(grid.ValueAt("表", 0, 0)) == "10");
  FormulaGrid circle(0);
  circle.PutFormula("表", 0, 0, {"INDIRECT(\"A1\")+1", 9.0});
  CHECK(Told(circle.ComputeAll()) == "表!A1 循環参照です\n");
  CHECK(Shown(circle.ValueAt("表", 0, 0)) == "9");
}

TEST_CASE("Array formulas and sheets named without regard to case") {
  FormulaGrid grid(0);
  grid.PutValue("Data", 0, 0, 2.0);
  grid.PutValue("Data", 1, 0, 3.0);
  grid.PutFormula("表", 0, 0, {"SUM(DATA!A1:A2*2)", 0.0, true});
  grid.PutFormula("表", 1, 0, {"SUM(無い!A1)", 0.0});
  CHECK(grid.ComputeAll().empty());
  CHECK(Shown(grid.ValueAt("表", 0, 0)) == "10");
  CHECK(Shown(grid.ValueAt("表", 1, 0)) == "#REF!");
}

TEST_CASE("A workbook made to stall is left off in time") {
  FormulaGrid grid(0);
  for (int row = 0; row < 20'000; ++row) grid.PutValue("表", row, 0, 1.0 * row);
  grid.PutFormula("表", 0, 1, {"SUMPRODUCT(1/COUNTIF(A1:A20000,A1:A20000))", 5.0});
  CHECK(Told(grid.ComputeAll()) == "表!B1 計算量が多すぎます\n");
  CHECK(Shown(grid.ValueAt("表", 0, 1)) == "5");
}

}  // namespace
}  // namespace chohyo
