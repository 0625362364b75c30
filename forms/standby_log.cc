#include "forms/standby_log.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "forms/common.h"
#include "forms/home_days.h"
#include "forms/record_values.h"

namespace chohyo {
namespace {

using Contacts = std::vector<const Contact*>;

/// The words before a line of what was shared.
const char* KindText(ContactKind kind) {
  switch (kind) {
    case ContactKind::kStart: return "開始";
    case ContactKind::kEnd: return "終了";
    case ContactKind::kAnyTime: return "随時";
    case ContactKind::kReport: return "報告";
    case ContactKind::kMeeting: return "会議";
    case ContactKind::kNone: return "";
  }
  return "";
}

Value BlankContact() {
  return Value(
      ValueMap{{"date", Value()}, {"time", Value()}, {"means", Value()}, {"text", Value()}, {"health", Value()}});
}

/// Everything the logs of one run share.
class LogForm : public std::enable_shared_from_this<LogForm> {
 public:
  explicit LogForm(const FormContext& context) : context_(context), home_(context) {
    for (const HomeDay& day : home_.All()) days_[day.person].push_back(day);
    for (const Contact& contact : context.records.contacts.rows) {
      contacts_[{contact.staff, contact.date}].push_back(&contact);
    }
    for (auto& [day, contacts] : contacts_) {
      std::stable_sort(contacts.begin(), contacts.end(),
                       [](const Contact* a, const Contact* b) { return a->time.minutes < b->time.minutes; });
    }
  }

  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    for (const auto& [person, days] : days_) plans.push_back(Plan(*person, days));
    return plans;
  }

 private:
  DocumentPlan Plan(const Staff& person, const std::vector<HomeDay>& days) const {
    DocumentPlan plan;
    plan.form = "kawasaki.standby-log";
    plan.key = person.id;
    plan.title = "自宅待機状況記録簿　" + person.name;
    plan.department = person.department;
    plan.blocking_table = "staff";
    plan.blocking_key = person.id;
    plan.blocks = true;
    plan.days = context_.period.span;
    plan.shown_staff = {person.id};
    plan.values = [self = shared_from_this(), &person, &days, plan] { return self->Values(person, days, plan); };
    return plan;
  }

  Value Values(const Staff& person, const std::vector<HomeDay>& days, const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context_);
    values.emplace_back("staff", StaffValue(context_, person.id));
    ValueList rows;
    std::int64_t standby = 0;
    for (const HomeDay& day : days) {
      rows.push_back(RowValue(day));
      standby += day.status == Status::kStandby ? 1 : 0;
    }
    values.emplace_back("days", Value(std::move(rows)));
    values.emplace_back("all_days", static_cast<std::int64_t>(days.size()));
    values.emplace_back("telework", static_cast<std::int64_t>(days.size()) - standby);
    return Value(std::move(values));
  }

  Value RowValue(const HomeDay& day) const {
    const Contacts& contacts = ContactsOf(day.person->id, day.date);
    const auto start = std::find_if(contacts.begin(), contacts.end(), IsOf(ContactKind::kStart));
    const auto end = std::find_if(contacts.rbegin(), contacts.rend(), IsOf(ContactKind::kEnd));
    return Value(ValueMap{{"date", day.date},
                          {"status", day.status == Status::kStandby ? "自宅待機" : "在宅勤務"},
                          {"start", ContactValue(start == contacts.end() ? nullptr : *start)},
                          {"end", ContactValue(end == contacts.rend() ? nullptr : *end)},
                          {"shared", SharedText(contacts)},
                          {"report", ContactValue(ReportOn(day))}});
  }

  static std::function<bool(const Contact*)> IsOf(ContactKind kind) {
    return [kind](const Contact* contact) { return contact->kind == kind; };
  }

  const Contacts& ContactsOf(const std::string& staff, Date date) const {
    static const Contacts kNone;
    const auto found = contacts_.find({staff, date});
    return found == contacts_.end() ? kNone : found->second;
  }

  Value ContactValue(const Contact* contact) const {
    if (contact == nullptr) return BlankContact();
    const auto row = static_cast<std::size_t>(contact - context_.records.contacts.rows.data());
    return Value(context_.values->RowOf("contacts", row));
  }

  /// What was told that day, a line per contact; reports are about the day before.
  static std::string SharedText(const Contacts& contacts) {
    std::string text;
    for (const Contact* contact : contacts) {
      if (contact->kind == ContactKind::kReport || contact->text.empty()) continue;
      if (!text.empty()) text += '\n';
      text += contact->time.Text() + "（" + KindText(contact->kind) + "）" + contact->text;
    }
    return text;
  }

  /// The report on the next working day; after a day on standby any other word of that day does as well. Of a period of
  /// one day nothing later is known.
  const Contact* ReportOn(const HomeDay& day) const {
    const auto next = home_.NextWorkingDay(*day.person, day.date);
    if (!next || (context_.period.kind == Period::Kind::kDay && !context_.period.span.Holds(*next))) return nullptr;
    const Contacts& contacts = ContactsOf(day.person->id, *next);
    auto found = std::find_if(contacts.begin(), contacts.end(), IsOf(ContactKind::kReport));
    if (found == contacts.end() && day.status == Status::kStandby) {
      found = std::find_if(contacts.begin(), contacts.end(), IsOf(ContactKind::kAnyTime));
    }
    return found == contacts.end() ? nullptr : *found;
  }

  FormContext context_;
  HomeDays home_;
  std::map<const Staff*, std::vector<HomeDay>> days_;  ///< rows of one table: in the staff table's order
  std::map<std::pair<std::string, Date>, Contacts> contacts_;
};

}  // namespace

std::vector<DocumentPlan> PlanStandbyLogs(const FormContext& context) {
  return std::make_shared<const LogForm>(context)->Plans();
}

ValueMap BlankStandbyLog() {
  constexpr std::size_t kRows = 8;
  const Value row(ValueMap{{"date", Value()},
                           {"status", Value()},
                           {"start", BlankContact()},
                           {"end", BlankContact()},
                           {"shared", Value()},
                           {"report", BlankContact()}});
  return {{"staff", Value(EmptyRecord("staff"))},
          {"days", Value(ValueList(kRows, row))},
          {"all_days", Value()},
          {"telework", Value()}};
}

}  // namespace chohyo
