#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/roster.h"
#include "pipeline/rules/roster_book.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

constexpr std::array kShifts = {Shift::kA, Shift::kB, Shift::kC, Shift::kD};

/// How many people of a unit are on each shift of a day.
struct ShiftCounts {
  std::array<int, kShifts.size()> people{};
  int all = 0;

  void Count(Shift shift) {
    ++people[static_cast<std::size_t>(shift) - static_cast<std::size_t>(Shift::kA)];
    ++all;
  }
  std::size_t Fullest() const {
    return static_cast<std::size_t>(std::max_element(people.begin(), people.end()) - people.begin());
  }
  /// Share of the people who are on the fullest shift; someone alone meets nobody.
  double Share() const { return all < 2 ? 0 : static_cast<double>(people[Fullest()]) / all; }
};

/// The worst day of a unit so far.
struct WorstDay {
  Date date;
  ShiftCounts counts;
  const Roster* roster = nullptr;
};

/// As many people on each shift as can be.
std::string SpreadText(int all) {
  std::string text;
  const int shifts = static_cast<int>(kShifts.size());
  for (int i = 0; i < shifts; ++i) {
    const int people = all / shifts + (i < all % shifts ? 1 : 0);
    if (people == 0) continue;
    text += text.empty() ? "" : Say("、", ", ");
    text += Say("{} {} 人", "{}: {}", ShiftText(kShifts[static_cast<std::size_t>(i)]), people);
  }
  return text;
}

void Add(const RuleInput& input, const std::string& department, const WorstDay& worst, Reporter* reporter) {
  const ShiftCounts& counts = worst.counts;
  const std::size_t fullest = counts.Fullest();
  constexpr double kPercent = 100;
  reporter->Add(
      PlaceOf("rosters", input.records.rosters, *worst.roster, ""), department,
      Say("{}の時差出勤は{}が最も重なり、{} 人のうち {} 人（{:.0f}%）が {} です（目安は {:.0f}% まで）。",
          "{} overlaps most on {}: of {} people {} ({:.0f}%) have shift {} (the mark is {:.0f}%).",
          DepartmentText(input.records, department), DayText(worst.date), counts.all, counts.people[fullest],
          counts.Share() * kPercent, ShiftText(kShifts[fullest]), input.office.policy.overlap_share * kPercent),
      Say("できる範囲で分けてください。均等にすると {} です。", "Spread them as far as work allows; evenly, {}.",
          SpreadText(counts.all)));
}

}  // namespace

void CheckRosterOverlap(const RuleInput& input, Reporter* reporter) {
  const RosterBook rosters(input);
  std::map<std::pair<std::string, Date>, std::pair<ShiftCounts, const Roster*>> days;
  rosters.ForEachSign([&](const SignDay& day) {
    if (!day.IsOf(RosterMethod::kStaggered)) return;
    auto& [counts, roster] = days[{day.unit->department, day.date()}];
    counts.Count(day.sign.shift);
    roster = day.unit;
  });
  std::map<std::string, WorstDay> worst;
  for (const auto& [key, day] : days) {
    WorstDay& so_far = worst[key.first];
    if (day.first.Share() > so_far.counts.Share()) so_far = {key.second, day.first, day.second};
  }
  for (const auto& [department, day] : worst) {
    if (day.counts.Share() > input.office.policy.overlap_share) Add(input, department, day, reporter);
  }
}

}  // namespace chohyo
