#include "pipeline/workbook/shared_formula.h"

#include <fmt/format.h>

#include <optional>

#include "pipeline/workbook/cell_address.h"
#include "pipeline/workbook/limits.h"
#include "pipeline/workbook/xml_values.h"

namespace chohyo {
namespace {

constexpr const char* kLost = "#REF!";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Bytes of names, functions and numbers: what touches them is no reference of its own.
bool IsWord(char c) {
  return IsDigit(c) || IsLetter(c) || c == '_' || c == '.' || c == '$' || c == '\\' || (c & 0x80) != 0;
}

/// A word that may be a cell ("$B7"), a column ("B") or a row ("$7"), taken apart.
struct Reference {
  bool column_absolute = false, row_absolute = false;
  std::string_view letters, digits;
};

std::optional<Reference> TakeApart(std::string_view word) {
  Reference reference;
  std::size_t at = 0;
  const auto dollar = [&] { return at < word.size() && word[at] == '$' ? ++at > 0 : false; };
  const bool first = dollar();
  std::size_t start = at;
  while (at < word.size() && IsLetter(word[at])) ++at;
  reference.letters = word.substr(start, at - start);
  reference.column_absolute = first && !reference.letters.empty();
  reference.row_absolute = reference.letters.empty() ? first : dollar();
  start = at;
  while (at < word.size() && IsDigit(word[at])) ++at;
  reference.digits = word.substr(start, at - start);
  if (at != word.size() || (reference.letters.empty() && reference.digits.empty())) return std::nullopt;
  return reference;
}

class Mover {
 public:
  Mover(std::string_view formula, int rows, int columns) : formula_(formula), rows_(rows), columns_(columns) {}

  std::string Run() {
    while (at_ < formula_.size()) {
      const char c = formula_[at_];
      if (c == '"' || c == '\'') {
        CopyQuoted(c);
      } else if (c == '[') {
        CopyBrackets();
      } else if (IsWord(c)) {
        MoveWords();
      } else {
        out_.push_back(c);
        ++at_;
      }
    }
    return std::move(out_);
  }

 private:
  void CopyTo(std::size_t end) {
    out_ += formula_.substr(at_, end - at_);
    at_ = end;
  }

  void CopyQuoted(char quote) {
    const std::size_t end = formula_.find(quote, at_ + 1);
    CopyTo(end == std::string_view::npos ? formula_.size() : end + 1);
  }

  void CopyBrackets() {
    int depth = 0;
    std::size_t end = at_;
    do {
      depth += formula_[end] == '[' ? 1 : formula_[end] == ']' ? -1 : 0;
      ++end;
    } while (end < formula_.size() && depth > 0);
    CopyTo(end);
  }

  std::size_t WordEnd(std::size_t start) const {
    while (start < formula_.size() && IsWord(formula_[start])) ++start;
    return start;
  }

  /// A word; with ":" and a word behind it, both ends of a range of whole columns or rows.
  void MoveWords() {
    const std::size_t end = WordEnd(at_);
    const std::string_view word = formula_.substr(at_, end - at_);
    const bool colon = end < formula_.size() && formula_[end] == ':';
    const std::size_t second_end = colon ? WordEnd(end + 1) : end;
    const std::string_view second = colon ? formula_.substr(end + 1, second_end - end - 1) : std::string_view();
    if (const auto moved = WholeRange(word, second)) {
      out_ += *moved;
      at_ = second_end;
    } else if (const auto cell = Cell(word, end)) {
      out_ += *cell;
      at_ = end;
    } else {
      CopyTo(end);
    }
  }

  std::optional<std::string> WholeRange(std::string_view first, std::string_view last) const {
    const auto a = TakeApart(first), b = TakeApart(last);
    if (!a || !b || a->letters.empty() != b->letters.empty() || a->digits.empty() != b->digits.empty()) return {};
    if (a->letters.empty() == a->digits.empty()) return {};  // two cells: each moves by itself
    if (!ReadRange(fmt::format("{}:{}", first, last))) return {};
    const auto from = Moved(*a), to = Moved(*b);
    return from && to ? *from + ":" + *to : std::string(kLost);
  }

  std::optional<std::string> Cell(std::string_view word, std::size_t end) const {
    const char next = end < formula_.size() ? formula_[end] : '\0';
    const auto reference = TakeApart(word);
    if (!reference || next == '(' || next == '!' || next == '[') return std::nullopt;
    if (reference->letters.empty() || reference->digits.empty() || !ReadCellAddress(word)) return std::nullopt;
    return Moved(*reference).value_or(kLost);
  }

  /// Nothing where it leaves the sheet.
  std::optional<std::string> Moved(const Reference& reference) const {
    std::string text;
    if (!reference.letters.empty()) {
      const int column = ReadColumnLetters(reference.letters).value_or(-1) + (reference.column_absolute ? 0 : columns_);
      if (column < 0 || column >= kWorkbookColumns) return std::nullopt;
      text = (reference.column_absolute ? "$" : "") + ColumnLetters(column);
    }
    if (!reference.digits.empty()) {
      const int row = ReadXmlInt(reference.digits).value_or(0) + (reference.row_absolute ? 0 : rows_);
      if (row < 1 || row > kWorkbookRows) return std::nullopt;
      text += fmt::format("{}{}", reference.row_absolute ? "$" : "", row);
    }
    return text;
  }

  std::string_view formula_;
  int rows_, columns_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string MovedFormula(std::string_view formula, int rows, int columns) {
  if (rows == 0 && columns == 0) return std::string(formula);
  return Mover(formula, rows, columns).Run();
}

}  // namespace chohyo
