#include "pipeline/deliver/entry_store.h"

#include <sqlite3.h>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr int kApplicationId = 0x63686f68;  // "choh"
constexpr int kBusyMilliseconds = 20000;

/// Rows are added and nothing else. Only the body may be replaced, once, when personal data is taken out.
constexpr const char* kSchema = R"sql(
CREATE TABLE entries (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  document TEXT NOT NULL,
  message TEXT NOT NULL,
  body TEXT NOT NULL,
  body_digest TEXT NOT NULL,
  previous TEXT NOT NULL,
  digest TEXT NOT NULL,
  pruned INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE last (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL, digest TEXT NOT NULL);
INSERT INTO last VALUES (1, 0, '');
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entries_stand BEFORE UPDATE ON entries
WHEN NOT (old.pruned = 0 AND new.pruned = 1 AND new.number = old.number AND new.at = old.at AND new.kind = old.kind
          AND new.document = old.document AND new.message = old.message AND new.body_digest = old.body_digest
          AND new.previous = old.previous AND new.digest = old.digest)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
)sql";

constexpr const char* kSelect =
    "SELECT number, at, kind, document, message, body, body_digest, previous, digest, pruned FROM entries "
    "ORDER BY number";
constexpr const char* kInsert =
    "INSERT INTO entries (number, at, kind, document, message, body, body_digest, previous, digest) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

[[noreturn]] void ReadFault(const std::string& file, const std::string& reason) {
  throw InputFault(Say("{}: エラー: 台帳が読めません（{}）。控えから戻すか、この場所を確かめてください。",
                       "{}: error: the ledger cannot be read ({}). Restore it from a backup or check the place.", file,
                       reason));
}

[[noreturn]] void WriteFault(const std::string& file, const std::string& reason) {
  throw OutputFault(Say(
      "{}: エラー: 台帳に書けません（{}）。空き容量と書込み権限を確かめて、もう一度実行してください。",
      "{}: error: the ledger cannot be written ({}). Check free space and permissions, then run again.", file, reason));
}

std::string TextAt(sqlite3_stmt* row, int column) {
  const unsigned char* text = sqlite3_column_text(row, column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
}

Entry EntryAt(sqlite3_stmt* row) {
  Entry entry;
  entry.number = sqlite3_column_int64(row, 0);
  entry.at = sqlite3_column_int64(row, 1);
  entry.kind = TextAt(row, 2);
  entry.document = TextAt(row, 3);
  entry.message = TextAt(row, 4);
  entry.body = TextAt(row, 5);
  entry.body_digest = TextAt(row, 6);
  entry.previous = TextAt(row, 7);
  entry.digest = TextAt(row, 8);
  entry.pruned = sqlite3_column_int(row, 9) != 0;
  return entry;
}

}  // namespace

struct EntryStore::Impl {
  sqlite3* database = nullptr;
  std::string file;
  Use use = Use::kRead;

  ~Impl() { sqlite3_close(database); }

  [[noreturn]] void Fail() const {
    const std::string reason = sqlite3_errmsg(database);
    if (use == Use::kRead) ReadFault(file, reason);
    const int code = sqlite3_errcode(database) & 0xFF;
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) ReadFault(file, reason);
    WriteFault(file, reason);
  }

  void Run(const char* sql) const {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) Fail();
  }

  std::int64_t NumberOf(const char* sql) const;
};

namespace {

/// A prepared statement; every failure is told by its store.
class Statement {
 public:
  template <typename Store>
  Statement(const Store& store, const char* sql) : fail_([&store] { store.Fail(); }) {
    if (sqlite3_prepare_v2(store.database, sql, -1, &row_, nullptr) != SQLITE_OK) fail_();
  }
  ~Statement() { sqlite3_finalize(row_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void Bind(int place, std::int64_t number) {
    if (sqlite3_bind_int64(row_, place, number) != SQLITE_OK) fail_();
  }
  void Bind(int place, const std::string& text) {
    const int size = static_cast<int>(text.size());
    if (sqlite3_bind_text(row_, place, text.data(), size, SQLITE_TRANSIENT) != SQLITE_OK) fail_();
  }
  /// True while there is a row.
  bool Step() {
    const int code = sqlite3_step(row_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail_();
    return code == SQLITE_ROW;
  }
  void Reset() { sqlite3_reset(row_); }
  sqlite3_stmt* row() const { return row_; }

 private:
  std::function<void()> fail_;
  sqlite3_stmt* row_ = nullptr;
};

template <typename Store>
LastEntry LastOf(const Store& store) {
  Statement last(store, "SELECT number, digest FROM last");
  if (!last.Step()) return {};
  return {sqlite3_column_int64(last.row(), 0), TextAt(last.row(), 1)};
}

template <typename Store>
void Insert(const Store& store, const std::vector<Entry>& entries) {
  Statement insert(store, kInsert);
  for (const Entry& entry : entries) {
    insert.Bind(1, entry.number);
    insert.Bind(2, entry.at);
    int place = 3;
    for (const std::string* text : {&entry.kind, &entry.document, &entry.message, &entry.body, &entry.body_digest,
                                    &entry.previous, &entry.digest}) {
      insert.Bind(place++, *text);
    }
    insert.Step();
    insert.Reset();
  }
  if (entries.empty()) return;
  Statement last(store, "UPDATE last SET number = ?, digest = ?");
  last.Bind(1, entries.back().number);
  last.Bind(2, entries.back().digest);
  last.Step();
}

/// All or nothing of what `work` does.
template <typename Store>
void InTransaction(const Store& store, const std::function<void()>& work) {
  store.Run("BEGIN IMMEDIATE");
  try {
    work();
    store.Run("COMMIT");
  } catch (...) {
    sqlite3_exec(store.database, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

/// Opening to read works in folders that cannot be written, where SQLite cannot place its helper files.
int OpenToRead(const fs::path& file, sqlite3** database) {
  const int code = sqlite3_open_v2(file.c_str(), database, SQLITE_OPEN_READONLY, nullptr);
  if (code != SQLITE_OK) return code;
  const bool readable = sqlite3_exec(*database, "SELECT 1 FROM last", nullptr, nullptr, nullptr) == SQLITE_OK;
  std::error_code ignored;
  if (readable || fs::exists(file.string() + "-wal", ignored)) return SQLITE_OK;
  sqlite3_close(*database);
  const std::string uri = "file:" + file.string() + "?immutable=1";
  return sqlite3_open_v2(uri.c_str(), database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
}

}  // namespace

std::int64_t EntryStore::Impl::NumberOf(const char* sql) const {
  Statement row(*this, sql);
  return row.Step() ? sqlite3_column_int64(row.row(), 0) : 0;
}

EntryStore::EntryStore(const fs::path& file, Use use) : impl_(std::make_unique<Impl>()) {
  impl_->file = file.string();
  impl_->use = use;
  const int code = use == Use::kRead ? OpenToRead(file, &impl_->database)
                                     : sqlite3_open_v2(file.c_str(), &impl_->database,
                                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  if (code != SQLITE_OK) impl_->Fail();
  sqlite3_busy_timeout(impl_->database, kBusyMilliseconds);
  const bool empty = impl_->NumberOf("SELECT count(*) FROM sqlite_master") == 0;
  if (!empty && impl_->NumberOf("PRAGMA application_id") != kApplicationId) {
    ReadFault(impl_->file, Say("帳票の台帳ではありません", "it is no ledger"));
  }
  if (use == Use::kRead) {
    if (empty) ReadFault(impl_->file, Say("空です", "it is empty"));
    return;
  }
  impl_->Run("PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  if (!empty) return;
  InTransaction(*impl_, [this] {
    if (impl_->NumberOf("SELECT count(*) FROM sqlite_master") != 0) return;  // another run was quicker
    impl_->Run(kSchema);
    impl_->Run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  });
}

EntryStore::~EntryStore() = default;

std::vector<Entry> EntryStore::All() const {
  std::vector<Entry> entries;
  Statement select(*impl_, kSelect);
  while (select.Step()) entries.push_back(EntryAt(select.row()));
  return entries;
}

LastEntry EntryStore::Last() const { return LastOf(*impl_); }

void EntryStore::Append(const std::function<std::vector<Entry>(const LastEntry&)>& make) {
  InTransaction(*impl_, [&] { Insert(*impl_, make(LastOf(*impl_))); });
}

void EntryStore::Redact(const std::vector<Entry>& shortened,
                        const std::function<std::vector<Entry>(const LastEntry&)>& make) {
  InTransaction(*impl_, [&] {
    Statement update(*impl_, "UPDATE entries SET body = ?, pruned = 1 WHERE number = ?");
    for (const Entry& entry : shortened) {
      update.Bind(1, entry.body);
      update.Bind(2, entry.number);
      update.Step();
      update.Reset();
    }
    Insert(*impl_, make(LastOf(*impl_)));
  });
  impl_->Run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace chohyo
