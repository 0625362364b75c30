// The ledger's file: rows that are only ever added. SQLite has its door here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace chohyo {

/// A row of the ledger. `digest` is taken over all that is before it and over the row before (ledger_chain.h).
struct Entry {
  std::int64_t number = 0;  ///< 1, 2, 3 …
  std::int64_t at = 0;      ///< seconds since 1970
  std::string kind;         ///< "made", "queued", "outcome" …
  std::string document;     ///< id of the document it is about; "" if none
  std::string message;      ///< id of the message it is about; "" if none
  std::string body;         ///< its fields (ledger_text.h)
  std::string body_digest;  ///< stays when personal data is taken out of the body
  std::string previous;     ///< digest of the row before
  std::string digest;
  bool pruned = false;  ///< the body no longer is what its digest says, on purpose
};

/// The last row as the table beside the rows remembers it: rows cut off at the end are missed by it.
struct LastEntry {
  std::int64_t number = 0;  ///< 0: no row yet
  std::string digest;
};

class EntryStore {
 public:
  enum class Use { kRead, kWrite };
  /// Opens the ledger; with kWrite it is made where it is missing. WAL, synchronous=FULL: a row that was added is on
  /// the disk. Throws InputFault for a file that is no ledger or cannot be read, OutputFault for one that cannot be
  /// written.
  EntryStore(const std::filesystem::path& file, Use use);
  ~EntryStore();
  EntryStore(const EntryStore&) = delete;
  EntryStore& operator=(const EntryStore&) = delete;

  /// All rows in order.
  std::vector<Entry> All() const;
  LastEntry Last() const;
  /// Adds rows in one transaction: all or none. `make` completes them, knowing the row before.
  void Append(const std::function<std::vector<Entry>(const LastEntry&)>& make);
  /// Puts shorter bodies in place of some rows' (by number) and adds one row, in one transaction; what was there before
  /// is wiped from the file.
  void Redact(const std::vector<Entry>& shortened, const std::function<std::vector<Entry>(const LastEntry&)>& make);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chohyo
