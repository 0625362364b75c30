#include "pipeline/collect/merge.h"

#include <fmt/format.h>

namespace chohyo {
namespace {

/// Where two rows differ, column by column.
void Compare(const HandedIn& first, const HandedIn& second, const Department& department,
             std::vector<RowConflict>* conflicts) {
  const HeadcountRow& a = first.rows.at(department.code);
  const HeadcountRow& b = second.rows.at(department.code);
  const auto add = [&](const std::string& label, const std::string& one, const std::string& other) {
    conflicts->push_back({first.file.day, first.file.bureau->department->name, department.name, label, first.file.file,
                          one, second.file.file, other});
  };
  for (const CountColumn& column : CountColumns()) {
    const std::int64_t one = a.count.*column.field;
    const std::int64_t other = b.count.*column.field;
    if (one != other) add(column.label, fmt::format("{}", one), fmt::format("{}", other));
  }
  if (a.note != b.note) add("備考", a.note, b.note);
}

}  // namespace

MergedRows MergeRows(const std::vector<HandedIn>& files) {
  MergedRows merged;
  for (const Department* department : files.front().file.bureau->All()) {
    const HandedIn* taken = nullptr;
    const std::size_t before = merged.conflicts.size();
    for (const HandedIn& file : files) {
      if (file.rows.at(department->code).missing) continue;
      if (taken == nullptr) {
        taken = &file;
      } else {
        Compare(*taken, file, *department, &merged.conflicts);
      }
    }
    HeadcountRow& row = merged.rows[department->code];
    row = taken == nullptr ? HeadcountRow{{}, {}, true} : taken->rows.at(department->code);
    if (merged.conflicts.size() > before) row = {{}, "不一致", false};
  }
  return merged;
}

}  // namespace chohyo
