// The rows of a table of any kind: cells to typed values, everything wrong to findings, good rows to a sink.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/ingest/cell_reader.h"
#include "pipeline/ingest/headers.h"
#include "pipeline/ingest/table.h"
#include "pipeline/model/finding.h"
#include "pipeline/model/schema.h"

namespace chohyo {

/// What is wrong with a row whose cells are all readable.
struct RowProblem {
  std::size_t index = 0;  ///< the column it shows in
  CellProblem problem;
};

/// Takes the values of a row one by one; the row counts when it is committed.
class RowSink {
 public:
  virtual ~RowSink() = default;
  virtual void Begin(std::uint32_t line) = 0;
  virtual void Set(std::size_t index, CellValue&& value) = 0;
  /// The value of a column in the row begun last; monostate if it is empty.
  virtual CellValue Get(std::size_t index) const = 0;
  virtual void SetUnknown(std::size_t index, std::string_view text) = 0;
  /// What only the whole row shows.
  virtual std::vector<RowProblem> Check() const { return {}; }
  /// The key of findings about one column, where it says more than the row's; else "".
  virtual std::string KeyOfColumn(std::size_t) const { return {}; }
  virtual void Commit() = 0;
};

/// What the rows of a table are read against.
struct TableContext {
  std::string_view name;                ///< "attendance"
  std::string file;                     ///< "data/attendance.csv"
  std::span<const ColumnInfo> columns;  ///< same order as the sink's indices
};

/// More findings than this of one table are counted, not listed: no one reads them, and memory is finite.
constexpr std::size_t kMostFindingsPerTable = 100'000;

/// Adds to a table's findings up to the limit.
class FindingCollector {
 public:
  FindingCollector(const TableContext& context, Findings* findings) : context_(context), findings_(findings) {}
  /// A finding of this table; its key is set when the row is known as far as it can be.
  void Add(std::uint32_t line, std::uint16_t column, CellProblem problem);
  /// The findings added since there were `count` of them.
  std::span<Finding> Since(std::size_t count) { return std::span<Finding>(*findings_).subspan(count); }
  std::size_t size() const { return findings_->size(); }
  /// Says how many were left out, if any.
  void Close();

 private:
  const TableContext& context_;
  Findings* findings_;
  std::size_t count_ = 0;
};

/// Reads all rows of one table.
class RowReader {
 public:
  RowReader(const TableContext& context, const Table& table, const HeaderMap& headers, RowSink* sink,
            Findings* findings, std::set<std::string>* unusable_keys);
  void ReadAll();

 private:
  void ReadRow(std::size_t row);
  void ReadCell(const Cell& cell);
  void ReadKnown(const Cell& cell, std::size_t index);
  void Missing(std::size_t index);
  void CheckSpan();
  void Refuse(std::uint16_t column, CellProblem problem);
  void NameRefusedRow(std::size_t first_finding);
  std::string KeyOfFinding(const Finding& finding, const std::string& row_key) const;
  bool Has(std::size_t index) const { return (filled_ >> index & 1U) != 0; }

  const TableContext& context_;
  const Table& table_;
  const HeaderMap& headers_;
  RowSink* sink_;
  FindingCollector collector_;
  std::set<std::string>* unusable_keys_;
  std::uint64_t required_ = 0;             ///< a bit a column
  std::vector<std::string> header_names_;  ///< by schema column
  std::optional<std::size_t> from_, until_;

  std::uint32_t line_ = 0;    ///< of the row being read
  std::uint64_t filled_ = 0;  ///< its columns with a cell, readable or not
  std::uint64_t good_ = 0;    ///< its columns with a value
  bool refused_ = false;
};

}  // namespace chohyo
