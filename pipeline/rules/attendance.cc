#include "pipeline/rules/attendance.h"

namespace chohyo {

const std::vector<Rule>& AttendanceRules() {
  static const std::vector<Rule> rules = {
      {{"attendance.missing", Severity::kWarning, "勤務日に勤怠の行がない", "working day without an attendance row",
        "kawasaki"},
       CheckAttendanceMissing},
      {{"attendance.conflict", Severity::kError, "自宅待機・在宅勤務計画・勤務のない日と食い違う勤怠",
        "attendance at odds with standby, telework plan or day off", ""},
       CheckAttendanceConflict},
  };
  return rules;
}

}  // namespace chohyo
