#include "pipeline/excel/form_language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

constexpr int kMostNumber = 10'000;

/// Japanese words for the most used filters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kFilterWords = {{{"和暦", "wareki"},
                                                                                        {"西暦", "iso"},
                                                                                        {"月日", "md"},
                                                                                        {"曜日", "weekday"},
                                                                                        {"年月", "month"},
                                                                                        {"年度", "fiscal_year"},
                                                                                        {"半角", "half"},
                                                                                        {"全角", "full"}}};

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string Quoted(std::string_view name) {
  return name.find_first_of(" \t\n.|(){},=!<>'\"") == std::string_view::npos ? std::string(name)
                                                                             : fmt::format("'{}'", name);
}

/// The pieces between separators that do not stand in quotes.
std::vector<std::string_view> SplitOutsideQuotes(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    quoted = quoted != (text[at] == '\'');
    if (quoted || text[at] != separator) continue;
    pieces.push_back(text.substr(start, at - start));
    start = at + 1;
  }
  pieces.push_back(text.substr(start));
  return pieces;
}

bool EndsWord(std::string_view rest) {
  return std::string_view(" \t\n()=!<>'&|").find(rest.front()) != std::string_view::npos || rest.starts_with("　");
}

bool IsWordOfConditions(std::string_view word) {
  return word == "and" || word == "or" || word == "true" || word == "false" ||
         word.find_first_not_of("0123456789.-") == std::string_view::npos;
}

void ReplaceAll(std::string* text, std::string_view from, std::string_view to) {
  for (auto at = text->find(from); at != std::string::npos; at = text->find(from, at + to.size())) {
    text->replace(at, from.size(), to);
  }
}

}  // namespace

std::optional<NumberedName> NumberedNameOf(std::string_view name) {
  std::string folded = FoldName(name);
  const bool closed = folded.ends_with(')');
  if (closed) folded.pop_back();
  std::size_t digits = folded.size();
  while (digits > 0 && folded[digits - 1] >= '0' && folded[digits - 1] <= '9') --digits;
  if (digits == folded.size() || folded.size() - digits > 4 || digits == 0) return std::nullopt;
  int number = 0;
  for (const char c : folded.substr(digits)) number = number * 10 + (c - '0');
  std::string base = folded.substr(0, digits);
  if (closed != base.ends_with('(')) return std::nullopt;
  if (closed || base.ends_with('_') || base.ends_with('-')) base.pop_back();
  if (base.empty() || number < 1 || number > kMostNumber) return std::nullopt;
  return NumberedName{std::move(base), number};
}

std::string WithPlainBraces(std::string text) {
  ReplaceAll(&text, "｛｛", "{{");
  ReplaceAll(&text, "｝｝", "}}");
  return text;
}

bool HasMarkers(const std::string& text) {
  for (const char* sign : {"{{#", "{{/", "{{else}}"}) {
    if (text.find(sign) != std::string::npos) return true;
  }
  return false;
}

std::vector<MarkerPiece> SplitMarkers(const std::string& text) {
  std::vector<MarkerPiece> pieces;
  std::string plain;
  const auto flush = [&] {
    if (!plain.empty()) pieces.push_back({MarkerPiece::Kind::kText, std::exchange(plain, {})});
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto open = text.find("{{", at);
    const auto close = open == std::string::npos ? open : text.find("}}", open);
    if (close == std::string::npos) {
      plain += text.substr(at);
      break;
    }
    plain += text.substr(at, open - at);
    const std::string inner(Trim(std::string_view(text).substr(open + 2, close - open - 2)));
    at = close + 2;
    const auto add = [&](MarkerPiece::Kind kind, std::size_t skip) {
      flush();
      pieces.push_back({kind, std::string(Trim(std::string_view(inner).substr(skip)))});
    };
    if (inner.starts_with("#each"))
      add(MarkerPiece::Kind::kEach, 5);
    else if (inner.starts_with("#if"))
      add(MarkerPiece::Kind::kIf, 3);
    else if (inner.starts_with("/each"))
      add(MarkerPiece::Kind::kEndEach, 5);
    else if (inner.starts_with("/if"))
      add(MarkerPiece::Kind::kEndIf, 3);
    else if (inner == "else")
      add(MarkerPiece::Kind::kElse, 4);
    else
      plain += text.substr(open, at - open);
  }
  flush();
  return pieces;
}

std::vector<std::string> PlaceholdersOf(const std::string& text) {
  std::vector<std::string> found;
  for (const MarkerPiece& piece : SplitMarkers(text)) {
    if (piece.kind != MarkerPiece::Kind::kText) continue;
    for (std::size_t at = piece.text.find("{{"); at != std::string::npos; at = piece.text.find("{{", at + 2)) {
      const auto close = piece.text.find("}}", at);
      if (close == std::string::npos) break;
      found.emplace_back(Trim(std::string_view(piece.text).substr(at + 2, close - at - 2)));
    }
  }
  return found;
}

std::string NameOf(std::string_view placeholder) {
  std::string_view name = Trim(SplitOutsideQuotes(placeholder, '|').front());
  for (const std::string_view function : {"count(", "sum("}) {
    if (!name.starts_with(function)) continue;
    name.remove_prefix(function.size());
    name = name.substr(0, name.find(')'));
  }
  return std::string(Trim(name));
}

void FormLanguage::LeaveLoop() {
  scopes_.pop_back();
  compiler_.LeaveLoop();
}

std::string FormLanguage::ListPath(const TableInfo& table) const {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
    if (scope->table == nullptr || scope->per > 0) continue;
    const bool belongs = std::any_of(table.columns.begin(), table.columns.end(),
                                     [&](const ColumnInfo& column) { return column.refers_to == scope->table->name; });
    if (belongs) return scope->variable + "." + std::string(table.name);
  }
  return std::string(table.name);
}

Loop FormLanguage::EnterLoop(std::string_view text, Place place, std::optional<Condition>* where) {
  std::string_view condition;
  if (const auto at = text.find(" where "); at != std::string_view::npos) {
    condition = Trim(text.substr(at + 7));
    text = Trim(text.substr(0, at));
  }
  std::string_view list = text, name;
  if (const auto at = text.find(" as "); at != std::string_view::npos) {
    list = Trim(text.substr(0, at));
    name = Trim(text.substr(at + 4));
  }
  const TableInfo* table = TableNamed(list);
  if (table == nullptr && list.find('.') != std::string_view::npos) {
    table = TableNamed(list.substr(list.rfind('.') + 1));
  }
  std::string variable(name);
  if (variable.empty()) variable = table != nullptr ? RecordNameOf(table->name) : "item";
  const auto is_used = [&] {
    return std::any_of(scopes_.begin(), scopes_.end(), [&](const Scope& scope) { return scope.variable == variable; });
  };
  while (is_used()) variable += "_";
  const bool whole = table != nullptr && list.find('.') == std::string_view::npos;
  const std::string path = whole ? ListPath(*table) : Path(list, place);
  const Loop loop = compiler_.EnterLoop({fmt::format("{} as {}", path, variable), place, false});
  scopes_.push_back({variable, table, 0});
  if (!condition.empty()) *where = CompileCondition(condition, place);
  return loop;
}

Loop FormLanguage::EnterPageLoop(const TableInfo& table, const std::string& variable, int per, Place place) {
  const Loop loop = compiler_.EnterLoop({fmt::format("{} as {}", ListPath(table), variable), place, false});
  scopes_.push_back({variable, &table, per});
  return loop;
}

std::string FormLanguage::TranslateText(const std::string& text, Place place) {
  std::string own;
  for (std::size_t at = 0; at < text.size();) {
    const auto open = text.find("{{", at);
    const auto close = open == std::string::npos ? open : text.find("}}", open);
    if (close == std::string::npos) {
      own += text.substr(at);
      break;
    }
    own += text.substr(at, open - at);
    own += "{{" + Translate(Trim(std::string_view(text).substr(open + 2, close - open - 2)), place) + "}}";
    at = close + 2;
  }
  return own;
}

Text FormLanguage::CompileText(const std::string& text, Place place) {
  const std::string own = TranslateText(text, place);
  return compiler_.CompileText({own, place, false});
}

Condition FormLanguage::CompileCondition(std::string_view text, Place place) {
  const std::string own = TranslateCondition(text, place);
  return compiler_.CompileCondition({own, place, false});
}

std::string FormLanguage::Translate(std::string_view inner, Place place) {
  const auto pieces = SplitOutsideQuotes(inner, '|');
  std::string own = TranslateValue(Trim(pieces.front()), place);
  for (std::size_t i = 1; i < pieces.size(); ++i) own += " | " + TranslateFilter(Trim(pieces[i]), place);
  return own;
}

std::string FormLanguage::TranslateValue(std::string_view value, Place place) {
  for (const std::string_view function : {"count(", "sum("}) {
    if (!value.starts_with(function) || !value.ends_with(')')) continue;
    value.remove_prefix(function.size());
    value.remove_suffix(1);
    return fmt::format("{}{})", function, Path(Trim(value), place));
  }
  return Path(value, place);
}

std::string FormLanguage::TranslateFilter(std::string_view filter, Place place) {
  for (const auto& [word, name] : kFilterWords) {
    if (filter == word) return std::string(name);
  }
  if (!filter.starts_with("age:") && !filter.starts_with("age :")) return std::string(filter);
  return "age: " + Path(Trim(filter.substr(filter.find(':') + 1)), place);
}

/// Names become paths; 「…」 are quotes, ＝ and = compare.
std::string FormLanguage::TranslateCondition(std::string_view text, Place place) {
  std::string plain(text);
  for (const auto& [from, to] : {std::pair("「", "'"),
                                 {"」", "'"},
                                 {"＝", "="},
                                 {"≠", "!="},
                                 {"≦", "<="},
                                 {"≧", ">="},
                                 {"＜", "<"},
                                 {"＞", ">"},
                                 {"　", " "}}) {
    ReplaceAll(&plain, from, to);
  }
  std::string own;
  for (std::size_t at = 0; at < plain.size();) {
    const std::string_view rest = std::string_view(plain).substr(at);
    if (rest.front() == '\'') {
      const auto close = plain.find('\'', at + 1);
      const std::size_t end = close == std::string::npos ? plain.size() : close + 1;
      own += plain.substr(at, end - at);
      at = end;
    } else if (rest.front() == '=') {
      const bool compares = !own.empty() && std::string_view("=!<>").find(own.back()) != std::string_view::npos;
      own += compares || rest.starts_with("==") ? "=" : "==";
      ++at;
    } else if (EndsWord(rest)) {
      own += plain[at++];
    } else {
      std::size_t end = at;
      while (end < plain.size() && !EndsWord(std::string_view(plain).substr(end))) ++end;
      const std::string_view word = std::string_view(plain).substr(at, end - at);
      const bool function = end < plain.size() && plain[end] == '(';
      own += function || IsWordOfConditions(word) ? std::string(word) : Path(word, place);
      at = end;
    }
  }
  return own;
}

/// A path as the language of templates has it.
std::string FormLanguage::Path(std::string_view written, Place place) {
  const std::string_view name = Trim(written);
  if (name.empty()) return {};
  const auto dot = name.find('.');
  const std::string_view first = name.substr(0, dot);
  const std::string_view rest = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
  if (auto path = ScopedPath(first, rest)) return *path;
  if (IsCommonStart(first)) return std::string(name);
  if (rest.empty()) {
    if (auto path = HeaderPath(name)) return *path;
    if (auto path = NumberedPath(name)) return *path;
    if (auto path = CommonPathOf(name); path && (!path->starts_with("loop") || !scopes_.empty())) return *path;
  }
  if (auto path = TablePath(first, rest)) return *path;
  return UnknownPath(name, place);
}

/// The member of a record that a header or a path names.
std::string FormLanguage::MemberPath(const TableInfo* table, std::string_view name) const {
  if (table == nullptr || name.find('.') != std::string_view::npos) return std::string(name);
  const FieldName* field = FieldNames::Of(*table).Find(name);
  if (field != nullptr) return field->path;
  return IsAscii(name) ? std::string(name) : "row." + Quoted(name);
}

std::optional<std::string> FormLanguage::ScopedPath(std::string_view first, std::string_view rest) const {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
    const bool by_variable = scope->variable == first;
    const bool by_table = !rest.empty() && scope->table != nullptr && TableNamed(first) == scope->table;
    if ((!by_variable && !by_table) || scope->per > 0) continue;
    if (rest.empty()) return scope->table == nullptr ? std::optional(scope->variable) : std::nullopt;
    return scope->variable + "." + MemberPath(scope->table, rest);
  }
  return std::nullopt;
}

std::optional<std::string> FormLanguage::HeaderPath(std::string_view name) const {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
    if (scope->table == nullptr || scope->per > 0) continue;
    const FieldName* field = FieldNames::Of(*scope->table).Find(name);
    if (field != nullptr) return scope->variable + "." + field->path;
  }
  return std::nullopt;
}

std::optional<std::string> FormLanguage::NumberedPath(std::string_view name) const {
  const auto numbered = NumberedNameOf(name);
  if (!numbered) return std::nullopt;
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
    if (scope->per == 0 || numbered->number > scope->per) continue;
    const FieldName* field = scope->table != nullptr ? FieldNames::Of(*scope->table).Find(numbered->base) : nullptr;
    const std::string member = field != nullptr ? field->path : "row." + Quoted(numbered->base);
    return fmt::format("{}.#{}.{}", scope->variable, numbered->number, member);
  }
  return std::nullopt;
}

/// A whole list, or a member of all of its records: count(職員), 職員.氏名.
std::optional<std::string> FormLanguage::TablePath(std::string_view first, std::string_view rest) {
  const TableInfo* table = TableNamed(first);
  if (table == nullptr) return std::nullopt;
  const std::string list = ListPath(*table);
  return rest.empty() ? list : list + "." + MemberPath(table, rest);
}

/// A column that the contract does not know is one of the data's own; where there is no record it cannot be.
std::string FormLanguage::UnknownPath(std::string_view name, Place place) {
  if (as_written_) return std::string(name);
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
    if (scope->table == nullptr || scope->per > 0 || name.find('.') != std::string_view::npos) continue;
    compiler_.Suggest(FieldNames::Of(*scope->table).Headers());
    return scope->variable + ".row." + Quoted(name);
  }
  FailUnknown(name, place);
}

void FormLanguage::FailUnknown(std::string_view name, Place place) const {
  std::vector<std::string> headers;
  for (const TableInfo& table : AllTables()) {
    for (const ColumnInfo& column : table.columns) headers.emplace_back(column.ja);
  }
  for (const Scope& scope : scopes_) headers.push_back(scope.variable);
  const auto nearest = NearestName(std::string(name), headers);
  FailAt(compiler_.file(), place,
         nearest ? Say("「{}」は知らない項目です。「{}」ではありませんか。",
                       "\"{}\" is not known here; did you mean \"{}\"?", std::string(name), *nearest)
                 : Say("「{}」は知らない項目です。表の見出し（氏名、所属名など）か {{{{#each 表}}}} を使ってください。",
                       "\"{}\" is not known here; use a header of a table (氏名, 所属名 …) or {{{{#each table}}}}.",
                       std::string(name)));
}

}  // namespace chohyo
