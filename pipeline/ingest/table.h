// A table as its file writes it: text cells that know where they stand, before anything is understood.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chohyo {

/// What the reader of the file knows of a cell. The kinds after kDateTime are damage: the cell cannot be used.
enum class CellKind : std::uint8_t {
  kText,
  kNumber,          ///< XLSX number; the text is its shortest decimal writing
  kDate,            ///< XLSX date cell as "2021-01-13"
  kTime,            ///< XLSX time cell as "8:30" or "8:30:15"; hours may pass 24 under an elapsed format
  kDateTime,        ///< XLSX cell of both, as "2021-01-13 8:30"
  kErrorValue,      ///< XLSX error such as #N/A
  kNoValue,         ///< XLSX formula that was never computed
  kBrokenBytes,     ///< bytes that the encoding does not know
  kNulBytes,        ///< holds U+0000
  kOpenQuote,       ///< CSV quote that never closes
  kTextAfterQuote,  ///< CSV text between a closing quote and the separator
};

/// True for the kinds that cannot be read as any value.
constexpr bool IsDamaged(CellKind kind) { return kind >= CellKind::kErrorValue; }

/// A cell with something in it; empty cells are not stored.
struct Cell {
  std::uint32_t offset = 0;  ///< into the table's text
  std::uint32_t size = 0;
  std::uint16_t column = 0;  ///< 1-based
  CellKind kind = CellKind::kText;
};

/// A place in the source's bytes that its encoding cannot explain, or a NUL.
struct DamagedByte {
  std::uint32_t text_offset = 0;  ///< where its U+FFFD (or U+0000) stands in the decoded text
  std::uint64_t byte_offset = 0;  ///< 0-based, in the file
  bool nul = false;
};

/// Excel's own limits; nothing beyond them is a table.
constexpr std::uint32_t kMaxRows = 1'048'576;
constexpr std::uint16_t kMaxColumns = 16'384;

/// A header row and data rows, each an ascending list of filled cells. One block of text holds all cells.
/// Lines that begin with # before the header, and rows without a filled cell, are left out.
class Table {
 public:
  /// False for a file without any row.
  bool HasHeader() const { return !rows_.empty(); }
  std::uint32_t HeaderLine() const { return rows_.front().line; }
  std::span<const Cell> HeaderCells() const { return CellsOfRow(0); }

  /// Rows below the header.
  std::size_t RowCount() const { return rows_.empty() ? 0 : rows_.size() - 1; }
  /// Physical line on which a data row begins, or the XLSX row number.
  std::uint32_t LineOf(std::size_t row) const { return rows_[row + 1].line; }
  std::span<const Cell> CellsOf(std::size_t row) const { return CellsOfRow(row + 1); }

  /// The trimmed text of a cell.
  std::string_view TextOf(const Cell& cell) const { return std::string_view(text_).substr(cell.offset, cell.size); }
  /// For kBrokenBytes and kNulBytes: the offset of the first such byte in the file.
  std::uint64_t ByteOffsetOf(const Cell& cell) const;

 private:
  friend class TableBuilder;
  struct Row {
    std::uint32_t line = 0;
    std::uint32_t first_cell = 0;
  };
  std::span<const Cell> CellsOfRow(std::size_t row) const {
    const std::size_t end = row + 1 < rows_.size() ? rows_[row + 1].first_cell : cells_.size();
    return std::span<const Cell>(cells_).subspan(rows_[row].first_cell, end - rows_[row].first_cell);
  }

  std::string text_;
  std::vector<Cell> cells_;
  std::vector<Row> rows_;
  std::vector<DamagedByte> damage_;  ///< ascending
};

/// Fills a table row by row.
class TableBuilder {
 public:
  /// The text cells point into. May grow while the table is filled.
  std::string& text() { return table_.text_; }

  void BeginRow(std::uint32_t line);
  /// Adds a cell of the row, trimmed; empty text is left out unless the kind says why it is empty. Columns ascend;
  /// of the cells beyond kMaxColumns the row keeps the first.
  void AddCell(std::uint32_t column, std::size_t offset, std::size_t size, CellKind kind);
  /// Keeps the row if it has cells and is no comment above the header.
  void EndRow();
  /// Marks the cells in which damaged bytes stand. For builders that add cells in the order of the text.
  void MarkDamage(std::vector<DamagedByte> damage);

  Table Finish() { return std::move(table_); }

 private:
  bool IsComment(const Cell& first) const;
  Table table_;
  std::uint32_t line_ = 0;
  std::size_t first_cell_ = 0;
};

}  // namespace chohyo
