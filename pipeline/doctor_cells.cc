#include "pipeline/doctor_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "pipeline/base/era.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

bool IsDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int NumberOf(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

using Parts = std::array<std::string_view, 3>;

/// Three numbers between one kind of separator, or six digits in pairs.
std::optional<Parts> PartsOf(std::string_view text) {
  constexpr std::size_t kSixDigits = 6;
  if (text.size() == kSixDigits && IsDigits(text)) return Parts{text.substr(0, 2), text.substr(2, 2), text.substr(4)};
  for (const char separator : {'.', '/', '-'}) {
    const auto pieces = Split(text, separator);
    if (pieces.size() != 3 || !std::all_of(pieces.begin(), pieces.end(), IsDigits)) continue;
    return Parts{pieces[0], pieces[1], pieces[2]};
  }
  return std::nullopt;
}

/// First years of the eras, less one, and their days.
struct Era {
  int before_first_year;
  Date first, last;
};

const std::array<Era, 3>& Eras() {
  static const std::array<Era, 3> eras = {{{2018, *Date::FromYmd(2019, 5, 1), *Date::FromYmd(2068, 12, 31)},
                                           {1988, *Date::FromYmd(1989, 1, 8), *Date::FromYmd(2019, 4, 30)},
                                           {1925, *Date::FromYmd(1926, 12, 25), *Date::FromYmd(1989, 1, 7)}}};
  return eras;
}

class Readings {
 public:
  void Add(int year, int month, int day) {
    if (const auto date = Date::FromYmd(year, month, day)) dates_.insert(*date);
  }
  void AddEras(int year, int month, int day) {
    for (const Era& era : Eras()) {
      const auto date = Date::FromYmd(era.before_first_year + year, month, day);
      if (date && era.first <= *date && *date <= era.last) dates_.insert(*date);
    }
  }
  std::vector<Date> Take() const { return {dates_.begin(), dates_.end()}; }

 private:
  std::set<Date> dates_;
};

}  // namespace

std::vector<Date> DateReadingsOf(std::string_view text) {
  constexpr int kCentury = 2000;
  const std::string plain = HalfWidth(Trim(text));
  const auto parts = PartsOf(plain);
  if (!parts || ReadDate(plain).date) return {};
  const auto [first, second, third] = *parts;
  const int a = NumberOf(first), b = NumberOf(second), c = NumberOf(third);
  Readings readings;
  if (first.size() <= 2 && third.size() <= 2) {
    readings.AddEras(a, b, c);
    readings.Add(kCentury + a, b, c);
    readings.Add(kCentury + c, a, b);
    readings.Add(kCentury + c, b, a);
  } else if (first.size() <= 2 && third.size() == 4) {
    readings.Add(c, a, b);
    readings.Add(c, b, a);
  }
  return readings.Take();
}

std::vector<Minutes> TimeReadingsOf(std::string_view text) {
  constexpr int kHour = 60;
  const std::string plain = HalfWidth(Trim(text));
  const auto pieces = Split(plain, '.');
  const bool decimal = pieces.size() == 2 && IsDigits(pieces[0]) && IsDigits(pieces[1]);
  if (!decimal || pieces[0].size() > 3 || pieces[1].size() > 2) return {};
  const int hours = NumberOf(pieces[0]) * kHour;
  const int hundredths = NumberOf(pieces[1]) * (pieces[1].size() == 1 ? 10 : 1);
  std::vector<Minutes> readings;
  if (hundredths < kHour) readings.push_back({hours + hundredths});
  const Minutes decimal_hours{hours + (hundredths * kHour + 50) / 100};
  if (readings.empty() || readings.front() != decimal_hours) readings.push_back(decimal_hours);
  return readings;
}

std::optional<Date> SerialDateOf(std::string_view text) {
  constexpr int kFirst = 20000, kLast = 60000;
  const std::string plain = HalfWidth(Trim(text));
  if (plain.size() != 5 || !IsDigits(plain)) return std::nullopt;
  const int serial = NumberOf(plain);
  if (serial < kFirst || serial > kLast) return std::nullopt;
  return *Date::FromYmd(1899, 12, 30) + serial;
}

}  // namespace chohyo
