#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "pipeline/formula/decimal.h"
#include "pipeline/formula/kanji_number.h"
#include "pipeline/formula/number_show.h"

namespace chohyo {
namespace {

using Tokens = std::vector<CodeToken>;

bool IsDigit(const CodeToken& token) { return token.kind == CodeTokenKind::kDigit; }

/// What the digits of a section ask for.
struct DigitPlan {
  int whole = 0, fraction = 0, exponent = 0;  ///< places
  std::size_t point = 0;                      ///< token of the point, of the exponent, or the end
  std::size_t power = 0;                      ///< token of the exponent, or the end
  bool grouped = false;                       ///< 1,000
  int thousands = 0;                          ///< commas that divide by 1,000
  int percents = 0;
};

std::size_t Find(const Tokens& tokens, CodeTokenKind kind) {
  const auto found =
      std::find_if(tokens.begin(), tokens.end(), [kind](const auto& token) { return token.kind == kind; });
  return static_cast<std::size_t>(found - tokens.begin());
}

/// Commas between digits group; commas behind the last digit, or behind the last before the point, divide.
void PlanCommas(const Tokens& tokens, DigitPlan* plan) {
  bool digit_before = false;
  int commas = 0;
  for (std::size_t i = 0; i < plan->power; ++i) {
    if (i == plan->point) {
      plan->thousands = commas;
      commas = 0;
    }
    if (IsDigit(tokens[i])) {
      if (digit_before && commas > 0 && i < plan->point) plan->grouped = true;
      digit_before = true;
      commas = 0;
    } else if (tokens[i].kind == CodeTokenKind::kComma && digit_before) {
      ++commas;
    }
  }
  plan->thousands += commas;
}

DigitPlan PlanOf(const Tokens& tokens) {
  DigitPlan plan;
  plan.power = Find(tokens, CodeTokenKind::kExponent);
  plan.point = std::min(Find(tokens, CodeTokenKind::kPoint), plan.power);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == CodeTokenKind::kPercent) ++plan.percents;
    if (!IsDigit(tokens[i])) continue;
    ++(i < plan.point ? plan.whole : i < plan.power ? plan.fraction : plan.exponent);
  }
  PlanCommas(tokens, &plan);
  return plan;
}

/// Digits filled into the places of a section, from left to right.
class DigitFiller {
 public:
  DigitFiller(const CodeSection& section, const DigitPlan& plan, const DecimalDigits& digits, int power)
      : section_(section), plan_(plan), digits_(digits), power_(power) {}

  std::string Fill() {
    std::string shown;
    for (std::size_t i = 0; i < section_.tokens.size(); ++i) shown += Shown(i);
    return shown;
  }

 private:
  std::string Shown(std::size_t i) {
    const CodeToken& token = section_.tokens[i];
    switch (token.kind) {
      case CodeTokenKind::kDigit: return i < plan_.point ? Whole(token) : i < plan_.power ? Fraction(token) : Power();
      case CodeTokenKind::kComma: return {};
      case CodeTokenKind::kExponent: return ExponentSign(token);
      case CodeTokenKind::kText: return {};
      default: return token.text;
    }
  }

  std::string Digits(std::string_view ascii) const {
    return section_.kanji == 0 ? std::string(ascii) : KanjiDigits(ascii, section_.kanji);
  }

  /// One digit of the whole part, `from_right` places before the point, with its comma.
  std::string WholeDigit(int from_right, char digit) const {
    std::string shown = Digits(std::string(1, digit));
    if (plan_.grouped && from_right > 0 && from_right % 3 == 0) shown += ",";
    return shown;
  }

  std::string Whole(const CodeToken& token) {
    const int length = static_cast<int>(digits_.whole.size());
    const int from_right = plan_.whole - 1 - whole_seen_;
    std::string shown;
    if (whole_seen_++ == 0) {
      for (int place = length - 1; place > from_right; --place)
        shown += WholeDigit(place, digits_.whole[length - 1 - place]);
    }
    if (from_right < length) return shown + WholeDigit(from_right, digits_.whole[length - 1 - from_right]);
    if (token.letter == '0') return shown + WholeDigit(from_right, '0');
    if (token.letter == '?') return shown + " ";
    return shown;
  }

  std::string Fraction(const CodeToken& token) {
    const std::size_t at = fraction_seen_++;
    const bool zeros_only = digits_.fraction.find_first_not_of('0', at) == std::string::npos;
    if (token.letter != '0' && zeros_only) return token.letter == '?' ? " " : "";
    return Digits(digits_.fraction.substr(at, 1));
  }

  std::string ExponentSign(const CodeToken& token) const {
    if (power_ < 0) return "E-";
    return token.text.back() == '+' ? "E+" : "E";
  }

  std::string Power() {
    if (power_said_) return {};
    power_said_ = true;
    return Digits(fmt::format("{:0{}}", std::abs(power_), plan_.exponent));
  }

  const CodeSection& section_;
  const DigitPlan& plan_;
  const DecimalDigits digits_;
  const int power_;
  int whole_seen_ = 0;
  std::size_t fraction_seen_ = 0;
  bool power_said_ = false;
};

std::string ShowGeneral(double magnitude, const CodeSection& section) {
  std::string text = GeneralText(magnitude);
  if (section.kanji > 0) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    text = KanjiNumber(text.substr(0, end), section.kanji) + KanjiDigits(text.substr(end), section.kanji);
  }
  std::string shown;
  bool said = false;
  for (const CodeToken& token : section.tokens) {
    if (token.kind == CodeTokenKind::kGeneral || token.kind == CodeTokenKind::kText) {
      if (!said) shown += text;
      said = true;
    } else {
      shown += token.text;
    }
  }
  return shown;
}

std::string ShowPower(double magnitude, const CodeSection& section, const DigitPlan& plan) {
  const int step = std::max(plan.whole, 1);
  int power = 0;
  double mantissa = magnitude;
  if (magnitude != 0) {
    const int exponent = ScientificOf(magnitude).exponent;
    power = step == 1 ? exponent : static_cast<int>(std::floor(static_cast<double>(exponent) / step)) * step;
    const auto scaled = [&] { return magnitude / std::pow(10.0, power); };
    mantissa = scaled();
    if (RoundedTo(mantissa, plan.fraction) >= std::pow(10.0, step)) {
      power += step;
      mantissa = scaled();
    }
  }
  return DigitFiller(section, plan, DigitsOf(mantissa, plan.fraction), power).Fill();
}

}  // namespace

std::string ShowMagnitude(double magnitude, const CodeSection& section) {
  if (section.Has(CodeTokenKind::kGeneral) || section.Has(CodeTokenKind::kText)) return ShowGeneral(magnitude, section);
  if (IsFraction(section)) return ShowFraction(magnitude, section);
  const DigitPlan plan = PlanOf(section.tokens);
  magnitude *= std::pow(100.0, plan.percents);
  if (plan.thousands > 0) magnitude /= std::pow(1000.0, plan.thousands);
  if (plan.power < section.tokens.size()) return ShowPower(magnitude, section, plan);
  return DigitFiller(section, plan, DigitsOf(magnitude, plan.fraction), 0).Fill();
}

}  // namespace chohyo
