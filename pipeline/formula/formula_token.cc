#include "pipeline/formula/formula_token.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/formula/cell_reference.h"

namespace chohyo {
namespace {

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

/// Letters, digits, marks that names and references consist of, and everything beyond ASCII.
bool IsWordByte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || IsAsciiDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         c == '_' || c == '.' || c == '$' || c == '\\' || c == '?';
}

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::string* reason) : text_(text), reason_(reason) {}

  std::vector<FormulaToken> Read() {
    while (at_ < text_.size()) {
      if (!ReadOne()) return {};
    }
    Start(TokenKind::kEnd);
    return std::move(tokens_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  FormulaToken& Start(TokenKind kind) {
    tokens_.push_back({});
    tokens_.back().kind = kind;
    tokens_.back().at = at_;
    return tokens_.back();
  }

  bool Refuse(std::string reason) {
    *reason_ = std::move(reason);
    return false;
  }

  bool ReadOne() {
    const char c = text_[at_];
    if (IsBlank(c)) return ReadBlanks();
    if (c == '"') return ReadText();
    if (c == '#') return ReadError();
    if (c == '\'') return ReadQuotedSheet();
    if (c == '[') {
      return Refuse(Say("表の名前による参照（構造化参照）や別のブックへの参照は読めません",
                        "references by table names and to other workbooks cannot be read"));
    }
    if (IsAsciiDigit(c) || (c == '.' && at_ + 1 < text_.size() && IsAsciiDigit(text_[at_ + 1]))) return ReadDigits();
    if (IsWordByte(c)) return ReadWord("", false);
    return ReadSign();
  }

  bool ReadBlanks() {
    Start(TokenKind::kSpace);
    while (at_ < text_.size() && IsBlank(text_[at_])) ++at_;
    return true;
  }

  /// Up to the closing quote; a doubled quote is one. False if there is none.
  bool ReadQuoted(char quote, std::string* out) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != quote) {
        *out += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == quote) {
        *out += text_[at_++];
      } else {
        ++at_;
        return true;
      }
    }
    return Refuse(Say("引用符が閉じていません", "a quotation mark is not closed"));
  }

  bool ReadText() {
    std::string text;
    FormulaToken& token = Start(TokenKind::kConstant);
    if (!ReadQuoted('"', &text)) return false;
    token.value = text;
    return true;
  }

  bool ReadError() {
    constexpr std::size_t kLongest = 7;
    const std::string capitals = Capitals(rest().substr(0, kLongest));
    for (std::size_t size = capitals.size(); size > 2; --size) {
      const std::optional<ExcelError> error = ExcelErrorOf(std::string_view(capitals).substr(0, size));
      if (!error) continue;
      Start(TokenKind::kConstant).value = *error;
      at_ += size;
      return true;
    }
    return Refuse(Say("「#」は読めません", "'#' cannot be read"));
  }

  bool ReadQuotedSheet() {
    std::string sheet;
    if (!ReadQuoted('\'', &sheet)) return false;
    if (at_ >= text_.size() || text_[at_] != '!') {
      return Refuse(Say("シート名「{}」の後に「!」がありません", "no '!' behind the sheet name '{}'", sheet));
    }
    if (!CheckSheet(sheet)) return false;
    ++at_;
    return ReadWord(sheet, true);
  }

  /// Only sheets of this workbook, one at a time.
  bool CheckSheet(const std::string& sheet) {
    if (sheet.find('[') != std::string::npos) {
      return Refuse(
          Say("別のブックへの参照「{}」は読めません", "references to another workbook ('{}') cannot be read", sheet));
    }
    if (sheet.find(':') != std::string::npos) {
      return Refuse(
          Say("複数シートにまたがる参照「{}」は読めません", "references across sheets ('{}') cannot be read", sheet));
    }
    return true;
  }

  /// A number, or a whole-row reference (3:5).
  bool ReadDigits() {
    if (const auto range = ReadFormulaRange(rest())) return TakeRange("", *range);
    double number = 0;
    const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), number);
    if (error != std::errc()) return Refuse(Say("数が読めません", "a number cannot be read"));
    Start(TokenKind::kConstant).value = number;
    at_ = static_cast<std::size_t>(end - text_.data());
    if (at_ < text_.size() && IsWordByte(text_[at_]))
      return Refuse(Say("数の後に文字があります", "letters behind a number"));
    return true;
  }

  bool TakeRange(const std::string& sheet, const RangeReading& reading) {
    FormulaToken& token = Start(TokenKind::kRange);
    token.range = reading.range;
    token.range.sheet = sheet;
    at_ += reading.size;
    return true;
  }

  bool ReadWord(const std::string& sheet, bool after_sheet) {
    if (const auto range = ReadFormulaRange(rest())) return TakeRange(sheet, *range);
    if (after_sheet && rest().starts_with("#REF!")) return ReadError();
    std::size_t end = at_;
    while (end < text_.size() && IsWordByte(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    if (word.empty()) return Refuse(Say("シート名の後に参照がありません", "no reference behind the sheet name"));
    if (end < text_.size() && text_[end] == '!' && !after_sheet) {
      at_ = end + 1;
      return ReadWord(std::string(word), true);
    }
    if (end < text_.size() && text_[end] == '[') {
      return Refuse(Say("表の名前による参照「{}[…]」は読めません",
                        "the reference by a table's name, {}[…], cannot be read", word));
    }
    const bool call = end < text_.size() && text_[end] == '(';
    if (call || !after_sheet) {
      const std::string capitals = Capitals(word);
      if (!call && (capitals == "TRUE" || capitals == "FALSE")) {
        Start(TokenKind::kConstant).value = capitals == "TRUE";
        at_ = end;
        return true;
      }
    }
    FormulaToken& token = Start(call ? TokenKind::kFunction : TokenKind::kName);
    token.text = call ? Capitals(word) : std::string(word);
    token.sheet = sheet;
    at_ = end + (call ? 1 : 0);
    return true;
  }

  bool ReadSign() {
    constexpr std::array<std::string_view, 20> kSigns = {"<=", ">=", "<>", "+", "-", "*", "/", "^", "&", "=",
                                                         "<",  ">",  "%",  "(", ")", "{", "}", ",", ";", ":"};
    for (const std::string_view sign : kSigns) {
      if (!rest().starts_with(sign)) continue;
      Start(TokenKind::kSign).text = sign;
      at_ += sign.size();
      return true;
    }
    return Refuse(Say("「{}」は読めません", "'{}' cannot be read", text_.substr(at_, 1)));
  }

  std::string_view text_;
  std::string* reason_;
  std::size_t at_ = 0;
  std::vector<FormulaToken> tokens_;
};

}  // namespace

std::string Capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

std::vector<FormulaToken> FormulaTokens(std::string_view text, std::string* reason) {
  return Tokenizer(text, reason).Read();
}

}  // namespace chohyo
