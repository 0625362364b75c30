#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/data.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/suggest.h"

namespace chohyo {
namespace {

template <typename R>
std::vector<std::string> IdsOf(const std::vector<R>& rows, std::string R::*id) {
  std::vector<std::string> ids;
  ids.reserve(rows.size());
  for (const R& row : rows) ids.push_back(row.*id);
  return ids;
}

/// A table that others refer to.
struct Target {
  std::string_view name;
  const std::string& (*file)(const Records&);
  bool (*has)(const Records&, const std::string& id);
  std::vector<std::string> (*ids)(const Records&);
};

template <auto Table, auto Id, auto Find>
constexpr Target TargetOf(std::string_view name) {
  return {name, [](const Records& r) -> const std::string& { return (r.*Table).file; },
          [](const Records& r, const std::string& id) { return (r.*Find)(id) != nullptr; },
          [](const Records& r) { return IdsOf((r.*Table).rows, Id); }};
}

constexpr Target kStaff = TargetOf<&Records::staff, &Staff::id, &Records::FindStaff>("staff");
constexpr Target kDepartments =
    TargetOf<&Records::departments, &Department::code, &Records::FindDepartment>("departments");
constexpr Target kDevices = TargetOf<&Records::devices, &Device::id, &Records::FindDevice>("devices");
constexpr Target kCases = TargetOf<&Records::standby_cases, &StandbyCase::id, &Records::FindCase>("standby_cases");

const std::set<std::string>& UnusableOf(const RuleInput& input, std::string_view table) {
  static const std::set<std::string> kNone;
  const auto found = input.unusable_keys.find(std::string(table));
  return found == input.unusable_keys.end() ? kNone : found->second;
}

/// Looks through all tables for ids of one target that it lacks.
class UnknownIds {
 public:
  UnknownIds(const RuleInput& input, const Target& target, Reporter* reporter)
      : records_(input.records), target_(target), unusable_(UnusableOf(input, target.name)), reporter_(reporter) {}

  void CheckAll() {
    ForEachTable(records_, [this](std::string_view name, const auto& table) { CheckTable(name, table); });
  }

 private:
  template <typename R>
  void CheckTable(std::string_view name, const TableOf<R>& table) {
    const auto& columns = ColumnsOf<R>();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].refers_to != target_.name) continue;
      const std::uint16_t number = ColumnNumber(table, i);
      for (const R& row : table.rows) {
        const CellValue cell = columns[i].get(row);
        if (HasAll(cell)) continue;
        AddUnknown(cell, columns[i], {table.file, name, row.line, number}, KeyOf(row));
      }
    }
  }

  /// A wide roster row gives many days, or none: one finding a line.
  void CheckTable(std::string_view name, const TableOf<RosterDay>& table) {
    const ColumnInfo* column = StaffColumn();
    if (column == nullptr) return;
    const std::uint16_t number = ColumnNumber(table, "staff");
    std::unordered_set<std::uint32_t> lines;
    const auto check = [&](const auto& row) {
      if (Has(row.staff) || !lines.insert(row.line).second) return;
      Add(row.staff, *column, {table.file, name, row.line, number}, KeyOf(row));
    };
    for (const RosterPerson& person : records_.roster_people) {
      if (person.wide) check(person);
    }
    for (const RosterDay& day : table.rows) check(day);
  }

  const ColumnInfo* StaffColumn() const {
    for (const ColumnInfo& column : ColumnsOf<RosterDay>()) {
      if (column.refers_to == target_.name) return &column;
    }
    return nullptr;
  }

  bool Has(const std::string& id) const { return target_.has(records_, id) || unusable_.count(id) > 0; }

  bool HasAll(const CellValue& cell) const {
    if (const auto* id = std::get_if<std::string>(&cell)) return Has(*id);
    const auto* ids = std::get_if<std::vector<std::string>>(&cell);
    return ids == nullptr || std::all_of(ids->begin(), ids->end(), [this](const auto& id) { return Has(id); });
  }

  void AddUnknown(const CellValue& cell, const ColumnInfo& column, const Place& place, const std::string& key) {
    if (const auto* id = std::get_if<std::string>(&cell)) Add(*id, column, place, key);
    const auto* ids = std::get_if<std::vector<std::string>>(&cell);
    if (ids == nullptr) return;
    std::set<std::string> seen;
    for (const std::string& id : *ids) {
      if (!Has(id) && seen.insert(id).second) Add(id, column, place, key);
    }
  }

  void Add(const std::string& id, const ColumnInfo& column, const Place& place, const std::string& key) {
    const std::string_view target_ja = FindTable(target_.name)->ja;
    reporter_->Add(place, key,
                   Say("{0}「{2}」は{3}の表にありません。", "{1} \"{2}\" is not in the table {4}.", column.ja,
                       column.alias, id, target_ja, target_.name),
                   Hint(id, target_ja));
  }

  /// What to do about an id; worked out once, however many rows name it.
  const std::string& Hint(const std::string& id, std::string_view target_ja) {
    std::string& hint = hints_[id];
    if (!hint.empty()) return hint;
    if (!suggester_) suggester_.emplace(target_.ids(records_));
    const std::string& file = target_.file(records_);
    const std::string where = file.empty() ? fmt::format("data/{}.csv", target_.name) : file;
    const std::string add = Say("この値を直すか、{0}の表（{1}）に行を加えてください。",
                                "Correct it, or add a row to {1}.", target_ja, where);
    const auto nearest = suggester_->Nearest(id);
    hint = nearest ? Say("「{}」ではありませんか。{}", "Did you mean \"{}\"? {}", *nearest, add) : add;
    return hint;
  }

  const Records& records_;
  const Target& target_;
  const std::set<std::string>& unusable_;
  Reporter* reporter_;
  std::optional<IdSuggester> suggester_;
  std::unordered_map<std::string, std::string> hints_;
};

}  // namespace

void CheckUnknownStaff(const RuleInput& input, Reporter* reporter) { UnknownIds(input, kStaff, reporter).CheckAll(); }

void CheckUnknownDepartment(const RuleInput& input, Reporter* reporter) {
  UnknownIds(input, kDepartments, reporter).CheckAll();
}

void CheckUnknownDevice(const RuleInput& input, Reporter* reporter) {
  UnknownIds(input, kDevices, reporter).CheckAll();
}

void CheckUnknownCase(const RuleInput& input, Reporter* reporter) { UnknownIds(input, kCases, reporter).CheckAll(); }

}  // namespace chohyo
