#include "pipeline/render/xlsx_value.h"

#include <cmath>

#include "pipeline/render/xlsx_text.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr std::int32_t kExcelDayOf1970 = 25569;
constexpr double kMinutesPerDay = 1440;
constexpr std::int64_t kExactNumbers = 1000000000000000;  // Excel keeps 15 digits
constexpr std::size_t kLongestTextFormat = 255;           // longer texts show as #### in cells formatted as text

struct NumberVisitor {
  std::optional<double> operator()(std::monostate) const { return std::nullopt; }
  std::optional<double> operator()(const std::string&) const { return std::nullopt; }
  std::optional<double> operator()(bool) const { return std::nullopt; }
  std::optional<double> operator()(std::int64_t whole) const {
    if (whole <= -kExactNumbers || whole >= kExactNumbers) return std::nullopt;
    return static_cast<double>(whole);
  }
  std::optional<double> operator()(double number) const {
    if (!std::isfinite(number)) return std::nullopt;
    return number == 0 ? 0.0 : number;  // Excel knows no negative zero
  }
  std::optional<double> operator()(Date date) const { return static_cast<double>(date.days() + kExcelDayOf1970); }
  std::optional<double> operator()(const Month& month) const { return (*this)(month.first()); }
  std::optional<double> operator()(TimeOfDay time) const { return time.minutes / kMinutesPerDay; }
  std::optional<double> operator()(Minutes minutes) const { return minutes.value / kMinutesPerDay; }
};

/// The code as both Excel and LibreOffice read it: LibreOffice knows the language by its number (0x0411) only.
std::string CodeOf(std::string code) {
  constexpr std::string_view kByName = "[$-ja-JP]";
  if (code == "General") return {};
  if (code.starts_with(kByName)) code.replace(0, kByName.size(), "[$-411]");
  return code;
}

}  // namespace

std::optional<double> XlsxNumberOf(const Scalar& value) { return std::visit(NumberVisitor{}, value); }

XlsxValue XlsxValueOf(const Cell& cell, const std::string& format) {
  XlsxValue out;
  std::optional<std::string> code = ExcelNumberFormat(cell.value, format);
  if (code) out.number = XlsxNumberOf(cell.value);
  if (code && (out.number || cell.text.empty())) {
    out.number_format = CodeOf(std::move(*code));
    return out;
  }
  out.text = XlsxText(cell.text);
  const bool stays_text = cell.formula.empty() && cell.text.size() <= kLongestTextFormat;
  if (stays_text && ReadsAsMoreThanText(cell.text)) out.number_format.assign(1, '@');
  return out;
}

}  // namespace chohyo
