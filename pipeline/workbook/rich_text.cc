#include "pipeline/workbook/rich_text.h"

#include <charconv>
#include <optional>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr std::size_t kEscapeSize = 7;

/// The character of an escape "_x000A_" at the start of a text.
std::optional<char32_t> EscapedCharacter(std::string_view text) {
  if (text.size() < kEscapeSize || text[0] != '_' || text[1] != 'x' || text[kEscapeSize - 1] != '_') {
    return std::nullopt;
  }
  unsigned code = 0;
  const auto read = std::from_chars(text.data() + 2, text.data() + kEscapeSize - 1, code, 16);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (read.ec != std::errc() || read.ptr != text.data() + kEscapeSize - 1 || surrogate) return std::nullopt;
  return code;
}

}  // namespace

std::string UnescapedText(std::string_view text) {
  if (text.find("_x") == std::string_view::npos) return std::string(text);
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const auto escaped = EscapedCharacter(text.substr(i));
    if (escaped) {
      AppendUtf8(*escaped, &plain);
      i += kEscapeSize;
    } else {
      plain.push_back(text[i++]);
    }
  }
  return plain;
}

void RichText::Clear() {
  text_.clear();
  in_text_ = in_furigana_ = 0;
}

void RichText::OnStart(std::string_view name) {
  if (name == "t") ++in_text_;
  if (name == "rPh") ++in_furigana_;
}

void RichText::OnEnd(std::string_view name) {
  if (name == "t") --in_text_;
  if (name == "rPh") --in_furigana_;
}

void RichText::OnText(std::string_view text) {
  if (in_text_ > 0 && in_furigana_ == 0) text_ += text;
}

std::string RichText::Text() const { return UnescapedText(text_); }

}  // namespace chohyo
