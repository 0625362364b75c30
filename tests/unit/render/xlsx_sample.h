// Filled sheets made by hand for tests of the XLSX renderer, and the programs that read its files back.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/base/file.h"
#include "pipeline/base/text.h"
#include "pipeline/render/xlsx.h"
#include "pipeline/sheet/format.h"

namespace chohyo {

/// A sheet of equal columns and rows, ruled as asked, with plain cells.
class SheetMaker {
 public:
  SheetMaker(const std::string& name, int columns, int rows, Um width = 20000, Um height = 7000) {
    sheet.name = name;
    sheet.columns.assign(static_cast<std::size_t>(columns), width);
    sheet.rows.resize(static_cast<std::size_t>(rows));
    sheet.horizontal.resize(static_cast<std::size_t>((rows + 1) * columns));
    sheet.vertical.resize(static_cast<std::size_t>(rows * (columns + 1)));
    sheet.styles.emplace_back();
    layout.row_heights.assign(static_cast<std::size_t>(rows), height);
    layout.page_first_rows = {0};
  }

  int Style(const CellStyle& style) {
    sheet.styles.push_back(style);
    return static_cast<int>(sheet.styles.size()) - 1;
  }

  /// Adds a cell; the caller keeps the order by row, then column.
  Cell& Add(int row, int column, const Scalar& value, int style = 0) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    cell.style = style;
    cell.value = value;
    cell.text = FormatValue(value, sheet.styles[static_cast<std::size_t>(style)].format);
    sheet.cells.push_back(cell);
    layout.cell_sizes.push_back(sheet.styles[static_cast<std::size_t>(style)].size);
    return sheet.cells.back();
  }

  Cell& Text(int row, int column, const std::string& text, int style = 0) { return Add(row, column, text, style); }

  Cell& Span(int row, int column, int rows, int columns, const std::string& text, int style = 0) {
    Cell& cell = Add(row, column, text, style);
    cell.row_span = rows;
    cell.column_span = columns;
    return cell;
  }

  /// Lines around and inside a rectangle of places, except inside spanning cells.
  void Rule(const CellRange& range, LineStyle outer, LineStyle inner) {
    for (int row = range.first_row; row <= range.last_row + 1; ++row) {
      for (int column = range.first_column; column <= range.last_column; ++column) {
        const bool border = row == range.first_row || row == range.last_row + 1;
        sheet.HorizontalEdge(row, column).style = border ? outer : inner;
      }
    }
    for (int row = range.first_row; row <= range.last_row; ++row) {
      for (int column = range.first_column; column <= range.last_column + 1; ++column) {
        const bool border = column == range.first_column || column == range.last_column + 1;
        sheet.VerticalEdge(row, column).style = border ? outer : inner;
      }
    }
  }

  Sheet sheet;
  SheetLayout layout;
};

/// A document of sheets made by hand, and what layout would say about them.
struct BookMaker {
  BookMaker() {
    document.form = "test.form";
    document.title = "試験";
    document.author = "若葉市";
    document.created = *Date::FromYmd(2021, 1, 31);
  }
  BookMaker& Add(const SheetMaker& maker) {
    document.sheets.push_back(maker.sheet);
    pages.sheets.push_back(maker.layout);
    return *this;
  }
  std::string Render() const { return RenderXlsx(document, pages); }
  Document document;
  Pages pages;
};

inline std::string ToolOutput(const std::string& command) {
  std::string out;
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer;
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), count);
  INFO(command);
  REQUIRE(pclose(pipe) == 0);
  return out;
}

/// A folder of this test program's own, emptied at its start and removed at its end.
inline const std::filesystem::path& TestFolder() {
  struct Folder {
    Folder() : path(std::filesystem::temp_directory_path() / ("chohyo-xlsx-test-" + std::to_string(getpid()))) {
      std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
  };
  static const Folder folder;
  return folder.path;
}

/// What the file says, by tests/tools/xlsx_dump.py.
class Dump {
 public:
  explicit Dump(const std::string& bytes) {
    const std::filesystem::path file = TestFolder() / "dump.xlsx";
    WriteWholeFile(file, bytes);
    const std::string text = ToolOutput("python3 " CHOHYO_SOURCE_DIR "/tests/tools/xlsx_dump.py " + file.string());
    for (const std::string_view line : Split(text, '\n')) lines_.emplace_back(line);
  }

  /// The lines that begin so, joined by line ends.
  std::string Lines(const std::string& prefix) const {
    std::vector<std::string> found;
    for (const std::string& line : lines_) {
      if (line.starts_with(prefix)) found.push_back(line);
    }
    return Join(found, "\n");
  }

  /// What a cell holds and how it looks: "text 氏名 | ＭＳ 明朝/10.5 align[…]".
  std::string Cell(const std::string& name, int sheet = 0) const {
    const std::string prefix = std::to_string(sheet) + " " + name + " ";
    const std::string line = Lines(prefix);
    return line.empty() ? "" : line.substr(prefix.size());
  }
  /// What a cell holds, without its look.
  std::string Content(const std::string& name, int sheet = 0) const {
    const std::string cell = Cell(name, sheet);
    return cell.substr(0, cell.rfind(" | "));
  }

 private:
  std::vector<std::string> lines_;
};

}  // namespace chohyo
