#include "forms/daily_report.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "forms/common.h"
#include "forms/daily_report_day.h"
#include "forms/record_values.h"
#include "forms/telework_days.h"

namespace chohyo {
namespace {

constexpr const char* kForm = "tokubetsuku.daily-report";
constexpr const char* kTitle = "業務日報";
/// 特別区長会調査研究機構 テレワーク研究報告: the day's three regular meetings.
constexpr std::array<const char*, 3> kMeetings = {"始業後", "昼休み後", "終業前"};

/// A row as a value, empty columns and all; empty where there is no row.
template <typename R>
Value RowValue(const FormContext& context, const char* name, const TableOf<R>& table, const R* row) {
  if (row == nullptr) return Value(EmptyRecord(name));
  return Value(context.values->RowOf(name, static_cast<std::size_t>(row - table.rows.data())));
}

Value TimeValue(const std::optional<TimeOfDay>& time) { return time ? Value(*time) : Value(); }

Value MeetingValue(const char* name, ValueList contacts) {
  return Value(ValueMap{{"name", name}, {"held", Value(std::move(contacts))}});
}

/// Everything the reports of one run share.
class ReportForm : public std::enable_shared_from_this<ReportForm> {
 public:
  explicit ReportForm(const FormContext& context) : context_(context) {
    for (const Contact& row : context.records.contacts.rows) contacts_[{row.staff, row.date}].push_back(&row);
    for (const TeleworkTask& row : context.records.telework_tasks.rows) tasks_[{row.staff, row.date}].push_back(&row);
  }

  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    for (const TeleworkDay& day : TeleworkDaysOf(context_)) plans.push_back(Plan(day));
    return plans;
  }

 private:
  using PersonDay = std::pair<std::string, Date>;

  DocumentPlan Plan(const TeleworkDay& day) const {
    DocumentPlan plan;
    plan.form = kForm;
    plan.key = day.person->id + "-" + day.date.Iso();
    plan.title = std::string(kTitle) + "　" + day.person->name;
    plan.department = day.person->department;
    plan.blocking_table = "staff";
    plan.blocking_key = day.person->id;
    plan.blocks = true;
    plan.days = DateSpan{day.date, day.date};
    plan.shown_staff = {day.person->id};
    if (!plan.department.empty()) plan.shown_departments = {plan.department};
    plan.values = [self = shared_from_this(), day, plan] { return self->Values(day, plan); };
    return plan;
  }

  Value Values(const TeleworkDay& telework, const DocumentPlan& plan) const {
    const PersonDay key{telework.person->id, telework.date};
    const ReportedDay day = DayFrom(RowsOf(contacts_, key), AttendanceOf(key));
    ValueMap values = ValuesOf(plan, context_, Value(telework.date));
    values.emplace_back("person", StaffValue(context_, key.first));
    values.emplace_back("date", telework.date);
    values.emplace_back("start", ContactValue(day.start));
    values.emplace_back("end", ContactValue(day.end));
    values.emplace_back("duty", AttendanceValue(day.duty));
    ValueList meetings;
    for (std::size_t i = 0; i < kMeetings.size(); ++i) {
      meetings.push_back(MeetingValue(kMeetings[i], ContactList(day.meetings[i])));
    }
    values.emplace_back("meetings", Value(std::move(meetings)));
    values.emplace_back("tasks", Value(TaskList(key)));
    values.emplace_back("breaks", Value(BreakList(day)));
    values.emplace_back("contacts", Value(ContactList(day.others)));
    return Value(std::move(values));
  }

  template <typename R>
  static std::vector<const R*> RowsOf(const std::map<PersonDay, std::vector<const R*>>& rows, const PersonDay& key) {
    const auto found = rows.find(key);
    return found == rows.end() ? std::vector<const R*>() : found->second;
  }

  std::vector<const Attendance*> AttendanceOf(const PersonDay& key) const {
    std::vector<const Attendance*> rows;
    for (const std::uint32_t at : context_.records.AttendanceOf(key.first)) {
      const Attendance& row = context_.records.attendance.rows[at];
      if (row.date == key.second) rows.push_back(&row);
    }
    return rows;
  }

  Value ContactValue(const Contact* row) const {
    return RowValue(context_, "contacts", context_.records.contacts, row);
  }
  Value AttendanceValue(const Attendance* row) const {
    return RowValue(context_, "attendance", context_.records.attendance, row);
  }

  ValueList ContactList(const std::vector<const Contact*>& rows) const {
    ValueList list;
    for (const Contact* row : rows) list.push_back(ContactValue(row));
    return list;
  }

  ValueList TaskList(const PersonDay& key) const {
    std::vector<const TeleworkTask*> rows = RowsOf(tasks_, key);
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->slot < b->slot; });
    ValueList list;
    for (const TeleworkTask* row : rows) {
      list.push_back(RowValue(context_, "telework_tasks", context_.records.telework_tasks, row));
    }
    return list;
  }

  ValueList BreakList(const ReportedDay& day) const {
    ValueList list;
    for (const WorkBreak& entry : day.breaks) {
      list.push_back(Value(ValueMap{
          {"from", TimeValue(entry.from)}, {"to", TimeValue(entry.to)}, {"leave", AttendanceValue(entry.leave)}}));
    }
    return list;
  }

  FormContext context_;
  std::map<PersonDay, std::vector<const Contact*>> contacts_;
  std::map<PersonDay, std::vector<const TeleworkTask*>> tasks_;
};

}  // namespace

std::vector<DocumentPlan> PlanDailyReports(const FormContext& context) {
  return std::make_shared<const ReportForm>(context)->Plans();
}

ValueMap BlankDailyReport() {
  ValueList meetings;
  for (const char* name : kMeetings) meetings.push_back(MeetingValue(name, {}));
  return {{"person", Value(EmptyRecord("staff"))},
          {"date", Value()},
          {"start", Value(EmptyRecord("contacts"))},
          {"end", Value(EmptyRecord("contacts"))},
          {"duty", Value(EmptyRecord("attendance"))},
          {"meetings", Value(std::move(meetings))},
          {"tasks", Value(ValueList{})},
          {"breaks", Value(ValueList{})},
          {"contacts", Value(ValueList{})}};
}

}  // namespace chohyo
