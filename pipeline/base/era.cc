#include "pipeline/base/era.h"

#include <fmt/format.h>

#include <array>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

struct Era {
  std::string_view name;
  std::string_view square;  ///< the two kanji in one character
  char letter;
  int first_year;
  std::int32_t first_day;  ///< days since 1970-01-01
};

/// Oldest first. Meiji begins with the solar calendar: earlier days were counted by the moon.
constexpr std::array<Era, 5> kEras = {{
    {"明治", "㍾", 'M', 1868, -35428},
    {"大正", "㍽", 'T', 1912, -20974},
    {"昭和", "㍼", 'S', 1926, -15713},
    {"平成", "㍻", 'H', 1989, 6947},
    {"令和", "㋿", 'R', 2019, 18017},
}};

const Era* EraAt(Date date) {
  for (auto era = kEras.rbegin(); era != kEras.rend(); ++era) {
    if (date.days() >= era->first_day) return &*era;
  }
  return nullptr;
}

/// "令和3年", "平成元年"; the plain year before the eras.
std::string YearText(const Era* era, int year) {
  if (era == nullptr) return fmt::format("{}年", year);
  const int of_era = year - era->first_year + 1;
  return of_era == 1 ? fmt::format("{}元年", era->name) : fmt::format("{}{}年", era->name, of_era);
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// A copy without differences of width and dash. Spaces vanish too, but not between two digits: "1 3" is no 13.
std::string Plain(std::string_view text) {
  std::string plain;
  bool space = false;
  const std::string half = HalfWidth(text);
  for (std::size_t i = 0; i < half.size();) {
    const char32_t c = NextCodePoint(half, &i);
    if (c == U' ' || c == U'\t') {
      space = true;
      continue;
    }
    if (space && !plain.empty() && IsDigit(plain.back()) && c < 0x80 && IsDigit(static_cast<char>(c))) plain += ' ';
    space = false;
    AppendUtf8(c == 0x2212 || c == 0x2010 || c == 0x2013 ? U'-' : c, &plain);
  }
  return plain;
}

/// The parts of a date as written; day 0 where the text names a month only.
struct Fields {
  const Era* era = nullptr;
  int year = 0;
  int month = 0;
  int day = 0;

  int GregorianYear() const { return era == nullptr ? year : era->first_year + year - 1; }
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<Fields> Scan() {
    Fields fields;
    fields.era = TakeEra();
    if (!TakeYear(&fields) || !TakeMonthAndDay(&fields) || !rest_.empty()) return std::nullopt;
    return fields;
  }

 private:
  bool Take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  const Era* TakeEra() {
    for (const Era& era : kEras) {
      const char capital[] = {era.letter, '\0'};
      const char small[] = {static_cast<char>(era.letter - 'A' + 'a'), '\0'};
      if (Take(era.name) || Take(era.square) || Take(capital) || Take(small)) return &era;
    }
    return nullptr;
  }

  bool TakeNumber(std::size_t fewest, std::size_t most, int* number) {
    std::size_t count = 0;
    *number = 0;
    while (count < most && count < rest_.size() && IsDigit(rest_[count])) {
      *number = *number * 10 + (rest_[count] - '0');
      ++count;
    }
    rest_.remove_prefix(count);
    return count >= fewest;
  }

  bool TakeYear(Fields* fields) {
    if (fields->era == nullptr) return TakeNumber(4, 4, &fields->year);
    if (Take("元")) {
      fields->year = 1;
      return true;
    }
    return TakeNumber(1, 2, &fields->year);
  }

  bool TakeMonthAndDay(Fields* fields) {
    if (Take("年")) return TakeWithKanji(fields);
    for (const std::string_view separator : {"-", "/", "."}) {
      if (Take(separator)) return TakeWithSeparator(separator, fields);
    }
    return fields->era == nullptr && TakeCompact(fields);
  }

  bool TakeWithKanji(Fields* fields) {
    if (!TakeNumber(1, 2, &fields->month) || !Take("月")) return false;
    return rest_.empty() || (TakeDay(1, fields) && Take("日"));
  }

  bool TakeWithSeparator(std::string_view separator, Fields* fields) {
    if (!TakeNumber(1, 2, &fields->month)) return false;
    return rest_.empty() || (Take(separator) && TakeDay(1, fields));
  }

  bool TakeCompact(Fields* fields) {
    if (!TakeNumber(2, 2, &fields->month)) return false;
    return rest_.empty() || TakeDay(2, fields);
  }

  /// Day 0 would look like no day at all.
  bool TakeDay(std::size_t fewest, Fields* fields) { return TakeNumber(fewest, 2, &fields->day) && fields->day > 0; }

  std::string_view rest_;
};

std::string NoSuchDay(std::string_view text) {
  return Say("「{}」という日はありません。", "there is no such day as \"{}\".", text);
}

std::string NotOfTheEra(std::string_view text, const std::string& right) {
  return Say("「{}」はありません。{}ではありませんか。", "there is no \"{}\"; did you mean {}?", text, right);
}

std::string BeforeTheEras(std::string_view text) {
  return Say("「{}」は旧暦の日です。明治6年1月1日より前は西暦で書いてください。",
             "\"{}\" is a day of the lunar calendar; write days before 1873-01-01 without an era.", text);
}

/// Why an era does not hold a day; "" if it does.
std::string EraProblem(const Era& era, Date date, std::string_view text) {
  const Era* right = EraAt(date);
  if (right == &era) return {};
  return right == nullptr ? BeforeTheEras(text) : NotOfTheEra(text, Wareki(date));
}

/// Why an era does not hold any day of a month; "" if it does.
std::string EraProblem(const Era& era, Month month, std::string_view text) {
  const Era* right = EraAt(month.last());
  if (right == &era || EraAt(month.first()) == &era) return {};
  return right == nullptr ? BeforeTheEras(text) : NotOfTheEra(text, WarekiMonth(month));
}

DateReading DateOfFields(const Fields& fields, std::string_view text) {
  DateReading reading;
  const auto date = Date::FromYmd(fields.GregorianYear(), fields.month, fields.day);
  if (!date || (fields.era != nullptr && fields.year == 0)) {
    reading.problem = NoSuchDay(text);
    return reading;
  }
  if (fields.era != nullptr) reading.problem = EraProblem(*fields.era, *date, text);
  if (reading.problem.empty()) reading.date = date;
  return reading;
}

MonthReading MonthOfFields(const Fields& fields, std::string_view text) {
  MonthReading reading;
  const Month month{fields.GregorianYear(), fields.month};
  if (month.month < 1 || month.month > 12 || month.year < 1 || (fields.era != nullptr && fields.year == 0)) {
    reading.problem = Say("「{}」という月はありません。", "there is no such month as \"{}\".", text);
    return reading;
  }
  if (fields.era != nullptr) reading.problem = EraProblem(*fields.era, month, text);
  if (reading.problem.empty()) reading.month = month;
  return reading;
}

}  // namespace

std::optional<EraDate> EraOf(Date date) {
  const Era* era = EraAt(date);
  if (era == nullptr) return std::nullopt;
  return EraDate{era->name, era->letter, date.year() - era->first_year + 1, date.month(), date.day()};
}

std::string Wareki(Date date) {
  return fmt::format("{}{}月{}日", YearText(EraAt(date), date.year()), date.month(), date.day());
}

std::string WarekiShort(Date date) {
  const auto era = EraOf(date);
  if (!era) return fmt::format("{}.{}.{}", date.year(), date.month(), date.day());
  return fmt::format("{}{}.{}.{}", era->letter, era->year, era->month, era->day);
}

std::string WarekiMonth(Month month) {
  return fmt::format("{}{}月", YearText(EraAt(month.last()), month.year), month.month);
}

std::string WarekiFiscalYear(Date date) {
  const int year = FiscalYear(date);
  // A year in which the era changed is named by the new era as a whole, as the budget of 令和元年度 was. An era that
  // begins after New Year (平成, January 1989) leaves the running fiscal year its name (昭和63年度).
  const auto year_end = Date::FromYmd(year, 12, 31);
  return YearText(year_end ? EraAt(*year_end) : nullptr, year) + "度";
}

std::string_view WeekdayKanji(Weekday weekday) {
  constexpr std::array<std::string_view, 7> kNames = {"日", "月", "火", "水", "木", "金", "土"};
  return kNames[static_cast<std::size_t>(weekday)];
}

DateReading ReadDate(std::string_view text) {
  text = Trim(text);
  if (const auto iso = Date::FromIso(text)) return {iso, {}};
  const auto fields = Scanner(Plain(text)).Scan();
  if (fields && fields->day > 0) return DateOfFields(*fields, text);
  return {std::nullopt,
          Say("「{}」は日付として読めません。2021-01-13、令和3年1月13日、R3.1.13 のように書いてください。",
              "\"{}\" is no date; write it like 2021-01-13, 令和3年1月13日 or R3.1.13.", text)};
}

MonthReading ReadMonth(std::string_view text) {
  text = Trim(text);
  const auto fields = Scanner(Plain(text)).Scan();
  if (!fields) {
    return {std::nullopt, Say("「{}」は年月として読めません。2021-01、令和3年1月、R3.1 のように書いてください。",
                              "\"{}\" is no month; write it like 2021-01, 令和3年1月 or R3.1.", text)};
  }
  if (fields->day == 0) return MonthOfFields(*fields, text);
  const DateReading day = DateOfFields(*fields, text);
  if (!day.date) return {std::nullopt, day.problem};
  return {Month::Of(*day.date), {}};
}

}  // namespace chohyo
