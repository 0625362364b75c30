// Opens the workbooks that departments handed in: finds them, takes off their protection, knows them by their marks.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/date.h"
#include "pipeline/base/document_mark.h"
#include "pipeline/collect/headcount_sheet.h"
#include "pipeline/model/finding.h"
#include "pipeline/protect/password.h"

namespace chohyo {

/// A workbook that came back; a finding tells why one could not be used.
struct CollectedFile {
  std::string file;  ///< as given, for messages
  DocumentMark mark;
  std::optional<Date> day;
  std::string bureau_code;  ///< "" if only the sheet says which
  FilledSheet sheet;
};

struct CollectedFiles {
  std::vector<CollectedFile> files;
  std::vector<std::string> all;  ///< every file looked at
  Findings findings;
};

/// Reads files and, of folders, every .xlsx below them. `passwords` are tried in turn on protected ones. Throws
/// InputFault for a path that does not exist.
CollectedFiles ReadCollectedFiles(const std::vector<std::filesystem::path>& paths,
                                  const std::vector<Password>& passwords);

}  // namespace chohyo
