#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "pipeline/formula/number_show.h"

namespace chohyo {
namespace {

using Tokens = std::vector<CodeToken>;

bool IsDigit(const CodeToken& token) { return token.kind == CodeTokenKind::kDigit; }

std::size_t SlashOf(const Tokens& tokens) {
  const auto found = std::find_if(tokens.begin(), tokens.end(),
                                  [](const CodeToken& token) { return token.kind == CodeTokenKind::kSlash; });
  return static_cast<std::size_t>(found - tokens.begin());
}

struct Ratio {
  std::int64_t above = 0, below = 1;
};

/// The fraction nearest to a value in 0–1 whose denominator has at most this many digits (continued fractions).
Ratio NearestRatio(double value, std::int64_t most) {
  Ratio best{std::llround(value), 1};
  Ratio low{0, 1};
  Ratio high{1, 1};
  while (low.below + high.below <= most) {
    const Ratio middle{low.above + high.above, low.below + high.below};
    const double difference = value - static_cast<double>(middle.above) / static_cast<double>(middle.below);
    const double so_far = value - static_cast<double>(best.above) / static_cast<double>(best.below);
    if (std::abs(difference) < std::abs(so_far)) best = middle;
    if (difference == 0) break;
    (difference > 0 ? low : high) = middle;
  }
  return best;
}

/// `# ?/?`, `?/8`: the tokens of the numerator and of the denominator.
class FractionShower {
 public:
  FractionShower(double magnitude, const CodeSection& section) : tokens_(section.tokens) {
    slash_ = SlashOf(tokens_);
    above_ = slash_;
    while (above_ > 0 && IsDigit(tokens_[above_ - 1])) --above_;
    below_ = slash_ + 1;
    ReadDenominator();
    for (std::size_t i = 0; i < above_; ++i) whole_.tokens.push_back(tokens_[i]);
    has_whole_ = whole_.Has(CodeTokenKind::kDigit);
    Split(magnitude);
  }

  std::string Show() const {
    std::string shown;
    if (has_whole_) {
      CodeSection section = whole_;
      if (ratio_.above == 0) ForceZero(&section);
      shown = ShowMagnitude(static_cast<double>(units_), section);
    } else {
      for (const CodeToken& token : whole_.tokens) shown += token.text;
    }
    shown += Parts();
    for (std::size_t i = below_end_; i < tokens_.size(); ++i) shown += tokens_[i].text;
    return shown;
  }

 private:
  void ReadDenominator() {
    below_end_ = below_;
    while (below_end_ < tokens_.size() && IsDigit(tokens_[below_end_])) ++below_end_;
    width_ = static_cast<int>(below_end_ - below_);
    if (below_end_ == tokens_.size() || tokens_[below_end_].kind != CodeTokenKind::kLiteral) return;
    const std::string& text = tokens_[below_end_].text;
    const bool number = text.find_first_not_of("0123456789") != 0;
    if (!number || width_ > 0 || text[0] == '0') return;
    fixed_ = std::strtoll(text.substr(0, 6).c_str(), nullptr, 10);
    // "?/10": the zeros of a fixed denominator read as places.
    ++below_end_;
    for (; below_end_ < tokens_.size() && tokens_[below_end_].letter == '0' && fixed_ < 100000; ++below_end_)
      fixed_ *= 10;
    width_ = static_cast<int>(std::to_string(fixed_).size());
  }

  void Split(double magnitude) {
    units_ = has_whole_ ? static_cast<std::int64_t>(std::min(magnitude, 1e15)) : 0;
    const double rest = std::min(magnitude, 1e15) - static_cast<double>(units_);
    if (fixed_ > 0) {
      ratio_ = {std::llround(rest * static_cast<double>(fixed_)), fixed_};
    } else {
      const auto most = static_cast<std::int64_t>(std::pow(10.0, std::clamp(width_, 1, 5))) - 1;
      const auto whole = static_cast<std::int64_t>(rest);
      ratio_ = NearestRatio(rest - static_cast<double>(whole), most);
      ratio_.above += whole * ratio_.below;
    }
    if (has_whole_ && ratio_.above == ratio_.below) {
      ++units_;
      ratio_.above = 0;
    }
  }

  /// A whole part that would vanish shows its 0 when there is no fraction to show.
  static void ForceZero(CodeSection* section) {
    for (auto token = section->tokens.rbegin(); token != section->tokens.rend(); ++token) {
      if (!IsDigit(*token)) continue;
      token->letter = '0';
      return;
    }
  }

  std::string Parts() const {
    const int above_width = static_cast<int>(slash_ - above_);
    if (has_whole_ && ratio_.above == 0) return std::string(static_cast<std::size_t>(above_width + 1 + width_), ' ');
    const bool spaced = above_ < slash_ && tokens_[above_].letter == '?';
    const std::string above = std::to_string(ratio_.above);
    const std::string below = std::to_string(ratio_.below);
    return spaced ? fmt::format("{:>{}}/{:<{}}", above, above_width, below, width_) : above + "/" + below;
  }

  const Tokens& tokens_;
  CodeSection whole_;
  std::size_t slash_ = 0, above_ = 0, below_ = 0, below_end_ = 0;
  int width_ = 0;
  std::int64_t fixed_ = 0;
  bool has_whole_ = false;
  std::int64_t units_ = 0;
  Ratio ratio_;
};

}  // namespace

bool IsFraction(const CodeSection& section) {
  const Tokens& tokens = section.tokens;
  const std::size_t slash = SlashOf(tokens);
  return slash < tokens.size() && slash > 0 && IsDigit(tokens[slash - 1]);
}

std::string ShowFraction(double magnitude, const CodeSection& section) {
  return FractionShower(magnitude, section).Show();
}

}  // namespace chohyo
