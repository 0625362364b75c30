// What a message says: its subject, its text, and what its attachments are called.
#pragma once

#include <string>
#include <vector>

#include "pipeline/deliver/ledger_view.h"
#include "pipeline/deliver/mime.h"
#include "pipeline/deliver/route.h"
#include "pipeline/office_data.h"

namespace chohyo {

/// The values that `subject`, `body` and `attach_as` may ask for: office, period, date, month, title, key, form,
/// department, route, count (of documents), report_number. `document` is the first of a bundle.
Value MessageValues(const OfficeData& data, const Route& route, const LedgerDocument& document, std::size_t count,
                    int report);

/// The route's subject; from the second report on 「（第2報）」 follows where the route does not say it itself.
std::string SubjectOf(const Route& route, const Value& values, int report);

/// The route's text, the figures that changed, the attachments with size and SHA-256, and the caution. `places`: where
/// a drop put the files; empty for a mail.
std::string TextOf(const OfficeData& data, const Route& route, const Value& values, int report,
                   const std::vector<const LedgerDocument*>& documents, const std::vector<LedgerFile>& files);

/// The name of a document's file, with the ending of `path`.
std::string AttachmentName(const Route& route, const Value& values, const std::string& path, int report);

}  // namespace chohyo
