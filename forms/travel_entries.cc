#include "forms/travel_entries.h"

#include <memory>
#include <utility>

#include "forms/common.h"
#include "forms/home_days.h"
#include "forms/record_values.h"

namespace chohyo {
namespace {

/// What the list of a run is made of.
struct EntryList {
  FormContext context;
  HomeDays home;
  std::vector<HomeDay> days;  ///< only those on a standby order

  explicit EntryList(const FormContext& from) : context(from), home(from) {
    for (const HomeDay& day : home.All()) {
      if (day.ordered) days.push_back(day);
    }
  }

  std::vector<std::string> People() const {
    std::vector<std::string> people;
    for (const HomeDay& day : days) {
      if (people.empty() || people.back() != day.person->id) people.push_back(day.person->id);
    }
    return people;
  }

  /// Entered before the day, or else on the next working day.
  Value EntryValue(const HomeDay& day) const {
    const auto next = home.NextWorkingDay(*day.person, day.date);
    ValueMap entry = {{"staff", StaffValue(context, day.person->id)}, {"date", day.date}};
    entry.emplace_back("deadline", next ? Value(*next) : Value());
    return Value(std::move(entry));
  }

  Value Values(const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context);
    ValueList entries;
    for (const HomeDay& day : days) entries.push_back(EntryValue(day));
    values.emplace_back("entries", Value(std::move(entries)));
    values.emplace_back("entry_days", static_cast<std::int64_t>(days.size()));
    values.emplace_back("people", static_cast<std::int64_t>(plan.shown_staff.size()));
    return Value(std::move(values));
  }
};

}  // namespace

std::vector<DocumentPlan> PlanTravelEntries(const FormContext& context) {
  const auto list = std::make_shared<const EntryList>(context);
  if (list->days.empty()) return {};
  DocumentPlan plan;
  plan.form = "kawasaki.travel-entries";
  plan.key = context.period.text;
  plan.title = "自宅待機に係る出張入力一覧　" + context.period.text;
  plan.days = context.period.span;
  plan.shown_staff = list->People();
  const DocumentPlan bare = plan;
  plan.values = [list, bare] { return list->Values(bare); };
  return {plan};
}

ValueMap BlankTravelEntries() {
  constexpr std::size_t kRows = 26;
  const Value row(ValueMap{{"staff", Value(EmptyRecord("staff"))}, {"date", Value()}, {"deadline", Value()}});
  return {{"entries", Value(ValueList(kRows, row))}, {"entry_days", Value()}, {"people", Value()}};
}

}  // namespace chohyo
