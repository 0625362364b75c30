// Rows of a table by person and day, for rules that ask for many person-days of many rows.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/model/records.h"

namespace chohyo {

/// A person's place in the staff table.
using PersonIndex = std::uint32_t;
constexpr PersonIndex kNobody = std::numeric_limits<PersonIndex>::max();

/// Finds people by id; rows of one person that follow each other cost one look-up.
class PersonFinder {
 public:
  explicit PersonFinder(const Records& records) : records_(records) {}

  /// kNobody for an id that the staff table does not have.
  PersonIndex Of(const std::string& id) {
    if (last_id_ == nullptr || *last_id_ != id) {
      const Staff* person = records_.FindStaff(id);
      last_ = person == nullptr ? kNobody : static_cast<PersonIndex>(person - records_.staff.rows.data());
      last_id_ = &id;
    }
    return last_;
  }

 private:
  const Records& records_;
  const std::string* last_id_ = nullptr;
  PersonIndex last_ = kNobody;
};

/// Rows sorted into numbered groups, in file order within each: two arrays, however many groups there are.
template <typename R>
class RowGroups {
 public:
  using Rows = std::span<const R* const>;
  static constexpr std::size_t kNoGroup = std::numeric_limits<std::size_t>::max();

  RowGroups() = default;
  /// `group_of(row)` is the row's group, or kNoGroup for rows to be left out. It is asked twice a row.
  template <typename GroupOf>
  RowGroups(const std::vector<R>& rows, std::size_t groups, GroupOf group_of) : ends_(groups + 1, 0) {
    for (const R& row : rows) {
      if (const std::size_t group = group_of(row); group != kNoGroup) ++ends_[group + 1];
    }
    for (std::size_t group = 0; group < groups; ++group) ends_[group + 1] += ends_[group];
    rows_.resize(ends_.back());
    std::vector<std::uint32_t> next(ends_.begin(), ends_.end() - 1);
    for (const R& row : rows) {
      if (const std::size_t group = group_of(row); group != kNoGroup) rows_[next[group]++] = &row;
    }
  }

  Rows Of(std::size_t group) const { return Rows(rows_).subspan(ends_[group], ends_[group + 1] - ends_[group]); }

 private:
  std::vector<std::uint32_t> ends_;  ///< where a group begins, by group; the next one's is its end
  std::vector<const R*> rows_;
};

/// Rows that have a `date` and a `staff`, by both. Rows of unknown people and outside of the span are left out.
template <typename R>
class PersonDays {
 public:
  using Rows = typename RowGroups<R>::Rows;

  PersonDays(const Records& records, const TableOf<R>& table, const DateSpan& span)
      : days_(DaysWithRows(table.rows, span)) {
    if (days_.last < days_.first) return;
    PersonFinder finder(records);
    groups_ = RowGroups<R>(table.rows, records.staff.rows.size() * Width(), [&](const R& row) {
      const PersonIndex person = days_.Holds(row.date) ? finder.Of(row.staff) : kNobody;
      return person == kNobody ? RowGroups<R>::kNoGroup : Group(person, row.date);
    });
  }

  /// The span's days from the first to the last that has a row; last < first if none has.
  const DateSpan& days() const { return days_; }
  /// The rows of a person and day in file order.
  Rows Of(PersonIndex person, Date date) const { return days_.Holds(date) ? groups_.Of(Group(person, date)) : Rows(); }

 private:
  /// The days of the span between the first and the last row: a long period of a short table costs little.
  static DateSpan DaysWithRows(const std::vector<R>& rows, const DateSpan& span) {
    DateSpan days{span.last, span.first - 1};
    for (const R& row : rows) {
      if (!span.Holds(row.date)) continue;
      days.first = std::min(days.first, row.date);
      days.last = std::max(days.last, row.date);
    }
    return days;
  }
  std::size_t Width() const { return static_cast<std::size_t>(days_.last - days_.first + 1); }
  std::size_t Group(PersonIndex person, Date date) const {
    return person * Width() + static_cast<std::size_t>(date - days_.first);
  }

  DateSpan days_;
  RowGroups<R> groups_;
};

/// Rows that have a `staff`, by person, in file order.
template <typename R>
class PersonRows {
 public:
  using Rows = typename RowGroups<R>::Rows;

  PersonRows(const Records& records, const TableOf<R>& table)
      : PersonRows(records, table, [](const R&) { return true; }) {}
  /// Only the rows that `takes_part(row)` is true for.
  template <typename TakesPart>
  PersonRows(const Records& records, const TableOf<R>& table, TakesPart takes_part) {
    PersonFinder finder(records);
    groups_ = RowGroups<R>(table.rows, records.staff.rows.size(), [&](const R& row) {
      const PersonIndex person = takes_part(row) ? finder.Of(row.staff) : kNobody;
      return person == kNobody ? RowGroups<R>::kNoGroup : std::size_t{person};
    });
  }

  Rows Of(PersonIndex person) const { return groups_.Of(person); }

 private:
  RowGroups<R> groups_;
};

}  // namespace chohyo
