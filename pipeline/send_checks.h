// What delivery asks and says of single messages.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/deliver/guards.h"
#include "pipeline/deliver/spool.h"
#include "pipeline/drafts.h"
#include "pipeline/send_job.h"

namespace chohyo {

/// Why somebody should look at a message before it leaves: other receivers than last time, totals unlike those of the
/// day before. "" = no reason.
std::string DoubtAbout(const Draft& draft, const LedgerView& view);

/// The rules that a message breaks; `attachments` as they would leave.
Findings RefusalsOf(const MailSettings& mail, const Draft& draft, const std::vector<LedgerFile>& attachments);

/// The message whose id begins with `wanted` and that is held, unknown or failed. Throws UsageFault.
const LedgerMessage& MessageToSettle(const LedgerView& view, const std::string& wanted);

/// Writes a message (and a drop's files) into a folder; returns where. Throws OutputFault.
std::string ExportMessage(const std::filesystem::path& folder, const SendLine& line, const SpooledMessage& message);

/// The line as the terminal shows it; `whole`: with subject, attachments and text.
std::string LineText(const SendLine& line, bool whole);

}  // namespace chohyo
