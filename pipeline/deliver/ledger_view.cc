#include "pipeline/deliver/ledger_view.h"

#include <array>
#include <charconv>

#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

struct StateText {
  MessageState state;
  std::string_view name;
  const char *ja, *en;
};

constexpr std::array<StateText, 7> kStates = {{{MessageState::kWaiting, "waiting", "送信待ち", "waiting"},
                                               {MessageState::kRetry, "retry", "再送待ち", "retry"},
                                               {MessageState::kHeld, "held", "保留", "held"},
                                               {MessageState::kUnknown, "unknown", "不明", "unknown"},
                                               {MessageState::kFailed, "failed", "失敗", "failed"},
                                               {MessageState::kSent, "sent", "送信済", "sent"},
                                               {MessageState::kWithdrawn, "withdrawn", "差替え", "withdrawn"}}};

template <typename Number>
Number NumberOf(const std::string& text) {
  Number number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<LedgerFile> FilesOf(const LedgerFields& fields, std::string_view name) {
  std::vector<LedgerFile> files;
  for (const auto& parts : fields.AllParts(name, 3)) {
    files.push_back({parts[0], NumberOf<std::uint64_t>(parts[1]), parts[2]});
  }
  return files;
}

void AddFiles(std::string_view name, const std::vector<LedgerFile>& files, LedgerFields* fields) {
  for (const LedgerFile& file : files) fields->AddParts(name, {file.path, std::to_string(file.bytes), file.sha256});
}

int AtLeastOne(std::int64_t number) { return number < 1 ? 1 : static_cast<int>(number); }

LedgerDocument DocumentOf(const Entry& entry, const LedgerFields& fields) {
  LedgerDocument document;
  document.id = entry.document;
  document.form = fields.Get("form");
  document.key = fields.Get("key");
  document.period = fields.Get("period");
  document.about = fields.Get("about");
  document.title = fields.Get("title");
  document.department = fields.Get("department");
  document.department_name = fields.Get("department_name");
  document.files = FilesOf(fields, "file");
  document.content = fields.Get("content");
  document.inputs = fields.Get("inputs");
  document.revision = AtLeastOne(fields.Number("revision"));
  document.report = AtLeastOne(fields.Number("report"));
  for (const auto& parts : fields.AllParts("figure", 3)) document.figures.push_back({parts[0], parts[1], parts[2]});
  for (const auto& parts : fields.AllParts("change", 4)) {
    document.changes.push_back({parts[0], parts[1], parts[2], parts[3]});
  }
  document.needs_check = fields.Number("needs_check") != 0;
  document.made_at = entry.at;
  document.pruned = entry.pruned;
  return document;
}

void ReadMessage(const LedgerFields& fields, LedgerMessage* message) {
  message->route = fields.Get("route");
  message->about = fields.Get("about");
  message->means = fields.Get("means");
  message->to = fields.All("to");
  message->cc = fields.All("cc");
  message->recipients = fields.Get("recipients");
  message->subject = fields.Get("subject");
  message->attachments = FilesOf(fields, "attachment");
  message->report = AtLeastOne(fields.Number("report"));
  message->documents.clear();
  for (const auto& parts : fields.AllParts("document", 6)) {
    message->documents.push_back(
        {parts[0], parts[1], parts[2], parts[3], parts[4], AtLeastOne(NumberOf<int>(parts[5]))});
  }
}

}  // namespace

std::string_view StateName(MessageState state) { return kStates[static_cast<std::size_t>(state)].name; }

std::string StateWord(MessageState state) {
  const StateText& text = kStates[static_cast<std::size_t>(state)];
  return CurrentLang() == Lang::kJa ? text.ja : text.en;
}

std::optional<MessageState> StateOf(std::string_view name) {
  for (const StateText& text : kStates) {
    if (name == text.name || name == text.ja) return text.state;
  }
  return std::nullopt;
}

LedgerView::LedgerView(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    const LedgerFields fields = LedgerFields::Parse(entry.body);
    if (entry.kind == entry_kind::kMade) {
      AddMade(entry, fields);
    } else if (entry.kind == entry_kind::kRemoved) {
      const auto found = by_period_.find({entry.document, fields.Get("period")});
      if (found != by_period_.end()) documents_[found->second].removed = true;
    } else if (!entry.message.empty()) {
      AddStep(entry, fields);
    }
  }
}

void LedgerView::AddMade(const Entry& entry, const LedgerFields& fields) {
  LedgerDocument document = DocumentOf(entry, fields);
  figures_[{document.id, document.content}] = document.figures;
  const auto [place, is_new] = by_period_.emplace(std::pair{document.id, document.period}, documents_.size());
  newest_[document.id] = place->second;
  if (is_new) {
    documents_.push_back(std::move(document));
  } else {
    documents_[place->second] = std::move(document);
  }
}

LedgerMessage& LedgerView::MessageOf(const std::string& id) {
  const auto [place, is_new] = by_message_.emplace(id, messages_.size());
  if (is_new) messages_.emplace_back().id = id;
  return messages_[place->second];
}

void LedgerView::AddStep(const Entry& entry, const LedgerFields& fields) {
  LedgerMessage& message = MessageOf(entry.message);
  message.changed_at = entry.at;
  if (message.written_at == 0) message.written_at = entry.at;
  if (entry.kind == entry_kind::kQueued || entry.kind == entry_kind::kHeld) {
    const bool is_held = entry.kind == entry_kind::kHeld;
    if (!fields.Get("route").empty()) ReadMessage(fields, &message);
    message.state = is_held ? MessageState::kHeld : MessageState::kWaiting;
    message.queued = message.queued || !is_held;
    message.reply = fields.Get("reason");
  } else if (entry.kind == entry_kind::kReleased) {
    message.state = MessageState::kWaiting;
    message.released_by = fields.Get("by");
    message.reply.clear();
  } else if (entry.kind == entry_kind::kHandover) {
    message.state = MessageState::kUnknown;
    ++message.attempts;
    if (!message.left) left_.push_back(message.id);
    message.left = true;
  } else if (entry.kind == entry_kind::kWithdrawn) {
    message.state = MessageState::kWithdrawn;
  } else if (entry.kind == entry_kind::kOutcome) {
    message.state = StateOf(fields.Get("state")).value_or(MessageState::kUnknown);
    message.reply = fields.Get("reply");
    const bool stayed = message.state == MessageState::kRetry || message.state == MessageState::kFailed;
    if (stayed && message.left) std::erase(left_, message.id);
    message.left = message.left && !stayed;
  }
}

const LedgerMessage* LedgerView::FindMessage(const std::string& id) const {
  const auto found = by_message_.find(id);
  return found == by_message_.end() ? nullptr : &messages_[found->second];
}

const LedgerDocument* LedgerView::Newest(const std::string& id) const {
  const auto found = newest_.find(id);
  return found == newest_.end() ? nullptr : &documents_[found->second];
}

const LedgerDocument* LedgerView::Find(const std::string& id, const std::string& period) const {
  const auto found = by_period_.find({id, period});
  return found == by_period_.end() ? nullptr : &documents_[found->second];
}

ReportBook LedgerView::Reports() const {
  ReportBook book;
  for (const std::string& id : left_) {
    for (const SentDocument& document : messages_[by_message_.at(id)].documents) {
      const auto figures = figures_.find({document.id, document.content});
      if (figures == figures_.end() || figures->second.empty()) continue;
      book.Add(document.form, document.key, figures->second);
    }
  }
  return book;
}

NewEntry MadeEntry(const LedgerDocument& document) {
  NewEntry entry{entry_kind::kMade, document.id, {}, {}};
  LedgerFields& fields = entry.fields;
  fields.Add("form", document.form);
  fields.Add("key", document.key);
  fields.Add("period", document.period);
  fields.Add("about", document.about);
  fields.Add("title", document.title);
  fields.Add("department", document.department);
  fields.Add("department_name", document.department_name);
  fields.Add("revision", document.revision);
  if (document.report > 1) fields.Add("report", document.report);
  if (document.needs_check) fields.Add("needs_check", 1);
  fields.Add("content", document.content);
  fields.Add("inputs", document.inputs);
  AddFiles("file", document.files, &fields);
  for (const ReportedFigure& figure : document.figures)
    fields.AddParts("figure", {figure.row, figure.column, figure.text});
  for (const FigureChange& change : document.changes) {
    fields.AddParts("change", {change.row, change.column, change.before, change.after});
  }
  return entry;
}

NewEntry RemovedEntry(const LedgerDocument& document) {
  NewEntry entry{entry_kind::kRemoved, document.id, {}, {}};
  entry.fields.Add("form", document.form);
  entry.fields.Add("key", document.key);
  entry.fields.Add("period", document.period);
  return entry;
}

NewEntry MessageEntry(std::string_view kind, const LedgerMessage& message, const std::string& reason) {
  NewEntry entry{kind, {}, message.id, {}};
  LedgerFields& fields = entry.fields;
  fields.Add("route", message.route);
  fields.Add("about", message.about);
  fields.Add("means", message.means);
  for (const SentDocument& document : message.documents) {
    fields.AddParts("document", {document.id, document.form, document.key, document.about, document.content,
                                 std::to_string(document.revision)});
  }
  for (const std::string& address : message.to) fields.Add("to", address);
  for (const std::string& address : message.cc) fields.Add("cc", address);
  fields.Add("recipients", message.recipients);
  fields.Add("subject", message.subject);
  AddFiles("attachment", message.attachments, &fields);
  if (message.report > 1) fields.Add("report", message.report);
  fields.Add("reason", reason);
  return entry;
}

NewEntry StepEntry(std::string_view kind, const std::string& message, const std::string& state,
                   const std::string& reply, const std::string& by) {
  NewEntry entry{kind, {}, message, {}};
  entry.fields.Add("state", state);
  entry.fields.Add("reply", reply);
  entry.fields.Add("by", by);
  return entry;
}

std::set<std::string> UnfinishedMessages(const LedgerView& view) {
  std::set<std::string> unfinished;
  for (const LedgerMessage& message : view.messages()) {
    if (message.state != MessageState::kSent && message.state != MessageState::kWithdrawn) {
      unfinished.insert(message.id);
    }
  }
  return unfinished;
}

}  // namespace chohyo
