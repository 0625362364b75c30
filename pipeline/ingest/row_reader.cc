#include "pipeline/ingest/row_reader.h"

#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/ingest/record_names.h"

namespace chohyo {
namespace {

std::optional<std::size_t> IndexOf(std::span<const ColumnInfo> columns, std::string_view alias, ColumnKind kind) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].alias == alias && columns[i].kind == kind) return i;
  }
  return std::nullopt;
}

bool IsEmptyList(const CellValue& value) {
  const auto* list = std::get_if<std::vector<std::string>>(&value);
  return list != nullptr && list->empty();
}

}  // namespace

void FindingCollector::Add(std::uint32_t line, std::uint16_t column, CellProblem problem) {
  if (++count_ > kMostFindingsPerTable) return;
  Finding finding;
  finding.rule = problem.rule;
  finding.file = context_.file;
  finding.table = context_.name;
  finding.line = line;
  finding.column = column;
  finding.message = std::move(problem.message);
  finding.hint = std::move(problem.hint);
  findings_->push_back(std::move(finding));
}

void FindingCollector::Close() {
  if (count_ <= kMostFindingsPerTable) return;
  const std::size_t left_out = count_ - kMostFindingsPerTable;
  count_ = 0;
  Add(0, 0,
      {"data.format",
       Say("ほかに {} 件の誤りがあります（{} 件を超えた分は並べません）。",
           "there are {} more errors (those beyond {} are not listed).", left_out, kMostFindingsPerTable),
       Say("表の書き出し方を確かめてください。", "Check how the table is exported.")});
}

RowReader::RowReader(const TableContext& context, const Table& table, const HeaderMap& headers, RowSink* sink,
                     Findings* findings, std::set<std::string>* unusable_keys)
    : context_(context),
      table_(table),
      headers_(headers),
      sink_(sink),
      collector_(context, findings),
      unusable_keys_(unusable_keys) {
  for (std::size_t i = 0; i < context.columns.size(); ++i) {
    if (context.columns[i].required) required_ |= std::uint64_t{1} << i;
    const std::uint16_t column = headers.columns[i];
    header_names_.push_back(column != 0 ? headers.HeaderOf(column) : std::string(context.columns[i].ja));
  }
  from_ = IndexOf(context.columns, "from", ColumnKind::kDate);
  until_ = IndexOf(context.columns, "to", ColumnKind::kDate);
  if (!until_) until_ = IndexOf(context.columns, "until", ColumnKind::kDate);
}

void RowReader::ReadAll() {
  for (std::size_t row = 0; row < table_.RowCount(); ++row) ReadRow(row);
  collector_.Close();
}

void RowReader::ReadRow(std::size_t row) {
  const std::size_t first_finding = collector_.size();
  line_ = table_.LineOf(row);
  filled_ = good_ = 0;
  refused_ = false;
  sink_->Begin(line_);
  for (const Cell& cell : table_.CellsOf(row)) ReadCell(cell);
  if ((required_ & ~filled_) != 0) {
    for (std::size_t i = 0; i < context_.columns.size(); ++i) {
      if (context_.columns[i].required && !Has(i)) Missing(i);
    }
  }
  CheckSpan();
  for (RowProblem& found : sink_->Check()) Refuse(headers_.columns[found.index], std::move(found.problem));
  if (refused_) {
    NameRefusedRow(first_finding);
  } else {
    sink_->Commit();
  }
}

void RowReader::Refuse(std::uint16_t column, CellProblem problem) {
  refused_ = true;
  collector_.Add(line_, column, std::move(problem));
}

void RowReader::ReadCell(const Cell& cell) {
  const ColumnUse use = headers_.UseOf(cell.column);
  switch (use.kind) {
    case ColumnUse::Kind::kKnown: ReadKnown(cell, use.index); return;
    case ColumnUse::Kind::kUnknown: sink_->SetUnknown(use.index, table_.TextOf(cell)); return;
    case ColumnUse::Kind::kNoHeader: break;
  }
  Refuse(cell.column,
         {"data.format",
          Say("列 {} の「{}」の上に見出しがありません。", "column {} holds \"{}\" without a header.", cell.column,
              ShownValue(table_.TextOf(cell))),
          Say("値の中の「,」は \"…\" で囲み、余った値は消してください。この行は確認にも帳票にも使われません。",
              "Put values with a comma in quotes, remove what is too much. The row takes no part in checks and "
              "forms.")});
}

void RowReader::ReadKnown(const Cell& cell, std::size_t index) {
  CellValue value;
  CellProblem problem;
  filled_ |= std::uint64_t{1} << index;
  if (!ReadCellValue(context_.columns[index], header_names_[index], table_, cell, &value, &problem)) {
    Refuse(cell.column, std::move(problem));
    return;
  }
  if (IsEmptyList(value)) {
    filled_ &= ~(std::uint64_t{1} << index);
    return;
  }
  good_ |= std::uint64_t{1} << index;
  sink_->Set(index, std::move(value));
}

void RowReader::Missing(std::size_t index) {
  Refuse(headers_.columns[index], {"data.required", Say("「{}」が空です。", "\"{}\" is empty.", header_names_[index]),
                                   Say("値を入れてください。この行は確認にも帳票にも使われません。",
                                       "Fill it in. The row takes no part in checks and forms.")});
}

void RowReader::CheckSpan() {
  if (!from_ || !until_) return;
  const CellValue from = sink_->Get(*from_);
  const CellValue until = sink_->Get(*until_);
  const auto* first = std::get_if<Date>(&from);
  const auto* last = std::get_if<Date>(&until);
  const bool both = (good_ >> *from_ & good_ >> *until_ & 1U) != 0;
  if (!both || first == nullptr || last == nullptr || *first <= *last) return;
  Refuse(headers_.columns[*until_], {"data.range",
                                     Say("「{}」{} が「{}」{} より前です。", "\"{}\" {} is before \"{}\" {}.",
                                         header_names_[*until_], last->Iso(), header_names_[*from_], first->Iso()),
                                     Say("どちらかの日付を直してください。この行は確認にも帳票にも使われません。",
                                         "Correct one of the dates. The row takes no part in checks and forms.")});
}

std::string RowReader::KeyOfFinding(const Finding& finding, const std::string& row_key) const {
  const ColumnUse use = headers_.UseOf(finding.column);
  const std::string own = use.kind == ColumnUse::Kind::kKnown ? sink_->KeyOfColumn(use.index) : std::string();
  return own.empty() ? row_key : own;
}

void RowReader::NameRefusedRow(std::size_t first_finding) {
  const RecordNames names = NamesOfRow(context_.name, context_.columns, [this](std::size_t index) {
    return (good_ >> index & 1U) != 0 ? sink_->Get(index) : CellValue();
  });
  for (Finding& finding : collector_.Since(first_finding)) {
    finding.key = KeyOfFinding(finding, names.finding_key);
    if (!names.label.empty()) finding.message = names.label + ": " + finding.message;
  }
  if (!names.record_key.empty()) unusable_keys_->insert(names.record_key);
}

}  // namespace chohyo
