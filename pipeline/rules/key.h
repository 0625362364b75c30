// How rules call records: the keys of model/keys.h, without naming the table.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "pipeline/model/keys.h"
#include "pipeline/model/records.h"

namespace chohyo {

/// The table whose rows are of type R.
template <typename R>
std::string_view TableNameOf() {
  static const std::string_view name = [] {
    std::string_view found;
    ForEachTable(Records(), [&]<typename T>(std::string_view table, const TableOf<T>&) {
      if constexpr (std::is_same_v<T, R>) found = table;
    });
    return found;
  }();
  return name;
}

/// The key that findings about a record carry.
template <typename R>
std::string KeyOf(const R& row) {
  return KeyOf(TableNameOf<R>(), row);
}

/// A wide roster row has no day: person and month.
std::string KeyOf(const RosterPerson& row);

/// "0110/2021-01-13": a person and a day.
std::string PersonDayKey(const std::string& staff, Date date);

}  // namespace chohyo
