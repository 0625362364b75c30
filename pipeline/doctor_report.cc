#include "pipeline/doctor_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

std::string CertaintyWord(Certainty certainty) {
  switch (certainty) {
    case Certainty::kCertain: return Say("確実", "certain");
    case Certainty::kLikely: return Say("ほぼ確実", "likely");
    case Certainty::kUnsure: return Say("不確か", "unsure");
  }
  return {};
}

std::string DelimiterWord(char delimiter) {
  if (delimiter == '\t') return Say("タブ", "tab");
  return fmt::format("「{}」", delimiter);
}

std::string LineEndsText(const TextFacts& facts) {
  std::vector<std::string> kinds;
  const auto add = [&](const char* name, std::uint64_t count) {
    if (count > 0) kinds.push_back(fmt::format("{} {}", name, count));
  };
  add("CRLF", facts.crlf);
  add("LF", facts.lf);
  add("CR", facts.cr);
  return kinds.empty() ? Say("なし", "none") : Join(kinds, ", ");
}

std::string Line(const std::string& name, const std::string& text) { return fmt::format("  {}: {}\n", name, text); }

std::string FactsText(const TextFacts& facts) {
  std::string text = Line(Say("文字コード", "encoding"), Say("{}（{}。{}）", "{} ({}: {})", facts.encoding,
                                                             CertaintyWord(facts.certainty), facts.evidence));
  text += Line(Say("行末", "line ends"), LineEndsText(facts));
  return text + Line(Say("区切り", "separator"), DelimiterWord(facts.delimiter));
}

std::string ColumnsText(const DoctorReport& report) {
  std::vector<std::string> known, unknown;
  for (const DoctorColumn& column : report.columns) {
    if (column.name.empty()) {
      unknown.push_back(column.header);
    } else {
      known.push_back(column.header == column.name ? column.header : column.header + "=" + column.name);
    }
  }
  std::string text = Line(Say("認識した列", "columns recognised"), Join(known, ", "));
  if (!unknown.empty()) text += Line(Say("知らない列", "columns unknown"), Join(unknown, ", "));
  if (!report.missing.empty())
    text += Line(Say("足りない必須の列", "required columns missing"), Join(report.missing, ", "));
  if (!report.absent.empty())
    text += Line(Say("ない列（任意）", "optional columns not there"), Join(report.absent, ", "));
  return text;
}

std::string NoteText(const std::string& file, const DoctorNote& note) {
  std::string place = file;
  if (note.line > 0) place += fmt::format(":{}", note.line);
  if (note.line > 0 && note.column > 0) place += fmt::format(":{}", note.column);
  std::string text = fmt::format("{}: {}: {}  [{}]\n", place, SeverityWord(note.severity), note.message, note.code);
  if (!note.hint.empty()) text += fmt::format("    {}\n", note.hint);
  return text;
}

}  // namespace

bool DoctorReport::NeedsWork() const {
  return std::any_of(notes.begin(), notes.end(), [](const auto& note) { return note.severity != Severity::kInfo; });
}

const char* CertaintyName(Certainty certainty) {
  switch (certainty) {
    case Certainty::kCertain: return "certain";
    case Certainty::kLikely: return "likely";
    case Certainty::kUnsure: return "unsure";
  }
  return "";
}

std::string DoctorText(const DoctorReport& report) {
  const std::string table = report.table.empty() ? Say("どの表か不明", "no known table")
                                                 : Say("{}", "{}", report.table_ja) + " " + report.table;
  std::string text = fmt::format("{} ({}, {})\n", report.file, table,
                                 Say("{} バイト、{} 行", "{} bytes, {} rows", report.bytes, report.rows));
  if (report.is_text && report.bytes > 0 && report.readable) text += FactsText(report.facts);
  if (!report.columns.empty()) text += ColumnsText(report);
  for (const FontUse& use : report.fonts) {
    text += Line(Say("書体 {} で描く文字", "characters drawn by {}", use.font),
                 Say("{}（{}）", "{} ({})", Join(use.characters, " "), Join(use.texts, Say("、", ", "))));
  }
  for (const DoctorNote& note : report.notes) text += NoteText(report.file, note);
  return Printable(text);
}

}  // namespace chohyo
