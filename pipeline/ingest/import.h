// All tables of an office folder into records: the one door of this room.
#pragma once

#include <map>
#include <set>
#include <string>

#include "pipeline/model/finding.h"
#include "pipeline/model/office.h"
#include "pipeline/model/own_table.h"
#include "pipeline/model/records.h"

namespace chohyo {

struct Imported {
  Records records;    ///< indexed
  Findings findings;  ///< every bad cell of every table, in the order of the tables
  /// By table: the whole keys of rows that take no part, e.g. staff ids, or "1023/2021-01-13" for attendance; wide
  /// rosters "1023/2021-01". What refers to one of these is no unknown key.
  std::map<std::string, std::set<std::string>> unusable_keys;
  OwnTables own_tables;  ///< files that are no table of the contract
};

/// Reads data/NAME.csv or data/NAME.xlsx of every table. A missing file is an empty table whose `file` is "".
/// Throws InputFault, with a line for each table that cannot be read (no folder, no table, a required column missing
/// …).
Imported ImportOffice(const Office& office);

}  // namespace chohyo
