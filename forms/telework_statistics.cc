#include "forms/telework_statistics.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <utility>

#include "forms/common.h"
#include "forms/record_values.h"
#include "forms/telework_figures.h"
#include "pipeline/base/era.h"

namespace chohyo {
namespace {

constexpr const char* kForm = "oyama.statistics";
constexpr const char* kTitle = "在宅勤務の実施状況";
constexpr std::size_t kMonths = 12;
constexpr int kApril = 4;

using Number = std::optional<std::int64_t>;

Value NumberValue(const Number& number) {
  if (!number) return Value();
  return Value(*number);
}

Value Share(const Number& part, std::int64_t whole) {
  if (!part || whole == 0) return Value();
  return Value(static_cast<double>(*part) / static_cast<double>(whole));
}

void Add(Number* sum, const Number& number) {
  if (number) *sum = sum->value_or(0) + number.value_or(0);
}

struct MonthFigures {
  Number people, loan_days;
};

/// The twelve months of a fiscal year, and their totals.
ValueMap MonthValues(const std::vector<MonthFigures>& figures) {
  ValueList months;
  Number people, loan_days;
  for (const MonthFigures& month : figures) {
    Add(&people, month.people);
    Add(&loan_days, month.loan_days);
    months.push_back(
        Value(ValueMap{{"name", fmt::format("{}月", Month{1970, kApril}.Plus(static_cast<int>(months.size())).month)},
                       {"people", NumberValue(month.people)},
                       {"loan_days", NumberValue(month.loan_days)}}));
  }
  return {{"months", Value(std::move(months))}, {"people", NumberValue(people)}, {"loan_days", NumberValue(loan_days)}};
}

/// The years with a target, and what came of each.
Value YearValues(const std::vector<Number>& people) {
  ValueList years;
  for (const TeleworkTarget& target : TeleworkTargets()) {
    const Number& reached = people[years.size()];
    years.push_back(Value(ValueMap{{"name", WarekiFiscalYear(Month{target.fiscal_year, kApril}.first())},
                                   {"stage", target.stage},
                                   {"target", target.people},
                                   {"people", NumberValue(reached)},
                                   {"rate", Share(reached, target.people)}}));
  }
  return Value(std::move(years));
}

std::vector<MonthFigures> MonthsOf(const TeleworkFigures& figures, int fiscal_year) {
  std::vector<MonthFigures> months;
  while (months.size() < kMonths) {
    const Month month = Month{fiscal_year, kApril}.Plus(static_cast<int>(months.size()));
    months.push_back({figures.PeopleIn(month), figures.LoanDaysIn(month)});
  }
  return months;
}

std::vector<Number> YearsOf(const TeleworkFigures& figures) {
  std::vector<Number> people;
  for (const TeleworkTarget& target : TeleworkTargets()) people.push_back(figures.PeopleInYear(target.fiscal_year));
  return people;
}

Value DepartmentValueOf(const Value& name, const DepartmentFigures& figures) {
  return Value(ValueMap{{"name", name},
                        {"staff", figures.staff},
                        {"people", figures.people},
                        {"rate", Share(figures.people, figures.staff)},
                        {"days", figures.days},
                        {"loan_days", figures.loan_days}});
}

class StatisticsForm {
 public:
  explicit StatisticsForm(const FormContext& context) : context_(context) {}

  DocumentPlan Plan() const {
    DocumentPlan plan;
    plan.form = kForm;
    plan.key = context_.period.text;
    plan.title = std::string(kTitle) + "　" + context_.office.names.name + "　" + PeriodText();
    plan.days = context_.period.span;
    for (const Department& row : context_.records.departments.rows) plan.shown_departments.push_back(row.code);
    plan.values = [self = *this, plan] { return self.Values(plan); };
    return plan;
  }

 private:
  /// 令和3年1月, 令和3年1月13日, 令和3年1月13日～令和3年1月26日
  std::string PeriodText() const {
    const DateSpan& span = context_.period.span;
    if (context_.period.kind == Period::Kind::kMonth) return WarekiMonth(Month::Of(span.first));
    return span.first == span.last ? Wareki(span.first) : Wareki(span.first) + "～" + Wareki(span.last);
  }

  Value Values(const DocumentPlan& plan) const {
    const TeleworkFigures figures(context_);
    const Date last = context_.period.span.last;
    ValueMap values = ValuesOf(plan, context_);
    values.emplace_back("year", WarekiFiscalYear(last));
    values.emplace_back("span", PeriodText());
    for (auto& part : MonthValues(MonthsOf(figures, FiscalYear(last)))) values.push_back(std::move(part));
    values.emplace_back("years", YearValues(YearsOf(figures)));
    AddDepartments(figures, &values);
    return Value(std::move(values));
  }

  void AddDepartments(const TeleworkFigures& figures, ValueMap* values) const {
    ValueList departments;
    DepartmentFigures total;
    for (const DepartmentFigures& at : figures.Departments()) {
      const Value department = DepartmentValue(context_, at.department->code);
      departments.push_back(DepartmentValueOf(*department.Find("name"), at));
      total.staff += at.staff;
      total.people += at.people;
      total.days += at.days;
      total.loan_days += at.loan_days;
    }
    values->emplace_back("departments", Value(std::move(departments)));
    values->emplace_back("total", DepartmentValueOf(Value("合計"), total));
  }

  FormContext context_;
};

}  // namespace

std::vector<DocumentPlan> PlanTeleworkStatistics(const FormContext& context) {
  return {StatisticsForm(context).Plan()};
}

ValueMap BlankTeleworkStatistics() {
  constexpr std::size_t kRows = 12;
  const auto row = [](const Value& name) {
    return Value(ValueMap{{"name", name},
                          {"staff", Value()},
                          {"people", Value()},
                          {"rate", Value()},
                          {"days", Value()},
                          {"loan_days", Value()}});
  };
  ValueMap values{{"year", Value("令和　年度")}, {"span", Value("令和　年　月")}};
  for (auto& part : MonthValues(std::vector<MonthFigures>(kMonths))) values.push_back(std::move(part));
  values.emplace_back("years", YearValues(std::vector<Number>(TeleworkTargets().size())));
  values.emplace_back("departments", Value(ValueList(kRows, row(Value()))));
  values.emplace_back("total", row(Value("合計")));
  return values;
}

}  // namespace chohyo
