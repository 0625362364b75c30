// How findings call a record: the key of the contract, its parts joined by '/'.
#pragma once

#include <string>

#include "pipeline/model/records.h"

namespace chohyo {

/// "0110/2021-01-13": a person and a day.
std::string PersonDayKey(const std::string& staff, Date date);

/// The key that findings about a record carry. Rosters and tasks go by their department; records of a day without a
/// key of their own (contacts) by person and day; the days of a case by the case.
std::string KeyOf(const Department& row);
std::string KeyOf(const Staff& row);
std::string KeyOf(const Attendance& row);
std::string KeyOf(const Timecard& row);
std::string KeyOf(const Contact& row);
std::string KeyOf(const Roster& row);
std::string KeyOf(const RosterDay& row);
/// A wide roster row has no day: person and month.
std::string KeyOf(const RosterPerson& row);
std::string KeyOf(const Task& row);
std::string KeyOf(const Registration& row);
std::string KeyOf(const TeleworkPlan& row);
std::string KeyOf(const TeleworkTask& row);
std::string KeyOf(const StandbyCase& row);
std::string KeyOf(const StandbyDay& row);
std::string KeyOf(const Device& row);
std::string KeyOf(const Loan& row);
std::string KeyOf(const Incident& row);
std::string KeyOf(const PersonalNumberAsset& row);
std::string KeyOf(const PersonalNumberStaff& row);
std::string KeyOf(const Waiver& row);
std::string KeyOf(const History& row);
std::string KeyOf(const Closure& row);

}  // namespace chohyo
