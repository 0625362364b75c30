// Reads the language of templates from text. Used by ExpressionCompiler only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/sheet/expression.h"

namespace chohyo {

/// Reads one construct from a source, from an offset on. Throws InputFault with the place of what it does not
/// understand.
class ExpressionParser {
 public:
  ExpressionParser(ExpressionCompiler* compiler, const Source& source, std::size_t offset)
      : compiler_(compiler), source_(source), offset_(offset) {}

  /// After `{{`, up to and over `}}`.
  Expression ParsePlaceholder();
  Condition ParseCondition();
  Path ParseLonePath();
  /// `path as name`: first the path, then the name.
  Path ParseLoopPath();
  std::string ParseLoopName();

  std::size_t offset() const { return offset_; }

 private:
  [[noreturn]] void Fail(const std::string& message) const { FailFrom(offset_, message); }
  [[noreturn]] void FailFrom(std::size_t offset, const std::string& message) const;
  Place PlaceOf(std::size_t offset) const;
  void SkipSpaces();
  bool Take(std::string_view token);
  bool TakeWord(std::string_view word);
  bool AtEnd();
  std::string_view Rest() const { return source_.text.substr(offset_); }
  std::string Word();
  std::string Quoted();
  Path ParsePath();
  Expression ParseValue();
  Expression ParseOperand();
  bool ParseConstant(Expression* expression);
  Filter ParseFilter();
  std::string Argument();
  std::string PlainArgument();
  Test ParseTest();
  Comparison ParseComparison();
  void CloseBraces();

  ExpressionCompiler* compiler_;
  const Source& source_;
  std::size_t offset_;
};

}  // namespace chohyo
