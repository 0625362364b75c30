// 勤務計画明細 in its two shapes: a row per person and month with a column per day, or a row per person and day.
#pragma once

#include <array>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "pipeline/ingest/record_sink.h"

namespace chohyo {

/// The columns of the wide shape: 年月, 職員番号, then 1日 to 31日.
std::span<const ColumnInfo> WideRosterColumns();

/// True if the header row names days of the month, and not all columns of the long shape.
bool IsWideRoster(const Table& table);

/// Takes wide rows: each filled day becomes a RosterDay, each row a RosterPerson.
class WideRosterSink : public RowSink {
 public:
  /// `columns`: column number of each of WideRosterColumns().
  WideRosterSink(Records* records, std::vector<std::uint16_t> columns)
      : records_(records), columns_(std::move(columns)) {}

  void Begin(std::uint32_t line) override;
  void Set(std::size_t index, CellValue&& value) override;
  CellValue Get(std::size_t index) const override;
  void SetUnknown(std::size_t index, std::string_view text) override { unknown_[index] = text; }
  std::vector<RowProblem> Check() const override;
  std::string KeyOfColumn(std::size_t index) const override;
  void Commit() override;

 private:
  static constexpr int kMostDays = 31;
  Records* records_;
  std::vector<std::uint16_t> columns_;
  std::uint32_t line_ = 0;
  std::optional<Month> month_;
  std::string staff_;
  std::array<Shift, kMostDays + 1> shifts_{};
  std::vector<std::string> unknown_;
};

/// Takes long rows; a person's first row of a month also makes a RosterPerson.
class LongRosterSink : public RecordSink<RosterDay> {
 public:
  /// `shift_column`: column number of 勤務記号, 0 if absent.
  LongRosterSink(Records* records, std::uint16_t shift_column)
      : RecordSink(&records->roster_days), records_(records), shift_column_(shift_column) {}
  void Commit() override;

 private:
  Records* records_;
  std::uint16_t shift_column_;
  std::set<std::pair<Month, std::string>> people_;
};

}  // namespace chohyo
