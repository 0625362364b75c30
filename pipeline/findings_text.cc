#include "pipeline/findings_text.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr const char* kBold = "\x1b[1m";
constexpr const char* kPlain = "\x1b[0m";

const char* ColourOf(Severity severity) {
  switch (severity) {
    case Severity::kError: return "\x1b[1;31m";
    case Severity::kWarning: return "\x1b[33m";
    case Severity::kInfo: return "\x1b[36m";
  }
  return kPlain;
}

std::size_t CountOf(const Findings& findings, Severity severity) {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                [&](const Finding& finding) { return finding.severity == severity; }));
}

/// The finding with its severity in colour. What the data says has lost its control characters before.
std::string Painted(const Finding& finding) {
  std::string text = FindingText(finding);
  const std::string word = SeverityWord(finding.severity);
  const std::size_t at = text.find(word + ": ");
  if (at != std::string::npos) text.replace(at, word.size(), ColourOf(finding.severity) + word + kPlain);
  return text;
}

class FindingsPrinter {
 public:
  FindingsPrinter(const Records& records, bool colour) : records_(records), colour_(colour) {}

  std::string Print(const Findings& findings) {
    std::map<std::string_view, Findings> groups;
    for (const Finding& finding : findings) groups[finding.department].push_back(finding);
    PrintGroup(Say("所属によらないもの", "of no department"), groups[""]);
    groups.erase("");
    for (const Department& department : records_.departments.rows) {
      const auto found = groups.find(department.code);
      if (found == groups.end()) continue;
      PrintGroup(Say("{}（{}）", "{} ({})", department.name, department.code), found->second);
      groups.erase(found);
    }
    for (const auto& [code, rest] : groups) PrintGroup(std::string(code), rest);
    PrintRules(findings);
    return std::move(text_);
  }

 private:
  void PrintGroup(const std::string& name, const Findings& findings) {
    if (findings.empty()) return;
    const std::string heading = Printable(fmt::format("== {}: {}", name, CountsText(findings)));
    text_ += colour_ ? kBold + heading + kPlain : heading;
    text_ += '\n';
    for (const Finding& finding : findings) text_ += (colour_ ? Painted(finding) : FindingText(finding)) + '\n';
    text_ += '\n';
  }

  void PrintRules(const Findings& findings) {
    if (findings.empty()) return;
    std::map<std::pair<Severity, std::string_view>, std::size_t> counts;
    for (const Finding& finding : findings) ++counts[{finding.severity, finding.rule}];
    text_ += Say("== 規則ごとの件数\n", "== findings by rule\n");
    for (const auto& [what, count] : counts) {
      const std::string word = SeverityWord(what.first);
      text_ +=
          fmt::format("{:>6}  {}  {}\n", count, colour_ ? ColourOf(what.first) + word + kPlain : word, what.second);
    }
  }

  const Records& records_;
  bool colour_;
  std::string text_;
};

}  // namespace

bool WantsColour(std::FILE* stream) {
  const char* refused = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool plain = terminal != nullptr && std::string_view(terminal) == "dumb";
  return ::isatty(::fileno(stream)) == 1 && (refused == nullptr || *refused == '\0') && !plain;
}

std::string CountsText(const Findings& findings) {
  return Say("エラー {} 件、警告 {} 件、情報 {} 件", "{} errors, {} warnings, {} notes",
             CountOf(findings, Severity::kError), CountOf(findings, Severity::kWarning),
             CountOf(findings, Severity::kInfo));
}

std::string FindingsText(const Findings& findings, const Records& records, bool colour) {
  return FindingsPrinter(records, colour).Print(findings);
}

}  // namespace chohyo
