#include "pipeline/clock.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <cstring>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

constexpr std::int64_t kJapanOffsetSeconds = 9 * 3600;
constexpr std::int64_t kSecondsPerDay = 86400;
constexpr std::int64_t kLatestSecond = 253402300799;  // the end of year 9999

Date DayInJapan(std::int64_t seconds_since_1970) {
  return Date::FromDays(static_cast<std::int32_t>((seconds_since_1970 + kJapanOffsetSeconds) / kSecondsPerDay));
}

}  // namespace

std::optional<Date> SourceDateEpochDay() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr || *text == '\0') return std::nullopt;
  std::int64_t seconds = 0;
  const char* end = text + std::strlen(text);
  const auto [stop, error] = std::from_chars(text, end, seconds);
  if (error != std::errc() || stop != end || seconds < 0 || seconds > kLatestSecond) {
    throw UsageFault(Say("環境変数 SOURCE_DATE_EPOCH「{}」が秒数ではありません。",
                         "SOURCE_DATE_EPOCH \"{}\" is no count of seconds.", text));
  }
  return DayInJapan(seconds);
}

Date Today() {
  if (const auto day = SourceDateEpochDay()) return *day;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return DayInJapan(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

}  // namespace chohyo
