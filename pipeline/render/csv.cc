#include "pipeline/render/csv.h"

#include <algorithm>

#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

/// Excel quotes what holds a comma, a quote or a line break.
std::string Quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

/// Boxes that CP932 has, and characters without the selectors of their variants, which it has not.
std::string WithKnownBoxes(std::string_view written) {
  std::string text;
  for (std::size_t at = 0; at < written.size();) {
    const char32_t c = NextCodePoint(written, &at);
    if (!IsVariationSelector(c)) AppendUtf8(c, &text);
  }
  constexpr std::pair<std::string_view, std::string_view> kBoxes[] = {{"☐", "□"}, {"☑", "■"}};
  for (const auto& [box, known] : kBoxes) {
    for (std::size_t at = text.find(box); at != std::string::npos; at = text.find(box))
      text.replace(at, box.size(), known);
  }
  return text;
}

/// A heading in one line.
std::string InOneLine(std::string text) {
  std::erase(text, '\n');
  return text;
}

class CsvWriter {
 public:
  CsvWriter(const Sheet& sheet, std::vector<LayoutIssue>* issues) : sheet_(sheet), issues_(issues) {}

  std::string Write() {
    FindColumns();
    std::string out;
    for (int row = first_row_; row < sheet_.row_count(); ++row) {
      const std::string line = Line(row);
      if (!line.empty()) out += line + "\r\n";
    }
    return out;
  }

 private:
  bool HasHeading() const { return sheet_.repeat_first >= 0; }

  void FindColumns() {
    first_row_ = HasHeading() ? sheet_.repeat_first : 0;
    for (const Cell& cell : sheet_.cells) {
      const bool heading = cell.row <= sheet_.repeat_last && cell.row + cell.row_span > sheet_.repeat_last;
      if (!HasHeading() || heading) columns_.push_back(cell.column);
    }
    std::sort(columns_.begin(), columns_.end());
    columns_.erase(std::unique(columns_.begin(), columns_.end()), columns_.end());
  }

  /// The cells of a row under their columns; "" for rows without cells, and for captions.
  std::string Line(int row) {
    std::vector<std::string> texts(columns_.size());
    bool any = false;
    const auto first = std::lower_bound(sheet_.cells.begin(), sheet_.cells.end(), row,
                                        [](const Cell& cell, int wanted) { return cell.row < wanted; });
    for (auto at_cell = first; at_cell != sheet_.cells.end() && at_cell->row == row; ++at_cell) {
      const Cell& cell = *at_cell;
      const bool caption =
          columns_.size() > 1 && cell.column <= columns_.front() && cell.column + cell.column_span > columns_.back();
      const auto at = std::upper_bound(columns_.begin(), columns_.end(), cell.column);
      if (caption || at == columns_.begin()) continue;
      any = true;
      std::string& text = texts[static_cast<std::size_t>(at - columns_.begin()) - 1];
      text += HasHeading() && row <= sheet_.repeat_last ? InOneLine(cell.text) : cell.text;
      Report(cell);
    }
    if (!any) return {};
    std::string line;
    for (std::size_t i = 0; i < texts.size(); ++i) line += (i > 0 ? "," : "") + Quoted(WithKnownBoxes(texts[i]));
    return EncodeCp932(line);
  }

  void Report(const Cell& cell) {
    const std::string text = WithKnownBoxes(cell.text);
    if (text.find("〓") != std::string::npos || issues_ == nullptr) return;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = NextCodePoint(text, &at);
      if (c < 0x80) continue;
      std::string one;
      AppendUtf8(c, &one);
      if (DecodeText(EncodeCp932(one), Encoding::kCp932).find("〓") == std::string::npos) continue;
      LayoutIssue issue;
      issue.kind = LayoutIssue::Kind::kNotInCp932;
      issue.origin = cell.origin;
      issue.code_point = c;
      issue.text = cell.text;
      issues_->push_back(issue);
    }
  }

  const Sheet& sheet_;
  std::vector<LayoutIssue>* issues_;
  int first_row_ = 0;
  std::vector<int> columns_;  ///< where the heading's cells begin
};

}  // namespace

std::string RenderCsv(const Document& document, std::vector<LayoutIssue>* issues) {
  if (document.sheets.empty()) return {};
  const auto with_heading = std::find_if(document.sheets.begin(), document.sheets.end(),
                                         [](const Sheet& sheet) { return sheet.repeat_first >= 0; });
  const Sheet& sheet = with_heading != document.sheets.end() ? *with_heading : document.sheets.front();
  return CsvWriter(sheet, issues).Write();
}

}  // namespace chohyo
