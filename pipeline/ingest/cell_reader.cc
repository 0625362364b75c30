#include "pipeline/ingest/cell_reader.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "pipeline/base/era.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/ingest/cell_values.h"

namespace chohyo {
namespace {

std::string RowIsUnused() {
  return Say("この行は確認にも帳票にも使われません。", "The row takes no part in checks and forms.");
}

CellProblem Unreadable(std::string_view header, std::string_view text, const std::string& expected,
                       const std::string& remedy) {
  return {"data.format",
          Say("「{}」の「{}」は{}として読めません。", "\"{}\": \"{}\" is no {}.", header, ShownValue(text), expected),
          remedy + RowIsUnused()};
}

template <typename T>
bool Take(const std::optional<T>& read, CellValue* value) {
  if (read) *value = *read;
  return read.has_value();
}

/// No date is that long: the messages of the date reader quote what they are given.
std::string AsDateText(std::string_view text) {
  constexpr std::size_t kLongestDate = 64;
  return text.size() > kLongestDate ? ShownValue(text) : std::string(text);
}

bool ReadDateCell(std::string_view header, std::string_view text, CellValue* value, CellProblem* problem) {
  if (Take(ReadPlainDate(text), value)) return true;
  const DateReading reading = ReadDate(AsDateText(text));
  if (Take(reading.date, value)) return true;
  *problem = {"data.format", Say("「{}」: {}", "\"{}\": {}", header, reading.problem), RowIsUnused()};
  return false;
}

bool ReadMonthCell(std::string_view header, std::string_view text, CellValue* value, CellProblem* problem) {
  const MonthReading reading = ReadMonth(AsDateText(text));
  if (Take(reading.month, value)) return true;
  *problem = {"data.format", Say("「{}」: {}", "\"{}\": {}", header, reading.problem), RowIsUnused()};
  return false;
}

bool ReadTimeCell(std::string_view header, std::string_view text, CellValue* value, CellProblem* problem) {
  if (Take(ReadTimeOfDay(text), value)) return true;
  *problem = Unreadable(header, text, Say("時刻", "time of day"),
                        Say("8:30、0830、8時30分 のように書いてください（24:00 まで）。",
                            "Write it like 8:30, 0830 or 8時30分, up to 24:00. "));
  return false;
}

bool ReadDurationCell(std::string_view header, std::string_view text, CellValue* value, CellProblem* problem) {
  if (Take(ReadDuration(text), value)) return true;
  *problem = Unreadable(header, text, Say("時間の長さ", "length of time"),
                        Say("分（90）か 時:分（1:30）で書いてください。", "Write minutes (90) or h:mm (1:30). "));
  return false;
}

bool ReadNumberCell(std::string_view header, std::string_view text, CellValue* value, CellProblem* problem) {
  if (Take(ReadWholeNumber(text), value)) return true;
  *problem = Unreadable(header, text, Say("0 以上の整数", "whole number of 0 or more"),
                        Say("数字だけで書いてください。", "Write digits only. "));
  return false;
}

bool ReadChoiceCell(const ColumnInfo& column, std::string_view header, std::string_view text, CellValue* value,
                    CellProblem* problem) {
  if (Take(ReadChoice(column, text), value)) return true;
  const std::vector<std::string> words(column.choices.begin(), column.choices.end());
  const auto nearest = NearestName(text, words);
  const std::string list = Join(words, "・");
  problem->rule = "data.choice";
  problem->message = Say("「{}」の「{}」は使える値（{}）にありません。", "\"{}\": \"{}\" is none of {}.", header,
                         ShownValue(text), list);
  problem->hint =
      nearest ? Say("「{}」ではありませんか。", "Did you mean \"{}\"? ", *nearest) + RowIsUnused() : RowIsUnused();
  return false;
}

/// A spreadsheet that turns 1-2 into a date has lost the id that was typed.
bool RefuseDateAsId(std::string_view header, std::string_view text, CellProblem* problem) {
  *problem = Unreadable(header, text, Say("番号", "number of a record"),
                        Say("表計算ソフトが日付に変えています。セルの書式を文字列にして入れ直してください。",
                            "The spreadsheet made it a date. Format the cell as text and type it again. "));
  return false;
}

bool TooLong(std::string_view text) {
  return text.size() > kMaxCellCharacters && CodePoints(text).size() > kMaxCellCharacters;
}

bool IsDateKind(CellKind kind) { return kind == CellKind::kDate || kind == CellKind::kDateTime; }

}  // namespace

std::string ShownValue(std::string_view text) {
  constexpr std::size_t kMostShown = 40;
  std::string shown;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    if (count == kMostShown) return shown + "…";
    const char32_t c = NextCodePoint(text, &i);
    AppendUtf8(c < 0x20 || c == 0x7F ? U'␣' : c, &shown);
  }
  return shown;
}

CellProblem DamageOf(std::string_view header, const Table& table, const Cell& cell) {
  const std::string value = ShownValue(table.TextOf(cell));
  CellProblem problem{"data.format", {}, RowIsUnused()};
  switch (cell.kind) {
    case CellKind::kBrokenBytes:
      problem.message = Say("「{}」の「{}」に文字として読めないバイトがあります（ファイルの {} バイト目）。",
                            "\"{}\": \"{}\" holds bytes that are no text (byte {} of the file).", header, value,
                            table.ByteOffsetOf(cell) + 1);
      break;
    case CellKind::kNulBytes:
      problem.message = Say("「{}」の「{}」に NUL 文字があります（ファイルの {} バイト目）。",
                            "\"{}\": \"{}\" holds a NUL character (byte {} of the file).", header, value,
                            table.ByteOffsetOf(cell) + 1);
      break;
    case CellKind::kOpenQuote:
      problem.message = Say("「{}」の引用符(\")が閉じていません: 「{}」",
                            "\"{}\": the quote (\") never closes: \"{}\".", header, value);
      problem.hint =
          Say("閉じる \" を足すか、\" を \"\" と書いてください。", "Add the closing \", or write \" as \"\". ") +
          RowIsUnused();
      break;
    case CellKind::kTextAfterQuote:
      problem.message = Say("「{}」の閉じる引用符(\")の後に文字があります: 「{}」",
                            "\"{}\": text follows the closing quote (\"): \"{}\".", header, value);
      problem.hint =
          Say("値の中の \" は \"\" と書いてください。", "Write a \" inside a value as \"\". ") + RowIsUnused();
      break;
    case CellKind::kNoValue:
      problem.message =
          Say("「{}」の計算式に計算結果がありません。", "\"{}\": the formula has no computed value.", header);
      problem.hint =
          Say("Excel で開いて保存し直してください。", "Open the file in Excel and save it again. ") + RowIsUnused();
      break;
    default:
      problem.message = Say("「{}」のセルがエラー値 {} です。", "\"{}\": the cell holds the error {}.", header, value);
      problem.hint =
          Say("計算式を直すか、値を入れてください。", "Correct the formula or type the value. ") + RowIsUnused();
  }
  return problem;
}

bool ReadCellValue(const ColumnInfo& column, std::string_view header, const Table& table, const Cell& cell,
                   CellValue* value, CellProblem* problem) {
  const std::string_view text = table.TextOf(cell);
  if (IsDamaged(cell.kind)) {
    *problem = DamageOf(header, table, cell);
    return false;
  }
  if (TooLong(text)) {
    *problem = {"data.range",
                Say("「{}」が {} 文字を超えています: 「{}」", "\"{}\" has more than {} characters: \"{}\".", header,
                    kMaxCellCharacters, ShownValue(text)),
                Say("短くするか、列を分けてください。", "Shorten or split it. ") + RowIsUnused()};
    return false;
  }
  switch (column.kind) {
    case ColumnKind::kText: *value = std::string(text); return true;
    case ColumnKind::kId:
      if (IsDateKind(cell.kind)) return RefuseDateAsId(header, text, problem);
      *value = std::string(text);
      return true;
    case ColumnKind::kDate: return ReadDateCell(header, text, value, problem);
    case ColumnKind::kMonth: return ReadMonthCell(header, text, value, problem);
    case ColumnKind::kTime: return ReadTimeCell(header, text, value, problem);
    case ColumnKind::kDuration: return ReadDurationCell(header, text, value, problem);
    case ColumnKind::kInteger: return ReadNumberCell(header, text, value, problem);
    case ColumnKind::kChoice: return ReadChoiceCell(column, header, text, value, problem);
    case ColumnKind::kIdList:
      if (IsDateKind(cell.kind)) return RefuseDateAsId(header, text, problem);
      [[fallthrough]];
    case ColumnKind::kTextList: *value = ReadList(text); return true;
  }
  return false;
}

}  // namespace chohyo
