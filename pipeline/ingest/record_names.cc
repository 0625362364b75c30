#include "pipeline/ingest/record_names.h"

#include <optional>
#include <vector>

#include "pipeline/base/lang.h"
#include "pipeline/ingest/cell_reader.h"
#include "pipeline/model/keys.h"

namespace chohyo {
namespace {

/// The column that, with the key of findings, makes the key of records; "" if those are the same.
std::string_view ColumnBesidesFindingKey(std::string_view table) {
  if (table == "tasks") return "name";
  if (table == "rosters") return "month";
  return {};
}

class Namer {
 public:
  Namer(std::span<const ColumnInfo> columns, const std::function<CellValue(std::size_t)>& value_of)
      : columns_(columns), value_of_(value_of) {}

  /// The text of a column of the key; "" if it is empty, unreadable or absent.
  std::string TextOf(std::string_view alias) const {
    const std::optional<std::size_t> index = IndexOf(alias);
    if (!index) return alias == "date" ? TextOf("month") : std::string();  // a wide roster's row is a person's month
    const CellValue value = value_of_(*index);
    const auto* choice = std::get_if<ChoiceIndex>(&value);
    return choice != nullptr ? std::string(ChoiceText(columns_[*index], *choice)) : KeyText(value);
  }

 private:
  std::optional<std::size_t> IndexOf(std::string_view alias) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].alias == alias) return i;
    }
    return std::nullopt;
  }

  std::span<const ColumnInfo> columns_;
  const std::function<CellValue(std::size_t)>& value_of_;
};

void AppendPart(const std::string& part, std::string* key) {
  if (part.empty()) return;
  if (!key->empty()) key->push_back('/');
  *key += part;
}

}  // namespace

RecordNames NamesOfRow(std::string_view table, std::span<const ColumnInfo> columns,
                       const std::function<CellValue(std::size_t)>& value_of) {
  const Namer namer(columns, value_of);
  RecordNames names;
  bool whole = true;
  const bool either = table == "waivers";  // a waiver names a person or a department
  for (const std::string_view alias : KeyAliases(table)) {
    const std::string part = namer.TextOf(alias);
    AppendPart(part, &names.finding_key);
    whole = whole && (!part.empty() || (either && (alias == "staff" || alias == "department")));
  }
  std::string record_key = names.finding_key;
  const std::string_view besides = ColumnBesidesFindingKey(table);
  if (!besides.empty()) {
    const std::string part = namer.TextOf(besides);
    AppendPart(part, &record_key);
    if (!part.empty()) names.label = Say("「{}」", "\"{}\"", ShownValue(part));
    whole = whole && !part.empty();
  }
  if (whole) names.record_key = record_key;
  return names;
}

}  // namespace chohyo
