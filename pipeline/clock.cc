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

std::optional<std::int64_t> SourceDateEpoch() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr || *text == '\0') return std::nullopt;
  std::int64_t seconds = 0;
  const char* end = text + std::strlen(text);
  const auto [stop, error] = std::from_chars(text, end, seconds);
  if (error != std::errc() || stop != end || seconds < 0 || seconds > kLatestSecond) {
    throw UsageFault(Say("環境変数 SOURCE_DATE_EPOCH「{}」が秒数ではありません。",
                         "SOURCE_DATE_EPOCH \"{}\" is no count of seconds.", text));
  }
  return seconds;
}

}  // namespace

std::optional<Date> SourceDateEpochDay() {
  const auto seconds = SourceDateEpoch();
  return seconds ? std::optional(DayOf(*seconds)) : std::nullopt;
}

std::int64_t NowSeconds() {
  if (const auto seconds = SourceDateEpoch()) return *seconds;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

std::int64_t SecondsOf(Date date, TimeOfDay time) {
  return date.days() * kSecondsPerDay + time.minutes * std::int64_t{60} - kJapanOffsetSeconds;
}

Date DayOf(std::int64_t seconds) {
  return Date::FromDays(static_cast<std::int32_t>((seconds + kJapanOffsetSeconds) / kSecondsPerDay));
}

std::string LocalTime(std::int64_t seconds) {
  const std::int64_t of_day = (seconds + kJapanOffsetSeconds) % kSecondsPerDay;
  return fmt::format("{} {:02}:{:02}:{:02}", DayOf(seconds).Iso(), of_day / 3600, of_day / 60 % 60, of_day % 60);
}

Date Today() { return DayOf(NowSeconds()); }

}  // namespace chohyo
