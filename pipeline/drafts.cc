#include "pipeline/drafts.h"

#include <algorithm>
#include <map>

#include "pipeline/base/digest.h"
#include "pipeline/base/text.h"
#include "pipeline/clock.h"
#include "pipeline/deliver/guards.h"

namespace chohyo {
namespace {

constexpr std::size_t kMessageIdLength = 16;

std::optional<DateSpan> SpanOf(const std::string& about) {
  if (const auto day = Date::FromIso(about)) return DateSpan{*day, *day};
  const auto first = Date::FromIso(about + "-01");
  return first ? std::optional(DateSpan{*first, Month::Of(*first).last()}) : std::nullopt;
}

bool IsOfPeriod(const LedgerDocument& document, const Period& period) {
  if (document.period == period.text) return true;
  const auto span = SpanOf(document.about);
  return span && period.span.first <= span->first && span->last <= period.span.last;
}

bool IsOfKind(const Route& route, const LedgerDocument& document) {
  if (route.period == "day") return Date::FromIso(document.about).has_value();
  if (route.period == "month") return Date::FromIso(document.about + "-01").has_value();
  return true;
}

bool IsFor(const Route& route, const LedgerDocument& document, const Period& period) {
  return document.form == route.form && IsOfKind(route, document) && IsOfPeriod(document, period) &&
         !FilesFor(route, document).empty();
}

/// What a message is of: its document, or of a bundle the day or period.
std::string GroupOf(const Route& route, const std::string& document, const std::string& about) {
  return route.bundle ? about : document;
}

bool SaysTheSame(const LedgerMessage& message, const Draft& draft) {
  if (message.documents.size() != draft.documents.size()) return false;
  for (std::size_t i = 0; i < draft.documents.size(); ++i) {
    if (message.documents[i].id != draft.documents[i]->id) return false;
    if (message.documents[i].content != draft.documents[i]->content) return false;
  }
  return true;
}

std::string MessageId(const Draft& draft) {
  std::string of = draft.route->name + "\n";
  for (const LedgerDocument* document : draft.documents) {
    of += document->id + " " + std::to_string(document->revision) + "\n";
  }
  return Sha256Hex(of).substr(0, kMessageIdLength);
}

/// Which report it is: what the documents say, or how many of the group left before.
int ReportOf(const Draft& draft, const std::vector<const LedgerMessage*>& earlier) {
  int report = 1;
  for (const LedgerMessage* message : earlier) {
    if (message->left && !SaysTheSame(*message, draft)) report = std::max(report, message->report + 1);
  }
  for (const LedgerDocument* document : draft.documents) report = std::max(report, document->report);
  return report;
}

void FillMessage(Draft* draft) {
  LedgerMessage& message = draft->message;
  const Route& route = *draft->route;
  message.id = MessageId(*draft);
  message.route = route.name;
  message.about = draft->documents.front()->about;
  message.means = route.IsDrop() ? "drop" : "mail";
  for (const LedgerDocument* document : draft->documents) {
    message.documents.push_back(
        {document->id, document->form, document->key, document->about, document->content, document->revision});
  }
  for (const std::string& written : route.Receivers()) message.to.push_back(ParseAddress(written).address);
  for (const std::string& written : route.cc) message.cc.push_back(ParseAddress(written).address);
  message.recipients = RecipientsDigest(route);
}

void Complete(const OfficeData& data, const std::vector<const LedgerMessage*>& earlier, Draft* draft) {
  FillMessage(draft);
  draft->message.report = ReportOf(*draft, earlier);
  for (const LedgerMessage* message : earlier) {
    if (message->state != MessageState::kWithdrawn) draft->last = message;
  }
  draft->is_new = draft->last == nullptr || !SaysTheSame(*draft->last, *draft);
  if (!draft->is_new) draft->message.id = draft->last->id;
  if (!draft->is_new) draft->message.report = draft->last->report;
  if (draft->route->due) {
    const auto span = SpanOf(draft->message.about);
    draft->due_at = SecondsOf(span ? span->last : data.period.span.last, *draft->route->due);
  }
}

using Groups = std::vector<std::pair<std::string, Draft>>;

Groups GroupsOf(const Route& route, const OfficeData& data, const LedgerView& view) {
  Groups groups;
  std::map<std::string, std::size_t> places;
  for (const LedgerDocument& document : view.documents()) {
    if (document.removed || document.pruned || view.Newest(document.id) != &document) continue;
    if (!IsFor(route, document, data.period)) continue;
    const std::string group = GroupOf(route, document.id, document.about);
    const auto [place, is_new] = places.emplace(group, groups.size());
    if (is_new) groups.emplace_back(group, Draft{});
    Draft& draft = groups[place->second].second;
    draft.route = &route;
    draft.documents.push_back(&document);
  }
  return groups;
}

}  // namespace

std::vector<Draft> DraftsOf(const OfficeData& data, const MailSettings& mail, const LedgerView& view) {
  std::map<std::string, std::vector<const LedgerMessage*>> by_route;
  for (const LedgerMessage& message : view.messages()) by_route[message.route].push_back(&message);
  std::vector<Draft> drafts;
  for (const Route& route : mail.routes) {
    std::map<std::string, std::vector<const LedgerMessage*>> earlier;
    for (const LedgerMessage* message : by_route[route.name]) {
      if (message->documents.empty()) continue;
      earlier[GroupOf(route, message->documents.front().id, message->about)].push_back(message);
    }
    for (auto& [group, draft] : GroupsOf(route, data, view)) {
      Complete(data, earlier[group], &draft);
      drafts.push_back(std::move(draft));
    }
  }
  return drafts;
}

std::vector<LedgerFile> FilesFor(const Route& route, const LedgerDocument& document) {
  std::vector<LedgerFile> files;
  for (const LedgerFile& file : document.files) {
    const auto has_ending = [&](const std::string& format) { return file.path.ends_with("." + format); };
    if (route.formats.empty() || std::any_of(route.formats.begin(), route.formats.end(), has_ending)) {
      files.push_back(file);
    }
  }
  return files;
}

std::string KeysText(const LedgerMessage& message) {
  std::vector<std::string> keys;
  for (const SentDocument& document : message.documents) keys.push_back(document.key);
  return Join(keys, ", ");
}

}  // namespace chohyo
