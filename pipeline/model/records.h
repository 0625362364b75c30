// The nouns of the office as plain structs, one a table of the contract; each knows the line it came from.
// An optional member is empty where the cell was empty. Choice members are enums whose order is the order of the
// choices in schema.cc; kNone stands for an empty cell.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/base/date.h"

namespace chohyo {

/// What every record carries. The file is the table's (Table::file below).
struct Record {
  std::uint32_t line = 0;            ///< physical line where the record begins, or XLSX row
  std::vector<std::string> unknown;  ///< cells of the unknown columns, in the order of Table::unknown_headers
};

enum class DepartmentKind : std::uint8_t { kNone, kBureau, kDivision, kSection, kSubsection, kOffice };
struct Department : Record {
  std::string code, name, parent;
  DepartmentKind kind = DepartmentKind::kNone;
  std::string head;  ///< staff id
  std::string mail;
};

enum class Appointment : std::uint8_t {
  kNone,
  kRegular,
  kReappointed,
  kFixedTerm,
  kFiscalYear,
  kTemporary,
  kPartTime,
  kConditional
};
struct Staff : Record {
  std::string id, name, kana, department, title;
  Appointment appointment = Appointment::kNone;
  std::string sex;
  std::optional<Date> birth;
  std::string postcode, address, phone, mail;
  std::optional<Date> from, until;
  /// In office on a day: between 採用日 and 退職日, both included; an empty end is open.
  bool InOffice(Date date) const { return (!from || *from <= date) && (!until || date <= *until); }
};

enum class Status : std::uint8_t {
  kNone,
  kPresent,
  kSupport,
  kStandby,
  kTelework,
  kTrip,
  kAnnualLeave,
  kHalfLeave,
  kHourLeave,
  kSpecialLeave,
  kSickLeave,
  kWeekDayOff,
  kHoliday,
  kAbsent,
  kLate
};
enum class Shift : std::uint8_t { kNone, kA, kB, kC, kD };
struct Attendance : Record {
  Date date;
  std::string staff;
  Status status = Status::kNone;
  Shift shift = Shift::kNone;
  std::optional<TimeOfDay> start, end;
  std::optional<Minutes> overtime;
  std::string note;
};

struct Timecard : Record {
  Date date;
  std::string staff;
  std::optional<TimeOfDay> in, out;
};

enum class ContactKind : std::uint8_t { kNone, kStart, kEnd, kAnyTime, kReport, kMeeting };
enum class ContactMeans : std::uint8_t { kNone, kMail, kPhone, kChat, kWebMeeting };
struct Contact : Record {
  Date date;
  TimeOfDay time;
  std::string staff;
  ContactKind kind = ContactKind::kNone;
  ContactMeans means = ContactMeans::kNone;
  std::string text, health;
};

enum class RosterMethod : std::uint8_t { kNone, kRotation, kStaggered };
struct Roster : Record {
  std::string department;
  Month month;
  RosterMethod method = RosterMethod::kNone;
  std::optional<Date> approved;
};

/// One sign of a roster: a wide row gives one of these a filled day, a long row one.
/// A person whose wide row is all empty, or whose long rows carry no sign, still appears in `Records::roster_people`.
struct RosterDay : Record {
  Date date;
  std::string staff;
  Shift shift = Shift::kNone;
  std::uint16_t column = 0;  ///< 1-based column of the sign
};
/// A person with a row in a month's roster.
struct RosterPerson {
  Month month;
  std::string staff;
  std::uint32_t line = 0;  ///< the wide row, or the person's first long row
  bool wide = false;
};

enum class TaskPriority : std::uint8_t { kNone, kA, kB, kC };
enum class TaskClass : std::uint8_t { kNone, kContinue, kReduce, kStop, kNew };
enum class TaskTelework : std::uint8_t { kNone, kYes, kPartly, kNo };
enum class Need : std::uint8_t { kNone, kNeeded, kNotNeeded };
struct Task : Record {
  std::string department, name;
  TaskPriority priority = TaskPriority::kNone;
  TaskClass task_class = TaskClass::kNone;
  std::optional<std::int64_t> usual, need_half, need_all;
  std::vector<std::string> owners, substitutes;
  TaskTelework telework = TaskTelework::kNone;
  Need place_needed = Need::kNone;
  std::string place, equipment;
  std::optional<std::int64_t> lend;
  std::string lend_period, note;
};

enum class RegistrationReason : std::uint8_t { kNone, kChildcare, kNursing, kPregnancy, kHeadApproved };
struct Registration : Record {
  std::string staff;
  Date applied;
  RegistrationReason reason = RegistrationReason::kNone;
  std::string detail, place, frequency, note;
  std::optional<Date> approved, revoked;
};

struct TeleworkPlan : Record {
  std::string staff;
  Date from;
  std::optional<Date> to, submitted, approved;
  /// Empty 終了日: a plan of one day.
  DateSpan span() const { return {from, to.value_or(from)}; }
};

struct TeleworkTask : Record {
  std::string staff;
  Date date;
  TimeOfDay slot;
  std::string plan, result;
};

enum class CaseKind : std::uint8_t {
  kNone,
  kInfected,
  kSuspected,
  kCloseContact,
  kFamilyInfected,
  kSchoolClosure,
  kBcpStandby
};
enum class YesNo : std::uint8_t { kNone, kYes, kNo };
struct StandbyCase : Record {
  std::string id, staff;
  CaseKind kind = CaseKind::kNone;
  std::string related;
  Date from;
  std::optional<Date> to;
  std::string background, related_state, state, family_state, advice;
  YesNo restraint = YesNo::kNone;
  std::optional<Date> reported;
  std::string reporter;
};

struct StandbyDay : Record {
  std::string standby_case;
  Date from;
  std::optional<Date> to;
  std::string related_action, action;
  DateSpan span() const { return {from, to.value_or(from)}; }
};

enum class DeviceState : std::uint8_t { kNone, kStored, kLent, kRepair, kLost, kDisposed };
struct Device : Record {
  std::string id, model;
  YesNo fingerprint = YesNo::kNone;
  DeviceState state = DeviceState::kNone;
};

enum class DataClass : std::uint8_t { kNone, kI, kII, kIII };
struct Loan : Record {
  std::string id, staff;
  Date applied, from;
  std::optional<Date> to;
  std::vector<std::string> items;
  std::string data;
  DataClass data_class = DataClass::kNone;
  std::string device;
  std::optional<Date> fingerprint_set, approved, returned, erased;
  std::string erased_by;
};

enum class IncidentKind : std::uint8_t { kNone, kLoss, kTheft, kMisdelivery, kVirus, kSuspicious, kTampering, kOther };
struct Incident : Record {
  std::string id;
  Date date;
  std::optional<TimeOfDay> time;
  std::string staff;
  IncidentKind kind = IncidentKind::kNone;
  std::string object;
  YesNo personal_number = YesNo::kNone;
  std::string text;
  std::optional<Date> reported;
  std::optional<TimeOfDay> reported_time;
};

struct PersonalNumberAsset : Record {
  std::string use, file, place, measures, years, department;
};

struct PersonalNumberStaff : Record {
  std::string use, staff;
  Date from;
  std::optional<Date> to;
};

struct Waiver : Record {
  std::string rule, staff, department;
  Date from;
  std::optional<Date> to;
  std::string reason, by;
  std::optional<Date> approved;
};

enum class HistoryItem : std::uint8_t { kNone, kTeleworkPeople, kLoanDays };
struct History : Record {
  Month month;
  HistoryItem item = HistoryItem::kNone;
  std::int64_t value = 0;
  std::string department;
};

struct Closure : Record {
  Date date;
  std::string name;
};

/// One table as read: its rows in file order and what the reader learned of the file.
template <typename R>
struct TableOf {
  std::string file;  ///< path as messages show it, e.g. "data/staff.csv"; "" if the office has no such file
  std::vector<R> rows;
  std::vector<std::string> unknown_headers;
  /// Column number (1-based) of each schema column in the file, 0 where absent; same order as the schema.
  std::vector<std::uint16_t> columns;
};

/// Everything the office's tables say. Rows with an unreadable or missing cell are not here (they are findings).
struct Records {
  TableOf<Department> departments;
  TableOf<Staff> staff;
  TableOf<Attendance> attendance;
  TableOf<Timecard> timecards;
  TableOf<Contact> contacts;
  TableOf<Roster> rosters;
  TableOf<RosterDay> roster_days;
  std::vector<RosterPerson> roster_people;
  /// Lines of long rows that say a day has no sign, by staff id and day.
  std::map<std::pair<std::string, Date>, std::uint32_t> roster_blanks;
  TableOf<Task> tasks;
  TableOf<Registration> registrations;
  TableOf<TeleworkPlan> telework_plans;
  TableOf<TeleworkTask> telework_tasks;
  TableOf<StandbyCase> standby_cases;
  TableOf<StandbyDay> standby_days;
  TableOf<Device> devices;
  TableOf<Loan> loans;
  TableOf<Incident> incidents;
  TableOf<PersonalNumberAsset> personal_number_assets;
  TableOf<PersonalNumberStaff> personal_number_staff;
  TableOf<Waiver> waivers;
  TableOf<History> history;
  TableOf<Closure> closures;

  /// First record with the key; nullptr if none. Built by BuildIndex.
  const Staff* FindStaff(const std::string& id) const;
  const Department* FindDepartment(const std::string& code) const;
  const Device* FindDevice(const std::string& id) const;
  const StandbyCase* FindCase(const std::string& id) const;
  /// All attendance rows of a person, as indices into `attendance.rows`, in file order.
  const std::vector<std::uint32_t>& AttendanceOf(const std::string& staff) const;

  /// The department code of a person, "" if unknown.
  std::string DepartmentOf(const std::string& staff_id) const;
  /// A department followed by its ancestors, nearest first; stops at a cycle.
  std::vector<const Department*> Ancestry(const std::string& code) const;
  /// The head of a department, or of the nearest ancestor that has one; nullptr if none.
  const Staff* HeadOf(const std::string& department) const;

  /// Call once after the tables are filled or changed.
  void BuildIndex();

 private:
  std::unordered_map<std::string, std::uint32_t> staff_index_, department_index_, device_index_, case_index_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> attendance_index_;
};

}  // namespace chohyo
