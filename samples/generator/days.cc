#include "samples/generator/days.h"

namespace chohyo::city {
namespace {

struct ShiftHours {
  std::int16_t start, end;
};

ShiftHours HoursOf(Shift shift) {
  switch (shift) {
    case Shift::kA: return {450, 975};
    case Shift::kC: return {570, 1095};
    case Shift::kD: return {630, 1155};
    default: return {kDayStart, kDayEnd};
  }
}

/// The weekday on which someone who works on Saturday rests; never a holiday. Nothing if the week has none.
std::optional<Date> RestDay(const City& city, Date monday, std::uint32_t place) {
  for (int i = 0; i < 5; ++i) {
    const Date day = monday + static_cast<int>((place + static_cast<std::uint32_t>(i)) % 5);
    if (city.IsWorkingDay(day)) return day;
  }
  return std::nullopt;
}

int WeekNumber(const City& city, Date date) { return (date.MondayOfWeek() - city.month.first().MondayOfWeek()) / 7; }

bool IsWholeWeek(const City& city, Date monday) {
  return city.month.first() <= monday && monday + 6 <= city.month.last();
}

/// Moves one working day to Saturday in the weeks that are this person's turn.
void RotateWeeks(const City& city, Person* person) {
  ForEachDay(city.month, [&](Date monday) {
    if (monday.weekday() != Weekday::kMonday || !IsWholeWeek(city, monday)) return;
    const Date saturday = monday + 5;
    const auto turn = person->place_in_unit + static_cast<std::uint32_t>(WeekNumber(city, monday));
    const auto rest = RestDay(city, monday, person->place_in_unit);
    if (turn % 3 != 0 || !rest || city.calendar.IsHoliday(saturday)) return;
    if (!person->InOffice(saturday) || !person->InOffice(*rest)) return;
    person->On(*rest).sign = Shift::kNone;
    person->On(saturday).sign = Shift::kB;
  });
}

void PlanSignsOf(const City& city, RosterMethod method, Person* person) {
  constexpr Shift kTurns[] = {Shift::kB, Shift::kA, Shift::kC, Shift::kD};
  ForEachDay(city.month, [&](Date date) {
    if (!city.IsWorkingDay(date) || !person->InOffice(date)) return;
    const auto turn = person->place_in_unit + static_cast<std::uint32_t>(WeekNumber(city, date));
    person->On(date).sign = method == RosterMethod::kRotation ? Shift::kB : kTurns[turn % 4];
  });
  if (method == RosterMethod::kRotation) RotateWeeks(city, person);
}

/// The sign of a day away from the office is the plain one: staggered hours are for the office.
void PlainSign(Day* day) {
  if (day->sign != Shift::kNone) day->sign = Shift::kB;
}

void TreatCaseDay(const CityCase& standby, Day* day) {
  switch (standby.kind) {
    case CaseKind::kBcpStandby: MakeStandby(day); break;
    case CaseKind::kCloseContact:
    case CaseKind::kFamilyInfected:
      if (standby.restraint == "有") {
        MakeAway(Status::kSpecialLeave, 0, day);
        day->asks_health = true;
      } else {
        MakeTelework(day);
      }
      break;
    default: MakeAway(Status::kSpecialLeave, 0, day); day->asks_health = standby.kind != CaseKind::kSchoolClosure;
  }
}

/// One ordinary day in the office turns into something else now and then.
class OrdinaryDay {
 public:
  OrdinaryDay(City* city, Random* random) : city_(city), random_(random) {}

  void Live(const Person& person, Day* day) {
    const int dice = random_->Below(1000);
    if (dice < 36) return MakeAway(Status::kAnnualLeave, 0, day);
    if (dice < 46) return HalfLeave(day);
    if (dice < 56) return HourLeave(day);
    if (dice < 60) return MakeAway(Status::kSpecialLeave, Note("忌引"), day);
    if (dice < 65) return MakeAway(Status::kSickLeave, 0, day);
    if (dice < 82) return MakeAway(Status::kTrip, Note("県庁（事務打合せ）"), day);
    if (dice < 96) return Support(person, day);
    if (dice < 100) return Late(day);
    if (dice < 101) return MakeAway(Status::kAbsent, 0, day);
    if (dice < 230) Overtime(person, day);
  }

 private:
  std::uint16_t Note(const char* text) { return city_->NoteIndex(text); }

  void HalfLeave(Day* day) {
    const ShiftHours hours = HoursOf(day->sign);
    day->status = Status::kHalfLeave;
    day->start = static_cast<std::int16_t>(hours.end - 255);
    day->note = Note("午後");
  }
  void HourLeave(Day* day) {
    day->leave_end = day->end;
    day->leave_start = static_cast<std::int16_t>(day->end - 60 * random_->Between(1, 2));
  }
  void Support(const Person& person, Day* day) {
    const Unit* other = &random_->Pick(city_->units);
    while (other->kind != DepartmentKind::kSection || other->code == city_->units[person.unit].code) {
      other = &random_->Pick(city_->units);
    }
    day->status = Status::kSupport;
    day->note = Note(other->name.c_str());
  }
  void Late(Day* day) {
    day->status = Status::kLate;
    day->start = static_cast<std::int16_t>(day->start + 10 + random_->Below(40));
    day->note = Note("電車遅延");
  }
  void Overtime(const Person& person, Day* day) {
    const bool staggered = day->sign != Shift::kNone && day->sign != Shift::kB;
    if (staggered || person.appointment == Appointment::kFiscalYear) return;
    day->overtime = static_cast<std::int16_t>(30 * random_->Between(1, 6));
    day->end = static_cast<std::int16_t>(day->end + day->overtime);
  }

  City* city_;
  Random* random_;
};

bool ComesToOffice(Status status) {
  return status == Status::kPresent || status == Status::kSupport || status == Status::kHalfLeave ||
         status == Status::kHourLeave || status == Status::kLate;
}

void PlanCard(Random* random, Day* day) {
  if (!ComesToOffice(day->status)) return;
  const bool half = day->status == Status::kHalfLeave;
  const int start = half ? HoursOf(day->sign).start : day->start;
  const int end = half ? day->start - 45 : day->end;
  const int leaves = day->leave_start >= 0 ? day->leave_start : end;
  const int early = day->status == Status::kLate ? 0 : random->Below(25);
  day->in = static_cast<std::int16_t>(start - early);
  day->out = static_cast<std::int16_t>(leaves + random->Below(9));
}

std::optional<Date> NextDayOn(const City& city, const Person& person, Date date) {
  for (Date next = date + 1; next <= city.month.last(); ++next) {
    if (IsOn(city, person, next)) return next;
  }
  return std::nullopt;
}

}  // namespace

bool IsOn(const City& city, const Person& person, Date date) {
  if (!person.InOffice(date)) return false;
  if (city.units[person.unit].method != RosterMethod::kNone) return person.On(date).sign != Shift::kNone;
  return city.IsWorkingDay(date);
}

void PlanSigns(City* city) {
  for (Person& person : city->people) {
    const RosterMethod method = city->units[person.unit].method;
    if (method != RosterMethod::kNone) PlanSignsOf(*city, method, &person);
  }
}

void PlanOffice(City* city) {
  for (Person& person : city->people) {
    ForEachDay(city->month, [&](Date date) {
      Day& day = person.On(date);
      if (!IsOn(*city, person, date)) {
        const bool rests = person.InOffice(date) && city->IsWorkingDay(date);
        day.status = rests ? Status::kWeekDayOff : Status::kNone;
        return;
      }
      const ShiftHours hours = HoursOf(day.sign);
      day.status = Status::kPresent;
      day.start = hours.start;
      day.end = hours.end;
    });
  }
}

void MakeTelework(Day* day) {
  PlainSign(day);
  day->status = Status::kTelework;
  day->start = kDayStart;
  day->end = kDayEnd;
}

void MakeStandby(Day* day) {
  MakeTelework(day);
  day->status = Status::kStandby;
}

void MakeAway(Status status, std::uint16_t note, Day* day) {
  day->status = status;
  day->start = day->end = -1;
  day->overtime = 0;
  day->note = note;
}

void ApplyPlans(City* city) {
  for (const CityPlan& plan : city->plans) {
    for (Date date = plan.from; date <= plan.to; ++date) MakeTelework(&city->people[plan.person].On(date));
  }
}

void ApplyCases(City* city) {
  for (const CityCase& standby : city->cases) {
    Person& person = city->people[standby.person];
    ForEachDay(city->month, [&](Date date) {
      if (date < standby.from || (standby.to && *standby.to < date) || !IsOn(*city, person, date)) return;
      PlainSign(&person.On(date));
      TreatCaseDay(standby, &person.On(date));
    });
  }
}

void PlanAlternation(City* city) {
  for (Person& person : city->people) {
    if (!city->units[person.unit].alternates || person.place_in_unit == 0) continue;
    ForEachDay(city->month, [&](Date date) {
      Day& day = person.On(date);
      const bool turn = (static_cast<std::uint32_t>(date.day()) + 2 * person.place_in_unit) % 5 == 0;
      if (turn && day.status == Status::kPresent) MakeStandby(&day);
    });
  }
}

void PlanOrdinaryDays(std::uint64_t seed, City* city) {
  std::uint64_t number = 0;
  for (Person& person : city->people) {
    Random random(seed ^ (++number << 20));
    OrdinaryDay ordinary(city, &random);
    for (Day& day : person.days) {
      if (day.status == Status::kPresent) ordinary.Live(person, &day);
    }
  }
}

void PlanCards(std::uint64_t seed, City* city) {
  std::uint64_t number = 0;
  for (Person& person : city->people) {
    Random random(~seed ^ (++number << 20));
    for (Day& day : person.days) PlanCard(&random, &day);
  }
}

void PlanContacts(City* city) {
  for (Person& person : city->people) {
    ForEachDay(city->month, [&](Date date) {
      Day& day = person.On(date);
      if (day.status != Status::kStandby && day.status != Status::kTelework) return;
      day.starts_contact = day.ends_contact = true;
      if (day.status != Status::kStandby) return;
      if (const auto next = NextDayOn(*city, person, date)) person.On(*next).reports = true;
    });
  }
}

}  // namespace chohyo::city
