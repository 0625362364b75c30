// Plans what everybody does on each day of the month, step by step; a sample may change days between the steps.
#pragma once

#include "samples/generator/city.h"

namespace chohyo::city {

/// Times that attendance and contacts turn on, in minutes since midnight.
constexpr std::int16_t kDayStart = 8 * 60 + 30;
constexpr std::int16_t kDayEnd = 17 * 60 + 15;

/// Calls visit(date) for every day of the month.
template <typename Visit>
void ForEachDay(Month month, Visit visit) {
  for (Date date = month.first(); date <= month.last(); ++date) visit(date);
}

/// A day on which the person is to work: by the roster's sign, else by the calendar.
bool IsOn(const City& city, const Person& person, Date date);

/// Signs of the rosters: rotation with Saturdays worked by turns, staggered shifts that change by the week.
void PlanSigns(City* city);
/// Everybody in the office on every day they are on.
void PlanOffice(City* city);
/// Days of telework plans.
void ApplyPlans(City* city);
/// Days of standby cases, as each kind wants them treated.
void ApplyCases(City* city);
/// Standby by turns in the sections that alternate.
void PlanAlternation(City* city);
/// Leave, trips, support, overtime: what happens on ordinary days.
void PlanOrdinaryDays(std::uint64_t seed, City* city);
/// Times of the time cards, for the days on which people come to the office.
void PlanCards(std::uint64_t seed, City* city);
/// Which days need contacts and reports.
void PlanContacts(City* city);

/// Turns a day into another kind; times and sign are set to fit.
void MakeTelework(Day* day);
void MakeStandby(Day* day);
void MakeAway(Status status, std::uint16_t note, Day* day);

}  // namespace chohyo::city
