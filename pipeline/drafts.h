// Which messages the routes ask for: the documents that the ledger says were made, by route.
#pragma once

#include <string>
#include <vector>

#include "pipeline/deliver/ledger_view.h"
#include "pipeline/deliver/route.h"
#include "pipeline/office_data.h"

namespace chohyo {

/// A message that a route asks for.
struct Draft {
  const Route* route = nullptr;
  std::vector<const LedgerDocument*> documents;  ///< one, or all of a bundle
  LedgerMessage message;                         ///< who and what, without subject and attachments
  const LedgerMessage* last = nullptr;           ///< the newest message of the route for the same; nullptr = none
  bool is_new = true;                            ///< false: `last` is this message
  std::int64_t due_at = 0;                       ///< seconds since 1970; 0 = at once
};

/// The drafts of a period, in the order of the routes and then of the ledger.
std::vector<Draft> DraftsOf(const OfficeData& data, const MailSettings& mail, const LedgerView& view);

/// The document's files that a route sends.
std::vector<LedgerFile> FilesFor(const Route& route, const LedgerDocument& document);

/// The keys of a message's documents, for people.
std::string KeysText(const LedgerMessage& message);

}  // namespace chohyo
