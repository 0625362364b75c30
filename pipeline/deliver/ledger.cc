#include "pipeline/deliver/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/deliver/ledger_view.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIdLength = 32;

std::vector<Entry> Chain(LastEntry last, std::int64_t at, const std::vector<NewEntry>& added) {
  std::vector<Entry> entries;
  for (const NewEntry& one : added) {
    Entry entry;
    entry.number = last.number + 1;
    entry.at = at;
    entry.kind = one.kind;
    entry.document = one.document;
    entry.message = one.message;
    entry.body = one.fields.Text();
    entry.body_digest = Sha256Hex(entry.body);
    entry.previous = last.digest;
    entry.digest = DigestOf(entry);
    last = {entry.number, entry.digest};
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::string BrokenRow(std::int64_t number, const std::string& what) {
  return Say("台帳の {} 行目: {}", "ledger row {}: {}", number, what);
}

/// The day before which rows were pruned, by the rows that say so.
std::int64_t PrunedBefore(const std::vector<Entry>& entries) {
  std::int64_t before = 0;
  for (const Entry& entry : entries) {
    if (entry.kind != entry_kind::kPruned) continue;
    before = std::max(before, LedgerFields::Parse(entry.body).Number("before"));
  }
  return before;
}

std::string ProblemOf(const Entry& entry, std::int64_t wanted, const std::string& previous, std::int64_t pruned) {
  if (entry.number != wanted)
    return Say("前の行が抜けています（{} 行目がない）", "row {} is missing before it", wanted);
  if (entry.previous != previous) return Say("前の行とつながっていません", "it does not follow from the row before");
  if (DigestOf(entry) != entry.digest) return Say("書き換えられています", "it has been changed");
  if (entry.pruned) {
    return entry.at < pruned ? std::string()
                             : Say("整理の記録がないのに内容が消えています", "its content is gone without a record");
  }
  return Sha256Hex(entry.body) == entry.body_digest ? std::string()
                                                    : Say("内容が書き換えられています", "its content has been changed");
}

/// Fields that may hold a person's name, number or address, or lead to one.
bool IsPersonal(const std::string& name) {
  static const std::set<std::string> kPersonal = {
      "key", "title", "department_name", "to", "cc", "from", "reply", "subject", "by", "spool", "drop", "reason"};
  return kPersonal.contains(name);
}

/// A field of several parts without the part that names somebody: a file's path, an attachment's name, a document's
/// key.
std::vector<std::string> WithoutName(const std::string& field, const std::string& value) {
  std::vector<std::string> parts;
  for (const std::string_view part : Split(value, '\t')) parts.emplace_back(part);
  const std::size_t place = field == "document" ? 2 : 0;
  if (place < parts.size()) parts[place].clear();
  return parts;
}

std::string ShortBody(const std::string& body) {
  LedgerFields kept;
  const LedgerFields fields = LedgerFields::Parse(body);
  for (const auto& [name, value] : fields.fields()) {
    if (name == "file" || name == "attachment" || name == "document") {
      kept.AddParts(name, WithoutName(name, value));
    } else if (!IsPersonal(name)) {
      kept.Add(name, value);
    }
  }
  return kept.Text();
}

}  // namespace

std::string DigestOf(const Entry& entry) {
  return Sha256Hex(fmt::format("chohyo ledger 1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", entry.number, entry.at, entry.kind,
                               entry.document, entry.message, entry.body_digest, entry.previous));
}

std::vector<std::string> ChainProblems(const std::vector<Entry>& entries, const LastEntry& last) {
  std::vector<std::string> problems;
  const std::int64_t pruned = PrunedBefore(entries);
  std::string previous;
  std::int64_t number = 0;
  for (const Entry& entry : entries) {
    const std::string problem = ProblemOf(entry, number + 1, previous, pruned);
    if (!problem.empty()) problems.push_back(BrokenRow(entry.number, problem));
    previous = entry.digest;
    number = entry.number;
  }
  if (last.number > number) {
    problems.push_back(
        Say("台帳の終わりが {} 行欠けています", "{} rows are missing at the ledger's end", last.number - number));
  } else if (last.number != number || last.digest != previous) {
    problems.push_back(Say("台帳の終わりに、記録にない行があります", "rows were added at the ledger's end by hand"));
  }
  return problems;
}

std::string DocumentId(std::string_view form, std::string_view key, std::string_view about) {
  return Sha256Hex(fmt::format("{}\n{}\n{}", form, key, about)).substr(0, kIdLength);
}

Ledger Ledger::OpenToWrite(const fs::path& out) {
  std::error_code error;
  fs::create_directories(out, error);
  if (error) {
    throw OutputFault(Say("{}: エラー: 結果のフォルダを作れません（{}）。", "{}: error: cannot be made ({}).",
                          out.string(), error.message()));
  }
  return Ledger(std::make_unique<EntryStore>(FileIn(out), EntryStore::Use::kWrite));
}

Ledger Ledger::OpenToRead(const fs::path& out) {
  const fs::path file = FileIn(out);
  std::error_code ignored;
  if (!fs::exists(file, ignored)) {
    throw InputFault(Say("{}: エラー: 台帳がありません。先に chohyo run で帳票を作ってください。",
                         "{}: error: there is no ledger; make documents with chohyo run first.", file.string()));
  }
  return Ledger(std::make_unique<EntryStore>(file, EntryStore::Use::kRead));
}

void Ledger::Append(std::int64_t at, const std::vector<NewEntry>& entries) {
  if (entries.empty()) return;
  store_->Append([&](const LastEntry& last) { return Chain(last, at, entries); });
}

std::size_t Ledger::Prune(std::int64_t at, std::int64_t before) {
  const std::vector<Entry> all = All();
  const std::set<std::string> unfinished = UnfinishedMessages(LedgerView(all));
  std::vector<Entry> shortened;
  for (const Entry& entry : all) {
    if (entry.pruned || entry.at >= before || unfinished.contains(entry.message)) continue;
    Entry shorter = entry;
    shorter.body = ShortBody(entry.body);
    if (shorter.body != entry.body) shortened.push_back(std::move(shorter));
  }
  if (shortened.empty()) return 0;
  NewEntry record{entry_kind::kPruned, {}, {}, {}};
  record.fields.Add("before", before);
  record.fields.Add("rows", static_cast<std::int64_t>(shortened.size()));
  store_->Redact(shortened, [&](const LastEntry& last) { return Chain(last, at, {record}); });
  return shortened.size();
}

}  // namespace chohyo
