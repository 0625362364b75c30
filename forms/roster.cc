#include "forms/roster.h"

#include <map>
#include <memory>
#include <set>
#include <utility>

#include "forms/common.h"
#include "forms/record_values.h"
#include "pipeline/base/era.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

constexpr int kMostDays = 31;
constexpr std::size_t kLeastRows = 30;
constexpr const char* kForm = "tarumizu.roster";
constexpr const char* kTitle = "勤務計画表";

/// A day's column. Days that the month does not have keep their column but are void: grey like days off, and empty.
Value DayValue(const WorkCalendar& calendar, Month month, int number) {
  const bool exists = number <= month.days();
  const Date date = month.first() + (number - 1);
  const bool off = exists && !calendar.IsWorkingDay(date);
  return Value(ValueMap{{"number", exists ? Value(number) : Value()},
                        {"weekday", exists ? Value("(" + std::string(WeekdayKanji(date.weekday())) + ")") : Value()},
                        {"exists", exists},
                        {"off", off},
                        {"flag", off || !exists ? 1 : 0}});
}

/// A row to be filled by hand: the days without signs.
Value BlankPerson(const ValueList& days) {
  ValueList cells;
  for (const Value& day : days) {
    ValueMap cell = day.map();
    cell.emplace_back("sign", Value());
    cells.push_back(Value(std::move(cell)));
  }
  return Value(ValueMap{{"staff", Value()}, {"name", Value()}, {"days", Value(std::move(cells))}, {"worked", Value()}});
}

/// Everything the rosters of one run share.
class RosterForm : public std::enable_shared_from_this<RosterForm> {
 public:
  explicit RosterForm(const FormContext& context) : context_(context) {
    for (const Roster& roster : context.records.rosters.rows) units_.emplace(roster.department, roster.month);
    IndexPeople();
    IndexSigns();
  }

  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    std::set<std::pair<std::string, Month>> made;
    for (const Roster& roster : context_.records.rosters.rows) {
      if (!context_.period.span.Overlaps({roster.month.first(), roster.month.last()})) continue;
      if (made.emplace(roster.department, roster.month).second) plans.push_back(Plan(roster));
    }
    return plans;
  }

 private:
  using People = std::vector<const Staff*>;

  void IndexPeople() {
    std::set<std::pair<const Staff*, Month>> known;
    for (const RosterPerson& row : context_.records.roster_people) {
      const Staff* person = context_.records.FindStaff(row.staff);
      if (person != nullptr) known.emplace(person, row.month);
    }
    for (const auto& [person, month] : known) {  // rows of one table: in the staff table's order
      const std::string unit = UnitOf(*person, month);
      if (!unit.empty()) people_[{unit, month}].push_back(person);
    }
  }

  /// The nearest department of a person that has a roster that month.
  std::string UnitOf(const Staff& person, Month month) const {
    for (const Department* at : context_.records.Ancestry(person.department)) {
      if (units_.contains({at->code, month})) return at->code;
    }
    return {};
  }

  void IndexSigns() {
    for (const RosterDay& row : context_.records.roster_days.rows) {
      if (row.shift != Shift::kNone) signs_.emplace(std::pair(row.staff, row.date), &row);
    }
  }

  const People& PeopleOf(const Roster& roster) const {
    static const People kNobody;
    const auto found = people_.find({roster.department, roster.month});
    return found == people_.end() ? kNobody : found->second;
  }

  std::string KeyOf(const Roster& roster) const {
    const DateSpan& span = context_.period.span;
    const bool one_month = Month::Of(span.first) == Month::Of(span.last);
    return one_month ? roster.department : roster.department + "-" + roster.month.Iso();
  }

  DocumentPlan Plan(const Roster& roster) const {
    const Department* unit = context_.records.FindDepartment(roster.department);
    DocumentPlan plan;
    plan.form = kForm;
    plan.key = KeyOf(roster);
    plan.title = std::string(kTitle) + "　" + (unit != nullptr ? unit->name : roster.department) + "　" +
                 WarekiMonth(roster.month);
    plan.department = roster.department;
    plan.days = DateSpan{roster.month.first(), roster.month.last()};
    plan.shown_departments = {roster.department};
    for (const Staff* person : PeopleOf(roster)) plan.shown_staff.push_back(person->id);
    plan.values = [self = shared_from_this(), &roster, plan] { return self->Values(roster, plan); };
    return plan;
  }

  Value Values(const Roster& roster, const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context_);
    const auto row = static_cast<std::size_t>(&roster - context_.records.rosters.rows.data());
    values.emplace_back("roster", Value(context_.values->RowOf("rosters", row)));
    values.emplace_back("unit", DepartmentValue(context_, roster.department));
    ValueList days, people;
    for (int day = 1; day <= kMostDays; ++day) days.push_back(DayValue(context_.calendar, roster.month, day));
    std::int64_t worked = 0;
    for (const Staff* person : PeopleOf(roster)) {
      people.push_back(PersonValue(roster, *person));
      worked += std::get<std::int64_t>(people.back().Find("worked")->scalar());
    }
    while (people.size() < kLeastRows) people.push_back(BlankPerson(days));
    AddPresence(roster, &days);
    values.emplace_back("days", Value(std::move(days)));
    values.emplace_back("people", Value(std::move(people)));
    values.emplace_back("worked", worked);
    return Value(std::move(values));
  }

  Value PersonValue(const Roster& roster, const Staff& person) const {
    ValueList days;
    int worked = 0;
    for (int number = 1; number <= kMostDays; ++number) {
      const Value day = DayValue(context_.calendar, roster.month, number);
      ValueMap cell = day.map();
      const Value sign = SignOf(person, roster.month, number);
      worked += sign.IsEmpty() ? 0 : 1;
      cell.emplace_back("sign", sign);
      days.push_back(Value(std::move(cell)));
    }
    const Value staff = StaffValue(context_, person.id);
    return Value(ValueMap{
        {"staff", staff}, {"name", *staff.Find("name")}, {"days", Value(std::move(days))}, {"worked", worked}});
  }

  const RosterDay* FindSign(const Staff& person, Month month, int number) const {
    if (number > month.days()) return nullptr;
    const auto found = signs_.find({person.id, month.first() + (number - 1)});
    return found == signs_.end() ? nullptr : found->second;
  }

  Value SignOf(const Staff& person, Month month, int number) const {
    const RosterDay* day = FindSign(person, month, number);
    if (day == nullptr) return Value();
    const std::string& file = context_.records.roster_days.file;
    return Value(Scalar(std::string(ShiftText(day->shift))), {day->line, day->column, file.empty() ? nullptr : &file});
  }

  /// Completes each day by the count of people with a sign.
  void AddPresence(const Roster& roster, ValueList* days) const {
    for (int number = 1; number <= kMostDays; ++number) {
      int present = 0;
      for (const Staff* person : PeopleOf(roster))
        present += FindSign(*person, roster.month, number) != nullptr ? 1 : 0;
      ValueMap day = (*days)[static_cast<std::size_t>(number - 1)].map();
      day.emplace_back("present", number <= roster.month.days() ? Value(present) : Value());
      (*days)[static_cast<std::size_t>(number - 1)] = Value(std::move(day));
    }
  }

  FormContext context_;
  std::set<std::pair<std::string, Month>> units_;
  std::map<std::pair<std::string, Month>, People> people_;
  std::map<std::pair<std::string, Date>, const RosterDay*> signs_;
};

}  // namespace

std::vector<DocumentPlan> PlanRosters(const FormContext& context) {
  return std::make_shared<const RosterForm>(context)->Plans();
}

ValueMap BlankRoster() {
  ValueList days;
  for (int number = 1; number <= kMostDays; ++number) {
    days.push_back(Value(ValueMap{{"number", number},
                                  {"weekday", Value("(　)")},
                                  {"exists", true},
                                  {"off", false},
                                  {"flag", 0},
                                  {"present", 0}}));
  }
  const ValueList people(kLeastRows, BlankPerson(days));
  return {{"roster", Value(EmptyRecord("rosters"))},
          {"unit", Value(EmptyRecord("departments"))},
          {"days", Value(std::move(days))},
          {"people", Value(ValueList(people))},
          {"worked", 0}};
}

}  // namespace chohyo
