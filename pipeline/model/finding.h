// A finding 指摘: what is wrong in the data, where, about whom, and what to do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/date.h"

namespace chohyo {

enum class Severity : std::uint8_t { kError, kWarning, kInfo };

/// "error", "warning", "info": as findings.json writes it.
const char* SeverityName(Severity severity);

/// "エラー", "警告", "情報" in the current language: as people read it.
std::string SeverityWord(Severity severity);

/// Where a value came from. Line 0: nowhere in particular.
struct Origin {
  std::uint32_t line = 0;             ///< 1-based physical line, or row number in XLSX
  std::uint16_t column = 0;           ///< 1-based column of the table, 0 for the whole line
  const std::string* file = nullptr;  ///< path as messages show it, owned by Records; nullptr if from no file
};

struct Finding {
  std::string rule;  ///< id, e.g. "data.duplicate"
  Severity severity = Severity::kError;
  std::string file;   ///< "data/attendance.csv"; "" if about no file
  std::string table;  ///< "attendance"
  std::uint32_t line = 0;
  std::uint16_t column = 0;
  std::string key;         ///< the record's key, its parts joined by '/'
  std::string department;  ///< department code, "" if none
  std::string message;     ///< in the current language
  std::string hint;        ///< what to do now
  std::string waiver;      ///< reason and who allowed it, of a finding that a waiver sets aside; "" if none does
};

using Findings = std::vector<Finding>;

/// Orders findings by file, line, column, rule, key, message, so that output does not depend on the order of work.
void SortFindings(Findings* findings);

bool HasError(const Findings& findings);

/// The day a finding is about, from the last part of its key ("1023/2021-01-13"); nothing if it is about none.
std::optional<Date> DayOf(const Finding& finding);

/// The finding as the terminal shows it: `data/attendance.csv:17:4: エラー: …  [rule]` and the hint on a second line.
std::string FindingText(const Finding& finding);

}  // namespace chohyo
