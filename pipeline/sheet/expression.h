// The small language inside templates, compiled once: texts with placeholders, and conditions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/sheet/value.h"

namespace chohyo {

/// Where something is written in a template; line 0 outside of files.
struct Place {
  int line = 0;
  int column = 0;
  const std::string* sheet = nullptr;  ///< of Excel forms: line and column are a cell of that sheet, counted from 1
};

/// Throws InputFault "file:line:column: エラー: message" ("file: Sheet1!B7: エラー: message" for a cell, "file: エラー:
/// message" for line 0).
[[noreturn]] void FailAt(const std::string& file, Place place, const std::string& message);

/// A step of a path. `hint` numbers the steps of a template, so that filling can remember where it found each name.
struct Member {
  std::string name;
  int hint = 0;
};

/// `loan.staff.name`: from the values, from an `each` variable, or from the counters of the innermost `each`;
/// `document.blank` says whether the form is filled as a blank. The member `#3` of a list is its third element.
struct Path {
  enum class Start : std::uint8_t { kValues, kVariable, kLoop, kBlank };
  Start start = Start::kValues;
  int slot = 0;  ///< of kVariable and kLoop: which of the `each` around, counted from outside
  std::vector<Member> members;
  bool lenient = false;  ///< nothing known is nothing shown, instead of a fault
  std::string text;      ///< as written
  Place place;
  std::shared_ptr<const std::vector<std::string>> also;  ///< further names that may have been meant
};

enum class FilterKind : std::uint8_t { kFormat, kAge, kDefault, kJoin, kPrefix, kSuffix, kHalf, kFull, kYes, kNo };

struct Filter {
  FilterKind kind = FilterKind::kFormat;
  std::string argument;  ///< a text, or the format's name
  Path path;             ///< of kAge: the day to reckon from
};

/// A value: `path`, `count(path)`, `sum(path)` or a constant, with its filters.
struct Expression {
  enum class Kind : std::uint8_t { kPath, kCount, kSum, kConstant };
  Kind kind = Kind::kPath;
  Path path;
  Scalar constant;
  std::vector<Filter> filters;
  std::string format;  ///< the last format among the filters, "" for none
};

/// A text with placeholders: literals and expressions by turns.
struct Text {
  struct Piece {
    std::string literal;  ///< comes first
    std::optional<Expression> expression;
  };
  std::vector<Piece> pieces;

  bool empty() const { return pieces.empty(); }
  bool HasPlaceholder() const { return !pieces.empty() && pieces.front().expression.has_value(); }
  /// One placeholder and nothing else: its value keeps its type.
  bool IsSingle() const { return pieces.size() == 1 && pieces[0].literal.empty() && pieces[0].expression.has_value(); }
};

enum class Comparison : std::uint8_t { kTrue, kFalse, kEqual, kUnequal, kLess, kGreater, kAtMost, kAtLeast };

struct Test {
  Comparison comparison = Comparison::kTrue;
  Expression left, right;  ///< right: only of comparisons with two sides
};

/// Holds if all tests of one of the alternatives hold: `and` binds closer than `or`.
struct Condition {
  std::vector<std::vector<Test>> alternatives;
};

/// `groups as g`
struct Loop {
  Path path;
  int slot = 0;
};

/// Where a template asks for a value.
struct PathUse {
  std::vector<std::string> names;  ///< with `each` variables written out: loan, staff, name
  std::size_t own = 0;             ///< the first of them that is written at this place
  bool counter = false;            ///< `loop.number` and its like
  std::string text;                ///< as written
  Place place;
};

/// A piece of source to compile: its text, and where it stands.
struct Source {
  std::string_view text;
  Place place;         ///< of the text's first character
  bool exact = false;  ///< the text is written there in one line, so that columns can be counted on
};

/// Compiles the language of one template. Keeps the names of the `each` around and all paths seen.
class ExpressionCompiler {
 public:
  explicit ExpressionCompiler(std::string file) : file_(std::move(file)) {}

  Text CompileText(const Source& source);
  Condition CompileCondition(const Source& source);
  /// A path alone, with or without braces around.
  Path CompilePath(const Source& source);
  /// `path as name`; the name is known until LeaveLoop.
  Loop EnterLoop(const Source& source);
  void LeaveLoop() { variables_.pop_back(); }

  const std::string& file() const { return file_; }
  int hint_count() const { return hint_count_; }
  /// Every path compiled, with `each` variables written out, in the order seen.
  const std::vector<std::string>& paths() const { return paths_; }

  /// The same, with the places.
  const std::vector<PathUse>& uses() const { return uses_; }

  /// Names that the author of the next path into `row`, the data's own columns, may have meant.
  void Suggest(std::vector<std::string> names) {
    also_ = std::make_shared<const std::vector<std::string>>(std::move(names));
  }

  /// For the parser: gives a path of names its meaning.
  Path Resolve(std::vector<std::string> names, std::string text, Place place);

 private:
  struct Variable {
    std::string name;
    std::string path;                ///< what it runs over, written out
    std::vector<std::string> names;  ///< the same
  };
  std::string file_;
  std::vector<Variable> variables_;
  int hint_count_ = 0;
  std::vector<std::string> paths_;
  std::vector<PathUse> uses_;
  std::shared_ptr<const std::vector<std::string>> also_;
};

}  // namespace chohyo
