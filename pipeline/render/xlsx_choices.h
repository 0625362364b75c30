// Drop-downs: lists of choices as Excel can take them.
#pragma once

#include <string>
#include <vector>

#include "pipeline/render/xlsx_book.h"

namespace chohyo {

/// Lists that do not fit in a validation (255 characters; entries with commas, quotes, line breaks or outer spaces) are
/// kept on a hidden sheet, each in a column of its own.
class XlsxChoices {
 public:
  /// `sheet_name`: the name that the hidden sheet has if one is needed.
  explicit XlsxChoices(std::string sheet_name) : sheet_name_(std::move(sheet_name)) {}

  /// What a drop-down with these choices refers to: a quoted list or a range of the hidden sheet. "" for an empty list.
  std::string SourceOf(const std::vector<std::string>& choices);

  /// Adds the hidden sheet, if any list needs it.
  void WriteSheet(XlsxBook* book, XlsxFormatId format) const;

 private:
  std::string sheet_name_;
  std::vector<std::vector<std::string>> long_lists_;
};

/// Gives every cell with choices its drop-down; cells side by side with the same choices share one.
void WriteDropDowns(const Sheet& sheet, XlsxChoices* choices, XlsxTab* tab);

}  // namespace chohyo
