// How messages of rules call people, days and times, in the current language.
#pragma once

#include <optional>
#include <string>

#include "pipeline/base/date.h"
#include "pipeline/model/records.h"

namespace chohyo {

/// "金子　孝（001142）"; in English "金子　孝 (001142)".
std::string PersonText(const Staff& person);

/// "市民課（020101）"; the code alone for a department that no table has.
std::string DepartmentText(const Records& records, const std::string& code);

/// "令和3年1月26日（火）"; in English "2021-01-26 (Tue)".
std::string DayText(Date date);

/// "1月26日（火）"; in English "01-26 (Tue)": a further day of a message whose year is clear.
std::string ShortDayText(Date date);

/// "8:30–17:15"
std::string SpanText(TimeOfDay start, TimeOfDay end);

/// "8:45": a length of time.
std::string LengthText(Minutes minutes);

/// "感染（R02-0001）", in English "感染 (R02-0001)".
std::string CaseText(const StandbyCase& standby);

}  // namespace chohyo
