// Whatever is nested in whatever: cells never overlap, stay inside the grid, and edges are as many as places.
#include <catch2/catch.hpp>

#include <random>
#include <set>

#include "pipeline/base/fault.h"
#include "tests/unit/sheet/dump.h"

namespace chohyo {
namespace {

/// Writes random forms whose placeholders fit the values of RandomValues.
class RandomForm {
 public:
  explicit RandomForm(unsigned seed) : random_(seed) {}

  std::string Write() {
    std::string yaml = "form: a\ntitle: x\nbody:\n";
    for (int i = Pick(1, 3); i > 0; --i) Block("", 0, &yaml);
    return yaml;
  }

 private:
  int Pick(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }

  void Block(const std::string& indent, int depth, std::string* yaml) {
    const int kind = Pick(0, depth < 2 ? 4 : 3);
    if (kind == 0) {
      *yaml += indent + "- {text: \"{{title}}\"" + Condition() + "}\n";
    } else if (kind == 4) {
      *yaml += indent + "- beside:\n";
      for (int i = Pick(1, 3); i > 0; --i) {
        *yaml += indent + "  - body:\n";
        for (int j = Pick(1, 2); j > 0; --j) Block(indent + "    ", depth + 1, yaml);
      }
    } else {
      const int columns = Pick(1, 6);
      *yaml += indent + (kind == 1 ? "- grid:" : "- table:") + "\n" + indent + "    columns: \"" +
               std::to_string(columns) + "x*\"\n" + indent + "    rows:\n";
      Rows(indent + "    ", columns, 0, "", std::vector<int>(static_cast<std::size_t>(columns), 0), yaml);
    }
  }

  std::string Condition() { return Pick(0, 3) == 0 ? (Pick(0, 1) == 0 ? ", if: yes" : ", if: no") : ""; }

  /// `free_from`: for each column the entry of this list from which on it is free.
  void Rows(const std::string& indent, int columns, int depth, const std::string& variable, std::vector<int> free_from,
            std::string* yaml) {
    const int count = Pick(1, 4);
    for (int i = 0; i < count; ++i) {
      std::vector<bool> free;
      for (const int from : free_from) free.push_back(from <= i);
      const bool loops = Pick(0, 2) == 0 && depth < 3;
      const std::string name = "v" + std::to_string(depth);
      const std::string each =
          loops ? "each: " + (variable.empty() ? std::string("list") : variable + ".list") + " as " + name : "";
      const std::string inner = loops ? name : variable;
      if (depth < 3 && Pick(0, 2) == 0) {
        *yaml += indent + "- " + (loops ? each : "keep: true") + "\n" + indent + "  rows:\n";
        std::vector<int> inside;
        for (const bool is_free : free) inside.push_back(is_free ? 0 : 1000);
        Rows(indent + "  ", columns, depth + 1, inner, inside, yaml);
      } else {
        *yaml += indent + "- {" + (loops ? each + ", at_least: " + std::to_string(Pick(0, 3)) + ", " : "") +
                 "cells: [" + Cells(free, i, loops ? 1 : count - i, inner, &free_from) + "]" + Condition() + "}\n";
      }
    }
  }

  std::string Cells(const std::vector<bool>& free, int entry, int left_over, const std::string& variable,
                    std::vector<int>* free_from) {
    std::string cells;
    for (std::size_t c = 0; c < free.size();) {
      if (!free[c]) {
        ++c;
        continue;
      }
      int room = 0;
      while (c + static_cast<std::size_t>(room) < free.size() && free[c + static_cast<std::size_t>(room)]) ++room;
      const int span = Pick(1, room);
      const int rows = Pick(0, 3) == 0 ? Pick(1, left_over) : 1;
      if (!cells.empty()) cells += ", ";
      cells += "{text: \"" + (variable.empty() ? std::string("{{title}}") : "{{" + variable + ".name}}") +
               "\", span: " + std::to_string(span) + ", rows: " + std::to_string(rows) + "}";
      for (int i = 0; i < span; ++i) (*free_from)[c + static_cast<std::size_t>(i)] = entry + rows;
      c += static_cast<std::size_t>(span);
    }
    return cells;
  }

  std::mt19937 random_;
};

Value RandomValues(std::mt19937* random, int depth) {
  ValueList list;
  for (int i = static_cast<int>((*random)() % 4); i > 0 && depth < 4; --i)
    list.push_back(RandomValues(random, depth + 1));
  return Value(
      ValueMap{{"title", "題"}, {"name", "名"}, {"yes", true}, {"no", false}, {"list", Value(std::move(list))}});
}

void CheckSheet(const Sheet& sheet) {
  std::set<std::pair<int, int>> covered;
  std::pair<int, int> last{-1, -1};
  for (const Cell& cell : sheet.cells) {
    REQUIRE(cell.row_span >= 1);
    REQUIRE(cell.column_span >= 1);
    REQUIRE(cell.row >= 0);
    REQUIRE(cell.column >= 0);
    REQUIRE(cell.row + cell.row_span <= sheet.row_count());
    REQUIRE(cell.column + cell.column_span <= sheet.column_count());
    REQUIRE(std::pair(cell.row, cell.column) > last);
    last = {cell.row, cell.column};
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c) REQUIRE(covered.emplace(row, c).second);
    }
    REQUIRE(static_cast<std::size_t>(cell.style) < sheet.styles.size());
  }
  REQUIRE(sheet.horizontal.size() == (sheet.rows.size() + 1) * sheet.columns.size());
  REQUIRE(sheet.vertical.size() == sheet.rows.size() * (sheet.columns.size() + 1));
  Um width = 0;
  for (const Um column : sheet.columns) {
    REQUIRE(column > 0);
    width += column;
  }
  REQUIRE(width == sheet.page.printable_width());
}

}  // namespace

TEST_CASE("Random forms never make overlapping cells") {
  int filled = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    const std::string yaml = RandomForm(seed).Write();
    std::mt19937 random(seed + 1);
    INFO(seed << "\n" << yaml);
    const Template form = Template::Parse(yaml, "form.yaml");
    BindOptions options;
    options.blank = seed % 5 == 0;
    for (const Sheet& sheet : Bind(form, RandomValues(&random, 0), options)) CheckSheet(sheet);
    ++filled;
  }
  CHECK(filled == 600);
}

TEST_CASE("Filling is deterministic and leaves the template as it was") {
  std::mt19937 random(7);
  const Value values = RandomValues(&random, 0);
  for (unsigned seed = 0; seed < 50; ++seed) {
    const Template form = Template::Parse(RandomForm(seed).Write(), "form.yaml");
    CHECK(DumpSheet(Bind(form, values, {})[0]) == DumpSheet(Bind(form, values, {})[0]));
  }
}

TEST_CASE("Damaged templates are refused with a message or read, never worse") {
  const std::string good = RandomForm(11).Write() + R"yaml(
- sender: {所属: "{{title}}", seal: true}
- table:
    columns: 20mm * 3x10mm
    rows:
    - {band: heading, cells: [a, {label: b, span: "*"}]}
    - [{text: "{{count(list) | integer | suffix: 人}}", formula: "SUM([x*])"}, {text: "1", id: x}, {each: list as e, cell: {text: "{{e.name}}"}}]
)yaml";
  std::mt19937 random(3);
  int refused = 0;
  int read = 0;
  for (int i = 0; i < 1500; ++i) {
    std::string yaml = good;
    for (int j = static_cast<int>(random() % 3); j >= 0; --j) {
      const std::size_t at = random() % yaml.size();
      const std::string_view signs = "[]{}:,*|'\"!&0123456789 \n-xm";
      if (random() % 2 == 0) {
        yaml.erase(at, 1 + random() % 4);
      } else {
        yaml.insert(at, 1, signs[random() % signs.size()]);
      }
    }
    try {
      for (const Sheet& sheet : Bind(Template::Parse(yaml, "form.yaml"), RandomValues(&random, 0), {}))
        CheckSheet(sheet);
      ++read;
    } catch (const InputFault& fault) {
      REQUIRE(std::string(fault.what()).starts_with("form.yaml:"));
      ++refused;
    }
  }
  CHECK(refused > 100);
  CHECK(read > 20);
}

}  // namespace chohyo
