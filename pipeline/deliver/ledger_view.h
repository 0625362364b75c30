// What the ledger's rows add up to: the documents that stand, and what became of each message.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pipeline/deliver/ledger.h"
#include "pipeline/model/report.h"

namespace chohyo {

/// A file of a document, or an attachment (then `path` is its name).
struct LedgerFile {
  std::string path;  ///< relative to the results' folder
  std::uint64_t bytes = 0;
  std::string sha256;
  friend bool operator==(const LedgerFile&, const LedgerFile&) = default;
};

/// A document as it was last made.
struct LedgerDocument {
  std::string id;  ///< DocumentId; two runs may make it, each for its own period
  std::string form, key, period;
  std::string about;  ///< "2021-01-13" or "2021-01": what it reports on
  std::string title, department, department_name;
  std::vector<LedgerFile> files;
  std::string content;  ///< digest of what it says, whatever its bytes
  std::string inputs;   ///< digest of the tables, templates and settings it was made of
  int revision = 1;     ///< how often what it says has changed, + 1
  int report = 1;       ///< 第n報, of forms that are reported again
  ReportedFigures figures;
  std::vector<FigureChange> changes;  ///< against the report before
  bool needs_check = false;           ///< 要確認 stands on it
  std::int64_t made_at = 0;
  bool removed = false;  ///< no longer made
  bool pruned = false;   ///< its names are gone
};

enum class MessageState : std::uint8_t { kWaiting, kRetry, kHeld, kUnknown, kFailed, kSent, kWithdrawn };

/// "waiting", "retry", "held", "unknown", "failed", "sent", "withdrawn"
std::string_view StateName(MessageState state);
/// 送信待ち, 再送待ち, 保留, 不明, 失敗, 送信済, 差替え in the current language.
std::string StateWord(MessageState state);
/// The state of a name or word in either language.
std::optional<MessageState> StateOf(std::string_view name);

/// A document in a message, as it was then.
struct SentDocument {
  std::string id, form, key, about, content;
  int revision = 1;
};

/// A message of a route, and what became of it.
struct LedgerMessage {
  std::string id, route;
  std::string about;  ///< the day or period
  std::string means;  ///< "smtp", "sendmail", "drop"
  std::vector<SentDocument> documents;
  std::vector<std::string> to, cc;
  std::string recipients;  ///< digest of everybody it goes to
  std::string subject;
  std::vector<LedgerFile> attachments;
  int report = 1;
  MessageState state = MessageState::kWaiting;
  bool left = false;    ///< it was handed over: it arrived or may have
  bool queued = false;  ///< it stands in the spool
  int attempts = 0;
  std::string reply;        ///< what the receiver said last, or why it is held
  std::string released_by;  ///< who let it go
  std::int64_t written_at = 0, changed_at = 0;
};

class LedgerView {
 public:
  explicit LedgerView(const std::vector<Entry>& entries);

  /// Documents in the order in which they were first made; those made for several periods once for each.
  const std::vector<LedgerDocument>& documents() const { return documents_; }
  const std::vector<LedgerMessage>& messages() const { return messages_; }
  const LedgerMessage* FindMessage(const std::string& id) const;
  /// The newest making of a document that stands, of whatever period; nullptr if there is none.
  const LedgerDocument* Newest(const std::string& id) const;
  /// The making of a document for a period.
  const LedgerDocument* Find(const std::string& id, const std::string& period) const;
  /// The figures that have left the house, for the next report's number and changes.
  ReportBook Reports() const;

 private:
  void AddMade(const Entry& entry, const LedgerFields& fields);
  void AddStep(const Entry& entry, const LedgerFields& fields);
  LedgerMessage& MessageOf(const std::string& id);

  std::vector<LedgerDocument> documents_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_period_;  ///< id, period
  std::map<std::string, std::size_t> newest_;                             ///< by id: the last made
  std::vector<LedgerMessage> messages_;
  std::map<std::string, std::size_t> by_message_;
  std::map<std::pair<std::string, std::string>, ReportedFigures> figures_;  ///< by document id and content
  std::vector<std::string> left_;  ///< messages in the order in which they left
};

/// The row that says a document was made.
NewEntry MadeEntry(const LedgerDocument& document);
/// The row that says it is no longer made.
NewEntry RemovedEntry(const LedgerDocument& document);
/// The row that says a message stands in the spool, or with kHeld that it must not leave yet, for `reason`.
NewEntry MessageEntry(std::string_view kind, const LedgerMessage& message, const std::string& reason);
/// A later step of a message.
NewEntry StepEntry(std::string_view kind, const std::string& message, const std::string& state,
                   const std::string& reply, const std::string& by = {});

/// Messages that something is still to happen with.
std::set<std::string> UnfinishedMessages(const LedgerView& view);

}  // namespace chohyo
