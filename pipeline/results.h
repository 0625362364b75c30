// What a run leaves beside its documents: findings.json and manifest.json (README "Results").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/doctor_report.h"
#include "pipeline/model/finding.h"
#include "pipeline/model/report.h"

namespace chohyo {

/// One file of a document.
struct MadeFile {
  std::string path;  ///< relative to the results' folder, with '/'
  std::uint64_t bytes = 0;
  std::string sha256;
  int pages = 0;
};

/// A document that was made.
struct MadeDocument {
  std::string form, key, title, department;
  std::vector<MadeFile> files;
  Findings findings;  ///< those that stand behind this document
  /// For the ledger; the manifest does not show it.
  struct Content {
    std::string about;   ///< the day or period it reports on
    std::string digest;  ///< of what it says (content_digest.h)
    ReportedFigures figures;
    ReportBook::Report report;
  } content = {};
};

/// `{"period","findings":[…]}`
std::string FindingsJson(const std::string& period, const Findings& findings);

/// `{"period","documents":[…]}`, documents ordered by form and key.
std::string ManifestJson(const std::string& period, const std::vector<MadeDocument>& documents);

/// Both in one object, for --json.
std::string RunJson(const std::string& period, const Findings& findings, const std::vector<MadeDocument>& documents);

/// The documents of an earlier manifest; empty if the text is no manifest.
std::vector<MadeDocument> ReadManifest(const std::string& json);

/// One line of `chohyo forms`.
struct FormLine {
  std::string form, pack, title;
  std::vector<std::string> formats;
  bool active = false;  ///< its pack is on in this office
};

std::string FormsJson(const std::vector<FormLine>& forms);

/// A rule of `chohyo rules`.
struct RuleLine {
  std::string id, title;
  Severity severity = Severity::kError;
  bool on = false;
  std::vector<std::string> packs;  ///< the office's packs that switch it on; of a rule that is off, those that would
  std::string basis;               ///< the article that says so; "" if none
  std::string limit_key;           ///< the key under `policy:`; "" if the rule has no limit
  std::string limit, limit_from;   ///< the limit in force, and where it is set
  std::string checks, remedy;      ///< what it looks for, what to do
};

std::string RulesJson(const std::vector<RuleLine>& rules);
std::string RuleJson(const RuleLine& rule);

/// Something noted at a place of a file.
struct NotedPlace {
  Severity severity = Severity::kError;
  int line = 0, column = 0;
  std::string message;
};

/// `chohyo template check`: `{"file","problems":[…]}`
std::string TemplateCheckJson(const std::string& file, const std::vector<NotedPlace>& problems);

/// A value that a form offers.
struct FieldLine {
  std::string path, type, example;
  bool list = false;
};

/// `chohyo template fields`: `{"form","fields":[…]}`
std::string FieldsJson(const std::string& form, const std::vector<FieldLine>& fields);

/// What `chohyo collect` made of the workbooks handed in.
struct CollectReport {
  struct File {
    std::string file, bureau, date;
    bool used = false;
  };
  struct Missing {
    std::string date, department, name;
  };
  struct Conflict {
    std::string date, bureau, department, label, first_file, first, second_file, second;
  };
  std::string period;  ///< "" if no day was found
  std::vector<File> files;
  std::vector<Missing> missing;
  std::vector<Conflict> conflicts;
  std::vector<std::string> merged;  ///< files, relative to the results' folder
  Findings findings;
};

/// `chohyo collect`: `{"period","files":[…],"missing":[…],"conflicts":[…],"merged":[…],"findings":[…]}`
std::string CollectJson(const CollectReport& report);

/// A cell or page that differs between the files of a document.
struct ParityLine {
  std::string form, key, file, place, pdf, xlsx;
};

/// `chohyo parity`: `{"compared","differences":[…]}`
std::string ParityJson(std::size_t compared, const std::vector<ParityLine>& lines);

struct LedgerLine;
struct LedgerProblem;
struct SendLine;

/// `{"period","messages":[…],"findings":[…]}` of `chohyo send --json`
std::string SendJson(const std::string& period, const std::vector<SendLine>& lines, const Findings& findings);

/// `{"lines":[…]}` of `chohyo ledger --json`
std::string LedgerJson(const std::vector<LedgerLine>& lines);

/// `{"problems":[{"kind","path","message"}]}` of `chohyo verify --json`
std::string VerifyJson(const std::vector<LedgerProblem>& problems);

/// What other limits would change: `{"period","policy","gained":[…],"lost":[…]}`
std::string PolicyJson(const std::string& period, const std::string& policy, const Findings& gained,
                       const Findings& lost);

/// `{"files":[…]}` of `chohyo doctor`.
std::string DoctorJson(const std::vector<DoctorReport>& reports);

}  // namespace chohyo
