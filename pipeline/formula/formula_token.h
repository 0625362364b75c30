// The words of a formula.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/formula/excel_formula.h"
#include "pipeline/formula/excel_value.h"

namespace chohyo {

enum class TokenKind : std::uint8_t {
  kConstant,
  kRange,
  kName,
  kFunction,  ///< a name with '(' behind it, which is taken
  kSign,      ///< an operator or ( ) { } ; ,
  kSpace,     ///< blanks: between two ranges an operator
  kEnd,
};

struct FormulaToken {
  TokenKind kind = TokenKind::kEnd;
  ExcelValue value;
  std::string text;   ///< name, function in capitals, sign
  std::string sheet;  ///< of a name
  FormulaRange range;
  std::size_t at = 0;  ///< byte offset, for messages
};

/// The words of a formula, the last being kEnd; empty with a reason if there is something that is no word.
std::vector<FormulaToken> FormulaTokens(std::string_view text, std::string* reason);

/// Capitals of ASCII letters.
std::string Capitals(std::string_view text);

}  // namespace chohyo
