#include <set>
#include <string_view>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/model/schema.h"
#include "pipeline/rules/data.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"

namespace chohyo {
namespace {

/// The days a record is about, and the column that says so.
struct RecordDays {
  DateSpan span;
  std::string_view column;
};

RecordDays OneDay(Date date, std::string_view column) { return {{date, date}, column}; }

RecordDays DaysOf(const Attendance& row) { return OneDay(row.date, "date"); }
RecordDays DaysOf(const Timecard& row) { return OneDay(row.date, "date"); }
RecordDays DaysOf(const Contact& row) { return OneDay(row.date, "date"); }
RecordDays DaysOf(const RosterDay& row) { return OneDay(row.date, "date"); }
RecordDays DaysOf(const TeleworkPlan& row) { return {row.span(), "from"}; }
RecordDays DaysOf(const TeleworkTask& row) { return OneDay(row.date, "date"); }
RecordDays DaysOf(const StandbyCase& row) { return OneDay(row.from, "from"); }
RecordDays DaysOf(const Loan& row) { return OneDay(row.from, "from"); }
RecordDays DaysOf(const Incident& row) { return OneDay(row.date, "date"); }

/// A day of a roster without a sign says nothing; every other record counts.
template <typename R>
bool SaysSomething([[maybe_unused]] const R& row) {
  if constexpr (std::is_same_v<R, RosterDay>) {
    return row.shift != Shift::kNone;
  } else {
    return true;
  }
}

template <typename R>
Place PlaceOfDay(std::string_view name, const TableOf<R>& table, const R& row, std::string_view column) {
  Place place = PlaceOf(name, table, row, column);
  if constexpr (std::is_same_v<R, RosterDay>) place.column = row.column;
  return place;
}

/// Records without a key of their own (contacts, tasks by the hour) go by person and day.
template <typename R>
std::string DayKey(const R& row) {
  return KeyOf(row);
}
std::string DayKey(const TeleworkTask& row) { return PersonDayKey(row.staff, row.date); }

std::string Message(const Staff& person, Date day, std::string_view table_ja, std::string_view table) {
  if (person.from && day < *person.from) {
    return Say("{0}（{1}）の採用日 {2} より前の {3} に{4}の記録があります。",
               "{0} ({1}) came into office on {2}, but the table {5} has a record of {3}.", person.name, person.id,
               person.from->Iso(), day.Iso(), table_ja, table);
  }
  return Say("{0}（{1}）の退職日 {2} より後の {3} に{4}の記録があります。",
             "{0} ({1}) left office on {2}, but the table {5} has a record of {3}.", person.name, person.id,
             person.until->Iso(), day.Iso(), table_ja, table);
}

template <typename R>
void CheckTable(const Records& records, std::string_view name, const TableOf<R>& table, Reporter* reporter) {
  std::set<std::string> seen;
  for (const R& row : table.rows) {
    const Staff* person = records.FindStaff(row.staff);
    if (person == nullptr || !SaysSomething(row)) continue;
    const RecordDays days = DaysOf(row);
    const bool first_in = person->InOffice(days.span.first);
    if ((first_in && person->InOffice(days.span.last)) || !seen.insert(DayKey(row)).second) continue;
    reporter->Add(PlaceOfDay(name, table, row, days.column), DayKey(row),
                  Message(*person, first_in ? days.span.last : days.span.first, FindTable(name)->ja, name),
                  Say("日付か職員番号を直すか、職員の表の採用日・退職日を確かめてください。",
                      "Correct the date or the staff id, or check from and until in the table staff."));
  }
}

}  // namespace

void CheckLeftOffice(const RuleInput& input, Reporter* reporter) {
  ForEachTable(input.records, [&]<typename R>(std::string_view name, const TableOf<R>& table) {
    if constexpr (requires(const R& row) { DaysOf(row); }) CheckTable(input.records, name, table, reporter);
  });
}

}  // namespace chohyo
