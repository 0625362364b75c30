#include "pipeline/formula/kanji_number.h"

#include <array>
#include <cstddef>

namespace chohyo {
namespace {

struct Numerals {
  std::array<std::string_view, 10> digits;
  std::array<std::string_view, 4> units;    ///< 1, 10, 100, 1000
  std::array<std::string_view, 5> myriads;  ///< 10^0, 10^4, 10^8, 10^12, 10^16
  bool says_one;                            ///< 壱百, but 百
};

constexpr std::array<Numerals, 3> kStyles = {{
    {{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
     {"", "十", "百", "千"},
     {"", "万", "億", "兆", "京"},
     false},
    {{"〇", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"},
     {"", "拾", "百", "阡"},
     {"", "萬", "億", "兆", "京"},
     true},
    {{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"},
     {"", "十", "百", "千"},
     {"", "万", "億", "兆", "京"},
     false},
}};

}  // namespace

std::string KanjiDigits(std::string_view text, int style) {
  const Numerals& numerals = kStyles.at(static_cast<std::size_t>(style) - 1);
  std::string shown;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      shown += numerals.digits.at(static_cast<std::size_t>(c - '0'));
    } else {
      shown += c;
    }
  }
  return shown;
}

std::string KanjiNumber(std::string_view digits, int style) {
  const Numerals& numerals = kStyles.at(static_cast<std::size_t>(style) - 1);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  constexpr std::size_t kReadable = 20;
  if (digits.size() > kReadable) return KanjiDigits(digits, style);
  if (digits.empty() || digits == "0") return std::string(numerals.digits[0]);
  std::string shown;
  bool group_said = false;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t power = digits.size() - 1 - i;
    const auto digit = static_cast<std::size_t>(digits[i] - '0');
    const std::size_t unit = power % 4;
    if (digit > 0) {
      if (digit > 1 || unit == 0 || numerals.says_one) shown += numerals.digits.at(digit);
      shown += numerals.units.at(unit);
      group_said = true;
    }
    if (unit == 0 && group_said) shown += numerals.myriads.at(power / 4);
    if (unit == 0) group_said = false;
  }
  return shown;
}

}  // namespace chohyo
