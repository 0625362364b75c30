// Days, months, times of day and working days.
#include <array>
#include <cmath>
#include <set>

#include "pipeline/formula/excel_date.h"
#include "pipeline/formula/function_call.h"
#include "pipeline/formula/number_code.h"
#include "pipeline/formula/text_number.h"

namespace chohyo {
namespace {

ExcelDay DayOf(double number) {
  constexpr double kFar = 1e9;
  const auto day = std::abs(number) < kFar ? ExcelDayOf(static_cast<std::int64_t>(std::floor(number))) : std::nullopt;
  if (!day) throw FormulaFailure{ExcelError::kNum};
  return *day;
}

double NumberOfDay(int year, int month, int day) {
  const auto number = ExcelDayNumber(year, month, day);
  if (!number) throw FormulaFailure{ExcelError::kNum};
  return *number;
}

ExcelDay DayArgument(FunctionCall& call, std::size_t i) { return DayOf(call.Number(i)); }

Operand DateFunction(FunctionCall& call) {
  const int year = call.Integer(0);
  return NumberOfDay(year >= 0 && year < 1900 ? year + 1900 : year, call.Integer(1), call.Integer(2));
}

Operand TimeFunction(FunctionCall& call) {
  const double seconds = call.Integer(0) * 3600.0 + call.Integer(1) * 60.0 + call.Integer(2);
  if (seconds < 0) return ExcelError::kNum;
  return std::fmod(seconds / 86400, 1);
}

Operand Year(FunctionCall& call) { return static_cast<double>(DayArgument(call, 0).year); }
Operand MonthFunction(FunctionCall& call) { return static_cast<double>(DayArgument(call, 0).month); }
Operand Day(FunctionCall& call) { return static_cast<double>(DayArgument(call, 0).day); }

ClockTime ClockArgument(FunctionCall& call) {
  const double number = call.Number(0);
  if (number < 0 || number > kLastExcelDay + 1) throw FormulaFailure{ExcelError::kNum};
  return ClockOf(number, 0);
}

Operand Hour(FunctionCall& call) { return static_cast<double>(ClockArgument(call).hours); }
Operand Minute(FunctionCall& call) { return static_cast<double>(ClockArgument(call).minutes); }
Operand Second(FunctionCall& call) { return static_cast<double>(ClockArgument(call).seconds); }

/// Kinds 1 (Sunday = 1), 2 (Monday = 1), 3 (Monday = 0), 11–17 (Monday … Sunday = 1).
Operand WeekdayFunction(FunctionCall& call) {
  const int weekday = DayArgument(call, 0).weekday;
  const int kind = call.Integer(1, 1);
  if (kind == 1) return weekday + 1.0;
  if (kind == 3) return (weekday + 6) % 7 + 0.0;
  const int first = kind == 2 ? 1 : kind - 10;
  if (first < 1 || first > 7) return ExcelError::kNum;
  return (weekday - first + 7) % 7 + 1.0;
}

double IsoWeek(double number) {
  const double monday = std::floor(number) - (DayOf(number).weekday + 6) % 7;
  const ExcelDay thursday = DayOf(monday + 3);
  return std::floor((monday + 3 - NumberOfDay(thursday.year, 1, 1)) / 7) + 1;
}

Operand WeekNum(FunctionCall& call) {
  const double number = std::floor(call.Number(0));
  const int kind = call.Integer(1, 1);
  if (kind == 21) return IsoWeek(number);
  const int first = kind == 1 ? 0 : kind == 2 ? 1 : kind >= 11 && kind <= 17 ? (kind - 10) % 7 : -1;
  if (first < 0) return ExcelError::kNum;
  const double new_year = NumberOfDay(DayOf(number).year, 1, 1);
  const int lead = (DayOf(new_year).weekday - first + 7) % 7;
  return std::floor((number - new_year + lead) / 7) + 1;
}

Operand IsoWeekNum(FunctionCall& call) { return IsoWeek(call.Number(0)); }

int DaysOfMonth(int year, int month) {
  return static_cast<int>(NumberOfDay(year, month + 1, 1) - NumberOfDay(year, month, 1));
}

Operand EDate(FunctionCall& call) {
  const ExcelDay day = DayArgument(call, 0);
  const int month = day.month + call.Integer(1);
  return NumberOfDay(day.year, month, std::min(day.day, DaysOfMonth(day.year, month)));
}

Operand EoMonth(FunctionCall& call) {
  const ExcelDay day = DayArgument(call, 0);
  return NumberOfDay(day.year, day.month + call.Integer(1) + 1, 1) - 1;
}

double FullMonths(const ExcelDay& from, const ExcelDay& to) {
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}

Operand DateDif(FunctionCall& call) {
  const double first = std::floor(call.Number(0));
  const double last = std::floor(call.Number(1));
  const std::string unit = FoldCase(call.Text(2));
  if (first > last) return ExcelError::kNum;
  const ExcelDay from = DayOf(first);
  const ExcelDay to = DayOf(last);
  const double months = FullMonths(from, to);
  if (unit == "y") return std::floor(months / 12);
  if (unit == "m") return months;
  if (unit == "d") return last - first;
  if (unit == "ym") return std::fmod(months, 12);
  if (unit == "md") return last - NumberOfDay(to.year, to.month - (to.day < from.day ? 1 : 0), from.day);
  if (unit != "yd") return ExcelError::kNum;
  const bool before = to.month < from.month || (to.month == from.month && to.day < from.day);
  return last - NumberOfDay(to.year - (before ? 1 : 0), from.month, from.day);
}

Operand Days(FunctionCall& call) { return std::floor(call.Number(0)) - std::floor(call.Number(1)); }

Operand Days360(FunctionCall& call) {
  const ExcelDay from = DayArgument(call, 0);
  const ExcelDay to = DayArgument(call, 1);
  const int first = std::min(from.day, 30);
  const bool european = call.Flag(2, false);
  const int last = to.day == 31 && (european || first == 30) ? 30 : to.day;
  return (to.year - from.year) * 360.0 + (to.month - from.month) * 30.0 + last - first;
}

/// Which days are off: Saturdays and Sundays or what the code or pattern says, and the holidays given.
class WorkDays {
 public:
  WorkDays(FunctionCall* call, std::optional<std::size_t> weekend, std::size_t holidays) {
    off_ = {true, false, false, false, false, false, true};
    if (weekend && call->Given(*weekend)) ReadWeekend(call->Sound(*weekend));
    if (!call->Given(holidays)) return;
    call->EachValue(holidays, [&](const ExcelValue& value, bool in_cells) {
      if (IsEmpty(value) || (in_cells && !IsNumber(value) && !IsText(value))) return;
      holidays_.insert(std::floor(ToNumber(value, call->evaluator().Today())));
    });
  }

  bool Works(double number) const {
    const auto weekday = static_cast<std::size_t>(std::fmod(number + 6, 7));
    return !off_.at(weekday) && !holidays_.contains(number);
  }
  bool NeverWorks() const {
    for (const bool off : off_) {
      if (!off) return false;
    }
    return true;
  }

 private:
  /// 1 = Saturday and Sunday … 7 = Friday and Saturday; 11 = Sunday … 17 = Saturday; or "0000011" from Monday on.
  void ReadWeekend(const ExcelValue& weekend) {
    off_ = {};
    if (IsText(weekend)) {
      const std::string& pattern = std::get<std::string>(weekend);
      if (pattern.size() != 7 || pattern.find_first_not_of("01") != std::string::npos)
        throw FormulaFailure{ExcelError::kValue};
      for (std::size_t i = 0; i < 7; ++i) off_.at((i + 1) % 7) = pattern[i] == '1';
      return;
    }
    const double code = std::floor(ToNumber(weekend, 0));
    if (code >= 1 && code <= 7) {
      const auto first = static_cast<std::size_t>(code) + 5;
      off_.at(first % 7) = true;
      off_.at((first + 1) % 7) = true;
    } else if (code >= 11 && code <= 17) {
      off_.at(static_cast<std::size_t>(code) - 11) = true;
    } else {
      throw FormulaFailure{ExcelError::kNum};
    }
  }

  std::array<bool, 7> off_{};
  std::set<double> holidays_;
};

double DayNumber(FunctionCall& call, std::size_t i) {
  const double number = std::floor(call.Number(i));
  if (!(number >= 0) || number > kLastExcelDay) throw FormulaFailure{ExcelError::kNum};
  return number;
}

double CountWorkDays(FunctionCall& call, const WorkDays& days) {
  const double first = DayNumber(call, 0);
  const double last = DayNumber(call, 1);
  double count = 0;
  for (double day = std::min(first, last); day <= std::max(first, last); ++day) count += days.Works(day) ? 1 : 0;
  return first <= last ? count : -count;
}

double StepWorkDays(FunctionCall& call, const WorkDays& days) {
  double day = DayNumber(call, 0);
  const int count = call.Integer(1);
  if (days.NeverWorks()) throw FormulaFailure{ExcelError::kValue};
  for (int left = std::abs(count); left > 0;) {
    day += count > 0 ? 1 : -1;
    if (day < 0 || day > kLastExcelDay) throw FormulaFailure{ExcelError::kNum};
    if (days.Works(day)) --left;
  }
  return day;
}

Operand NetworkDays(FunctionCall& call) { return CountWorkDays(call, WorkDays(&call, std::nullopt, 2)); }
Operand NetworkDaysIntl(FunctionCall& call) { return CountWorkDays(call, WorkDays(&call, 2, 3)); }
Operand WorkDay(FunctionCall& call) { return StepWorkDays(call, WorkDays(&call, std::nullopt, 2)); }
Operand WorkDayIntl(FunctionCall& call) { return StepWorkDays(call, WorkDays(&call, 2, 3)); }

double ReadDay(FunctionCall& call) {
  const auto day = DayOfText(call.Text(0), call.evaluator().Today());
  if (!day) throw FormulaFailure{ExcelError::kValue};
  return *day;
}

Operand DateValue(FunctionCall& call) { return std::floor(ReadDay(call)); }
Operand TimeValue(FunctionCall& call) { return std::fmod(ReadDay(call), 1); }
Operand Today(FunctionCall& call) { return std::floor(call.evaluator().Today()); }
Operand Now(FunctionCall& call) { return call.evaluator().Today(); }

Operand DateString(FunctionCall& call) {
  DayArgument(call, 0);
  return ShowByCode(call.Number(0), "gggee\"年\"mm\"月\"dd\"日\"").text;
}

constexpr std::array kFunctions = {
    FunctionEntry{"DATE", 3, 3, "v", DateFunction},
    FunctionEntry{"TIME", 3, 3, "v", TimeFunction},
    FunctionEntry{"YEAR", 1, 1, "v", Year},
    FunctionEntry{"MONTH", 1, 1, "v", MonthFunction},
    FunctionEntry{"DAY", 1, 1, "v", Day},
    FunctionEntry{"HOUR", 1, 1, "v", Hour},
    FunctionEntry{"MINUTE", 1, 1, "v", Minute},
    FunctionEntry{"SECOND", 1, 1, "v", Second},
    FunctionEntry{"WEEKDAY", 1, 2, "v", WeekdayFunction},
    FunctionEntry{"WEEKNUM", 1, 2, "v", WeekNum},
    FunctionEntry{"ISOWEEKNUM", 1, 1, "v", IsoWeekNum},
    FunctionEntry{"EDATE", 2, 2, "v", EDate},
    FunctionEntry{"EOMONTH", 2, 2, "v", EoMonth},
    FunctionEntry{"DATEDIF", 3, 3, "v", DateDif},
    FunctionEntry{"DAYS", 2, 2, "v", Days},
    FunctionEntry{"DAYS360", 2, 3, "v", Days360},
    FunctionEntry{"NETWORKDAYS", 2, 3, "vvr", NetworkDays},
    FunctionEntry{"NETWORKDAYS.INTL", 2, 4, "vvvr", NetworkDaysIntl},
    FunctionEntry{"WORKDAY", 2, 3, "vvr", WorkDay},
    FunctionEntry{"WORKDAY.INTL", 2, 4, "vvvr", WorkDayIntl},
    FunctionEntry{"DATEVALUE", 1, 1, "v", DateValue},
    FunctionEntry{"TIMEVALUE", 1, 1, "v", TimeValue},
    FunctionEntry{"TODAY", 0, 0, "v", Today},
    FunctionEntry{"NOW", 0, 0, "v", Now},
    FunctionEntry{"DATESTRING", 1, 1, "v", DateString},
};

}  // namespace

std::span<const FunctionEntry> DateFunctions() { return kFunctions; }

}  // namespace chohyo
