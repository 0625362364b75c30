#include "pipeline/model/finding.h"

#include <algorithm>
#include <tuple>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

std::string PlaceText(const Finding& finding) {
  if (finding.file.empty()) return {};
  std::string place = finding.file;
  if (finding.line > 0) place += fmt::format(":{}", finding.line);
  if (finding.line > 0 && finding.column > 0) place += fmt::format(":{}", finding.column);
  return place + ": ";
}

}  // namespace

std::string SeverityWord(Severity severity) {
  switch (severity) {
    case Severity::kError: return Say("エラー", "error");
    case Severity::kWarning: return Say("警告", "warning");
    case Severity::kInfo: return Say("情報", "info");
  }
  return {};
}

const char* SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kError: return "error";
    case Severity::kWarning: return "warning";
    case Severity::kInfo: return "info";
  }
  return "";
}

void SortFindings(Findings* findings) {
  const auto order = [](const Finding& f) { return std::tie(f.file, f.line, f.column, f.rule, f.key, f.message); };
  std::stable_sort(findings->begin(), findings->end(),
                   [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
}

std::optional<Date> DayOf(const Finding& finding) {
  const std::size_t at = finding.key.rfind('/');
  return at == std::string::npos ? std::nullopt : Date::FromIso(finding.key.substr(at + 1));
}

bool HasError(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::kError; });
}

std::string FindingText(const Finding& finding) {
  std::string text =
      fmt::format("{}{}: {}  [{}]", PlaceText(finding), SeverityWord(finding.severity), finding.message, finding.rule);
  if (!finding.hint.empty()) text += "\n    " + finding.hint;
  return Printable(text);
}

}  // namespace chohyo
