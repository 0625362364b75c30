// One table on its way to a file: canonical cells go in, the bytes of a CSV or XLSX file come out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/date.h"
#include "pipeline/model/schema.h"

namespace chohyo::city {

enum class TextEncoding : std::uint8_t { kUtf8, kUtf8Bom, kUtf16Le, kCp932 };
enum class DateStyle : std::uint8_t { kIso, kSlash, kCompact, kEraShort, kEraLong };
enum class TimeStyle : std::uint8_t { kColon, kCompact, kKanji };

/// How a table's file is written.
struct TableStyle {
  TextEncoding encoding = TextEncoding::kUtf8;
  DateStyle dates = DateStyle::kIso;
  TimeStyle times = TimeStyle::kColon;
  bool english = false;  ///< headers by their alias
  bool crlf = true;
  bool workbook = false;  ///< XLSX instead of CSV
  std::string comment;    ///< lines that begin with '#', before the header
};

/// Rows as text. Dates go in as 2021-01-04, months as 2021-01, times as 8:30; a date in any other shape is kept as it
/// is.
class Table {
 public:
  /// A table of the schema.
  explicit Table(const TableInfo& info);
  /// The wide shape of roster_days.
  static Table WideRoster();

  Table& Cell(std::string_view text);
  Table& Cell(Date date);
  Table& Time(int minutes);  ///< minutes since midnight; negative = empty
  Table& Number(int value);
  Table& Empty() { return Cell(std::string_view()); }
  void Row(const std::vector<std::string>& cells);
  /// Appends a column that the schema does not know, filled by later calls of Cell.
  void AddColumn(const std::string& header);

  const std::string& name() const { return name_; }
  std::size_t rows() const { return columns_.empty() ? 0 : cells_ / columns_.size(); }

  /// The bytes of the file. Throws std::runtime_error for text that the encoding cannot hold.
  std::string Bytes(const TableStyle& style) const;

  struct ColumnShape {
    std::string ja, alias;
    ColumnKind kind = ColumnKind::kText;
  };
  const std::vector<ColumnShape>& columns() const { return columns_; }
  /// All cells in order, rows() × columns() of them.
  std::vector<std::string_view> Cells() const;

 private:
  Table() = default;
  std::string Csv(const TableStyle& style) const;

  std::string name_;
  std::vector<ColumnShape> columns_;
  std::string text_;  ///< every cell followed by a separator
  std::size_t cells_ = 0;
};

}  // namespace chohyo::city
