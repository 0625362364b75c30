#include "pipeline/sheet/expression_parser.h"

#include <charconv>
#include <span>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

struct NamedFilter {
  std::string_view name;
  FilterKind kind;
  bool takes_argument;
};

constexpr NamedFilter kFilters[] = {
    {"age", FilterKind::kAge, true},       {"default", FilterKind::kDefault, true}, {"join", FilterKind::kJoin, true},
    {"prefix", FilterKind::kPrefix, true}, {"suffix", FilterKind::kSuffix, true},   {"half", FilterKind::kHalf, false},
    {"full", FilterKind::kFull, false},    {"no", FilterKind::kNo, true},           {"yes", FilterKind::kYes, true},
};

const NamedFilter* FindFilter(std::string_view name) {
  for (const NamedFilter& filter : kFilters) {
    if (filter.name == name) return &filter;
  }
  return nullptr;
}

std::vector<std::string> FilterNames() {
  std::vector<std::string> names = FormatNames();
  for (const NamedFilter& filter : kFilters) names.emplace_back(filter.name);
  return names;
}

bool EndsWord(char c) { return std::string_view(" \t\n.|(){},=!<>'\"").find(c) != std::string_view::npos; }

}  // namespace

Place ExpressionParser::PlaceOf(std::size_t offset) const {
  Place place = source_.place;
  if (!source_.exact) return place;
  for (std::size_t at = 0; at < offset && at < source_.text.size(); ++place.column) NextCodePoint(source_.text, &at);
  return place;
}

void ExpressionParser::FailFrom(std::size_t offset, const std::string& message) const {
  FailAt(compiler_->file(), PlaceOf(offset), message);
}

void ExpressionParser::SkipSpaces() {
  while (offset_ < source_.text.size() &&
         (source_.text[offset_] == ' ' || source_.text[offset_] == '\t' || source_.text[offset_] == '\n')) {
    ++offset_;
  }
}

bool ExpressionParser::Take(std::string_view token) {
  SkipSpaces();
  if (!Rest().starts_with(token)) return false;
  offset_ += token.size();
  return true;
}

bool ExpressionParser::TakeWord(std::string_view word) {
  SkipSpaces();
  const std::string_view rest = Rest();
  if (!rest.starts_with(word) || (rest.size() > word.size() && !EndsWord(rest[word.size()]))) return false;
  offset_ += word.size();
  return true;
}

bool ExpressionParser::AtEnd() {
  SkipSpaces();
  return offset_ >= source_.text.size();
}

/// A name, up to a space or sign; in quotes if it holds such.
std::string ExpressionParser::Word() {
  if (Rest().starts_with('\'')) return Quoted();
  const std::size_t start = offset_;
  while (offset_ < source_.text.size() && !EndsWord(source_.text[offset_])) ++offset_;
  if (offset_ == start) {
    Fail(AtEnd() ? Say("ここに名前が必要です（途中で終わっています）。", "a name is missing here (the text ends).")
                 : Say("ここに名前が必要です（今は「{}」）。", "a name is needed here (found \"{}\").",
                       std::string(Rest().substr(0, 1))));
  }
  return std::string(source_.text.substr(start, offset_ - start));
}

std::string ExpressionParser::Quoted() {
  const std::size_t close = source_.text.find('\'', offset_ + 1);
  if (close == std::string_view::npos) {
    Fail(Say("引用符 ' が閉じていません。", "the quote ' is never closed."));
  }
  const std::size_t start = std::exchange(offset_, close + 1) + 1;
  return std::string(source_.text.substr(start, close - start));
}

Path ExpressionParser::ParsePath() {
  SkipSpaces();
  const std::size_t start = offset_;
  std::vector<std::string> names{Word()};
  while (offset_ < source_.text.size() && source_.text[offset_] == '.') {
    ++offset_;
    names.push_back(Word());
  }
  return compiler_->Resolve(std::move(names), std::string(source_.text.substr(start, offset_ - start)), PlaceOf(start));
}

Expression ExpressionParser::ParseValue() {
  Expression expression;
  const bool count = Take("count(");
  if (count || Take("sum(")) {
    expression.kind = count ? Expression::Kind::kCount : Expression::Kind::kSum;
    expression.path = ParsePath();
    if (!Take(")")) Fail(Say("「)」が必要です。", "\")\" is missing."));
    return expression;
  }
  expression.path = ParsePath();
  return expression;
}

Expression ExpressionParser::ParsePlaceholder() {
  Expression expression = ParseValue();
  while (Take("|")) {
    Filter filter = ParseFilter();
    if (filter.kind == FilterKind::kFormat) expression.format = filter.argument;
    expression.filters.push_back(std::move(filter));
  }
  CloseBraces();
  return expression;
}

void ExpressionParser::CloseBraces() {
  if (Take("}}")) return;
  Fail(AtEnd() ? Say("「{{{{」に対する「}}}}」がありません。", "\"{{{{\" is never closed by \"}}}}\".")
               : Say("「|」か「}}}}」が必要です（今は「{}」）。", "\"|\" or \"}}}}\" is needed (found \"{}\").",
                     std::string(Rest().substr(0, Rest().find('}')))));
}

Filter ExpressionParser::ParseFilter() {
  SkipSpaces();
  const std::size_t start = offset_;
  std::size_t end = start;
  while (end < source_.text.size() && !EndsWord(source_.text[end]) && source_.text[end] != ':') ++end;
  const std::string name(source_.text.substr(start, end - start));
  offset_ = end;
  Filter filter;
  filter.argument = name;
  if (IsFormat(name)) return filter;
  const NamedFilter* named = FindFilter(name);
  if (named == nullptr) {
    const auto nearest = NearestName(name, FilterNames());
    FailFrom(start, nearest ? Say("知らないフィルター「{}」です。「{}」ではありませんか。",
                                  "unknown filter \"{}\"; did you mean \"{}\"?", name, *nearest)
                            : Say("知らないフィルター「{}」です。使えるのは {} です。",
                                  "unknown filter \"{}\"; known are {}.", name, Join(FilterNames(), ", ")));
  }
  filter.kind = named->kind;
  filter.argument.clear();
  if (!named->takes_argument) return filter;
  if (!Take(":")) Fail(Say("「{0}: …」と書いてください。", "write \"{0}: …\".", name));
  if (filter.kind == FilterKind::kAge) {
    filter.path = ParsePath();
  } else {
    filter.argument = Argument();
  }
  return filter;
}

std::string ExpressionParser::Argument() {
  SkipSpaces();
  return Rest().starts_with('\'') ? Quoted() : PlainArgument();
}

/// Everything up to `|` or `}}`, without the half-width spaces around.
std::string ExpressionParser::PlainArgument() {
  const std::size_t end = std::min(source_.text.find('|', offset_), source_.text.find("}}", offset_));
  std::string_view argument = source_.text.substr(offset_, end == std::string_view::npos ? end : end - offset_);
  offset_ += argument.size();
  while (argument.ends_with(' ')) argument.remove_suffix(1);
  return std::string(argument);
}

bool ExpressionParser::ParseConstant(Expression* expression) {
  SkipSpaces();
  expression->kind = Expression::Kind::kConstant;
  const std::string_view rest = Rest();
  if (rest.starts_with('\'')) {
    expression->constant = Quoted();
    return true;
  }
  if (TakeWord("true") || TakeWord("false")) {
    expression->constant = rest.starts_with("true");
    return true;
  }
  double number = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc() || (end != rest.data() + rest.size() && !EndsWord(*end))) return false;
  offset_ += static_cast<std::size_t>(end - rest.data());
  expression->constant = number;
  return true;
}

Expression ExpressionParser::ParseOperand() {
  Expression constant;
  return ParseConstant(&constant) ? constant : ParseValue();
}

Comparison ExpressionParser::ParseComparison() {
  struct Sign {
    std::string_view text;
    Comparison comparison;
  };
  constexpr Sign kSigns[] = {{"==", Comparison::kEqual},   {"!=", Comparison::kUnequal}, {"<=", Comparison::kAtMost},
                             {">=", Comparison::kAtLeast}, {"<", Comparison::kLess},     {">", Comparison::kGreater}};
  for (const Sign& sign : kSigns) {
    if (Take(sign.text)) return sign.comparison;
  }
  if (Take("=")) Fail(Say("等しいかどうかは「==」と書いてください。", "write \"==\" to compare."));
  return Comparison::kTrue;
}

Test ExpressionParser::ParseTest() {
  Test test;
  if (Take("!")) {
    test.comparison = Comparison::kFalse;
    test.left = ParseValue();
    return test;
  }
  test.left = ParseOperand();
  test.comparison = ParseComparison();
  if (test.comparison != Comparison::kTrue) test.right = ParseOperand();
  return test;
}

Condition ExpressionParser::ParseCondition() {
  Condition condition;
  const bool braces = Take("{{");
  do {
    condition.alternatives.emplace_back();
    do {
      condition.alternatives.back().push_back(ParseTest());
    } while (TakeWord("and"));
  } while (TakeWord("or"));
  if (braces) CloseBraces();
  if (!AtEnd()) {
    Fail(Say("条件の「{}」から先が読めません。and か or でつないでください。",
             "the condition is not understood from \"{}\" on; join tests by and / or.", std::string(Rest())));
  }
  return condition;
}

Path ExpressionParser::ParseLonePath() {
  const bool braces = Take("{{");
  Path path = ParsePath();
  if (braces) CloseBraces();
  if (!AtEnd()) Fail(Say("ここには名前だけを書いてください。", "write a name only."));
  return path;
}

Path ExpressionParser::ParseLoopPath() {
  const bool braces = Take("{{");
  Path path = ParsePath();
  if (braces) CloseBraces();
  return path;
}

std::string ExpressionParser::ParseLoopName() {
  if (!TakeWord("as")) {
    Fail(Say("each は「一覧 as 名前」と書いてください（例: each: loans as loan）。",
             "write each as \"list as name\" (e.g. each: loans as loan)."));
  }
  SkipSpaces();
  std::string name = Word();
  if (!AtEnd()) Fail(Say("名前のあとに余分な文字があります。", "there is text after the name."));
  return name;
}

}  // namespace chohyo
