// Finds the values that a compiled template asks for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/sheet/expression.h"
#include "pipeline/sheet/value.h"

namespace chohyo {

/// An `each` that is running.
struct LoopFrame {
  const Value* element = nullptr;  ///< nullptr: a blank place, nothing is known of it
  int number = 1;
  int count = 1;
};

/// What an expression came to.
struct Result {
  const Scalar* scalar = nullptr;  ///< in the value tree, or `own`
  Scalar own;
  const Value* list = nullptr;  ///< set instead for lists; in the value tree, or `own_list`
  Value own_list;
  std::string_view format;
  Origin origin;
  bool missing = false;  ///< nothing is known of it, for this place or form is a blank
};

/// What a text came to.
struct FilledText {
  Scalar value;      ///< typed for a single placeholder
  std::string text;  ///< as displayed
  Origin origin;     ///< of its first value
  bool any = false;  ///< something stood in one of its placeholders
};

/// Evaluates over one value tree. Not for several threads at once.
class Evaluator {
 public:
  /// `file` is named in faults. On a `blank` form only what the office itself is called stays known, unless the values
  /// were made for blank forms (`document.blank`): those are empty where they should be.
  Evaluator(const Value& values, bool blank, const std::string& file, int hint_count);
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  void Push(const LoopFrame& frame) { frames_.push_back(frame); }
  void Pop() { frames_.pop_back(); }
  bool blank() const { return blank_; }
  const std::string& file() const { return file_; }

  /// The list an `each` runs over, in the value tree or `scratch`; nullptr where nothing is known of it. A fault if it
  /// is no list.
  const ValueList* List(const Path& path, Value* scratch);
  bool Holds(const Condition& condition);
  void Evaluate(const Expression& expression, Result* result);
  /// `format`: display format of a single placeholder that has none of its own.
  void Fill(const Text& text, std::string_view format, FilledText* filled);
  std::string FillToText(const Text& text);
  /// The texts of a list, or of a single value.
  std::vector<std::string> Texts(const Path& path, Origin* origin);

 private:
  const Value* Find(const Path& path, Value* scratch);
  const Value* Step(const Value& map, const Path& path, std::size_t index);
  const Value* Walk(const Value* at, const Path& path, std::size_t next, Value* scratch);
  static const Value* Element(const Value& list, const std::string& member);
  bool Gather(const Value& list, const Path& path, std::size_t next, ValueList* out);
  Value LoopValue(const Path& path);
  bool KnownOnBlank(const Path& path) const;
  static bool MadeForBlank(const Value& values);
  [[noreturn]] void FailUnknown(const Value& map, const Path& path, std::size_t index) const;
  void Sum(const Path& path, Result* result);
  void Count(const Path& path, Result* result);
  void ApplyFilter(const Filter& filter, Result* result);
  void ApplyText(const Filter& filter, Result* result);
  void ApplyAge(const Filter& filter, Result* result);
  std::string Shown(const Result& result) const;
  bool Holds(const Test& test);

  const Value& values_;
  bool blank_;
  bool made_for_blank_;
  const std::string& file_;
  std::vector<LoopFrame> frames_;
  std::vector<std::uint32_t> hints_;
};

}  // namespace chohyo
