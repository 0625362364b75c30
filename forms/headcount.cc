#include "forms/headcount.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>

#include "forms/bureaus.h"
#include "forms/common.h"
#include "forms/headcount_counts.h"
#include "pipeline/base/era.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr const char* kForm = "kawasaki.headcount";
constexpr const char* kTotal = "合計";
constexpr const char* kMonthTotal = "延べ合計";
constexpr const char* kTitle = "職員の出勤状況報告書";
constexpr const char* kDoubtful = "要確認";
constexpr const char* kMissing = "未提出";

std::string MonthDayText(Date day) { return fmt::format("{}月{}日", day.month(), day.day()); }

struct CountColumn {
  const char* name;   ///< the template's
  const char* label;  ///< what reports of changes call it
  std::int64_t Headcount::*count;
};

constexpr std::array<CountColumn, 12> kColumns = {{{"staff", "職員数", &Headcount::staff},
                                                   {"present", "出勤者数", &Headcount::present},
                                                   {"support", "応援", &Headcount::support},
                                                   {"standby", "自宅待機者数", &Headcount::standby},
                                                   {"telework", "在宅勤務", &Headcount::telework},
                                                   {"trip", "出張", &Headcount::trip},
                                                   {"annual", "年次休暇", &Headcount::annual},
                                                   {"special", "特別休暇", &Headcount::special},
                                                   {"sick", "病気休暇", &Headcount::sick},
                                                   {"absent", "欠勤", &Headcount::absent},
                                                   {"day_off", "週休日・休日", &Headcount::day_off},
                                                   {"unreported", "未報告", &Headcount::unreported}}};

/// A count as a row of the form: the names are the template's.
ValueMap CountValues(const Headcount& count) {
  ValueMap values;
  for (const CountColumn& column : kColumns) values.emplace_back(column.name, count.*column.count);
  const std::int64_t difference = count.staff - count.Accounted();
  const bool has_staff = count.staff != 0;
  values.emplace_back(
      "rate", has_staff ? Value(static_cast<double>(count.present) / static_cast<double>(count.staff)) : Value());
  values.emplace_back("check", difference == 0 ? Value("○") : Value(difference));
  return values;
}

/// Which figures of a row are not those of the report before.
Value ChangedValues(const std::vector<FigureChange>& changes, const std::string& row) {
  ValueMap changed;
  for (const CountColumn& column : kColumns) {
    const auto is_it = [&](const FigureChange& at) { return at.row == row && at.column == column.label; };
    changed.emplace_back(column.name, std::any_of(changes.begin(), changes.end(), is_it));
  }
  return Value(std::move(changed));
}

/// A row of a document; `row` is what its figures are reported under.
Value NamedCount(const Value& name, const Headcount& count, const DocumentPlan& plan, const std::string& row,
                 const std::string& note = {}) {
  ValueMap values = CountValues(count);
  values.emplace_back("name", name);
  values.emplace_back("note", note);
  values.emplace_back("changed", ChangedValues(plan.report.changes, row));
  return Value(std::move(values));
}

/// 第n報: nothing on the first, which is none.
Value ReportNumber(const DocumentPlan& plan) { return plan.report.number > 1 ? Value(plan.report.number) : Value(); }

/// Everything the documents of one run share.
class HeadcountForm : public std::enable_shared_from_this<HeadcountForm> {
 public:
  HeadcountForm(const FormContext& context, HeadcountSource source)
      : context_(context), source_(std::move(source)), bureaus_(ReportingBureaus(context)) {
    for (Date day = context.period.span.first; day <= context.period.span.last; ++day) {
      if (context.calendar.IsWorkingDay(day)) days_.push_back(day);
    }
    IndexDoubts();
  }

  std::vector<DocumentPlan> Plans() const {
    std::vector<DocumentPlan> plans;
    for (const Bureau& bureau : bureaus_) {
      for (const Date day : days_) plans.push_back(BureauPlan(bureau, day));
    }
    for (const Date day : days_) plans.push_back(CityPlan(day));
    if (context_.period.kind == Period::Kind::kMonth) plans.push_back(MonthPlan());
    return plans;
  }

 private:
  DocumentPlan Plan(const std::string& key, const std::string& subject, DateSpan days) const {
    DocumentPlan plan;
    plan.form = kForm;
    plan.key = key;
    plan.title = std::string(kTitle) + "　" + subject;
    plan.days = days;
    return plan;
  }

  /// The figures of a row.
  static void AddFigures(const std::string& row, const Headcount& count, const std::string& note,
                         ReportedFigures* figures) {
    for (const CountColumn& column : kColumns) {
      figures->push_back({row, column.label, std::to_string(count.*column.count)});
    }
    if (!note.empty()) figures->push_back({row, "備考", note});
  }

  /// What a department's figures are reported under: the code tells departments of the same name apart.
  std::string RowOf(const Department& department) const {
    const auto& all = context_.records.departments.rows;
    const auto has_name = [&](const Department& other) { return other.name == department.name; };
    return std::count_if(all.begin(), all.end(), has_name) > 1 ? department.name + "（" + department.code + "）"
                                                               : department.name;
  }

  ReportedFigures BureauFigures(const Bureau& bureau, Date day) const {
    ReportedFigures figures;
    for (const DepartmentGroup& group : bureau.groups) {
      for (const Department* department : group.departments) {
        const HeadcountRow row = source_(department->code, day);
        if (!HasRow(bureau, group, *department, row.count)) continue;
        AddFigures(RowOf(*department), row.count, row.missing ? kMissing : row.note, &figures);
      }
    }
    AddFigures(kTotal, CountOf(bureau, day), {}, &figures);
    return figures;
  }

  ReportedFigures MonthFigures() const {
    ReportedFigures figures;
    Headcount total;
    for (const Date day : days_) {
      const Headcount count = CityCount(day);
      AddFigures(MonthDayText(day), count, {}, &figures);
      total += count;
    }
    AddFigures(kMonthTotal, total, {}, &figures);
    return figures;
  }

  /// Notes the figures of a document and which report of them this is.
  void SetFigures(ReportedFigures figures, DocumentPlan* plan) const {
    if (context_.reports != nullptr) plan->report = context_.reports->ReportOf(plan->form, plan->key, figures);
    plan->figures = std::move(figures);
  }

  DocumentPlan BureauPlan(const Bureau& bureau, Date day) const {
    const Department& department = *bureau.department;
    DocumentPlan plan = Plan(department.code + "-" + day.Iso(), department.name + "　" + Wareki(day), {day, day});
    plan.department = department.code;
    for (const Department* shown : bureau.All()) plan.shown_departments.push_back(shown->code);
    SetFigures(BureauFigures(bureau, day), &plan);
    plan.values = [self = shared_from_this(), &bureau, day, plan] { return self->BureauValues(bureau, day, plan); };
    return plan;
  }

  DocumentPlan CityPlan(Date day) const {
    DocumentPlan plan = Plan(day.Iso(), context_.office.names.name + "　" + Wareki(day), {day, day});
    plan.template_name = "kawasaki.headcount-city";
    plan.shown_departments = AllCodes();
    ReportedFigures figures;
    for (const Bureau& bureau : bureaus_) AddFigures(RowOf(*bureau.department), CountOf(bureau, day), {}, &figures);
    AddFigures(kTotal, CityCount(day), {}, &figures);
    SetFigures(std::move(figures), &plan);
    plan.values = [self = shared_from_this(), day, plan] { return self->CityValues(day, plan); };
    return plan;
  }

  DocumentPlan MonthPlan() const {
    const Month month = Month::Of(context_.period.span.first);
    DocumentPlan plan = Plan(month.Iso(), context_.office.names.name + "　" + WarekiMonth(month), context_.period.span);
    plan.template_name = "kawasaki.headcount-month";
    plan.shown_departments = AllCodes();
    SetFigures(MonthFigures(), &plan);
    plan.values = [self = shared_from_this(), month, plan] { return self->MonthValues(month, plan); };
    return plan;
  }

  std::vector<std::string> AllCodes() const {
    std::vector<std::string> codes;
    for (const Bureau& bureau : bureaus_) {
      for (const Department* department : bureau.All()) codes.push_back(department->code);
    }
    return codes;
  }

  Value BureauValues(const Bureau& bureau, Date day, const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context_, Value(day));
    values.emplace_back("report_number", ReportNumber(plan));
    ValueList groups, rows;
    for (const DepartmentGroup& group : bureau.groups) {
      groups.push_back(GroupValues(bureau, group, day, plan));
      const ValueList& own = groups.back().Find("rows")->list();
      rows.insert(rows.end(), own.begin(), own.end());
    }
    values.emplace_back("date", day);
    values.emplace_back("bureau", DepartmentValue(context_, bureau.department->code));
    values.emplace_back("groups", Value(std::move(groups)));
    values.emplace_back("rows", Value(std::move(rows)));
    values.emplace_back("total", NamedCount(Value(kTotal), CountOf(bureau, day), plan, kTotal));
    return Value(std::move(values));
  }

  Value GroupValues(const Bureau& bureau, const DepartmentGroup& group, Date day, const DocumentPlan& plan) const {
    ValueList rows;
    Headcount sum;
    for (const Department* department : group.departments) {
      const HeadcountRow row = source_(department->code, day);
      sum += row.count;
      if (!HasRow(bureau, group, *department, row.count)) continue;
      const std::string note = NoteText(IsDoubtful(department->code, day), row.missing ? kMissing : row.note);
      rows.push_back(NamedCount(NameOf(*department), row.count, plan, RowOf(*department), note));
    }
    const bool has_subtotal = group.division != nullptr;
    const std::string name = has_subtotal ? group.division->name + "　計" : std::string();
    return Value(ValueMap{{"rows", Value(std::move(rows))},
                          {"has_subtotal", has_subtotal},
                          {"total", NamedCount(Value(name), sum, plan, {})}});
  }

  /// A bureau or division with departments below it has a row only for people of its own.
  bool HasRow(const Bureau& bureau, const DepartmentGroup& group, const Department& department,
              const Headcount& count) const {
    if (count.staff != 0) return true;
    const bool heads_bureau = &department == bureau.department && bureau.All().size() > 1;
    const bool heads_group = &department == group.division && group.departments.size() > 1;
    return !heads_bureau && !heads_group;
  }

  Value NameOf(const Department& department) const {
    const auto& table = context_.records.departments;
    const Origin origin{department.line, table.columns.size() > 1 ? table.columns[1] : std::uint16_t{0},
                        table.file.empty() ? nullptr : &table.file};
    return Value(Scalar(department.name), origin);
  }

  /// Departments and days behind whose numbers an error stands.
  void IndexDoubts() {
    if (context_.findings == nullptr) return;
    for (const Finding& finding : *context_.findings) {
      const auto day = DayOf(finding);
      if (finding.severity == Severity::kError && day) doubts_.emplace(finding.department, *day);
    }
  }

  bool IsDoubtful(const std::string& department, Date day) const { return doubts_.contains({department, day}); }

  bool IsDoubtful(const Bureau& bureau, Date day) const {
    const auto all = bureau.All();
    return std::any_of(all.begin(), all.end(), [&](const Department* at) { return IsDoubtful(at->code, day); });
  }

  /// What a row's 備考 says: 要確認 where an error stands behind its numbers, then the rest.
  static std::string NoteText(bool doubtful, const std::string& rest) {
    if (!doubtful) return rest;
    return rest.empty() ? std::string(kDoubtful) : std::string(kDoubtful) + "　" + rest;
  }

  Headcount CountOf(const Bureau& bureau, Date day) const {
    Headcount sum;
    for (const Department* department : bureau.All()) sum += source_(department->code, day).count;
    return sum;
  }

  std::string MissingText(const Bureau& bureau, Date day) const {
    const auto all = bureau.All();
    const auto missing =
        std::count_if(all.begin(), all.end(), [&](const Department* at) { return source_(at->code, day).missing; });
    if (missing == 0) return {};
    return missing == static_cast<std::ptrdiff_t>(all.size()) ? kMissing : std::string("一部") + kMissing;
  }

  Headcount CityCount(Date day) const {
    Headcount sum;
    for (const Bureau& bureau : bureaus_) sum += CountOf(bureau, day);
    return sum;
  }

  Value CityValues(Date day, const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context_, Value(day));
    values.emplace_back("report_number", ReportNumber(plan));
    ValueList rows;
    for (const Bureau& bureau : bureaus_) {
      const std::string note = NoteText(IsDoubtful(bureau, day), MissingText(bureau, day));
      rows.push_back(
          NamedCount(NameOf(*bureau.department), CountOf(bureau, day), plan, RowOf(*bureau.department), note));
    }
    values.emplace_back("date", day);
    values.emplace_back("bureaus", Value(std::move(rows)));
    values.emplace_back("total", NamedCount(Value(kTotal), CityCount(day), plan, kTotal));
    return Value(std::move(values));
  }

  Value MonthValues(Month month, const DocumentPlan& plan) const {
    ValueMap values = ValuesOf(plan, context_);
    values.emplace_back("report_number", ReportNumber(plan));
    ValueList days, bureaus;
    Headcount total;
    for (const Date day : days_) {
      const Headcount count = CityCount(day);
      total += count;
      const bool doubtful =
          std::any_of(bureaus_.begin(), bureaus_.end(), [&](const Bureau& bureau) { return IsDoubtful(bureau, day); });
      days.push_back(NamedCount(Value(day), count, plan, MonthDayText(day), NoteText(doubtful, "")));
    }
    for (const Bureau& bureau : bureaus_) {
      Headcount sum;
      for (const Date day : days_) sum += CountOf(bureau, day);
      bureaus.push_back(NamedCount(NameOf(*bureau.department), sum, plan, {}));
    }
    values.emplace_back("month", month);
    values.emplace_back("days", Value(std::move(days)));
    values.emplace_back("bureaus", Value(std::move(bureaus)));
    values.emplace_back("total", NamedCount(Value(kMonthTotal), total, plan, kMonthTotal));
    return Value(std::move(values));
  }

  FormContext context_;
  HeadcountSource source_;
  std::vector<Bureau> bureaus_;
  std::vector<Date> days_;
  std::set<std::pair<std::string, Date>> doubts_;
};

/// 応援：市民課2、福祉課1, in the order of the first person sent.
std::string SupportText(const Records& records, const std::vector<std::string>& notes) {
  std::vector<std::pair<std::string, int>> places;
  for (const std::string& note : notes) {
    const Department* known = records.FindDepartment(note);
    const std::string place = known != nullptr ? known->name : note.empty() ? "応援先未記入" : note;
    const auto same = std::find_if(places.begin(), places.end(), [&](const auto& at) { return at.first == place; });
    if (same == places.end()) {
      places.emplace_back(place, 1);
    } else {
      ++same->second;
    }
  }
  std::vector<std::string> texts;
  for (const auto& [place, count] : places) texts.push_back(fmt::format("{}{}", place, count));
  return texts.empty() ? std::string() : "応援：" + Join(texts, "、");
}

}  // namespace

std::vector<Bureau> ReportingBureaus(const FormContext& context) {
  std::vector<Bureau> bureaus = BureausOf(context.records);
  const auto is_bureau = [](const Bureau& at) { return at.department->kind == DepartmentKind::kBureau; };
  if (std::none_of(bureaus.begin(), bureaus.end(), is_bureau)) return bureaus;
  // A department at the top that is no 局 reports in a city of 局 only if people belong to it.
  const HeadcountIndex index(context.records, context.calendar, context.period.span);
  const auto has_people = [&](const Bureau& bureau) {
    const auto all = bureau.All();
    return std::any_of(all.begin(), all.end(), [&](const Department* at) { return index.HasPeople(at->code); });
  };
  std::erase_if(bureaus, [&](const Bureau& at) { return !is_bureau(at) && !has_people(at); });
  return bureaus;
}

std::vector<DocumentPlan> PlanHeadcountOf(const FormContext& context, HeadcountSource source) {
  return std::make_shared<const HeadcountForm>(context, std::move(source))->Plans();
}

HeadcountSource KnownHeadcount(const FormContext& context) {
  const auto index = std::make_shared<const HeadcountIndex>(context.records, context.calendar, context.period.span);
  return [index, &records = context.records](const std::string& department, Date day) {
    return HeadcountRow{index->Of(department, day), SupportText(records, index->SupportNotes(department, day)), false};
  };
}

std::vector<DocumentPlan> PlanHeadcount(const FormContext& context) {
  return PlanHeadcountOf(context, KnownHeadcount(context));
}

ValueMap BlankHeadcount() {
  constexpr std::size_t kRows = 12;
  ValueMap count = CountValues({});
  for (auto& [name, value] : count) value = Value();
  count.emplace_back("name", Value());
  count.emplace_back("note", Value());
  ValueMap unchanged;
  for (const CountColumn& column : kColumns) unchanged.emplace_back(column.name, false);
  count.emplace_back("changed", Value(std::move(unchanged)));
  const ValueList rows(kRows, Value(ValueMap(count)));
  const Value group(ValueMap{{"rows", Value(ValueList(rows))}, {"has_subtotal", false}, {"total", Value()}});
  count[count.size() - 3].second = Value("合計");
  return {{"report_number", Value()},
          {"date", Value()},
          {"month", Value()},
          {"bureau", Value()},
          {"groups", Value(ValueList{group})},
          {"rows", Value(ValueList(rows))},
          {"days", Value(ValueList(rows))},
          {"bureaus", Value(ValueList(rows))},
          {"total", Value(std::move(count))}};
}

}  // namespace chohyo
