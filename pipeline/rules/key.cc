#include "pipeline/rules/key.h"

#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

std::string_view HistoryItemText(HistoryItem item) {
  for (const Column<History>& column : ColumnsOf<History>()) {
    if (column.alias == "item") return ChoiceText(column, ChoiceIndex{static_cast<std::uint8_t>(item)});
  }
  return {};
}

}  // namespace

std::string PersonDayKey(const std::string& staff, Date date) { return staff + "/" + date.Iso(); }

std::string KeyOf(const Department& row) { return row.code; }
std::string KeyOf(const Staff& row) { return row.id; }
std::string KeyOf(const Attendance& row) { return PersonDayKey(row.staff, row.date); }
std::string KeyOf(const Timecard& row) { return PersonDayKey(row.staff, row.date); }
std::string KeyOf(const Contact& row) { return PersonDayKey(row.staff, row.date); }
std::string KeyOf(const Roster& row) { return row.department; }
std::string KeyOf(const RosterDay& row) { return PersonDayKey(row.staff, row.date); }
std::string KeyOf(const RosterPerson& row) { return row.staff + "/" + row.month.Iso(); }
std::string KeyOf(const Task& row) { return row.department; }
std::string KeyOf(const Registration& row) { return PersonDayKey(row.staff, row.applied); }
std::string KeyOf(const TeleworkPlan& row) { return PersonDayKey(row.staff, row.from); }
std::string KeyOf(const TeleworkTask& row) { return PersonDayKey(row.staff, row.date) + "/" + row.slot.Text(); }
std::string KeyOf(const StandbyCase& row) { return row.id; }
std::string KeyOf(const StandbyDay& row) { return row.standby_case; }
std::string KeyOf(const Device& row) { return row.id; }
std::string KeyOf(const Loan& row) { return row.id; }
std::string KeyOf(const Incident& row) { return row.id; }
std::string KeyOf(const PersonalNumberAsset& row) { return row.use + "/" + row.file; }
std::string KeyOf(const PersonalNumberStaff& row) { return row.use + "/" + row.staff; }

std::string KeyOf(const Waiver& row) {
  return row.rule + "/" + (row.staff.empty() ? row.department : row.staff) + "/" + row.from.Iso();
}

std::string KeyOf(const History& row) {
  const std::string key = row.month.Iso() + "/" + std::string(HistoryItemText(row.item));
  return row.department.empty() ? key : key + "/" + row.department;
}

std::string KeyOf(const Closure& row) { return row.date.Iso(); }

}  // namespace chohyo
