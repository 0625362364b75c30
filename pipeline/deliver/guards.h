// What somebody should look at before a message leaves; what must be so stands in rules/mail.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/deliver/ledger_view.h"
#include "pipeline/deliver/route.h"

namespace chohyo {

/// Digest of everybody a route's message goes to.
std::string RecipientsDigest(const Route& route);

/// Why a total looks wrong against the report of an earlier day: 職員数 off by more than a fifth (and 5 people),
/// 出勤者数 by more than half (and 10). "" = it does not.
std::string DoubtOf(const ReportedFigures& before, const ReportedFigures& after);

}  // namespace chohyo
