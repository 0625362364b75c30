#include "pipeline/period.h"

#include <algorithm>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

constexpr std::string_view kTo = "..";

[[noreturn]] void Refuse(const std::string& text) {
  throw UsageFault(Say(
      "期間「{}」が読めません。2021-01（月）、2021-01-13（日）、2021-01-13..2021-01-26（期間）のように書いてください。",
      "period \"{}\" cannot be read; write 2021-01 (month), 2021-01-13 (day) or "
      "2021-01-13..2021-01-26 (span).",
      text));
}

std::optional<Date> FirstOfIsoMonth(const std::string& text) {
  constexpr std::size_t kMonthLength = 7;
  return text.size() == kMonthLength ? Date::FromIso(text + "-01") : std::nullopt;
}

Period MonthPeriod(Month month) { return {Period::Kind::kMonth, {month.first(), month.last()}, month.Iso()}; }

}  // namespace

Period ParsePeriod(const std::string& text) {
  if (const auto day = Date::FromIso(text)) return {Period::Kind::kDay, {*day, *day}, text};
  if (const auto first = FirstOfIsoMonth(text)) return MonthPeriod(Month::Of(*first));
  const std::size_t at = text.find(kTo);
  if (at == std::string::npos) Refuse(text);
  const auto first = Date::FromIso(text.substr(0, at));
  const auto last = Date::FromIso(text.substr(at + kTo.size()));
  if (!first || !last || *last < *first) Refuse(text);
  return {Period::Kind::kSpan, {*first, *last}, text};
}

Period DefaultPeriod(const Records& records, Date today) {
  std::optional<Date> newest;
  for (const Attendance& row : records.attendance.rows) {
    if (row.date <= today && (!newest || row.date > *newest)) newest = row.date;
  }
  return MonthPeriod(Month::Of(newest.value_or(today)));
}

}  // namespace chohyo
