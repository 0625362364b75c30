#include "pipeline/rules/wording.h"

#include <array>
#include <string_view>

#include "pipeline/base/era.h"
#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

std::string_view WeekdayEnglish(Date date) {
  constexpr std::array<std::string_view, 7> names = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return names[static_cast<std::size_t>(date.weekday())];
}

}  // namespace

std::string PersonText(const Staff& person) { return Say("{}（{}）", "{} ({})", person.name, person.id); }

std::string DepartmentText(const Records& records, const std::string& code) {
  const Department* department = records.FindDepartment(code);
  return department == nullptr ? code : Say("{}（{}）", "{} ({})", department->name, code);
}

std::string DayText(Date date) {
  if (CurrentLang() == Lang::kEn) return fmt::format("{} ({})", date.Iso(), WeekdayEnglish(date));
  return fmt::format("{}（{}）", Wareki(date), WeekdayKanji(date.weekday()));
}

std::string ShortDayText(Date date) {
  if (CurrentLang() == Lang::kEn) return fmt::format("{} ({})", date.Iso().substr(5), WeekdayEnglish(date));
  return fmt::format("{}月{}日（{}）", date.month(), date.day(), WeekdayKanji(date.weekday()));
}

std::string SpanText(TimeOfDay start, TimeOfDay end) { return start.Text() + "–" + end.Text(); }

std::string LengthText(Minutes minutes) { return fmt::format("{}:{:02}", minutes.value / 60, minutes.value % 60); }

std::string CaseText(const StandbyCase& standby) {
  return Say("{}（{}）", "{} ({})", CaseKindText(standby.kind), standby.id);
}

}  // namespace chohyo
