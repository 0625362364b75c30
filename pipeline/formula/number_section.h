// A number format code taken apart: its sections, and each section's tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chohyo {

enum class CodeTokenKind : std::uint8_t {
  kLiteral,    ///< text as it stands
  kDigit,      ///< 0 # ? (in text)
  kPoint,      ///< .
  kComma,      ///< , among digits
  kPercent,    ///< %
  kExponent,   ///< E+ or E-
  kSlash,      ///< / of a fraction
  kGeneral,    ///< General
  kText,       ///< @
  kDate,       ///< y m d g e a b: letter and count
  kTime,       ///< h s, and m that means minutes (letter n)
  kElapsed,    ///< [h] [m] [s]
  kSubsecond,  ///< .000 after seconds: count
  kAmPm,       ///< AM/PM, A/P
};

struct CodeToken {
  CodeTokenKind kind = CodeTokenKind::kLiteral;
  std::string text;  ///< as written; a literal's text
  char letter = ' ';
  int count = 0;
};

enum class CodeComparison : std::uint8_t { kLess, kLessEqual, kEqual, kNotEqual, kGreaterEqual, kGreater };

struct CodeCondition {
  CodeComparison comparison = CodeComparison::kLess;
  double limit = 0;
  bool Holds(double value) const;
};

struct CodeSection {
  std::vector<CodeToken> tokens;
  std::optional<CodeCondition> condition;
  std::optional<std::uint32_t> rgb;
  int kanji = 0;          ///< [DBNum1] … [DBNum3]
  bool japanese = false;  ///< [$-411]
  bool gannen = false;    ///< the first year of an era as 元
  bool emperor = false;   ///< years of eras also for y
  bool is_date = false;
  bool is_text = false;  ///< shows texts (@)

  bool Has(CodeTokenKind kind) const;
};

/// The sections of a code, at least one.
std::vector<CodeSection> CodeSections(std::string_view code);

}  // namespace chohyo
