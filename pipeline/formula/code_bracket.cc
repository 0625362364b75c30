#include "pipeline/formula/code_bracket.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace chohyo {
namespace {

std::string Lowered(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

/// The 56 colours of [Color 1] … [Color 56]: Excel's palette.
constexpr std::array<std::uint32_t, 56> kPalette = {
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000,
    0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF,
    0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000,
    0x008080, 0x0000FF, 0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
    0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696, 0x003366, 0x339966,
    0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333};

std::optional<std::uint32_t> ColourOf(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, std::uint32_t>, 16> kNames = {{{"black", 0x000000},
                                                                                  {"white", 0xFFFFFF},
                                                                                  {"red", 0xFF0000},
                                                                                  {"green", 0x00FF00},
                                                                                  {"blue", 0x0000FF},
                                                                                  {"yellow", 0xFFFF00},
                                                                                  {"magenta", 0xFF00FF},
                                                                                  {"cyan", 0x00FFFF},
                                                                                  {"黒", 0x000000},
                                                                                  {"白", 0xFFFFFF},
                                                                                  {"赤", 0xFF0000},
                                                                                  {"緑", 0x00FF00},
                                                                                  {"青", 0x0000FF},
                                                                                  {"黄", 0xFFFF00},
                                                                                  {"紫", 0xFF00FF},
                                                                                  {"水", 0x00FFFF}}};
  for (const auto& [known, rgb] : kNames) {
    if (name == known) return rgb;
  }
  for (const std::string_view prefix : {"color", "色"}) {
    if (name.rfind(prefix, 0) != 0) continue;
    const std::size_t digit = std::min(name.find_first_not_of(' ', prefix.size()), name.size());
    unsigned number = 0;
    std::from_chars(name.data() + digit, name.data() + name.size(), number);
    if (number >= 1 && number <= kPalette.size()) return kPalette.at(number - 1);
  }
  return std::nullopt;
}

std::optional<CodeCondition> ConditionOf(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, CodeComparison>, 6> kSigns = {{{"<=", CodeComparison::kLessEqual},
                                                                                  {"<>", CodeComparison::kNotEqual},
                                                                                  {">=", CodeComparison::kGreaterEqual},
                                                                                  {"<", CodeComparison::kLess},
                                                                                  {"=", CodeComparison::kEqual},
                                                                                  {">", CodeComparison::kGreater}}};
  for (const auto& [sign, comparison] : kSigns) {
    if (text.substr(0, sign.size()) != sign) continue;
    CodeCondition condition{comparison, 0};
    const std::size_t start = std::min(text.find_first_not_of(' ', sign.size()), text.size());
    const char* last = text.data() + text.size();
    if (std::from_chars(text.data() + start, last, condition.limit).ptr != last) return std::nullopt;
    return condition;
  }
  return std::nullopt;
}

/// "-411", "¥-411", "-ja-JP-x-gannen,80", "-30411": what to show, and the language.
std::string ReadLanguage(std::string_view text, CodeSection* section) {
  const std::size_t dash = std::min(text.find('-'), text.size());
  const std::string symbol(text.substr(0, dash));
  const std::string language = Lowered(text.substr(std::min(dash + 1, text.size())));
  if (language.rfind("ja", 0) == 0) section->japanese = true;
  if (language.find("gannen") != std::string::npos) section->gannen = true;
  std::uint32_t number = 0;
  const std::string_view code = std::string_view(language).substr(0, language.find(','));
  if (std::from_chars(code.data(), code.data() + code.size(), number, 16).ptr != code.data() + code.size()) {
    return symbol;
  }
  constexpr std::uint32_t kJapanese = 0x411;
  constexpr std::uint32_t kEmperor = 3;
  section->japanese = section->japanese || (number & 0xFFFF) == kJapanese;
  section->emperor = (number >> 16 & 0xFF) == kEmperor;
  return symbol;
}

}  // namespace

char ElapsedLetter(std::string_view inside) {
  const std::string letters = Lowered(inside);
  if (letters.empty() || std::string_view("hms").find(letters[0]) == std::string_view::npos) return ' ';
  return letters.find_first_not_of(letters[0]) == std::string::npos ? letters[0] : ' ';
}

std::string ReadCodeBracket(std::string_view inside, CodeSection* section) {
  if (!inside.empty() && inside[0] == '$') return ReadLanguage(inside.substr(1), section);
  if (const auto condition = ConditionOf(inside)) {
    section->condition = condition;
    return {};
  }
  const std::string name = Lowered(inside);
  if (name.size() == 6 && name.rfind("dbnum", 0) == 0)
    section->kanji = name[5] >= '1' && name[5] <= '3' ? name[5] - '0' : 0;
  if (const auto rgb = ColourOf(name)) section->rgb = rgb;
  return {};
}

}  // namespace chohyo
