// Text of shared and inline strings: runs joined, without furigana.
#pragma once

#include <string>
#include <string_view>

namespace chohyo {

/// A text with _x000A_ and the like turned into the characters they stand for.
std::string UnescapedText(std::string_view text);

/// Text of a <si> or <is> element: its runs joined, without furigana (rPh).
class RichText {
 public:
  void Clear();
  void OnStart(std::string_view name);
  void OnEnd(std::string_view name);
  void OnText(std::string_view text);
  /// The text so far, escapes undone.
  std::string Text() const;

 private:
  std::string text_;
  int in_text_ = 0;
  int in_furigana_ = 0;
};

}  // namespace chohyo
