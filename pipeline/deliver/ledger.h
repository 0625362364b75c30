// The ledger 台帳: every document made and every step of its delivery, each row chained to the one before by a digest.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/deliver/entry_store.h"
#include "pipeline/deliver/ledger_text.h"

namespace chohyo {

/// Kinds of rows.
namespace entry_kind {
constexpr std::string_view kRun = "run";              ///< a run that made or removed something, and what it read
constexpr std::string_view kMade = "made";            ///< a document was made, or made again with other bytes
constexpr std::string_view kRemoved = "removed";      ///< a document of an earlier run is no longer made
constexpr std::string_view kQueued = "queued";        ///< a message stands whole in the spool and may leave
constexpr std::string_view kHeld = "held";            ///< it may not, for now: the reason
constexpr std::string_view kReleased = "released";    ///< somebody let it go: who
constexpr std::string_view kHandover = "handover";    ///< the next byte can make the receiver accept it
constexpr std::string_view kOutcome = "outcome";      ///< what became of an attempt
constexpr std::string_view kWithdrawn = "withdrawn";  ///< a newer report takes its place before it left
constexpr std::string_view kPruned = "pruned";        ///< personal data was taken out of rows before a day
}  // namespace entry_kind

/// What is to be written down.
struct NewEntry {
  std::string_view kind;
  std::string document, message;
  LedgerFields fields;
};

/// The digest of a row, over all of it but the body's text, for which its own digest stands.
std::string DigestOf(const Entry& entry);

/// Where the chain is broken, in the user's language, by row; empty = whole.
std::vector<std::string> ChainProblems(const std::vector<Entry>& entries, const LastEntry& last);

/// The id of a document: of its form, key, and the day or period it is about.
std::string DocumentId(std::string_view form, std::string_view key, std::string_view about);

class Ledger {
 public:
  /// Opens out/ledger.sqlite for writing; makes it (and the folder) where it is missing.
  static Ledger OpenToWrite(const std::filesystem::path& out);
  /// Throws InputFault if there is none or it cannot be read.
  static Ledger OpenToRead(const std::filesystem::path& out);
  static std::filesystem::path FileIn(const std::filesystem::path& out) { return out / "ledger.sqlite"; }

  /// Adds rows, all or none; on the disk when it returns. `at`: seconds since 1970.
  void Append(std::int64_t at, const std::vector<NewEntry>& entries);
  std::vector<Entry> All() const { return store_->All(); }
  LastEntry Last() const { return store_->Last(); }

  /// Takes personal data out of rows older than `before` that nothing unfinished needs: names, keys, addresses,
  /// subjects, paths. Digests, forms, periods and states stay. Returns how many rows it was.
  std::size_t Prune(std::int64_t at, std::int64_t before);

 private:
  explicit Ledger(std::unique_ptr<EntryStore> store) : store_(std::move(store)) {}
  std::unique_ptr<EntryStore> store_;
};

}  // namespace chohyo
