// What must be so before anything leaves the house (RULES: mail.*), and what somebody should look at first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/deliver/ledger_view.h"
#include "pipeline/deliver/route.h"

namespace chohyo {

/// A rule that forbids a message.
struct Refusal {
  std::string rule;  ///< "mail.domain"
  std::string message, hint;
};

/// Attachments of so many bytes and more do not go by mail (15 MB).
constexpr std::uint64_t kLargestAttachment = 15'000'000;

/// Rules that a route's message breaks; `attachments` as they would leave, empty for a drop.
std::vector<Refusal> RefusalsOf(const MailSettings& mail, const Route& route,
                                const std::vector<LedgerFile>& attachments, Date today);

/// Digest of everybody a route's message goes to.
std::string RecipientsDigest(const Route& route);

/// Why a total looks wrong against the report of an earlier day: 職員数 off by more than a fifth (and 5 people),
/// 出勤者数 by more than half (and 10). "" = it does not.
std::string DoubtOf(const ReportedFigures& before, const ReportedFigures& after);

}  // namespace chohyo
