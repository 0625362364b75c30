#include "pipeline/formula/number_code.h"

#include <algorithm>
#include <cmath>

#include "pipeline/formula/decimal.h"
#include "pipeline/formula/number_section.h"
#include "pipeline/formula/number_show.h"

namespace chohyo {
namespace {

constexpr const char* kUnshowable = "########";

/// Codes that stand for what the system's settings say: here a Japanese Windows.
std::string_view Spelled(std::string_view code) {
  if (code.empty()) return "General";
  if (code.find("[$-F800]") != std::string_view::npos) return "yyyy\"年\"m\"月\"d\"日\"";
  if (code.find("[$-F400]") != std::string_view::npos) return "h:mm:ss";
  return code;
}

/// The sections for numbers: those before the fourth, and without a last one that shows texts.
std::size_t NumberSections(const std::vector<CodeSection>& sections) {
  const std::size_t count = std::min<std::size_t>(sections.size(), 3);
  const bool last_is_text = sections.size() > 1 && sections.size() <= 3 && sections.back().is_text;
  return last_is_text ? count - 1 : count;
}

/// What a section without a condition of its own stands for.
CodeCondition DefaultCondition(std::size_t index, std::size_t count) {
  if (index == 0) return {count == 2 ? CodeComparison::kGreaterEqual : CodeComparison::kGreater, 0};
  return {CodeComparison::kLess, 0};
}

struct Choice {
  const CodeSection* section = nullptr;
  bool signless = false;  ///< all numbers that come here are negative: their sign is the section's own business
};

bool OnlyNegative(const CodeCondition& condition) {
  const bool below =
      condition.comparison == CodeComparison::kLess || condition.comparison == CodeComparison::kLessEqual;
  return (below && condition.limit <= 0) || (condition.comparison == CodeComparison::kEqual && condition.limit < 0);
}

/// True if what a condition leaves over is never positive.
bool LeavesNegative(const CodeCondition& condition) {
  const bool above =
      condition.comparison == CodeComparison::kGreater || condition.comparison == CodeComparison::kGreaterEqual;
  return above && condition.limit <= 0;
}

Choice ChooseSection(const std::vector<CodeSection>& sections, double number) {
  const std::size_t count = NumberSections(sections);
  if (count == 1 && !sections[0].condition) return {sections.data(), false};
  for (std::size_t i = 0; i < count; ++i) {
    const bool last = i + 1 == count && !sections[i].condition;
    if (last && i > 0)
      return {&sections[i], i == 1 && LeavesNegative(sections[0].condition.value_or(DefaultCondition(0, count)))};
    const CodeCondition condition = sections[i].condition.value_or(DefaultCondition(i, count));
    if (condition.Holds(number)) return {&sections[i], OnlyNegative(condition)};
  }
  return {};
}

ShownValue ShowNumber(double number, const std::vector<CodeSection>& sections, bool since_1904) {
  if (!std::isfinite(number)) return {kUnshowable, std::nullopt};
  const Choice choice = ChooseSection(sections, number);
  if (choice.section == nullptr) {
    return {NumberSections(sections) == 1 ? GeneralText(number) : kUnshowable, std::nullopt};
  }
  const CodeSection& section = *choice.section;
  const double magnitude = std::abs(number);
  if (section.is_date) {
    const double shown = choice.signless || since_1904 ? magnitude : number;
    const auto text = ShowDate(shown, section, since_1904);
    const bool minus = number < 0 && since_1904 && !choice.signless;
    return {text ? (minus ? "-" : "") + *text : kUnshowable, section.rgb};
  }
  std::string text = ShowMagnitude(magnitude, section);
  if (number < 0 && !choice.signless && !section.tokens.empty()) text.insert(0, "-");
  return {text, section.rgb};
}

ShownValue ShowText(const std::string& text, const std::vector<CodeSection>& sections) {
  const bool fourth = sections.size() > 3;
  const CodeSection& section = fourth ? sections[3] : sections.back();
  if (!fourth && !section.is_text) return {text, std::nullopt};
  std::string shown;
  for (const CodeToken& token : section.tokens) {
    const bool whole = token.kind == CodeTokenKind::kText || token.kind == CodeTokenKind::kGeneral;
    shown += whole ? text : token.text;
  }
  return {shown, section.rgb};
}

}  // namespace

ShownValue ShowByCode(const ExcelValue& value, std::string_view code, bool since_1904) {
  constexpr std::size_t kLongestCode = 4096;  // Excel's own limit is 255 characters
  if (const auto* flag = std::get_if<bool>(&value)) return {*flag ? "TRUE" : "FALSE", std::nullopt};
  if (const auto* error = std::get_if<ExcelError>(&value)) return {ExcelErrorText(*error), std::nullopt};
  if (std::holds_alternative<std::monostate>(value)) return {};
  const std::vector<CodeSection> sections = CodeSections(code.size() > kLongestCode ? "General" : Spelled(code));
  if (const auto* text = std::get_if<std::string>(&value)) return ShowText(*text, sections);
  return ShowNumber(std::get<double>(value), sections, since_1904);
}

bool IsDateCode(std::string_view code) {
  const std::vector<CodeSection> sections = CodeSections(Spelled(code));
  return sections.front().is_date;
}

}  // namespace chohyo
