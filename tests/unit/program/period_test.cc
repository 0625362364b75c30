#include "pipeline/period.h"

#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

Date Day(const char* iso) { return *Date::FromIso(iso); }

Attendance On(const char* iso) {
  Attendance row;
  row.date = Day(iso);
  return row;
}

}  // namespace

TEST_CASE("A period is a month, a day or a span") {
  const Period month = ParsePeriod("2020-02");
  CHECK(month.kind == Period::Kind::kMonth);
  CHECK(month.span == DateSpan{Day("2020-02-01"), Day("2020-02-29")});
  const Period day = ParsePeriod("2021-01-13");
  CHECK(day.kind == Period::Kind::kDay);
  CHECK(day.span == DateSpan{Day("2021-01-13"), Day("2021-01-13")});
  const Period span = ParsePeriod("2021-01-13..2021-02-02");
  CHECK(span.kind == Period::Kind::kSpan);
  CHECK(span.span == DateSpan{Day("2021-01-13"), Day("2021-02-02")});
  CHECK(span.text == "2021-01-13..2021-02-02");
}

TEST_CASE("Anything else is refused with the ways to write it") {
  SetLang(Lang::kEn);
  for (const char* text :
       {"2021", "2021-13", "2021-02-30", "2021-01-13..", "2021-01-13..2021-01-12", "../../etc", "1"}) {
    INFO(text);
    CHECK_THROWS_WITH(ParsePeriod(text), "period \"" + std::string(text) +
                                             "\" cannot be read; write 2021-01 (month), 2021-01-13 (day) or "
                                             "2021-01-13..2021-01-26 (span).");
  }
  SetLang(Lang::kJa);
}

TEST_CASE("The default is the month of the newest attendance that is not in the future") {
  Records records;
  records.attendance.rows = {On("2021-01-29"), On("2020-12-28"), On("2021-03-01")};
  CHECK(DefaultPeriod(records, Day("2021-02-15")).text == "2021-01");
  CHECK(DefaultPeriod(records, Day("2021-03-01")).text == "2021-03");
  CHECK(DefaultPeriod(Records(), Day("2021-05-05")).text == "2021-05");
}

}  // namespace chohyo
