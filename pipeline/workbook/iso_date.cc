#include "pipeline/workbook/iso_date.h"

#include "pipeline/base/date.h"
#include "pipeline/base/text.h"
#include "pipeline/workbook/xml_values.h"

namespace chohyo {
namespace {

std::optional<double> DayOf(std::string_view text, bool since_1904) {
  const auto date = Date::FromIso(text);
  const auto epoch = since_1904 ? Date::FromYmd(1904, 1, 1) : Date::FromYmd(1899, 12, 30);
  return date && epoch ? std::optional<double>(*date - *epoch) : std::nullopt;
}

std::optional<double> TimeOf(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  const auto parts = Split(text, ':');
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  const auto hours = ReadXmlInt(parts[0]), minutes = ReadXmlInt(parts[1]);
  const auto seconds = parts.size() == 3 ? ReadXmlNumber(parts[2]) : std::optional(0.0);
  if (!hours || !minutes || !seconds) return std::nullopt;
  return (*hours * 3600.0 + *minutes * 60.0 + *seconds) / 86'400.0;
}

}  // namespace

std::optional<double> SerialOfIsoDate(std::string_view text, bool since_1904) {
  const std::size_t t = text.find('T');
  if (t == std::string_view::npos && text.find(':') != std::string_view::npos) return TimeOf(text);
  const auto day = DayOf(text.substr(0, t), since_1904);
  if (!day || t == std::string_view::npos) return day;
  const auto time = TimeOf(text.substr(t + 1));
  return time ? std::optional(*day + *time) : std::nullopt;
}

}  // namespace chohyo
