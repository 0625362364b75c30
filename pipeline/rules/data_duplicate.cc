#include <algorithm>
#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/data.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"

namespace chohyo {
namespace {

/// What makes two rows the same, without building a text for each row.
struct Key {
  std::string_view id, second;
  std::int32_t day = 0, minute = 0;
  friend bool operator==(const Key&, const Key&) = default;
};

std::int32_t DayOf(Month month) { return month.first().days(); }

Key DuplicateKey(const Department& row) { return {row.code, {}}; }
Key DuplicateKey(const Staff& row) { return {row.id, {}}; }
Key DuplicateKey(const Attendance& row) { return {row.staff, {}, row.date.days()}; }
Key DuplicateKey(const Timecard& row) { return {row.staff, {}, row.date.days()}; }
Key DuplicateKey(const Roster& row) { return {row.department, {}, DayOf(row.month)}; }
Key DuplicateKey(const RosterDay& row) { return {row.staff, {}, row.date.days()}; }
Key DuplicateKey(const Task& row) { return {row.department, row.name}; }
Key DuplicateKey(const Registration& row) { return {row.staff, {}, row.applied.days()}; }
Key DuplicateKey(const TeleworkPlan& row) { return {row.staff, {}, row.from.days()}; }
Key DuplicateKey(const TeleworkTask& row) { return {row.staff, {}, row.date.days(), row.slot.minutes}; }
Key DuplicateKey(const StandbyCase& row) { return {row.id, {}}; }
Key DuplicateKey(const Device& row) { return {row.id, {}}; }
Key DuplicateKey(const Loan& row) { return {row.id, {}}; }
Key DuplicateKey(const Incident& row) { return {row.id, {}}; }
Key DuplicateKey(const PersonalNumberAsset& row) { return {row.use, row.file}; }
Key DuplicateKey(const PersonalNumberStaff& row) { return {row.use, row.staff}; }

std::size_t HashOf(const Key& key) {
  constexpr std::size_t kMixer = 0x9E3779B97F4A7C15U;
  const std::hash<std::string_view> hash;
  std::size_t mixed = hash(key.id);
  mixed = (mixed ^ static_cast<std::uint32_t>(key.day)) * kMixer;
  mixed = (mixed ^ (mixed >> 32U) ^ static_cast<std::uint32_t>(key.minute)) * kMixer;
  return key.second.empty() ? mixed : (mixed ^ hash(key.second)) * kMixer;
}

/// Rows with one key, in file order.
template <typename R>
using Group = std::vector<const R*>;

/// Calls visit with every group of two or more rows of one key. Sorting hashes takes a third of a map's time.
template <typename R, typename Visit>
void ForEachGroup(const std::vector<R>& rows, Visit visit) {
  std::vector<std::pair<std::size_t, std::uint32_t>> hashes;
  hashes.reserve(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) hashes.emplace_back(HashOf(DuplicateKey(rows[i])), i);
  std::sort(hashes.begin(), hashes.end());
  for (std::size_t begin = 0; begin < hashes.size();) {
    std::size_t end = begin + 1;
    while (end < hashes.size() && hashes[end].first == hashes[begin].first) ++end;
    if (end - begin > 1) VisitSameHash(rows, std::span(hashes).subspan(begin, end - begin), visit);
    begin = end;
  }
}

/// Splits rows of one hash by their true keys.
template <typename R, typename Hashes, typename Visit>
void VisitSameHash(const std::vector<R>& rows, Hashes hashes, Visit& visit) {
  std::vector<Group<R>> groups;
  for (const auto& [hash, index] : hashes) {
    const R& row = rows[index];
    const auto same = [&](const Group<R>& group) { return DuplicateKey(*group.front()) == DuplicateKey(row); };
    const auto found = std::find_if(groups.begin(), groups.end(), same);
    (found != groups.end() ? *found : groups.emplace_back()).push_back(&row);
  }
  for (const Group<R>& group : groups) {
    if (group.size() > 1) visit(group);
  }
}

bool IsPartDayLeave(const Attendance& row) {
  return row.status == Status::kHourLeave || row.status == Status::kHalfLeave;
}

/// The rows of a group that should not be there.
template <typename R>
std::span<const R* const> Surplus(const Group<R>& group) {
  return std::span(group).subspan(1);
}

/// A day may have a second row for an hour or half a day of leave, whichever of the two stands first.
std::span<const Attendance* const> Surplus(const Group<Attendance>& group) {
  const bool second_allowed = IsPartDayLeave(*group[0]) || IsPartDayLeave(*group[1]);
  return std::span(group).subspan(second_allowed ? 2 : 1);
}

/// The column that a finding about a key points to: the first of the key.
template <typename R>
constexpr std::string_view kKeyColumn = "staff";
template <>
constexpr std::string_view kKeyColumn<Department> = "code";
template <>
constexpr std::string_view kKeyColumn<Staff> = "id";
template <>
constexpr std::string_view kKeyColumn<Roster> = "department";
template <>
constexpr std::string_view kKeyColumn<Task> = "department";
template <>
constexpr std::string_view kKeyColumn<StandbyCase> = "case";
template <>
constexpr std::string_view kKeyColumn<Device> = "device";
template <>
constexpr std::string_view kKeyColumn<Loan> = "loan";
template <>
constexpr std::string_view kKeyColumn<Incident> = "incident";
template <>
constexpr std::string_view kKeyColumn<PersonalNumberAsset> = "use";
template <>
constexpr std::string_view kKeyColumn<PersonalNumberStaff> = "use";

/// How a message calls the record.
template <typename R>
std::string NameOf(const R& row) {
  return KeyOf(row);
}
std::string NameOf(const Roster& row) { return row.department + "/" + row.month.Iso(); }
std::string NameOf(const Task& row) { return row.department + "/" + row.name; }

template <typename R>
class Duplicates {
 public:
  Duplicates(std::string_view name, const TableOf<R>& table, Reporter* reporter)
      : name_(name), table_(table), reporter_(reporter) {}

  void Check() {
    std::vector<std::pair<const R*, const R*>> repeats;  // the later row and the first
    ForEachGroup(table_.rows, [&](const Group<R>& group) {
      for (const R* row : Surplus(group)) repeats.emplace_back(row, group.front());
    });
    std::sort(repeats.begin(), repeats.end());  // in file order: hashes have no order to rely on
    for (const auto& [later, first] : repeats) Add(*first, *later);
  }

 private:
  void Add(const R& first, const R& later) {
    if (!IsFirstOfItsLine(later)) return;
    reporter_->Add(PlaceOf(name_, table_, later, kKeyColumn<R>), KeyOf(later),
                   Say("{0}の表の「{2}」が二度あります（先の行は {3} 行目）。",
                       "\"{2}\" is twice in the table {1}; the earlier row is line {3}.", FindTable(name_)->ja, name_,
                       NameOf(later), first.line),
                   Hint());
  }

  /// A wide roster row given twice repeats a whole month of days: one finding a line says it.
  bool IsFirstOfItsLine([[maybe_unused]] const R& row) {
    if constexpr (std::is_same_v<R, RosterDay>) {
      return lines_.insert(row.line).second;
    } else {
      return true;
    }
  }

  static std::string Hint() {
    if constexpr (std::is_same_v<R, Attendance>) {
      return Say("どちらかの行を消してください。二行書けるのは時間休暇・半日休暇との組だけです。",
                 "Delete one of the rows; a second row is only for 時間休暇 or 半日休暇.");
    }
    return Say("どちらかの行を消すか、番号や日付を直してください。", "Delete one of the rows, or correct its key.");
  }

  std::string_view name_;
  const TableOf<R>& table_;
  Reporter* reporter_;
  std::set<std::uint32_t> lines_;
};

}  // namespace

void CheckDuplicate(const RuleInput& input, Reporter* reporter) {
  ForEachTable(input.records, [&]<typename R>(std::string_view name, const TableOf<R>& table) {
    if constexpr (requires(const R& row) { DuplicateKey(row); }) Duplicates<R>(name, table, reporter).Check();
  });
}

}  // namespace chohyo
