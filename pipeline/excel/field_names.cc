#include "pipeline/excel/field_names.h"

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>

#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

constexpr int kMostHops = 2;

/// Other words that offices write for a header.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kSynonyms = {{{"名前", "氏名"},
                                                                                      {"職員名", "氏名"},
                                                                                      {"職員氏名", "氏名"},
                                                                                      {"所属", "所属名"},
                                                                                      {"部署", "所属名"},
                                                                                      {"部署名", "所属名"},
                                                                                      {"課名", "所属名"},
                                                                                      {"フリガナ", "ふりがな"},
                                                                                      {"住所", "自宅住所"},
                                                                                      {"電話", "電話番号"},
                                                                                      {"役職", "職名"},
                                                                                      {"使用開始日", "開始日"},
                                                                                      {"使用終了日", "終了日"},
                                                                                      {"申請年月日", "申請日"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kCommonNames = {
    {{"市名", "office.name"},
     {"団体名", "office.name"},
     {"自治体名", "office.name"},
     {"機関名", "office.name"},
     {"首長職名", "office.head.title"},
     {"首長名", "office.head.name"},
     {"市長名", "office.head.name"},
     {"作成者", "office.prepared_by"},
     {"発行日", "issued"},
     {"作成日", "issued"},
     {"期間初日", "period.first"},
     {"期間末日", "period.last"},
     {"対象月", "period.first | month"},
     {"対象年度", "period.first | fiscal_year"},
     {"帳票名", "document.title"},
     {"番号", "loop.number"}}};

constexpr std::array<std::string_view, 5> kCommonStarts = {"office", "document", "period", "issued", "loop"};

/// Columns of people who may also be named in words.
bool HoldsPerson(std::string_view ja) { return ja == "報告者" || ja == "消去確認者"; }

/// What a column shows that names another record: its key where the header says 番号 or コード, else its name.
std::string ShownMember(const ColumnInfo& column) {
  const bool key =
      column.ja.find("番号") != std::string_view::npos || column.ja.find("コード") != std::string_view::npos;
  if (!key) return "name";
  return column.refers_to == "departments" ? "code" : "id";
}

}  // namespace

std::string FoldName(std::string_view name) {
  std::string folded = FoldForComparing(name);
  std::string plain;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = NextCodePoint(folded, &at);
    if (c != U' ' && c != U'　' && c != U'\n' && c != U'\t') AppendUtf8(c, &plain);
  }
  return plain;
}

FieldNames::FieldNames(const TableInfo& table) {
  AddColumns(table, "", 0, true);
  // A department's own record does not stand for its head's.
  struct Step {
    const TableInfo* table;
    std::string prefix;
    int hops;
  };
  std::deque<Step> steps{{&table, "", 0}};
  while (!steps.empty()) {
    const Step step = steps.front();
    steps.pop_front();
    if (step.hops > 0) AddColumns(*step.table, step.prefix, step.hops, false);
    if (step.hops == kMostHops || step.table->name == "departments") continue;
    for (const ColumnInfo& column : step.table->columns) {
      const TableInfo* next = column.refers_to.empty() ? nullptr : FindTable(column.refers_to);
      if (next == nullptr || column.kind == ColumnKind::kIdList) continue;
      steps.push_back({next, step.prefix + std::string(column.alias) + ".", step.hops + 1});
    }
  }
  for (const auto& [word, header] : kSynonyms) {
    if (const FieldName* field = Find(header)) Add(word, *field);
  }
}

void FieldNames::AddColumns(const TableInfo& table, const std::string& prefix, int hops, bool with_aliases) {
  for (const ColumnInfo& column : table.columns) {
    std::string path = prefix + std::string(column.alias);
    if (!column.refers_to.empty()) path += "." + ShownMember(column);
    if (HoldsPerson(column.ja)) path += ".name";
    const FieldName field{std::string(column.ja), path, hops};
    Add(column.ja, field);
    if (with_aliases) Add(column.alias, field);
  }
}

void FieldNames::Add(std::string_view name, FieldName field) { by_name_.emplace(FoldName(name), std::move(field)); }

const FieldName* FieldNames::Find(std::string_view name) const {
  const auto found = by_name_.find(FoldName(name));
  return found == by_name_.end() ? nullptr : &found->second;
}

std::vector<std::string> FieldNames::Headers() const {
  std::vector<std::string> headers;
  for (const auto& [name, field] : by_name_) {
    if (std::find(headers.begin(), headers.end(), field.header) == headers.end()) headers.push_back(field.header);
  }
  return headers;
}

const FieldNames& FieldNames::Of(const TableInfo& table) {
  static std::mutex mutex;
  static std::map<std::string, FieldNames, std::less<>> made;
  const std::lock_guard<std::mutex> lock(mutex);
  const auto known = made.find(table.name);
  if (known != made.end()) return known->second;
  return made.emplace(std::string(table.name), FieldNames(table)).first->second;
}

bool IsKnownHeader(std::string_view name) {
  const std::string folded = FoldName(name);
  const auto& tables = AllTables();
  return std::any_of(tables.begin(), tables.end(), [&](const TableInfo& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const ColumnInfo& column) { return FoldName(column.ja) == folded; });
  });
}

const TableInfo* TableNamed(std::string_view name) {
  const std::string folded = FoldName(name);
  for (const TableInfo& table : AllTables()) {
    if (FoldName(table.name) == folded || FoldName(table.ja) == folded) return &table;
  }
  return nullptr;
}

std::string RecordNameOf(std::string_view table) {
  std::string name(table);
  if (name != "staff" && name.ends_with('s')) name.pop_back();
  return name;
}

std::optional<std::string> CommonPathOf(std::string_view name) {
  const std::string folded = FoldName(name);
  for (const auto& [word, path] : kCommonNames) {
    if (FoldName(word) == folded) return std::string(path);
  }
  return std::nullopt;
}

bool IsCommonStart(std::string_view name) {
  return std::find(kCommonStarts.begin(), kCommonStarts.end(), name) != kCommonStarts.end();
}

}  // namespace chohyo
