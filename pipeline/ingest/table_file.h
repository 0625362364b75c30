// The file of a table in the office's data folder, CSV or XLSX.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "pipeline/ingest/table.h"
#include "pipeline/model/finding.h"
#include "pipeline/model/office.h"

namespace chohyo {

struct TableFile {
  std::filesystem::path path;
  std::string shown;  ///< as messages show it: "data/staff.csv"
  bool xlsx = false;
};

/// The file of a table; nothing if the office has none. Throws InputFault if there is a CSV and an XLSX.
std::optional<TableFile> FindTableFile(const Office& office, std::string_view table);

/// Reads the file. Throws InputFault naming it, the reason and the remedy.
Table ReadTableFile(const TableFile& file, const Office& office, std::string_view table);

/// The names of the office's own tables: of each CSV or XLSX in the data folder that is no table of the contract.
std::set<std::string> OwnTableNames(const Office& office);

/// One info finding for each file in the data folder that looks like a table of the contract with a slip of the hand in
/// its name, or whose ending is not quite that of a table: it would otherwise make a table silently empty.
void NoteUnknownFiles(const Office& office, Findings* findings);

}  // namespace chohyo
