#include "pipeline/deliver/ledger.h"

#include <sqlite3.h>
#include <catch2/catch.hpp>

#include <unistd.h>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/deliver/ledger_lines.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

fs::path EmptyFolder(const char* name) {
  const fs::path folder = fs::temp_directory_path() / ("chohyo-ledger-" + std::to_string(::getpid()) + name);
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

LedgerDocument ADocument(const std::string& key, const std::string& content) {
  LedgerDocument document;
  document.form = "kawasaki.headcount";
  document.key = key;
  document.period = "2021-01";
  document.about = "2021-01-13";
  document.id = DocumentId(document.form, key, document.about);
  document.title = "職員の出勤状況報告書\\\n\t終";
  document.department = "010000";
  document.department_name = "総務局";
  document.files = {{"2021-01/kawasaki.headcount/" + key + ".xlsx", 5, "abc"}};
  document.content = content;
  document.figures = {{"総務課", "出勤者数", content}};
  return document;
}

LedgerMessage AMessage(const std::string& id, const LedgerDocument& document) {
  LedgerMessage message;
  message.id = id;
  message.route = "daily";
  message.means = "smtp";
  message.about = document.about;
  message.documents = {{document.id, document.form, document.key, document.about, document.content, 1}};
  message.to = {"jinji@city.example"};
  message.recipients = "r1";
  message.subject = "件名";
  message.attachments = {{"a.xlsx", 7, "def"}};
  return message;
}

/// Changes the ledger as somebody with a database tool would who takes care of the triggers.
void Tamper(const fs::path& out, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(Ledger::FileIn(out).c_str(), &database) == SQLITE_OK);
  char* error = nullptr;
  const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &error);
  CHECK(code == SQLITE_OK);
  sqlite3_free(error);
  sqlite3_close(database);
}

std::vector<std::string> Problems(const fs::path& out) {
  const Ledger ledger = Ledger::OpenToRead(out);
  return ChainProblems(ledger.All(), ledger.Last());
}

constexpr const char* kNoTriggers = "DROP TRIGGER entries_stay; DROP TRIGGER entries_stand; ";

fs::path ThreeRows(const char* name) {
  const fs::path out = EmptyFolder(name);
  Ledger ledger = Ledger::OpenToWrite(out);
  ledger.Append(100, {MadeEntry(ADocument("a", "1")), MadeEntry(ADocument("b", "1"))});
  ledger.Append(200, {MadeEntry(ADocument("c", "1"))});
  return out;
}

}  // namespace

TEST_CASE("Fields of a row survive every character") {
  LedgerFields fields;
  fields.Add("a", "x=\\n\n\r\\");
  fields.Add("empty", "");
  fields.AddParts("p", {"one\ttab", "", "三"});
  const LedgerFields again = LedgerFields::Parse(fields.Text());
  CHECK(again.Get("a") == "x=\\n\n\r\\");
  CHECK(again.fields().size() == 2);
  CHECK(again.AllParts("p", 4).front() == std::vector<std::string>{"one tab", "", "三", ""});
  CHECK(LedgerFields::Parse("no sign\n\nb=1").Number("b") == 1);
}

TEST_CASE("What is written down can be read again and its chain is whole") {
  const fs::path out = ThreeRows("whole");
  CHECK(Problems(out).empty());
  const LedgerView view(Ledger::OpenToRead(out).All());
  REQUIRE(view.documents().size() == 3);
  const LedgerDocument& first = view.documents().front();
  CHECK(first.title == "職員の出勤状況報告書\\\n\t終");
  CHECK(first.files == ADocument("a", "1").files);
  CHECK(first.figures == ADocument("a", "1").figures);
  CHECK(first.made_at == 100);
}

TEST_CASE("Rows cannot be changed or taken away, and whoever does it all the same is found out") {
  SetLang(Lang::kEn);
  const fs::path out = ThreeRows("tamper");
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(Ledger::FileIn(out).c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, "DELETE FROM entries", nullptr, nullptr, nullptr) != SQLITE_OK);
  CHECK(sqlite3_exec(database, "UPDATE entries SET body = ''", nullptr, nullptr, nullptr) != SQLITE_OK);
  sqlite3_close(database);
  CHECK(Problems(out).empty());

  Tamper(out, std::string(kNoTriggers) + "UPDATE entries SET body = 'form=x' WHERE number = 2");
  CHECK(Problems(out) == std::vector<std::string>{"ledger row 2: its content has been changed"});
  Tamper(out, "UPDATE entries SET kind = 'sent' WHERE number = 1");
  CHECK(Problems(out).front() == "ledger row 1: it has been changed");
  const fs::path cut = ThreeRows("cut");
  Tamper(cut, std::string(kNoTriggers) + "DELETE FROM entries WHERE number = 3");
  CHECK(Problems(cut) == std::vector<std::string>{"1 rows are missing at the ledger's end"});
  const fs::path hole = ThreeRows("hole");
  Tamper(hole, std::string(kNoTriggers) + "DELETE FROM entries WHERE number = 2");
  CHECK(Problems(hole) == std::vector<std::string>{"ledger row 3: row 2 is missing before it"});
  const fs::path blank = ThreeRows("blank");
  Tamper(blank, std::string(kNoTriggers) + "UPDATE entries SET body = '', pruned = 1 WHERE number = 1");
  CHECK(Problems(blank) == std::vector<std::string>{"ledger row 1: its content is gone without a record"});
  SetLang(Lang::kJa);
}

TEST_CASE("A file that is no ledger is refused") {
  const fs::path out = EmptyFolder("foreign");
  CHECK_THROWS_AS(Ledger::OpenToRead(out), InputFault);
  WriteWholeFile(Ledger::FileIn(out), "");
  CHECK_THROWS_AS(Ledger::OpenToRead(out), InputFault);
  WriteWholeFile(Ledger::FileIn(out), std::string(5000, 'x'));
  CHECK_THROWS_AS(Ledger::OpenToRead(out), InputFault);
  CHECK_THROWS_AS(Ledger::OpenToWrite(out), InputFault);
}

TEST_CASE("Pruning takes names out, keeps digests, and leaves the chain whole") {
  const fs::path out = EmptyFolder("prune");
  Ledger ledger = Ledger::OpenToWrite(out);
  const LedgerDocument document = ADocument("secret-key", "1");
  ledger.Append(100, {MadeEntry(document), MessageEntry(entry_kind::kQueued, AMessage("m1", document), ""),
                      StepEntry(entry_kind::kHandover, "m1", "", ""),
                      StepEntry(entry_kind::kOutcome, "m1", "sent", "250 jinji ok")});
  ledger.Append(110, {MessageEntry(entry_kind::kHeld, AMessage("m2", ADocument("held", "1")), "why")});
  ledger.Append(300, {MadeEntry(ADocument("later", "1"))});
  CHECK(ledger.Prune(400, 200) == 3);
  CHECK(ledger.Prune(401, 200) == 0);
  CHECK(Problems(out).empty());
  const LedgerView view(ledger.All());
  const LedgerDocument* pruned = view.Newest(document.id);
  REQUIRE(pruned != nullptr);
  CHECK(pruned->pruned);
  CHECK(pruned->key.empty());
  CHECK(pruned->title.empty());
  CHECK(pruned->content == "1");
  CHECK(pruned->files.front() == LedgerFile{"", 5, "abc"});
  const LedgerMessage* message = view.FindMessage("m1");
  REQUIRE(message != nullptr);
  CHECK(message->state == MessageState::kSent);
  CHECK(message->to.empty());
  CHECK(message->documents.front().content == "1");
  CHECK(view.FindMessage("m2")->to == std::vector<std::string>{"jinji@city.example"});
  const std::string bytes = ReadWholeFile(Ledger::FileIn(out));
  CHECK(bytes.find("secret-key") == std::string::npos);
}

TEST_CASE("A message goes from the spool to its end, one step a row") {
  const LedgerDocument document = ADocument("a", "1");
  const fs::path out = EmptyFolder("steps");
  Ledger ledger = Ledger::OpenToWrite(out);
  const auto step = [&](const NewEntry& entry) {
    ledger.Append(1, {entry});
    return LedgerView(ledger.All()).FindMessage("m")->state;
  };
  ledger.Append(1, {MadeEntry(document)});
  CHECK(step(MessageEntry(entry_kind::kHeld, AMessage("m", document), "why")) == MessageState::kHeld);
  CHECK(step(StepEntry(entry_kind::kReleased, "m", "", "", "hanako")) == MessageState::kWaiting);
  CHECK(step(MessageEntry(entry_kind::kQueued, AMessage("m", document), "")) == MessageState::kWaiting);
  CHECK(step(StepEntry(entry_kind::kOutcome, "m", "retry", "421 busy")) == MessageState::kRetry);
  CHECK(LedgerView(ledger.All()).Reports().ReportOf(document.form, "a", document.figures).number == 1);
  CHECK(step(StepEntry(entry_kind::kHandover, "m", "", "")) == MessageState::kUnknown);
  CHECK(step(StepEntry(entry_kind::kOutcome, "m", "sent", "250 ok")) == MessageState::kSent);
  const LedgerView view(ledger.All());
  CHECK(view.FindMessage("m")->released_by == "hanako");
  const ReportedFigures corrected = {{"総務課", "出勤者数", "2"}};
  CHECK(view.Reports().ReportOf(document.form, "a", document.figures).number == 1);
  CHECK(view.Reports().ReportOf(document.form, "a", corrected).number == 2);
  CHECK(view.Reports().ReportOf(document.form, "a", corrected).changes ==
        std::vector<FigureChange>{{"総務課", "出勤者数", "1", "2"}});
}

TEST_CASE("The ledger's lines: each document with its deliveries, and those that no route took up") {
  const fs::path out = EmptyFolder("lines");
  Ledger ledger = Ledger::OpenToWrite(out);
  const LedgerDocument a = ADocument("a", "1");
  ledger.Append(1, {MadeEntry(a), MadeEntry(ADocument("b", "1")), MadeEntry(ADocument("gone", "1"))});
  ledger.Append(2, {MessageEntry(entry_kind::kQueued, AMessage("m", a), ""), RemovedEntry(ADocument("gone", "1"))});
  const LedgerView view(ledger.All());
  const auto keys = [&](const LedgerFilter& filter) {
    std::string text;
    for (const LedgerLine& line : LedgerLines(view, filter)) text += line.key + ":" + line.state + " ";
    return text;
  };
  LedgerFilter filter;
  CHECK(keys(filter) == "a:waiting b:made ");
  filter.recipient = "jinji@";
  CHECK(keys(filter) == "a:waiting ");
  filter = {};
  filter.state = *LineStateOf("作成");
  CHECK(keys(filter) == "b:made ");
  filter = {};
  filter.period = "2021-01-13";
  CHECK(keys(filter) == "a:waiting b:made ");
  filter.departments = {"総務局"};
  CHECK(keys(filter) == "a:waiting b:made ");
  filter.forms = {"other"};
  CHECK(keys(filter).empty());
  CHECK_FALSE(LineStateOf("nonsense"));
}

}  // namespace chohyo
