#include "pipeline/formula/excel_value.h"

#include <array>

namespace chohyo {
namespace {

constexpr std::array<const char*, 7> kTexts = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"};

}  // namespace

const char* ExcelErrorText(ExcelError error) { return kTexts.at(static_cast<std::size_t>(error)); }

std::optional<ExcelError> ExcelErrorOf(std::string_view text) {
  for (std::size_t i = 0; i < kTexts.size(); ++i) {
    if (text == kTexts[i]) return static_cast<ExcelError>(i);
  }
  return std::nullopt;
}

}  // namespace chohyo
