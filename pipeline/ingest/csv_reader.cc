#include "pipeline/ingest/csv_reader.h"

#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/ingest/table_encoding.h"

namespace chohyo {
namespace {

char SeparatorOf(std::string_view first_line) {
  const bool tabs_only =
      first_line.find('\t') != std::string_view::npos && first_line.find(',') == std::string_view::npos;
  return tabs_only ? '\t' : ',';
}

/// Walks over the text once. Quoted cells are unescaped in place: a cell's value never outgrows its writing.
class CsvParser {
 public:
  explicit CsvParser(std::string text) { builder_.text() = std::move(text); }

  Table Parse(std::vector<DamagedByte> damage) {
    SkipComments();
    separator_ = SeparatorOf(LineAt(at_));
    while (!AtEnd()) ReadRow();
    builder_.MarkDamage(std::move(damage));
    return builder_.Finish();
  }

 private:
  const std::string& text() { return builder_.text(); }
  bool AtEnd() { return at_ >= text().size(); }
  bool IsBreak(std::size_t at) { return text()[at] == '\n' || text()[at] == '\r'; }

  std::string_view LineAt(std::size_t at) {
    const std::string_view rest = std::string_view(text()).substr(at);
    return rest.substr(0, rest.find_first_of("\r\n"));
  }

  /// Moves past a line break: CRLF is one.
  std::size_t AfterBreak(std::size_t at) {
    return at + (text()[at] == '\r' && at + 1 < text().size() && text()[at + 1] == '\n' ? 2 : 1);
  }

  void TakeBreak() {
    if (AtEnd()) return;
    at_ = AfterBreak(at_);
    ++line_;
  }

  /// Comment lines hold free text: their quotes and separators mean nothing.
  void SkipComments() {
    while (!AtEnd()) {
      const std::string_view line = LineAt(at_);
      const std::string_view content = Trim(line);
      if (!content.empty() && content.front() != '#') return;
      at_ += line.size();
      TakeBreak();
    }
  }

  void ReadRow() {
    builder_.BeginRow(line_);
    for (std::uint32_t column = 1;; ++column) {
      ReadCell(column);
      if (AtEnd() || text()[at_] != separator_) break;
      ++at_;
    }
    TakeBreak();
    builder_.EndRow();
  }

  void ReadCell(std::uint32_t column) {
    std::size_t start = at_;
    while (start < text().size() && text()[start] == ' ') ++start;
    if (start < text().size() && text()[start] == '"') {
      ReadQuoted(column, start);
    } else {
      ReadPlain(column, at_, CellKind::kText);
    }
  }

  /// The text from `start` to the next separator or line break, as it is written.
  void ReadPlain(std::uint32_t column, std::size_t start, CellKind kind) {
    const std::string& all = text();
    std::size_t end = at_;
    while (end < all.size() && all[end] != separator_ && all[end] != '\n' && all[end] != '\r') ++end;
    builder_.AddCell(column, start, end - start, kind);
    at_ = end;
  }

  /// A cell whose opening quote stands at `quote`. One that does not close as a cell should is read as plain text and
  /// marked, so that a forgotten quote costs one row and not the rest of the file.
  void ReadQuoted(std::uint32_t column, std::size_t quote) {
    const Closing closing = FindClosing(quote);
    if (closing.kind != CellKind::kText) {
      ReadPlain(column, quote, closing.kind);
      return;
    }
    const std::size_t size = Unescape(quote + 1, closing.quote);
    builder_.AddCell(column, quote + 1, size, CellKind::kText);
    at_ = closing.next;
    line_ += closing.breaks;
  }

  struct Closing {
    CellKind kind = CellKind::kText;  ///< or why the cell does not close
    std::size_t quote = 0;            ///< the closing quote
    std::size_t next = 0;             ///< the separator or line break after it
    std::uint32_t breaks = 0;         ///< line breaks inside the quotes
  };

  Closing FindClosing(std::size_t quote) {
    const std::string& all = text();
    Closing closing;
    std::size_t i = quote + 1;
    while (i < all.size()) {
      if (IsBreak(i)) {
        ++closing.breaks;
        i = AfterBreak(i);
      } else if (all[i] != '"') {
        ++i;
      } else if (i + 1 < all.size() && all[i + 1] == '"') {
        i += 2;
      } else {
        return ClosedAt(i, closing);
      }
    }
    closing.kind = CellKind::kOpenQuote;
    return closing;
  }

  /// Text after the closing quote: on one line it was put there by hand; over lines, the quote that seemed to close
  /// belongs to a later cell and this one's own is missing.
  Closing ClosedAt(std::size_t quote, Closing closing) {
    const std::string& all = text();
    closing.quote = quote;
    closing.next = quote + 1;
    while (closing.next < all.size() && all[closing.next] == ' ') ++closing.next;
    if (closing.next < all.size() && all[closing.next] != separator_ && !IsBreak(closing.next)) {
      closing.kind = closing.breaks > 0 ? CellKind::kOpenQuote : CellKind::kTextAfterQuote;
    }
    return closing;
  }

  /// Turns doubled quotes of [from, to) into single ones and returns the new size.
  std::size_t Unescape(std::size_t from, std::size_t to) {
    std::string& all = builder_.text();
    std::size_t write = all.find('"', from);
    if (write >= to) return to - from;
    for (std::size_t read = write; read < to; ++read) {
      all[write++] = all[read];
      if (all[read] == '"') ++read;
    }
    return write - from;
  }

  TableBuilder builder_;
  char separator_ = ',';
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

Table ReadCsv(std::string_view bytes, std::string_view encoding, const std::string& file) {
  DecodedText decoded = DecodeTableText(bytes, encoding, file);
  return CsvParser(std::move(decoded.text)).Parse(std::move(decoded.damage));
}

}  // namespace chohyo
