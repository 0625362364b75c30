// Texts: parts of them, places in them, their forms.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/base/text.h"
#include "pipeline/formula/criteria.h"
#include "pipeline/formula/decimal.h"
#include "pipeline/formula/function_call.h"
#include "pipeline/formula/kanji_number.h"
#include "pipeline/formula/number_code.h"
#include "pipeline/formula/text_number.h"
#include "pipeline/formula/text_width.h"

namespace chohyo {
namespace {

/// Excel's longest text, in characters.
constexpr std::size_t kLongest = 32767;

std::string Utf8(std::u32string_view letters) {
  std::string text;
  for (const char32_t c : letters) AppendUtf8(c, &text);
  return text;
}

std::string Limited(std::string text) {
  if (text.size() > kLongest && CodePoints(text).size() > kLongest) throw FormulaFailure{ExcelError::kValue};
  return text;
}

/// A count of characters: no error, not negative.
std::size_t CountArgument(FunctionCall& call, std::size_t i, int otherwise) {
  const int count = call.Integer(i, otherwise);
  if (count < 0) throw FormulaFailure{ExcelError::kValue};
  return static_cast<std::size_t>(count);
}

/// A place of at least 1, as an offset.
std::size_t PlaceArgument(FunctionCall& call, std::size_t i) {
  const int place = call.Integer(i, 1);
  if (place < 1) throw FormulaFailure{ExcelError::kValue};
  return static_cast<std::size_t>(place) - 1;
}

Operand Len(FunctionCall& call) { return static_cast<double>(CodePoints(call.Text(0)).size()); }

Operand LenB(FunctionCall& call) {
  std::size_t bytes = 0;
  for (const char32_t c : CodePoints(call.Text(0))) bytes += BytesOf(c);
  return static_cast<double>(bytes);
}

Operand Left(FunctionCall& call) {
  const std::u32string text = CodePoints(call.Text(0));
  return Utf8(text.substr(0, CountArgument(call, 1, 1)));
}

Operand Right(FunctionCall& call) {
  const std::u32string text = CodePoints(call.Text(0));
  const std::size_t count = std::min(CountArgument(call, 1, 1), text.size());
  return Utf8(text.substr(text.size() - count));
}

Operand Mid(FunctionCall& call) {
  const std::u32string text = CodePoints(call.Text(0));
  const std::size_t start = PlaceArgument(call, 1);
  const std::size_t count = CountArgument(call, 2, 0);
  return start >= text.size() ? std::string() : Utf8(text.substr(start, count));
}

/// What lies between two counts of bytes; half of a wide character shows as a blank.
std::string BytesBetween(std::u32string_view text, std::size_t first, std::size_t last) {
  std::string part;
  std::size_t at = 0;
  for (const char32_t c : text) {
    const std::size_t end = at + BytesOf(c);
    if (at >= first && end <= last) AppendUtf8(c, &part);
    const bool cut = (at < first && end > first) || (at < last && end > last);
    if (cut) part += ' ';
    at = end;
  }
  return part;
}

Operand LeftB(FunctionCall& call) { return BytesBetween(CodePoints(call.Text(0)), 0, CountArgument(call, 1, 1)); }

Operand RightB(FunctionCall& call) {
  const std::u32string text = CodePoints(call.Text(0));
  std::size_t bytes = 0;
  for (const char32_t c : text) bytes += BytesOf(c);
  return BytesBetween(text, bytes - std::min(bytes, CountArgument(call, 1, 1)), bytes);
}

Operand MidB(FunctionCall& call) {
  const std::size_t start = PlaceArgument(call, 1);
  return BytesBetween(CodePoints(call.Text(0)), start, start + CountArgument(call, 2, 0));
}

Operand Find(FunctionCall& call) {
  const std::u32string wanted = CodePoints(call.Text(0));
  const std::u32string text = CodePoints(call.Text(1));
  const std::size_t start = PlaceArgument(call, 2);
  const std::size_t at = start > text.size() ? std::u32string::npos : text.find(wanted, start);
  return at == std::u32string::npos ? Operand(ExcelError::kValue) : Operand(static_cast<double>(at) + 1);
}

Operand Search(FunctionCall& call) {
  const std::u32string wanted = CodePoints(FoldCase(call.Text(0)));
  const std::u32string text = CodePoints(FoldCase(call.Text(1)));
  const auto at = FindWildcards(text, wanted, PlaceArgument(call, 2));
  return at ? Operand(static_cast<double>(*at) + 1) : Operand(ExcelError::kValue);
}

Operand Substitute(FunctionCall& call) {
  const std::string text = call.Text(0);
  const std::string wanted = call.Text(1);
  const std::string put = call.Text(2);
  const int which = call.Integer(3, 0);
  if (call.Given(3) && which < 1) return ExcelError::kValue;
  if (wanted.empty()) return text;
  std::string result;
  std::size_t from = 0;
  int seen = 0;
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + wanted.size())) {
    if (which > 0 && ++seen != which) continue;
    result += text.substr(from, at - from) + put;
    from = at + wanted.size();
    if (result.size() > kLongest * 4) return ExcelError::kValue;
  }
  return Limited(result + text.substr(from));
}

Operand Replace(FunctionCall& call) {
  std::u32string text = CodePoints(call.Text(0));
  const std::size_t start = std::min(PlaceArgument(call, 1), text.size());
  text.replace(start, CountArgument(call, 2, 0), CodePoints(call.Text(3)));
  return Limited(Utf8(text));
}

Operand Concatenate(FunctionCall& call) {
  std::string text;
  for (std::size_t i = 0; i < call.size(); ++i) text += call.Text(i);
  return Limited(text);
}

Operand Concat(FunctionCall& call) {
  std::string text;
  call.EachValue(0, [&text](const ExcelValue& value, bool) { text = Limited(text + ToText(value)); });
  return text;
}

Operand TextJoin(FunctionCall& call) {
  const std::string between = call.Text(0);
  const bool without_empty = call.Flag(1);
  std::string joined;
  bool any = false;
  call.EachValue(2, [&](const ExcelValue& value, bool) {
    const std::string text = ToText(value);
    if (text.empty() && without_empty) return;
    joined = Limited(any ? joined + between + text : text);
    any = true;
  });
  return joined;
}

/// Blanks at the ends vanish, several inside become one; of both widths, the first staying.
Operand TrimFunction(FunctionCall& call) {
  std::string trimmed;
  char32_t space = 0;
  for (const char32_t c : CodePoints(call.Text(0))) {
    if (c == U' ' || c == 0x3000) {
      if (space == 0) space = c;
      continue;
    }
    if (space != 0 && !trimmed.empty()) AppendUtf8(space, &trimmed);
    space = 0;
    AppendUtf8(c, &trimmed);
  }
  return trimmed;
}

Operand Clean(FunctionCall& call) {
  std::string text = call.Text(0);
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }),
             text.end());
  return text;
}

bool IsCapital(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= 0xFF21 && c <= 0xFF3A); }
bool IsSmall(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= 0xFF41 && c <= 0xFF5A); }

Operand Upper(FunctionCall& call) {
  std::u32string text = CodePoints(call.Text(0));
  for (char32_t& c : text) c -= IsSmall(c) ? 32 : 0;
  return Utf8(text);
}

Operand Lower(FunctionCall& call) { return FoldCase(call.Text(0)); }

Operand Proper(FunctionCall& call) {
  std::u32string text = CodePoints(call.Text(0));
  bool inside = false;
  for (char32_t& c : text) {
    const bool letter = IsCapital(c) || IsSmall(c);
    if (letter && !inside && IsSmall(c)) c -= 32;
    if (letter && inside && IsCapital(c)) c += 32;
    inside = letter;
  }
  return Utf8(text);
}

Operand Asc(FunctionCall& call) { return NarrowText(call.Text(0)); }
Operand Jis(FunctionCall& call) { return WideText(call.Text(0)); }
Operand Phonetic(FunctionCall& call) { return call.Text(0); }

Operand Rept(FunctionCall& call) {
  const std::string text = call.Text(0);
  const std::size_t count = CountArgument(call, 1, 0);
  if (text.empty()) return text;
  if (count > kLongest) return ExcelError::kValue;
  std::string repeated;
  for (std::size_t i = 0; i < count; ++i) {
    repeated += text;
    if (repeated.size() > kLongest * 4) return ExcelError::kValue;
  }
  return Limited(repeated);
}

Operand Exact(FunctionCall& call) { return call.Text(0) == call.Text(1); }

Operand Char(FunctionCall& call) {
  const char32_t character = JisCharacter(call.Integer(0));
  if (character == 0) return ExcelError::kValue;
  return Utf8({&character, 1});
}

std::u32string FirstCharacter(FunctionCall& call) {
  const std::u32string text = CodePoints(call.Text(0));
  if (text.empty()) throw FormulaFailure{ExcelError::kValue};
  return text;
}

Operand Code(FunctionCall& call) { return static_cast<double>(JisCode(FirstCharacter(call)[0])); }
Operand Unicode(FunctionCall& call) { return static_cast<double>(FirstCharacter(call)[0]); }

Operand UniChar(FunctionCall& call) {
  const int code = call.Integer(0);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < 1 || code > 0x10FFFF || surrogate) return ExcelError::kValue;
  const auto character = static_cast<char32_t>(code);
  return Utf8({&character, 1});
}

Operand Value(FunctionCall& call) {
  const ExcelValue value = call.Sound(0);
  if (std::holds_alternative<bool>(value)) return ExcelError::kValue;
  return ToNumber(value, call.evaluator().Today());
}

Operand NumberValue(FunctionCall& call) {
  std::string text = call.Text(0);
  const std::string point = call.Given(1) ? call.Text(1) : ".";
  const std::string group = call.Given(2) ? call.Text(2) : ",";
  if (point.empty() || group.empty()) return ExcelError::kValue;
  std::string plain;
  bool after_point = false;
  double percents = 1;
  for (const char c : text) {
    if (c == ' ') continue;
    if (c == point[0]) {
      after_point = true;
      plain += '.';
    } else if (c == '%') {
      percents *= 100;
    } else if (c != group[0]) {
      plain += c;
    } else if (after_point) {
      return ExcelError::kValue;
    }
  }
  if (plain.empty()) return 0.0;
  const auto number = NumberOfText(plain, 0);
  return number ? Operand(*number / percents) : Operand(ExcelError::kValue);
}

Operand TextFunction(FunctionCall& call) {
  ExcelValue value = call.Sound(0);
  const std::string code = call.Text(1);
  if (IsText(value)) {
    if (const auto number = NumberOfText(std::get<std::string>(value), call.evaluator().Today())) value = *number;
  }
  if (IsEmpty(value)) value = 0.0;
  if (code.empty()) return std::string();
  const std::string shown = ShowByCode(value, code).text;
  const bool number = IsNumber(value);
  if (number && shown == "########") return ExcelError::kValue;
  return shown;
}

/// A number with this many places, rounded; with commas.
std::string Grouped(double number, int places, bool commas, std::string_view currency) {
  if (places > 127) throw FormulaFailure{ExcelError::kValue};
  const double rounded = RoundedTo(number, places);
  std::string code = std::string("\"") + std::string(currency) + "\"" + (commas ? "#,##0" : "0");
  if (places > 0) code += "." + std::string(static_cast<std::size_t>(places), '0');
  return ShowByCode(rounded, code).text;
}

Operand Fixed(FunctionCall& call) { return Grouped(call.Number(0), call.Integer(1, 2), !call.Flag(2, false), ""); }
Operand Yen(FunctionCall& call) { return Grouped(call.Number(0), call.Integer(1, 0), true, "¥"); }
Operand Dollar(FunctionCall& call) { return Grouped(call.Number(0), call.Integer(1, 2), true, "$"); }

/// Kinds 1 千二百, 2 壱阡弐百, 3 一二〇〇.
Operand NumberString(FunctionCall& call) {
  const double number = std::trunc(call.Number(0));
  const int kind = call.Integer(1);
  if (number < 0 || number > 1e16 || kind < 1 || kind > 3) return ExcelError::kNum;
  const std::string digits = fmt::format("{:.0f}", number);
  return kind == 3 ? KanjiDigits(digits, 1) : KanjiNumber(digits, kind);
}

constexpr std::array kFunctions = {
    FunctionEntry{"LEN", 1, 1, "v", Len},
    FunctionEntry{"LENB", 1, 1, "v", LenB},
    FunctionEntry{"LEFT", 1, 2, "v", Left},
    FunctionEntry{"LEFTB", 1, 2, "v", LeftB},
    FunctionEntry{"RIGHT", 1, 2, "v", Right},
    FunctionEntry{"RIGHTB", 1, 2, "v", RightB},
    FunctionEntry{"MID", 3, 3, "v", Mid},
    FunctionEntry{"MIDB", 3, 3, "v", MidB},
    FunctionEntry{"FIND", 2, 3, "v", Find},
    FunctionEntry{"SEARCH", 2, 3, "v", Search},
    FunctionEntry{"SUBSTITUTE", 3, 4, "v", Substitute},
    FunctionEntry{"REPLACE", 4, 4, "v", Replace},
    FunctionEntry{"CONCATENATE", 1, kAnyNumber, "v", Concatenate},
    FunctionEntry{"CONCAT", 1, kAnyNumber, "a", Concat},
    FunctionEntry{"TEXTJOIN", 3, kAnyNumber, "vva", TextJoin},
    FunctionEntry{"TRIM", 1, 1, "v", TrimFunction},
    FunctionEntry{"CLEAN", 1, 1, "v", Clean},
    FunctionEntry{"UPPER", 1, 1, "v", Upper},
    FunctionEntry{"LOWER", 1, 1, "v", Lower},
    FunctionEntry{"PROPER", 1, 1, "v", Proper},
    FunctionEntry{"ASC", 1, 1, "v", Asc},
    FunctionEntry{"JIS", 1, 1, "v", Jis},
    FunctionEntry{"DBCS", 1, 1, "v", Jis},
    FunctionEntry{"PHONETIC", 1, 1, "v", Phonetic},
    FunctionEntry{"REPT", 2, 2, "v", Rept},
    FunctionEntry{"EXACT", 2, 2, "v", Exact},
    FunctionEntry{"CHAR", 1, 1, "v", Char},
    FunctionEntry{"CODE", 1, 1, "v", Code},
    FunctionEntry{"UNICHAR", 1, 1, "v", UniChar},
    FunctionEntry{"UNICODE", 1, 1, "v", Unicode},
    FunctionEntry{"VALUE", 1, 1, "v", Value},
    FunctionEntry{"NUMBERVALUE", 1, 3, "v", NumberValue},
    FunctionEntry{"TEXT", 2, 2, "v", TextFunction},
    FunctionEntry{"FIXED", 1, 3, "v", Fixed},
    FunctionEntry{"YEN", 1, 2, "v", Yen},
    FunctionEntry{"DOLLAR", 1, 2, "v", Dollar},
    FunctionEntry{"NUMBERSTRING", 2, 2, "v", NumberString},
};

}  // namespace

std::span<const FunctionEntry> TextFunctions() { return kFunctions; }

}  // namespace chohyo
