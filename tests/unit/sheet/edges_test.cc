// Ruled lines: tables' frames, cells' claims, and what a cell says itself.
#include <catch2/catch.hpp>

#include "tests/unit/sheet/dump.h"

namespace chohyo {
namespace {

std::string Edges(const std::string& body, const Value& values = {}) {
  return DumpEdges(Bind(Template::Parse(Form(body), "form.yaml"), values, {}).at(0));
}

}  // namespace

TEST_CASE("A table has an outer and inner lines") {
  CHECK(Edges("- table: {columns: 2x*, rows: [[a, b], [{span: 2, label: c}]]}\n") ==
        " * *\n"
        "* + *\n"
        " + +\n"
        "*   *\n"
        " * *\n");
}

TEST_CASE("Lines of a table can be chosen, or none") {
  CHECK(Edges("- table: {columns: 2x*, outer: double, inner: hair, rows: [[a, b], [a, b]]}\n") ==
        " = =\n"
        "= ' =\n"
        " ' '\n"
        "= ' =\n"
        " = =\n");
  CHECK(Edges("- table: {columns: 2x*, outer: none, rows: [[a, b]]}\n") ==
        "    \n"
        "  +  \n"
        "    \n");
  CHECK(Edges("- grid: {columns: 2x*, rows: [[a, b]]}\n") ==
        "    \n"
        "     \n"
        "    \n");
}

TEST_CASE("A merged cell has no lines inside, and the table beside it keeps its own") {
  CHECK(Edges("- table: {columns: 3x*, rows: [[{label: a, rows: 2, span: 2}, b], [c], [d, e, f]]}\n") ==
        " * * *\n"
        "*   + *\n"
        "     +\n"
        "*   + *\n"
        " + + +\n"
        "* + + *\n"
        " * * *\n");
}

TEST_CASE("A cell's own borders win over the table's; of two neighbours the stronger") {
  CHECK(Edges(R"(
- table:
    columns: 3x*
    rows:
    - [a, {label: b, borders: {right: thick, bottom: none}}, {label: c, borders: {left: dotted}}]
    - [d, e, {label: f, borders: none}]
)") == " * * *\n"
       "* + # *\n"
       " +    \n"
       "* +    \n"
       " * *  \n");
}

TEST_CASE("A row's borders are those of its cells, unless they say otherwise") {
  CHECK(Edges(R"(
- table:
    columns: 2x*
    rows:
    - [a, b]
    - {borders: {top: double}, cells: [c, {label: d, borders: {top: dotted}}]}
)") == " * *\n"
       "* + *\n"
       " = .\n"
       "* + *\n"
       " * *\n");
}

TEST_CASE("Tables that adjoin share the stronger line") {
  CHECK(Edges("- table: {outer: thick, rows: [[a]]}\n- table: [[b]]\n") ==
        " #\n"
        "# #\n"
        " #\n"
        "* *\n"
        " *\n");
}

TEST_CASE("A narrow table leaves the rest of the sheet unruled") {
  CHECK(Edges("- table: {columns: 30mm, indent: 20mm, rows: [[a]]}\n") ==
        "   *  \n"
        "  * *  \n"
        "   *  \n");
}

TEST_CASE("The frame goes around the rows that are there") {
  const Value values(ValueMap{{"list", ValueList{"x", "y"}}, {"none", ValueList{}}});
  CHECK(Edges("- table:\n  - {each: list as x, cells: [{text: '{{x}}'}]}\n", values) ==
        " *\n"
        "* *\n"
        " +\n"
        "* *\n"
        " *\n");
  CHECK(Edges("- table:\n  - {each: none as x, cells: [{text: '{{x}}'}]}\n", values) == "  \n");
}

}  // namespace chohyo
