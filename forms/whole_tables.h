// Whole tables as lists of values, for forms that show more than one record; which records are of a period.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/form.h"
#include "pipeline/model/schema.h"

namespace chohyo {

/// Adds the tables that paths begin with (`staff.name`, `departments.staff.name`) to the values: their records of the
/// period, each with the lists of records that name it where a path asks for them.
void OfferWholeTables(const std::vector<std::string>& paths, const FormContext& context, ValueMap* values);

/// The date a column of a record holds; of months the first day.
template <typename R>
std::optional<Date> DateIn(const R& record, std::string_view header) {
  for (const auto& column : ColumnsOf<R>()) {
    if (column.ja != header) continue;
    const CellValue cell = column.get(record);
    if (const Date* date = std::get_if<Date>(&cell)) return *date;
    if (const Month* month = std::get_if<Month>(&cell)) return month->first();
  }
  return std::nullopt;
}

/// Without 終了日 a record of these tables lasts one day; of others it is open.
inline bool LastsOneDay(std::string_view table) { return table == "telework_plans" || table == "standby_days"; }

/// docs/templates.md, "Records of a period".
template <typename R>
bool RecordTouches(std::string_view table, const R& record, const Period& period) {
  if (const auto first = DateIn(record, "開始日")) {
    const auto last = DateIn(record, "終了日");
    const bool open = !last && !LastsOneDay(table);
    return *first <= period.span.last && (open || last.value_or(*first) >= period.span.first);
  }
  for (const std::string_view header : {"日付", "発生日", "申請日"}) {
    if (const auto day = DateIn(record, header)) return period.span.Holds(*day);
  }
  if (const auto first = DateIn(record, "年月")) {
    return period.span.Overlaps({*first, Month::Of(*first).last()});
  }
  return true;
}

}  // namespace chohyo
