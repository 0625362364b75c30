#include "pipeline/rules/leave.h"

#include <algorithm>
#include <initializer_list>

namespace chohyo {
namespace {

bool NamesAny(std::string_view note, std::initializer_list<std::string_view> words) {
  if (note.empty()) return false;
  return std::any_of(words.begin(), words.end(), [&](auto word) { return note.find(word) != std::string_view::npos; });
}

bool HasLeave(const DutyBook& book, PersonIndex person, Date date, Status status, bool (*names)(std::string_view)) {
  const auto rows = book.RowsOf(person, date);
  return std::any_of(rows.begin(), rows.end(),
                     [&](const Attendance* row) { return row->status == status || names(row->note); });
}

}  // namespace

bool NamesHourLeave(std::string_view note) { return NamesAny(note, {"時間休", "時間年休", "時間有休", "時間単位"}); }

bool NamesHalfLeave(std::string_view note) { return NamesAny(note, {"半日休", "半休", "半日年休", "半日有休"}); }

bool HasHourLeave(const DutyBook& book, PersonIndex person, Date date) {
  return HasLeave(book, person, date, Status::kHourLeave, NamesHourLeave);
}

bool HasHalfLeave(const DutyBook& book, PersonIndex person, Date date) {
  return HasLeave(book, person, date, Status::kHalfLeave, NamesHalfLeave);
}

}  // namespace chohyo
