// An invented city on its way to tables: its people, and what each of them does on each day of one month.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/date.h"
#include "pipeline/base/holidays.h"
#include "pipeline/model/records.h"
#include "samples/generator/random.h"

namespace chohyo::city {

/// What one person does on one day. Times are minutes since midnight, −1 = none.
struct Day {
  Status status = Status::kNone;  ///< kNone: no attendance row
  Shift sign = Shift::kNone;      ///< the roster's sign
  std::int16_t start = -1, end = -1;
  std::int16_t overtime = 0;
  std::int16_t in = -1, out = -1;                 ///< time card
  std::int16_t leave_start = -1, leave_end = -1;  ///< hourly leave: a second attendance row
  bool starts_contact = false, ends_contact = false;
  bool reports = false;         ///< reports on the standby day before
  bool asks_health = false;     ///< the head asks after the person's health
  bool result_missing = false;  ///< one telework slot without its result
  std::uint16_t note = 0;       ///< index into City::notes
};

struct Unit {
  std::string code, name, parent;
  DepartmentKind kind = DepartmentKind::kSection;
  RosterMethod method = RosterMethod::kNone;
  bool alternates = false;  ///< part of its people stand by at home by turns
  int size = 0;             ///< people planned
  std::vector<std::uint32_t> people;
};

struct Person {
  std::string id, name, kana;
  std::uint32_t unit = 0;
  std::string title;
  Appointment appointment = Appointment::kRegular;
  std::string sex;
  std::string birth;  ///< as its cell is written
  std::string postcode, address, phone;
  Date from;
  std::optional<Date> until;
  bool teleworks = false;
  bool has_case = false;
  std::uint32_t place_in_unit = 0;
  std::array<Day, 31> days;

  bool InOffice(Date date) const { return from <= date && (!until || date <= *until); }
  Day& On(Date date) { return days[static_cast<std::size_t>(date.day() - 1)]; }
  const Day& On(Date date) const { return days[static_cast<std::size_t>(date.day() - 1)]; }
};

struct CityPlan {
  std::uint32_t person = 0;
  Date from, to, submitted, approved;
};

struct CityRegistration {
  std::uint32_t person = 0;
  Date applied;
  std::string reason, detail, frequency, note;
  Date approved;
  std::optional<Date> revoked;
};

struct CityLoan {
  std::string id;
  std::uint32_t person = 0;
  Date applied, from;
  std::optional<Date> to;
  std::string items, data, data_class, device;
  Date approved;
  std::optional<Date> returned, erased;
  std::string erased_by;
};

struct CaseStretch {
  Date from, to;
  std::string related_action, action;
};

struct CityCase {
  std::string id;
  std::uint32_t person = 0;
  CaseKind kind = CaseKind::kNone;
  std::string related;
  Date from;
  std::optional<Date> to;
  std::string background, related_state, state, family_state, advice;
  std::string restraint;
  Date reported;
  std::string reporter;
  std::vector<CaseStretch> stretches;
};

/// A contact besides those that the days ask for.
struct CityContact {
  Date date;
  int minutes = 0;
  std::uint32_t person = 0;
  std::string kind, means, text, health;
};

using Rows = std::vector<std::vector<std::string>>;

/// Everything that becomes a table. Members named `…_rows` hold rows in the order of the schema's columns.
struct City {
  Month month;
  std::uint64_t seed = 1;
  WorkCalendar calendar;
  std::string configuration;  ///< chohyo.yaml
  std::vector<Unit> units;
  std::vector<Person> people;
  std::vector<std::string> notes{""};
  std::vector<CityCase> cases;
  std::vector<CityPlan> plans;
  std::vector<CityRegistration> registrations;
  std::vector<CityLoan> loans;
  Rows device_rows, task_rows, incident_rows, asset_rows, number_staff_rows, waiver_rows, history_rows, closure_rows;
  std::vector<CityContact> contacts;  ///< besides those that the days ask for
  std::vector<std::string>
      extensions;  ///< telephone extension per person, a column that the schema lacks; may be empty

  std::uint16_t NoteIndex(const std::string& note);
  /// A working day by the calendar.
  bool IsWorkingDay(Date date) const { return calendar.IsWorkingDay(date); }
  /// The `count`th working day before a date.
  Date WorkingDayBefore(Date date, int count) const;
  /// The head's place in `people`, of the unit or the nearest one above.
  std::uint32_t HeadOf(std::uint32_t unit) const;
  std::uint32_t UnitIndex(const std::string& code) const;
};

/// What the caller asks for.
struct CityRequest {
  int staff = 60;
  Month month{2021, 1};
  std::uint64_t seed = 1;
  bool cp932_names = false;  ///< only names that CP932 can hold
};

/// A city of any size.
City InventCity(const CityRequest& request);

/// The sample city 若葉市 in January 2021: hand-written people and special records over the same planner.
City WakabaCity();

}  // namespace chohyo::city
