// Texts as XLSX takes them: well-formed, within Excel's limits, and never anything but text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// Excel's limit on the text of one cell, in UTF-16 units.
constexpr std::size_t kXlsxCellText = 32767;
/// Excel's limit on a formula, in characters.
constexpr std::size_t kXlsxFormula = 8192;

/// A copy that XML can hold and that Excel shows as it was: ill-formed bytes become U+FFFD, CR LF becomes LF,
/// characters that XML forbids are written _xHHHH_ (ECMA-376 part 1, 22.9.2.19), and a literal "_x0041_" keeps its
/// letters.
std::string XlsxText(std::string_view text);

/// Length as Excel counts it: characters beyond U+FFFF count twice. Ill-formed bytes count one each.
std::size_t Utf16Length(std::string_view text);

/// The longest beginning of `text` of at most `units` UTF-16 units, cut between characters.
std::string_view Utf16Prefix(std::string_view text, std::size_t units);

/// Width in half-width characters: kana and kanji count two, what combines with its neighbour nothing.
int HalfWidths(std::string_view text);

/// True for a text that Excel would read as a number, a date or a formula if a clerk opened the cell and pressed Enter:
/// it begins with a digit or with = + - @ in either width and is longer than one character.
bool ReadsAsMoreThanText(std::string_view text);

/// "'名簿'!$A$1:$B$9"; always quoted, because Excel refuses bare names such as 2021 or R1C1.
std::string AbsoluteRange(const std::string& sheet_name, const CellRange& range);

/// "'O''Brien'"
std::string QuotedSheetName(const std::string& sheet_name);

}  // namespace chohyo
