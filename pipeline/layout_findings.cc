#include "pipeline/layout_findings.h"

#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/formula/excel_formula.h"
#include "pipeline/model/keys.h"
#include "pipeline/render/xlsx_text.h"

namespace chohyo {
namespace {

/// The person a record is about, where it names one.
template <typename R>
std::string StaffOf(const R& record) {
  if constexpr (requires { record.staff; }) {
    return record.staff;
  } else {
    return {};
  }
}

std::string Character(const LayoutIssue& issue) {
  std::string text;
  AppendUtf8(issue.code_point, &text);
  std::string name = CodePointName(issue.code_point);
  if (issue.selector != 0) {
    AppendUtf8(issue.selector, &text);
    name += " " + CodePointName(issue.selector);
  }
  return fmt::format("{}({})", text, name);
}

std::string Shortened(const std::string& text) {
  constexpr std::size_t kMostCharacters = 20;
  std::string start;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < kMostCharacters && offset < text.size(); ++i) {
    const char32_t c = NextCodePoint(text, &offset);
    AppendUtf8(c == U'\n' ? U' ' : c, &start);
  }
  return offset < text.size() ? start + "…" : start;
}

void DescribeNoGlyph(const LayoutIssue& issue, Finding* finding) {
  finding->rule = "data.no-glyph";
  finding->severity = Severity::kWarning;
  finding->message =
      Say("「{}」の {} の字形がどのフォントにもありません。〓 で印刷しました。",
          "\"{}\": no configured font can draw {}; printed as 〓.", Shortened(issue.text), Character(issue));
  finding->hint =
      Say("chohyo.yaml の fonts: に字形をもつフォントを足すか、外字なら gaiji: を設定してください。",
          "Add a font that has it under fonts: in chohyo.yaml, or set gaiji: for the office's own characters.");
}

void DescribeSelectorLost(const LayoutIssue& issue, Finding* finding) {
  finding->rule = "data.no-glyph";
  finding->severity = Severity::kInfo;
  finding->message = Say("「{}」の異体字 {} がどのフォントにもないため、基本の字形で印刷しました。",
                         "\"{}\": no font has the variant {}; the base character was printed.", Shortened(issue.text),
                         Character(issue));
  finding->hint = Say("異体字をもつフォント（IPAmj明朝など）を fonts: に足してください。",
                      "Add a font with the variant (such as IPAmj Mincho) under fonts:.");
}

void DescribeShrunk(const LayoutIssue& issue, Finding* finding) {
  finding->rule = "layout.small-text";
  finding->severity = Severity::kInfo;
  finding->message = Say("「{}」を欄に収めるため {:.1f} ポイントに縮めました。",
                         "\"{}\" was set in {:.1f} pt to fit its box.", Shortened(issue.text), issue.size / 100.0);
  finding->hint = Say("読みにくければ、文を短くするか様式の欄を広げてください。",
                      "If it is hard to read, shorten the text or widen the box in the template.");
}

void DescribeSplit(const LayoutIssue& issue, Finding* finding) {
  finding->rule = "layout.split-row";
  finding->severity = Severity::kInfo;
  finding->message = Say("「{}」が1ページに収まらないため、次のページに続けました。",
                         "\"{}\" does not fit on one page and goes on overleaf.", Shortened(issue.text));
  finding->hint = Say("1ページに収めるには文を短くしてください。", "Shorten the text to keep it on one page.");
}

void DescribeBadPicture(const LayoutIssue& issue, Finding* finding) {
  finding->rule = "layout.bad-picture";
  finding->severity = Severity::kWarning;
  finding->message = Say("セル {} の図「{}」は PNG でも JPEG でもないか壊れています。枠だけを印刷しました。",
                         "The picture at {} (\"{}\") is damaged or neither PNG nor JPEG; only its frame was printed.",
                         CellName(issue.row, issue.column), Shortened(issue.text));
  finding->hint = Say("様式の図を PNG か JPEG で入れ直してください。", "Insert it in the form anew, as PNG or JPEG.");
}

void DescribeShapes(const LayoutIssue& issue, Finding* finding) {
  finding->rule = "layout.shapes";
  finding->severity = Severity::kInfo;
  finding->message = Say("シート「{}」のセル {} からある図形は PDF だけに描きました。XLSX にはありません。",
                         "Sheet \"{}\": the shapes from cell {} on are drawn in the PDF only, not in the XLSX.",
                         issue.text, CellName(issue.row, issue.column));
  finding->hint = Say("XLSX にも要るものは、罫線か図（PNG）にしてください。",
                      "Make those that the XLSX needs too borders or pictures (PNG).");
}

void DescribeNotInCp932(const LayoutIssue& issue, Finding* finding) {
  finding->rule = "data.no-glyph";
  finding->severity = Severity::kWarning;
  finding->message = Say("「{}」の {} は CSV の文字コード（シフトJIS、CP932）にありません。〓 にしました。",
                         "\"{}\": {} is not in the encoding of CSV files (Shift_JIS, CP932); 〓 stands for it.",
                         Shortened(issue.text), Character(issue));
  finding->hint =
      Say("取り込む先で直すか、XLSX を使ってください。", "Mend it where the CSV is read in, or use the XLSX.");
}

void Describe(const LayoutIssue& issue, Finding* finding) {
  switch (issue.kind) {
    case LayoutIssue::Kind::kNoGlyph: return DescribeNoGlyph(issue, finding);
    case LayoutIssue::Kind::kSelectorLost: return DescribeSelectorLost(issue, finding);
    case LayoutIssue::Kind::kShrunk: return DescribeShrunk(issue, finding);
    case LayoutIssue::Kind::kRowTooHigh: return DescribeSplit(issue, finding);
    case LayoutIssue::Kind::kBadPicture: return DescribeBadPicture(issue, finding);
    case LayoutIssue::Kind::kShapes: return DescribeShapes(issue, finding);
    case LayoutIssue::Kind::kNotInCp932: return DescribeNotInCp932(issue, finding);
  }
}

/// A template's own label in small type is its author's choice; only values of the office's tables are worth a word.
bool IsChoiceOfTemplate(const LayoutIssue& issue) {
  return issue.kind == LayoutIssue::Kind::kShrunk && issue.origin.file == nullptr;
}

/// One finding a source cell and kind of trouble; text that comes from no table counts once a document.
std::string IdentityOf(const Finding& finding, const DocumentPlan& plan) {
  const std::string place = finding.file.empty() ? plan.form + "/" + plan.key + finding.message
                                                 : fmt::format("{}:{}:{}", finding.file, finding.line, finding.column);
  return fmt::format("{} {} {}", finding.rule, SeverityName(finding.severity), place);
}

}  // namespace

LayoutFindings::LayoutFindings(const Records& records) : records_(records) {}

LayoutFindings::Place LayoutFindings::PlaceOf(const Origin& origin) const {
  Place place;
  if (origin.file == nullptr) return place;
  ForEachTable(records_, [&](std::string_view name, const auto& table) {
    if (table.file != *origin.file) return;
    place.table = name;
    // Readers keep the order of the file, so lines ascend.
    const auto row = std::lower_bound(table.rows.begin(), table.rows.end(), origin.line,
                                      [](const auto& record, std::uint32_t line) { return record.line < line; });
    if (row == table.rows.end() || row->line != origin.line) return;
    place.key = KeyOf(name, *row);
    using R = std::decay_t<decltype(*row)>;
    if constexpr (std::is_same_v<R, Staff>) {
      place.department = row->department;
    } else {
      place.department = records_.DepartmentOf(StaffOf(*row));
    }
  });
  return place;
}

Finding LayoutFindings::FindingOf(const DocumentPlan& plan, const LayoutIssue& issue) const {
  Finding finding;
  Describe(issue, &finding);
  finding.line = issue.origin.line;
  finding.column = issue.origin.column;
  finding.key = plan.key;
  finding.department = plan.department;
  if (issue.origin.file != nullptr) {
    finding.file = *issue.origin.file;
    const Place place = PlaceOf(issue.origin);
    finding.table = place.table;
    finding.key = place.key;
    finding.department = place.department;
  }
  return finding;
}

Findings LayoutFindings::Add(const DocumentPlan& plan, const std::vector<LayoutIssue>& issues) {
  Findings findings;
  for (const LayoutIssue& issue : issues) {
    if (IsChoiceOfTemplate(issue)) continue;
    Finding finding = FindingOf(plan, issue);
    seen_.emplace(IdentityOf(finding, plan), finding);
    findings.push_back(std::move(finding));
  }
  return findings;
}

Findings LayoutFindings::All() const {
  Findings findings;
  for (const auto& [identity, finding] : seen_) findings.push_back(finding);
  SortFindings(&findings);
  return findings;
}

}  // namespace chohyo
