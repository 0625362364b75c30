#include "pipeline/deliver/ledger_lines.h"

#include <algorithm>
#include <map>

#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

constexpr const char* kMade = "made";

bool Holds(const std::vector<std::string>& wanted, const std::string& text) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), text) != wanted.end();
}

bool IsWanted(const LedgerLine& line, const LedgerFilter& filter) {
  if (!Holds(filter.forms, line.form)) return false;
  if (!Holds(filter.departments, line.department) && !Holds(filter.departments, line.department_name)) return false;
  if (!filter.period.empty() && line.period != filter.period && line.about != filter.period) return false;
  if (!filter.state.empty() && line.state != filter.state) return false;
  const auto names_it = [&](const std::string& address) { return address.find(filter.recipient) != std::string::npos; };
  return filter.recipient.empty() || std::any_of(line.to.begin(), line.to.end(), names_it);
}

LedgerLine LineOf(const LedgerDocument& document) {
  LedgerLine line;
  line.form = document.form;
  line.key = document.key;
  line.period = document.period;
  line.about = document.about;
  line.title = document.title;
  line.department = document.department;
  line.department_name = document.department_name;
  line.revision = document.revision;
  line.report = document.report;
  line.files = document.files;
  line.made_at = document.made_at;
  line.changed_at = document.made_at;
  line.state = kMade;
  return line;
}

/// The line of a document in a message; `made` is the document as it stands now, if it is known.
LedgerLine LineOf(const LedgerMessage& message, const SentDocument& sent, const LedgerDocument* made) {
  LedgerLine line = made != nullptr ? LineOf(*made) : LedgerLine();
  if (made != nullptr && made->content != sent.content) line.files.clear();  // it was another state of the files
  line.form = sent.form;
  line.key = sent.key;
  line.about = sent.about;
  line.revision = sent.revision;
  line.report = message.report;
  line.state = StateName(message.state);
  line.route = message.route;
  line.message = message.id;
  line.to = message.to;
  line.to.insert(line.to.end(), message.cc.begin(), message.cc.end());
  line.subject = message.subject;
  line.reply = message.reply;
  line.released_by = message.released_by;
  line.changed_at = message.changed_at;
  return line;
}

using Deliveries = std::multimap<std::string, std::pair<const LedgerMessage*, const SentDocument*>>;

Deliveries DeliveriesOf(const LedgerView& view) {
  Deliveries deliveries;
  for (const LedgerMessage& message : view.messages()) {
    for (const SentDocument& sent : message.documents) deliveries.emplace(sent.id, std::pair{&message, &sent});
  }
  return deliveries;
}

}  // namespace

std::optional<std::string> LineStateOf(const std::string& word) {
  if (word == kMade || word == "作成") return kMade;
  const auto state = StateOf(word);
  return state ? std::optional(std::string(StateName(*state))) : std::nullopt;
}

std::string LineStateWord(const std::string& state) {
  const auto known = StateOf(state);
  return known ? StateWord(*known) : Say("作成", "made");
}

std::vector<LedgerLine> LedgerLines(const LedgerView& view, const LedgerFilter& filter) {
  const Deliveries deliveries = DeliveriesOf(view);
  std::vector<LedgerLine> lines;
  const auto add = [&](LedgerLine line) {
    if (IsWanted(line, filter)) lines.push_back(std::move(line));
  };
  for (const LedgerDocument& document : view.documents()) {
    const auto [first, last] = deliveries.equal_range(document.id);
    const bool is_newest = view.Newest(document.id) == &document;
    bool taken_up = false;
    for (auto at = first; at != last && is_newest; ++at) {
      const auto& [message, sent] = at->second;
      taken_up = taken_up || (sent->content == document.content && message->state != MessageState::kWithdrawn);
      add(LineOf(*message, *sent, &document));
    }
    if (!taken_up && !document.removed) add(LineOf(document));
  }
  for (const LedgerMessage& message : view.messages()) {
    for (const SentDocument& sent : message.documents) {
      if (view.Newest(sent.id) == nullptr) add(LineOf(message, sent, nullptr));
    }
  }
  return lines;
}

}  // namespace chohyo
