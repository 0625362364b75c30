#include "pipeline/send_checks.h"

#include <fmt/format.h>

#include <iterator>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/clock.h"
#include "pipeline/deliver/ledger_lines.h"
#include "pipeline/rules/mail.h"

namespace chohyo {
namespace {

/// True if a route's newest message that left or was let go went to others.
bool AreOthersThanLastTime(const Draft& draft, const LedgerView& view) {
  const LedgerMessage* newest = nullptr;
  for (const LedgerMessage& message : view.messages()) {
    const bool counts = message.left || message.state == MessageState::kSent || !message.released_by.empty();
    if (counts && message.route == draft.route->name && message.recipients != "") newest = &message;
  }
  return newest != nullptr && newest->recipients != draft.message.recipients;
}

/// The same report of the nearest day before.
const LedgerDocument* DayBefore(const LedgerDocument& document, const LedgerView& view) {
  const LedgerDocument* nearest = nullptr;
  for (const LedgerDocument& other : view.documents()) {
    if (other.removed || other.pruned || other.form != document.form || other.department != document.department)
      continue;
    if (other.about.size() != document.about.size() || other.about >= document.about) continue;
    if (nearest == nullptr || other.about > nearest->about) nearest = &other;
  }
  return nearest;
}

std::string StateText(const std::string& state) {
  if (state == "due") return Say("期限前", "not due");
  if (state == "ready") return Say("送信予定", "to be sent");
  return LineStateWord(state);
}

}  // namespace

std::string DoubtAbout(const Draft& draft, const LedgerView& view) {
  if (AreOthersThanLastTime(draft, view)) {
    return Say("宛先が前回と違います", "it goes to others than last time");
  }
  for (const LedgerDocument* document : draft.documents) {
    if (document->figures.empty() || !Date::FromIso(document->about)) continue;
    const LedgerDocument* before = DayBefore(*document, view);
    const std::string doubt = before == nullptr ? std::string() : DoubtOf(before->figures, document->figures);
    if (!doubt.empty()) return document->key + ": " + doubt;
  }
  return {};
}

Findings RefusalsOf(const MailSettings& mail, const Draft& draft, const std::vector<LedgerFile>& attachments) {
  const Route& route = *draft.route;
  MailMessage message;
  message.route = route.name;
  message.key = KeysText(draft.message);
  message.file = "chohyo.yaml";
  message.department = draft.documents.front()->department;
  message.from = mail.from;
  message.recipients = route.Receivers();
  message.recipients.insert(message.recipients.end(), route.cc.begin(), route.cc.end());
  message.domains = mail.domains;
  message.has_permission = route.permission && route.permission->date <= Today();
  for (const LedgerFile& file : attachments) {
    if (!route.IsDrop()) message.attachments.push_back({file.path, file.bytes, route.protect.has_value()});
  }
  return message.recipients.empty() ? Findings() : CheckMessage(message);
}

const LedgerMessage& MessageToSettle(const LedgerView& view, const std::string& wanted) {
  const LedgerMessage* found = nullptr;
  for (const LedgerMessage& message : view.messages()) {
    const bool stuck = message.state == MessageState::kHeld || message.state == MessageState::kUnknown ||
                       message.state == MessageState::kFailed;
    if (!stuck || !message.id.starts_with(wanted)) continue;
    if (found != nullptr) {
      throw UsageFault(Say("「{}」で始まるものが二つ以上あります。もっと長く書いてください。",
                           "several messages begin with \"{}\"; write more of it.", wanted));
    }
    found = &message;
  }
  if (found != nullptr) return *found;
  throw UsageFault(Say("保留・不明・失敗の中に「{}」はありません。chohyo ledger で一覧が出ます。",
                       "no held, unknown or failed message is called \"{}\"; chohyo ledger lists them.", wanted));
}

std::string ExportMessage(const std::filesystem::path& folder, const SendLine& line, const SpooledMessage& message) {
  const std::filesystem::path stem = folder / SafeFileName(line.route + "-" + line.keys);
  const std::filesystem::path eml = stem.string() + ".eml";
  if (!message.eml.empty()) WriteWholeFile(eml, message.eml);
  for (const Attachment& file : message.files) WriteWholeFile(stem / file.name, file.bytes);
  return Say("{} に書き出しました", "written to {}", message.eml.empty() ? stem.string() : eml.string());
}

std::string LineText(const SendLine& line, bool whole) {
  std::string receivers = Join(line.to, ", ");
  if (!line.cc.empty()) receivers += " (cc: " + Join(line.cc, ", ") + ")";
  std::string text = fmt::format("{}  {}  {} {}  → {}  [{}]\n", StateText(line.state), line.route, line.form, line.keys,
                                 receivers, line.message);
  if (!line.note.empty()) text += "    " + Printable(line.note) + "\n";
  if (!whole) return text;
  if (!line.subject.empty()) text += Say("    件名: {}\n", "    subject: {}\n", Printable(line.subject));
  for (const LedgerFile& file : line.attachments) {
    fmt::format_to(std::back_inserter(text), "    {}  {}  {}\n", Printable(file.path), file.bytes, file.sha256);
  }
  for (const std::string_view row : Split(line.text, '\n')) text += "    | " + Printable(row) + "\n";
  return text;
}

}  // namespace chohyo
