// Rows of a described table into its records.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/ingest/row_reader.h"

namespace chohyo {

/// Builds one record a row and appends it to the table when it is committed.
template <typename R>
class RecordSink : public RowSink {
 public:
  explicit RecordSink(TableOf<R>* table) : table_(table), columns_(ColumnsOf<R>()) {}

  void Begin(std::uint32_t line) override {
    record_ = R();
    record_.line = line;
    record_.unknown.resize(table_->unknown_headers.size());
  }
  void Set(std::size_t index, CellValue&& value) override { columns_[index].set(record_, std::move(value)); }
  CellValue Get(std::size_t index) const override { return columns_[index].get(record_); }
  void SetUnknown(std::size_t index, std::string_view text) override { record_.unknown[index] = text; }
  void Commit() override { table_->rows.push_back(std::move(record_)); }

 protected:
  const R& record() const { return record_; }

 private:
  TableOf<R>* table_;
  const std::vector<Column<R>>& columns_;
  R record_;
};

}  // namespace chohyo
