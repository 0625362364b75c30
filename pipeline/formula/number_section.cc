#include "pipeline/formula/number_section.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/formula/code_bracket.h"

namespace chohyo {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool StartsWith(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) { return a == Lower(b); });
}

/// Reads a code from left to right into sections.
class CodeReader {
 public:
  explicit CodeReader(std::string_view code) : code_(code), sections_(1) {}

  std::vector<CodeSection> Read() {
    while (at_ < code_.size()) ReadOne();
    for (CodeSection& section : sections_) Settle(&section);
    return std::move(sections_);
  }

 private:
  CodeSection& section() { return sections_.back(); }
  std::string_view rest() const { return code_.substr(at_); }

  void Add(CodeTokenKind kind, std::string_view text, char letter = ' ', int count = 0) {
    section().tokens.push_back({kind, std::string(text), letter, count});
    at_ += text.size();
  }

  void AddLiteral(std::string_view text) {
    if (!section().tokens.empty() && section().tokens.back().kind == CodeTokenKind::kLiteral) {
      section().tokens.back().text += text;
    } else {
      section().tokens.push_back({CodeTokenKind::kLiteral, std::string(text), ' ', 0});
    }
  }

  /// The character at `offset` as its bytes.
  std::string_view CharacterAt(std::size_t offset) const {
    std::size_t end = offset;
    if (offset < code_.size()) NextCodePoint(code_, &end);
    return code_.substr(std::min(offset, code_.size()), end - offset);
  }

  void ReadOne() {
    const char c = code_[at_];
    if (c == ';') {
      ++at_;
      sections_.emplace_back();
    } else if (c == '"') {
      ReadQuoted();
    } else if (c == '[') {
      ReadBracket();
    } else if (c == '\\' || c == '!' || c == '_' || c == '*') {
      ReadEscaped(c);
    } else if (!ReadWord() && !ReadSign(c) && !ReadDateLetters(c)) {
      const std::string_view character = CharacterAt(at_);
      AddLiteral(character);
      at_ += character.size();
    }
  }

  void ReadQuoted() {
    const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
    AddLiteral(code_.substr(at_ + 1, end - at_ - 1));
    at_ = std::min(end + 1, code_.size());
  }

  void ReadBracket() {
    const std::size_t end = code_.find(']', at_);
    if (end == std::string_view::npos) {
      AddLiteral(code_.substr(at_++, 1));
      return;
    }
    const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (const char letter = ElapsedLetter(inside); letter != ' ') {
      section().tokens.push_back(
          {CodeTokenKind::kElapsed, std::string(inside), letter, static_cast<int>(inside.size())});
    } else {
      AddLiteral(ReadCodeBracket(inside, &section()));
    }
  }

  /// \x shows x, _x leaves the room of x, *x fills with x: nothing to show in a text.
  void ReadEscaped(char mark) {
    const std::string_view character = CharacterAt(at_ + 1);
    at_ += 1 + character.size();
    if (mark == '_') AddLiteral(" ");
    if (mark == '\\' || mark == '!') AddLiteral(character);
  }

  bool ReadWord() {
    constexpr std::array<std::pair<std::string_view, CodeTokenKind>, 7> kWords = {{{"general", CodeTokenKind::kGeneral},
                                                                                   {"g/標準", CodeTokenKind::kGeneral},
                                                                                   {"am/pm", CodeTokenKind::kAmPm},
                                                                                   {"a/p", CodeTokenKind::kAmPm},
                                                                                   {"午前/午後", CodeTokenKind::kAmPm},
                                                                                   {"e+", CodeTokenKind::kExponent},
                                                                                   {"e-", CodeTokenKind::kExponent}}};
    for (const auto& [word, kind] : kWords) {
      if (!StartsWith(rest(), word)) continue;
      if (kind == CodeTokenKind::kExponent && !section().Has(CodeTokenKind::kDigit)) continue;
      Add(kind, rest().substr(0, word.size()));
      return true;
    }
    return false;
  }

  bool ReadSign(char c) {
    if (c == '0' || c == '#' || c == '?') {
      if (c != '0' || !ReadSubsecond()) Add(CodeTokenKind::kDigit, code_.substr(at_, 1), c, 1);
    } else if (c == '.') {
      Add(CodeTokenKind::kPoint, code_.substr(at_, 1));
    } else if (c == ',') {
      Add(CodeTokenKind::kComma, code_.substr(at_, 1));
    } else if (c == '%') {
      Add(CodeTokenKind::kPercent, code_.substr(at_, 1));
    } else if (c == '/') {
      Add(CodeTokenKind::kSlash, code_.substr(at_, 1));
    } else if (c == '@') {
      Add(CodeTokenKind::kText, code_.substr(at_, 1));
    } else {
      return false;
    }
    return true;
  }

  /// A point followed by zeros after seconds.
  bool ReadSubsecond() {
    std::vector<CodeToken>& tokens = section().tokens;
    if (tokens.size() < 2 || tokens.back().kind != CodeTokenKind::kPoint) return false;
    const CodeToken& before = tokens[tokens.size() - 2];
    const bool seconds =
        before.letter == 's' && (before.kind == CodeTokenKind::kTime || before.kind == CodeTokenKind::kElapsed);
    if (!seconds) return false;
    const std::size_t end = std::min(code_.find_first_not_of('0', at_), code_.size());
    tokens.pop_back();
    const std::string_view zeros = code_.substr(at_, end - at_);
    Add(CodeTokenKind::kSubsecond, zeros, '0', std::min(static_cast<int>(zeros.size()), 3));
    return true;
  }

  bool ReadDateLetters(char c) {
    const char letter = Lower(c);
    if (std::string_view("ymdhsgeabr").find(letter) == std::string_view::npos) return false;
    std::size_t end = at_;
    while (end < code_.size() && Lower(code_[end]) == letter) ++end;
    const bool time = letter == 'h' || letter == 's';
    const std::string_view text = code_.substr(at_, end - at_);
    if (letter == 'a' && text.size() < 3) return false;
    Add(time ? CodeTokenKind::kTime : CodeTokenKind::kDate, text, letter, static_cast<int>(text.size()));
    return true;
  }

  static bool IsClock(const CodeToken& token) {
    return token.kind == CodeTokenKind::kTime || token.kind == CodeTokenKind::kElapsed;
  }

  /// What a section as a whole tells: which m are minutes, whether it is a date's.
  static void Settle(CodeSection* section) {
    std::vector<CodeToken*> parts;
    for (CodeToken& token : section->tokens) {
      if (token.kind == CodeTokenKind::kDate || IsClock(token)) parts.push_back(&token);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i]->kind != CodeTokenKind::kDate || parts[i]->letter != 'm' || parts[i]->count > 2) continue;
      const bool after_hours = i > 0 && IsClock(*parts[i - 1]) && parts[i - 1]->letter == 'h';
      const bool before_seconds = i + 1 < parts.size() && IsClock(*parts[i + 1]) && parts[i + 1]->letter == 's';
      if (!after_hours && !before_seconds) continue;
      parts[i]->kind = CodeTokenKind::kTime;
      parts[i]->letter = 'n';
    }
    section->is_date = !parts.empty() || section->Has(CodeTokenKind::kAmPm);
    section->is_text = section->Has(CodeTokenKind::kText);
  }

  std::string_view code_;
  std::size_t at_ = 0;
  std::vector<CodeSection> sections_;
};

}  // namespace

bool CodeSection::Has(CodeTokenKind kind) const {
  return std::any_of(tokens.begin(), tokens.end(), [kind](const CodeToken& token) { return token.kind == kind; });
}

bool CodeCondition::Holds(double value) const {
  switch (comparison) {
    case CodeComparison::kLess: return value < limit;
    case CodeComparison::kLessEqual: return value <= limit;
    case CodeComparison::kEqual: return value == limit;
    case CodeComparison::kNotEqual: return value != limit;
    case CodeComparison::kGreaterEqual: return value >= limit;
    case CodeComparison::kGreater: return value > limit;
  }
  return false;
}

std::vector<CodeSection> CodeSections(std::string_view code) { return CodeReader(code).Read(); }

}  // namespace chohyo
