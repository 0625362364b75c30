#include "forms/common.h"

#include <utility>

#include "forms/record_values.h"
#include "pipeline/base/era.h"

namespace chohyo {
namespace {

/// 若葉市 and 市長 make 若葉市長: the name's last character is not said twice.
std::string PostOf(const OfficeNames& names) {
  for (const std::string_view kind : {"都", "道", "府", "県", "市", "区", "町", "村"}) {
    if (names.name.ends_with(kind) && names.head_title.starts_with(kind)) {
      return names.name + names.head_title.substr(kind.size());
    }
  }
  return names.name + names.head_title;
}

Value OfficeValues(const Office& office) {
  const OfficeNames& names = office.names;
  const ValueMap head = {{"title", names.head_title}, {"name", names.head_name}, {"post", PostOf(names)}};
  return Value(ValueMap{{"name", names.name},
                        {"head", Value(ValueMap(head))},
                        {"hr", names.hr},
                        {"it", names.it},
                        {"security_manager", names.security_manager},
                        {"suffix", names.suffix},
                        {"prepared_by", office.prepared_by}});
}

Value PeriodValues(const Period& period) {
  return Value(ValueMap{{"text", period.text}, {"first", period.span.first}, {"last", period.span.last}});
}

Value OptionalDate(const std::optional<Date>& date) { return date ? Value(*date) : Value(); }

}  // namespace

ValueMap CommonValues(const FormContext& context) {
  return {{"office", OfficeValues(context.office)},
          {"period", PeriodValues(context.period)},
          {"issued", OptionalDate(context.issued)}};
}

Value DocumentValues(const DocumentPlan& plan, const FormContext& context, const Value& date) {
  return Value(ValueMap{{"form", plan.form},
                        {"key", plan.key == kBlankKey ? std::string() : plan.key},
                        {"title", plan.title},
                        {"date", date.IsEmpty() ? OptionalDate(context.issued) : date},
                        {"blank", plan.key == kBlankKey},
                        {"approval", TextList(context.office.ApprovalFor(plan.form))}});
}

ValueMap ValuesOf(const DocumentPlan& plan, const FormContext& context, const Value& date) {
  ValueMap values = CommonValues(context);
  values.emplace_back("document", DocumentValues(plan, context, date));
  return values;
}

Value TextList(const std::vector<std::string>& texts) {
  ValueList list;
  for (const std::string& text : texts) list.emplace_back(text);
  return Value(std::move(list));
}

Value StaffValue(const FormContext& context, const std::string& staff_id) { return context.values->StaffOf(staff_id); }

Value DepartmentValue(const FormContext& context, const std::string& code) {
  return context.values->DepartmentOf(code);
}

std::string WarekiWithWeekday(Date date) {
  return Wareki(date) + "（" + std::string(WeekdayKanji(date.weekday())) + "）";
}

}  // namespace chohyo
