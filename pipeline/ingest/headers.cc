#include "pipeline/ingest/headers.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/ingest/cell_reader.h"

namespace chohyo {
namespace {

/// Both names of every column, folded.
std::map<std::string, std::uint16_t> IndexByName(std::span<const ColumnInfo> columns) {
  std::map<std::string, std::uint16_t> index;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    index.emplace(FoldHeader(columns[i].ja), static_cast<std::uint16_t>(i));
    index.emplace(FoldHeader(columns[i].alias), static_cast<std::uint16_t>(i));
  }
  return index;
}

std::string NameBoth(const ColumnInfo& column) { return fmt::format("{}({})", column.ja, column.alias); }

/// The schema column whose name is nearest to a header.
const ColumnInfo* NearestColumn(std::string_view header, std::span<const ColumnInfo> columns) {
  std::vector<std::string> names;
  for (const ColumnInfo& column : columns) {
    names.push_back(FoldHeader(column.ja));
    names.push_back(FoldHeader(column.alias));
  }
  const auto nearest = NearestName(FoldHeader(header), names);
  if (!nearest) return nullptr;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == *nearest) return &columns[i / 2];
  }
  return nullptr;
}

/// The first headers of a table, as a message quotes them.
std::string QuotedHeaders(const std::vector<std::string>& texts) {
  constexpr std::size_t kMostQuoted = 30;
  std::string quoted;
  std::size_t count = 0;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    if (++count > kMostQuoted) return quoted + "…";
    quoted += fmt::format("「{}」", ShownValue(text));
  }
  return quoted;
}

class HeaderMatcher {
 public:
  HeaderMatcher(const Table& table, std::span<const ColumnInfo> columns, const std::string& file,
                std::vector<std::string>* faults)
      : table_(table), columns_(columns), file_(file), faults_(faults), index_(IndexByName(columns)) {}

  HeaderMap Match() {
    map_.columns.assign(columns_.size(), 0);
    for (const Cell& cell : table_.HeaderCells()) Take(cell);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].required && map_.columns[i] == 0) FaultMissing(columns_[i]);
    }
    return std::move(map_);
  }

 private:
  void Take(const Cell& cell) {
    if (cell.column > kMaxColumns) {
      Fault(cell.column, Say("列が多すぎます（{} 列まで）。", "there are too many columns (at most {}).", kMaxColumns));
      return;
    }
    map_.uses.resize(cell.column);
    map_.texts.resize(cell.column);
    const std::string_view text = table_.TextOf(cell);
    map_.texts.back() = text;
    if (IsDamaged(cell.kind)) {
      Fault(cell.column, DamageOf(Say("見出し", "header"), table_, cell).message);
      return;
    }
    const auto known = index_.find(FoldHeader(text));
    if (known == index_.end()) {
      TakeUnknown(cell.column);
    } else {
      TakeKnown(cell.column, known->second);
    }
  }

  void TakeUnknown(std::uint16_t column) {
    map_.uses.back() = {ColumnUse::Kind::kUnknown, static_cast<std::uint16_t>(map_.unknown.size())};
    map_.unknown.push_back(map_.texts.back());
    map_.unknown_columns.push_back(column);
  }

  void TakeKnown(std::uint16_t column, std::uint16_t index) {
    map_.uses.back() = {ColumnUse::Kind::kKnown, index};
    std::uint16_t& place = map_.columns[index];
    if (place != 0) FaultDoubled(column, place, columns_[index]);
    if (place == 0) place = column;
  }

  void FaultDoubled(std::uint16_t column, std::uint16_t first, const ColumnInfo& info) {
    Fault(column, Say("列 {} の「{}」と列 {} の「{}」はどちらも {} です。片方を消してください。",
                      "columns {} \"{}\" and {} \"{}\" are both {}; remove one of them.", first, map_.HeaderOf(first),
                      column, map_.HeaderOf(column), NameBoth(info)));
  }

  void FaultMissing(const ColumnInfo& info) {
    Fault(0, Say("必須の列 {} がありません。見つかった見出し: {}{}",
                 "the required column {} is missing. Headers found: {}{}", NameBoth(info), QuotedHeaders(map_.texts),
                 RemedyFor(info)));
  }

  /// Names the unknown header that may be meant; without any known header, doubts the encoding.
  std::string RemedyFor(const ColumnInfo& info) {
    const ColumnInfo wanted[] = {info};
    for (const std::string& header : map_.unknown) {
      if (NearestColumn(header, wanted) == nullptr) continue;
      return Say(" 「{}」を「{}」に直してください。", " Rename \"{}\" to \"{}\".", ShownValue(header), info.ja);
    }
    for (const std::uint16_t column : map_.columns) {
      if (column != 0) return Say(" この列を足してください。", " Add this column.");
    }
    return Say(" 1 行目（# の行の次）に見出しがあるか、文字コードが正しいか確かめてください。",
               " Check that the first line (after # lines) holds the headers, and that the encoding is right.");
  }

  void Fault(std::uint16_t column, const std::string& message) {
    const std::string place = column == 0 ? std::string() : fmt::format(":{}", column);
    faults_->push_back(Say("{}:{}{}: エラー: {}", "{}:{}{}: error: {}", file_, table_.HeaderLine(), place, message));
  }

  const Table& table_;
  std::span<const ColumnInfo> columns_;
  const std::string& file_;
  std::vector<std::string>* faults_;
  std::map<std::string, std::uint16_t> index_;
  HeaderMap map_;
};

}  // namespace

std::string HeaderMap::HeaderOf(std::uint16_t column) const {
  if (column <= texts.size() && !texts[column - 1].empty()) return ShownValue(texts[column - 1]);
  return Say("列 {}", "column {}", column);
}

std::string FoldHeader(std::string_view header) {
  std::string folded;
  for (const char c : FoldForComparing(header)) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') folded.push_back(c);
  }
  return folded;
}

HeaderMap MatchHeaders(const Table& table, std::span<const ColumnInfo> columns, const std::string& file,
                       std::vector<std::string>* faults) {
  return HeaderMatcher(table, columns, file, faults).Match();
}

void WarnOfUnknownColumns(const HeaderMap& map, std::span<const ColumnInfo> columns, const std::string& file,
                          std::string_view table_name, Findings* findings) {
  for (std::size_t i = 0; i < map.unknown.size(); ++i) {
    const std::string& header = map.unknown[i];
    Finding finding;
    finding.rule = "data.unknown-column";
    finding.severity = Severity::kWarning;
    finding.file = file;
    finding.table = table_name;
    finding.line = 1;
    finding.column = map.unknown_columns[i];
    finding.key = header;
    finding.message = Say("列「{}」は知らない列なので、確認には使いません。",
                          "column \"{}\" is unknown and not checked.", ShownValue(header));
    const ColumnInfo* nearest = NearestColumn(header, columns);
    finding.hint = nearest != nullptr
                       ? Say("「{}」ではありませんか。", "Did you mean \"{}\"?", NameBoth(*nearest))
                       : Say("帳票からは row.{} として使えます。", "Forms can use it as row.{}.", ShownValue(header));
    findings->push_back(std::move(finding));
  }
}

}  // namespace chohyo
