#include "samples/generator/tables.h"

#include <fmt/format.h>

#include <stdexcept>

#include "samples/generator/contacts.h"
#include "samples/generator/days.h"
#include "samples/generator/slots.h"

namespace chohyo::city {
namespace {

std::string Iso(const std::optional<Date>& date) { return date ? date->Iso() : ""; }

Table Named(std::string_view name) { return Table(*FindTable(name)); }

Table WithRows(std::string_view name, const Rows& rows) {
  Table table = Named(name);
  for (const auto& row : rows) table.Row(row);
  return table;
}

std::string_view KindText(DepartmentKind kind) {
  constexpr std::string_view kTexts[] = {"", "局", "部", "課", "係", "所"};
  return kTexts[static_cast<std::size_t>(kind)];
}

std::string_view AppointmentText(Appointment appointment) {
  constexpr std::string_view kTexts[] = {"",           "正規",   "再任用",    "任期付", "会計年度任用",
                                         "臨時的任用", "非常勤", "条件付採用"};
  return kTexts[static_cast<std::size_t>(appointment)];
}

Table Departments(const City& city) {
  Table table = Named("departments");
  for (const Unit& unit : city.units) {
    table.Cell(unit.code).Cell(unit.name).Cell(unit.parent).Cell(KindText(unit.kind));
    table.Cell(unit.people.empty() ? "" : city.people[unit.people.front()].id);
    table.Cell(fmt::format("d{}@city.wakaba.example", unit.code));
  }
  return table;
}

Table StaffTable(const City& city) {
  Table table = Named("staff");
  if (!city.extensions.empty()) table.AddColumn("内線番号");
  for (std::size_t i = 0; i < city.people.size(); ++i) {
    const Person& person = city.people[i];
    table.Cell(person.id).Cell(person.name).Cell(person.kana).Cell(city.units[person.unit].code).Cell(person.title);
    table.Cell(AppointmentText(person.appointment)).Cell(person.sex).Cell(person.birth).Cell(person.postcode);
    table.Cell(person.address).Cell(person.phone).Cell(fmt::format("s{}@city.wakaba.example", person.id));
    table.Cell(person.from).Cell(Iso(person.until));
    if (!city.extensions.empty()) table.Cell(city.extensions[i]);
  }
  return table;
}

void AddAttendance(const City& city, const Person& person, Date date, Table* table) {
  const Day& day = person.On(date);
  if (day.status == Status::kNone) return;
  table->Cell(date).Cell(person.id).Cell(StatusText(day.status)).Cell(ShiftText(day.sign));
  table->Time(day.start).Time(day.end);
  day.overtime > 0 ? table->Number(day.overtime) : table->Empty();
  table->Cell(city.notes[day.note]);
  if (day.leave_start < 0) return;
  table->Cell(date).Cell(person.id).Cell(StatusText(Status::kHourLeave)).Empty();
  table->Time(day.leave_start).Time(day.leave_end).Empty().Empty();
}

Table AttendanceTable(const City& city) {
  Table table = Named("attendance");
  ForEachDay(city.month, [&](Date date) {
    for (const Person& person : city.people) AddAttendance(city, person, date, &table);
  });
  return table;
}

Table Timecards(const City& city) {
  Table table = Named("timecards");
  ForEachDay(city.month, [&](Date date) {
    for (const Person& person : city.people) {
      const Day& day = person.On(date);
      if (day.in >= 0) table.Cell(date).Cell(person.id).Time(day.in).Time(day.out);
    }
  });
  return table;
}

Table Rosters(const City& city) {
  Table table = Named("rosters");
  for (const Unit& unit : city.units) {
    if (unit.method == RosterMethod::kNone) continue;
    table.Cell(unit.code).Cell(city.month.Iso()).Cell(RosterMethodText(unit.method));
    table.Cell(city.WorkingDayBefore(city.month.first(), 5));
  }
  return table;
}

Table RosterDays(const City& city) {
  Table table = Table::WideRoster();
  for (const Person& person : city.people) {
    if (city.units[person.unit].method == RosterMethod::kNone) continue;
    table.Cell(city.month.Iso()).Cell(person.id);
    for (const Day& day : person.days) table.Cell(ShiftText(day.sign));
  }
  return table;
}

Table Registrations(const City& city) {
  Table table = Named("registrations");
  for (const CityRegistration& one : city.registrations) {
    table.Cell(city.people[one.person].id).Cell(one.applied).Cell(one.reason).Cell(one.detail).Cell("自宅");
    table.Cell(one.frequency).Cell(one.note).Cell(one.approved).Cell(Iso(one.revoked));
  }
  return table;
}

Table TeleworkPlans(const City& city) {
  Table table = Named("telework_plans");
  for (const CityPlan& plan : city.plans) {
    table.Cell(city.people[plan.person].id).Cell(plan.from).Cell(plan.from == plan.to ? "" : plan.to.Iso());
    table.Cell(plan.submitted).Cell(plan.approved);
  }
  return table;
}

Table TeleworkTasks(const City& city) {
  Table table = Named("telework_tasks");
  for (const CityPlan& plan : city.plans) {
    for (Date date = plan.from; date <= plan.to; ++date) AddSlots(city.people[plan.person], date, city.seed, &table);
  }
  return table;
}

Table StandbyCases(const City& city) {
  Table table = Named("standby_cases");
  for (const CityCase& one : city.cases) {
    table.Cell(one.id).Cell(city.people[one.person].id).Cell(CaseKindText(one.kind)).Cell(one.related);
    table.Cell(one.from).Cell(Iso(one.to)).Cell(one.background).Cell(one.related_state).Cell(one.state);
    table.Cell(one.family_state).Cell(one.advice).Cell(one.restraint).Cell(one.reported).Cell(one.reporter);
  }
  return table;
}

Table StandbyDays(const City& city) {
  Table table = Named("standby_days");
  for (const CityCase& one : city.cases) {
    for (const CaseStretch& stretch : one.stretches) {
      table.Cell(one.id).Cell(stretch.from).Cell(stretch.from == stretch.to ? "" : stretch.to.Iso());
      table.Cell(stretch.related_action).Cell(stretch.action);
    }
  }
  return table;
}

/// Only devices that have a reader get a fingerprint.
bool ReadsFingerprints(const City& city, const std::string& device) {
  const auto number = static_cast<std::size_t>(std::stoul(device.substr(3)));
  return city.device_rows[number - 1][2] == "有";
}

Table Loans(const City& city) {
  Table table = Named("loans");
  for (const CityLoan& loan : city.loans) {
    table.Cell(loan.id).Cell(city.people[loan.person].id).Cell(loan.applied).Cell(loan.from).Cell(Iso(loan.to));
    table.Cell(loan.items).Cell(loan.data).Cell(loan.data_class).Cell(loan.device);
    table.Cell(ReadsFingerprints(city, loan.device) ? loan.from.Iso() : "")
        .Cell(loan.approved)
        .Cell(Iso(loan.returned))
        .Cell(Iso(loan.erased))
        .Cell(loan.erased_by);
  }
  return table;
}

struct NamedTable {
  std::string_view name;
  Table (*make)(const City&);
};

constexpr NamedTable kTables[] = {
    {"departments", Departments},
    {"staff", StaffTable},
    {"attendance", AttendanceTable},
    {"timecards", Timecards},
    {"contacts", ContactsTable},
    {"rosters", Rosters},
    {"roster_days", RosterDays},
    {"tasks", [](const City& city) { return WithRows("tasks", city.task_rows); }},
    {"registrations", Registrations},
    {"telework_plans", TeleworkPlans},
    {"telework_tasks", TeleworkTasks},
    {"standby_cases", StandbyCases},
    {"standby_days", StandbyDays},
    {"devices", [](const City& city) { return WithRows("devices", city.device_rows); }},
    {"loans", Loans},
    {"incidents", [](const City& city) { return WithRows("incidents", city.incident_rows); }},
    {"personal_number_assets", [](const City& city) { return WithRows("personal_number_assets", city.asset_rows); }},
    {"personal_number_staff",
     [](const City& city) { return WithRows("personal_number_staff", city.number_staff_rows); }},
    {"waivers", [](const City& city) { return WithRows("waivers", city.waiver_rows); }},
    {"history", [](const City& city) { return WithRows("history", city.history_rows); }},
    {"closures", [](const City& city) { return WithRows("closures", city.closure_rows); }},
};

TableStyle MixedStyle(std::string_view name) {
  using enum TextEncoding;
  TableStyle style;
  if (name == "staff" || name == "attendance") style.encoding = kUtf8Bom;
  if (name == "contacts") style.encoding = kUtf16Le;
  if (name == "departments" || name == "tasks" || name == "timecards") style.encoding = kCp932;
  style.crlf = style.encoding != kUtf8;
  style.workbook = name == "loans";
  return style;
}

}  // namespace

std::vector<std::string> TableNames() {
  std::vector<std::string> names;
  for (const NamedTable& table : kTables) names.emplace_back(table.name);
  return names;
}

Table TableOfCity(std::string_view name, const City& city) {
  for (const NamedTable& table : kTables) {
    if (table.name == name) return table.make(city);
  }
  throw std::runtime_error(fmt::format("{}: no such table", name));
}

TableStyle StyleOf(std::string_view name, EncodingMix mix) {
  TableStyle style;
  if (mix == EncodingMix::kMixed) style = MixedStyle(name);
  if (mix == EncodingMix::kCp932) style.encoding = TextEncoding::kCp932;
  if (mix == EncodingMix::kUtf8) style.crlf = false;
  style.english = name == "timecards" || name == "devices" || name == "waivers";
  if (name == "attendance" || name == "standby_days") style.dates = DateStyle::kSlash;
  if (name == "timecards") style.dates = DateStyle::kCompact;
  if (name == "timecards") style.times = TimeStyle::kCompact;
  if (name == "registrations") style.dates = DateStyle::kEraShort;
  if (name == "rosters" || name == "standby_cases" || name == "incidents") style.dates = DateStyle::kEraLong;
  if (name == "incidents") style.times = TimeStyle::kKanji;
  if (name == "history") style.comment = "# 在宅勤務の実績（年度当初から前月まで）";
  return style;
}

}  // namespace chohyo::city
