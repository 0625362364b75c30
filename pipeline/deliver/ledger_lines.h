// The ledger as people read it: a line for each document and each of its deliveries.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/deliver/ledger_view.h"

namespace chohyo {

struct LedgerLine {
  std::string form, key, period, about;
  std::string title, department, department_name;
  int revision = 1;
  std::vector<LedgerFile> files;
  std::int64_t made_at = 0;     ///< 0: not known any more
  std::string state;            ///< "made" for what no route has taken up, else StateName
  std::string route, message;   ///< "" for "made"
  std::vector<std::string> to;  ///< to and cc
  std::string subject, reply, released_by;
  int report = 1;
  std::int64_t changed_at = 0;  ///< of its last step
};

/// Which lines are wanted; "" and nothing = all.
struct LedgerFilter {
  std::vector<std::string> forms, departments;  ///< departments by code or name
  std::string period;                           ///< of the run, or the day or month reported on
  std::string recipient;                        ///< part of an address
  std::string state;                            ///< "made" or a MessageState's name
};

/// The name of a state as lines have it ("made", "held" …) from a name or word in either language; nothing if unknown.
std::optional<std::string> LineStateOf(const std::string& word);
/// 作成, 保留 … in the current language.
std::string LineStateWord(const std::string& state);

/// Lines in the order in which documents were first made, each document's deliveries after one another.
std::vector<LedgerLine> LedgerLines(const LedgerView& view, const LedgerFilter& filter);

}  // namespace chohyo
