#include "pipeline/render/xlsx_choices.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "pipeline/base/text.h"
#include "pipeline/render/xlsx_places.h"
#include "pipeline/render/xlsx_text.h"

namespace chohyo {
namespace {

constexpr std::size_t kLongestList = 255;

bool FitsInList(const std::string& choice) {
  return !choice.empty() && choice.find_first_of(",\"\r\n\t") == std::string::npos && Trim(choice) == choice &&
         !choice.starts_with("_x") && XlsxText(choice) == choice;
}

/// Ranges of one list of choices, joined as they come: to the right first, then rows of the same columns downwards.
class Rectangles {
 public:
  void Add(const CellRange& range) {
    if (!ranges_.empty()) {
      CellRange& last = ranges_.back();
      if (last.first_row == range.first_row && last.last_row == range.last_row &&
          last.last_column + 1 == range.first_column) {
        last.last_column = range.last_column;
        return;
      }
      JoinDownwards();
    }
    ranges_.push_back(range);
  }

  const std::vector<CellRange>& Finish() {
    if (!ranges_.empty()) JoinDownwards();
    return ranges_;
  }

 private:
  /// Lets the last range, whose row is complete, grow the range that ends right above it.
  void JoinDownwards() {
    const CellRange last = ranges_.back();
    for (auto above = ranges_.rbegin() + 1; above != ranges_.rend(); ++above) {
      if (above->last_row + 1 < last.first_row) break;
      if (above->last_row + 1 != last.first_row || above->first_column != last.first_column ||
          above->last_column != last.last_column) {
        continue;
      }
      above->last_row = last.last_row;
      ranges_.pop_back();
      return;
    }
  }

  std::vector<CellRange> ranges_;
};

}  // namespace

std::string XlsxChoices::SourceOf(const std::vector<std::string>& choices) {
  if (choices.empty()) return {};
  const std::string joined = Join(choices, ",");
  if (Utf16Length(joined) <= kLongestList && std::all_of(choices.begin(), choices.end(), FitsInList)) {
    return "\"" + joined + "\"";
  }
  auto found = std::find(long_lists_.begin(), long_lists_.end(), choices);
  if (found == long_lists_.end()) found = long_lists_.insert(found, choices);
  const auto column = static_cast<int>(found - long_lists_.begin());
  return AbsoluteRange(sheet_name_, {0, 0, column, static_cast<int>(choices.size()) - 1, column});
}

void XlsxChoices::WriteSheet(XlsxBook* book, XlsxFormatId format) const {
  if (long_lists_.empty()) return;
  XlsxTab tab = book->AddTab(sheet_name_);
  std::size_t longest = 0;
  for (const auto& list : long_lists_) longest = std::max(longest, list.size());
  for (std::size_t row = 0; row < longest; ++row) {
    for (std::size_t column = 0; column < long_lists_.size(); ++column) {
      if (row >= long_lists_[column].size()) continue;
      tab.Text(static_cast<int>(row), static_cast<int>(column), XlsxText(long_lists_[column][row]), format);
    }
  }
  tab.Hide();
}

void WriteDropDowns(const Sheet& sheet, XlsxChoices* choices, XlsxTab* tab) {
  std::map<int, Rectangles> by_list;
  for (const Cell& cell : sheet.cells) {
    if (cell.choices >= 0) by_list[cell.choices].Add(RangeOf(cell));
  }
  for (auto& [list, rectangles] : by_list) {
    const std::string source = choices->SourceOf(sheet.choice_lists[static_cast<std::size_t>(list)]);
    if (source.empty()) continue;
    for (const CellRange& range : rectangles.Finish()) tab->DropDown(range, source);
  }
}

}  // namespace chohyo
