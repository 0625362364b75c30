// The office as chohyo.yaml describes it, every default filled in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/holidays.h"
#include "pipeline/base/yaml.h"

namespace chohyo {

struct OfficeNames {
  std::string name;                   ///< 若葉市
  std::string head_title, head_name;  ///< 市長, 若葉 太郎
  std::string hr = "人事課";
  std::string it = "情報政策課";
  std::string security_manager = "総務部長";
  std::string suffix = "殿";
};

/// In what portions telework is allowed and counted.
enum class TeleworkUnit : std::uint8_t { kDay, kHalfDay, kHour };

/// Limits that differ between cities (`policy:`).
struct Policy {
  int telework_days_per_week = 4;
  int office_days_per_week = 0;  ///< at the office at least, in a week of five working days; 0 = no minimum
  TeleworkUnit telework_unit = TeleworkUnit::kDay;
  Minutes timecard_tolerance{10};
  Minutes contact_tolerance{15};
  double overlap_share = 0.5;
  std::vector<std::string> ineligible{"条件付採用", "臨時的任用", "非常勤", "会計年度任用"};
};

struct PdfOptions {
  std::string standard = "a-1b";  ///< none | a-1b | a-2u
  bool qr = false;
};

/// `submission:` how a department's documents are put together.
struct SubmissionOptions {
  bool double_sided = false;  ///< every document begins on the front of a sheet
};

struct Office {
  std::filesystem::path folder;  ///< where chohyo.yaml, data/ and templates/ are
  OfficeNames names;
  std::vector<std::string> packs;  ///< built-in names or folders (relative to the office folder)
  std::string prepared_by;
  /// `threat:` what the continuity plan is to meet: 台風, 感染症, システム障害, 大地震 (as 業務の仕分け表 lists them)
  /// or words of the office's own.
  std::vector<std::string> threats;
  /// 決裁欄 per form id; the key "default" holds for all others. No boxes where neither is there.
  std::map<std::string, std::vector<std::string>> approval;
  std::string encoding = "auto";                      ///< auto | utf-8 | cp932 | utf-16
  std::map<std::string, std::string> table_encoding;  ///< by table name, over `encoding`
  YearEnd year_end;
  Policy policy;
  YamlNode policy_written;  ///< `policy:` as written; null if none
  /// Font chains by the name templates use: mincho, gothic. Each font by PostScript-like name or file path.
  std::map<std::string, std::vector<std::string>> fonts{{"mincho", {"IPAexMincho", "BIZUDMincho", "IPAmjMincho"}},
                                                        {"gothic", {"IPAexGothic", "BIZUDGothic", "IPAmjMincho"}}};
  std::string gaiji_font;  ///< the office's own font for U+E000–F8FF, a path; "" if none
  PdfOptions pdf;
  SubmissionOptions submission;
  YamlNode mail;  ///< `mail:` as written, for the delivery stage; null if none

  const std::vector<std::string>& ApprovalFor(const std::string& form) const;
};

}  // namespace chohyo
