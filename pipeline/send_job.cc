#include "pipeline/send_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/clock.h"
#include "pipeline/deliver/crash_point.h"
#include "pipeline/deliver/postman.h"
#include "pipeline/drafts.h"
#include "pipeline/ledger_commands.h"
#include "pipeline/message_maker.h"
#include "pipeline/period.h"
#include "pipeline/results.h"
#include "pipeline/send_checks.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr int kMostTries = 8;
constexpr std::chrono::seconds kFirstPause{2}, kLongestPause{120};

/// One run of delivery.
class SendJob {
 public:
  SendJob(const Options& options, const OfficeData& data)
      : options_(options),
        data_(data),
        mail_(ReadMailSettings(data.office.mail)),
        out_(OutFolder(options)),
        spool_(out_),
        maker_(data, mail_, out_, NowSeconds()),
        ledger_(options.dry_run ? Ledger::OpenToRead(out_) : Ledger::OpenToWrite(out_)),
        view_(ledger_.All()) {}

  ExitCode Run() {
    if (!options_.dry_run) ClearSpool();
    for (const Draft& draft : DraftsOf(data_, mail_, view_)) Consider(draft);
    if (!options_.dry_run) SendParcels();
    Report();
    return trouble_ && !options_.dry_run ? ExitCode::kDelivery : ExitCode::kDone;
  }

 private:
  void Append(const NewEntry& entry) {
    if (options_.dry_run) return;
    CrashPoint();
    ledger_.Append(NowSeconds(), {entry});
    CrashPoint();
  }

  /// Takes away what a run that was cut off left behind.
  void ClearSpool() const {
    for (const std::string& id : spool_.Ids()) {
      const LedgerMessage* message = view_.FindMessage(id);
      const bool done =
          message == nullptr || message->state == MessageState::kSent || message->state == MessageState::kWithdrawn;
      if (done) spool_.Remove(id);
    }
  }

  SendLine& AddLine(const Draft& draft, const LedgerMessage& message, const std::string& state,
                    const std::string& note) {
    SendLine line;
    line.route = draft.route->name;
    line.form = draft.documents.front()->form;
    line.keys = KeysText(draft.message);
    line.state = state;
    line.to = draft.message.to;
    line.cc = draft.message.cc;
    line.message = message.id;
    line.subject = message.subject;
    line.attachments = message.attachments;
    line.note = note;
    return lines_.emplace_back(std::move(line));
  }

  /// Decides what is to happen with a message that a route asks for.
  void Consider(const Draft& draft) {
    const LedgerMessage* last = draft.last;
    if (!draft.is_new) {
      const bool readdressed = last->recipients != draft.message.recipients && !last->left;
      if (last->state == MessageState::kSent) return;
      const bool stuck = last->state == MessageState::kUnknown || last->state == MessageState::kFailed;
      if (stuck && !readdressed) return AddStuck(draft, *last);
      const bool spooled = last->queued && (options_.dry_run || spool_.Has(last->id));
      if (spooled && !readdressed && last->state != MessageState::kHeld) return AddParcel(draft, *last);
    } else if (last != nullptr && !last->left && last->state != MessageState::kSent) {
      Append(StepEntry(entry_kind::kWithdrawn, last->id, "", ""));
      if (!options_.dry_run) spool_.Remove(last->id);
    }
    const bool early = !options_.now && NowSeconds() < draft.due_at;
    if (early) {
      AddLine(draft, draft.message, "due", Say("{} から送れます", "due from {}", LocalTime(draft.due_at)));
      return;
    }
    Prepare(draft);
  }

  void AddStuck(const Draft& draft, const LedgerMessage& last) {
    const std::string note =
        last.reply.empty() ? Say("送信の途中で止まりました", "it was cut off while being sent") : last.reply;
    AddLine(draft, last, std::string(StateName(last.state)), note);
    trouble_ = true;
  }

  void AddParcel(const Draft& draft, LedgerMessage message) {
    AddLine(draft, message, "ready", {});
    auto parcel = std::make_unique<Parcel>(Parcel{std::move(message), DropFolder(*draft.route)});
    parcels_.emplace_back(std::move(parcel), lines_.size() - 1);
  }

  std::string DropFolder(const Route& route) const {
    return route.drop.empty() ? std::string() : (data_.office.folder / route.drop).string();
  }

  /// Makes the message, checks it, and spools it if nothing stands against it.
  void Prepare(const Draft& draft) {
    LedgerMessage message = draft.message;
    MadeMessage made;
    try {
      made = maker_.Make(draft);
    } catch (const Fault& fault) {
      return Hold(draft, message, fault.what());
    }
    message.subject = made.subject;
    message.attachments = made.attachments;
    const Findings refusals = RefusalsOf(mail_, draft, made.attachments);
    if (!refusals.empty()) return Refuse(draft, message, refusals);
    const bool released =
        !draft.is_new && draft.last->state == MessageState::kWaiting && !draft.last->released_by.empty();
    const std::string doubt = released ? std::string() : DoubtAbout(draft, view_);
    if (!doubt.empty()) return Hold(draft, message, doubt);
    if (!options_.dry_run) {
      spool_.Put(message.id, made.spooled);
      Append(MessageEntry(entry_kind::kQueued, message, ""));
    }
    AddParcel(draft, message);
    lines_.back().text = made.text;
  }

  void Refuse(const Draft& draft, const LedgerMessage& message, const Findings& refusals) {
    std::vector<std::string> reasons;
    for (const Finding& refusal : refusals) reasons.push_back(refusal.rule + ": " + refusal.message);
    findings_.insert(findings_.end(), refusals.begin(), refusals.end());
    Hold(draft, message, Join(reasons, "; "));
  }

  void Hold(const Draft& draft, const LedgerMessage& message, const std::string& reason) {
    trouble_ = true;
    AddLine(draft, message, "held", reason);
    const bool known = !draft.is_new && draft.last->state == MessageState::kHeld && draft.last->reply == reason;
    if (!known) Append(MessageEntry(entry_kind::kHeld, message, reason));
  }

  std::unique_ptr<Transport> MakeTransport() const {
    if (!mail_.sendmail.empty()) return MakeSendmail(mail_.sendmail);
    if (mail_.smtp) return MakeSmtp(*mail_.smtp, data_.office.folder);
    throw InputFault(Say("chohyo.yaml の mail: に smtp: か sendmail: を書いてください。",
                         "write smtp: or sendmail: under mail: in chohyo.yaml."));
  }

  void SendParcels() {
    Postman postman(
        &ledger_, spool_, ParseAddress(mail_.from).address, [this] { return MakeTransport(); }, NowSeconds);
    std::vector<Parcel*> waiting;
    for (const auto& [parcel, line] : parcels_) waiting.push_back(parcel.get());
    if (!options_.export_folder.empty()) return Export(waiting);
    auto pause = kFirstPause;
    for (int tries = 1; !waiting.empty(); ++tries) {
      postman.Deliver(waiting);
      std::erase_if(waiting, [](const Parcel* parcel) { return parcel->message.state != MessageState::kRetry; });
      if (!options_.wait || waiting.empty() || tries == kMostTries) break;
      std::this_thread::sleep_for(pause);
      pause = std::min(pause * 2, kLongestPause);
    }
    for (const auto& [parcel, line] : parcels_) {
      lines_[line].state = StateName(parcel->message.state);
      lines_[line].note = parcel->message.reply;
      trouble_ = trouble_ || parcel->message.state != MessageState::kSent;
    }
  }

  /// Whole messages as files, for carrying them by hand; they count as sent.
  void Export(const std::vector<Parcel*>& parcels) {
    for (std::size_t i = 0; i < parcels.size(); ++i) {
      const LedgerMessage& message = parcels[i]->message;
      const std::string note =
          ExportMessage(options_.export_folder, lines_[parcels_[i].second], spool_.Get(message.id));
      Append(StepEntry(entry_kind::kHandover, message.id, "", ""));
      Append(StepEntry(entry_kind::kOutcome, message.id, "sent", note));
      spool_.Remove(message.id);
      lines_[parcels_[i].second].state = "sent";
      lines_[parcels_[i].second].note = note;
    }
  }

  void Report() const {
    if (options_.json) {
      fmt::print("{}", SendJson(data_.period.text, lines_, findings_));
      return;
    }
    for (const Finding& finding : findings_) fmt::print(stderr, "{}\n", FindingText(finding));
    for (const SendLine& line : lines_) fmt::print("{}", LineText(line, options_.dry_run));
    if (lines_.empty() && !options_.quiet) {
      fmt::print(stderr, "{}\n", Say("送るものはありません。", "there is nothing to send."));
    }
  }

  const Options& options_;
  const OfficeData& data_;
  const MailSettings mail_;
  const fs::path out_;
  const Spool spool_;
  MessageMaker maker_;
  Ledger ledger_;
  const LedgerView view_;
  std::vector<std::pair<std::unique_ptr<Parcel>, std::size_t>> parcels_;  ///< with their lines
  std::vector<SendLine> lines_;
  Findings findings_;
  bool trouble_ = false;
};

/// Writes down that somebody lets a message go, or says that it arrived. Returns the day or period it is about.
std::string Settle(const Options& options) {
  const std::string& wanted = options.confirm.empty() ? options.arrived : options.confirm;
  Ledger::OpenToRead(OutFolder(options));
  Ledger ledger = Ledger::OpenToWrite(OutFolder(options));
  const LedgerView view(ledger.All());
  const LedgerMessage& message = MessageToSettle(view, wanted);
  ledger.Append(NowSeconds(),
                {options.confirm.empty() ? StepEntry(entry_kind::kOutcome, message.id, "sent",
                                                     Say("届いたと {} が確かめた", "{} says it arrived", UserName()))
                                         : StepEntry(entry_kind::kReleased, message.id, "", "", UserName())});
  return message.about;
}

std::unique_ptr<OfficeData> OfficeFor(const Options& options, const std::string& period) {
  if (period.empty()) return ReadOffice(options.folder, period);
  auto data = ReadOfficeNamesOnly(options.folder);
  data->period = ParsePeriod(period);
  return data;
}

}  // namespace

ExitCode SendPeriod(const Options& options, const std::string& period) {
  const auto data = OfficeFor(options, period);
  if (data->office.mail.IsNull()) {
    throw InputFault(Say("{}: mail: がありません。送付先を書いてください。", "{}: there is no mail:; write the routes.",
                         (options.folder / "chohyo.yaml").string()));
  }
  return SendJob(options, *data).Run();
}

ExitCode Send(const Options& options) {
  if (options.dry_run) return SendPeriod(options, options.period);
  const RunLock lock = LockResults(options, ExitCode::kDelivery);
  const bool settles = !options.confirm.empty() || !options.arrived.empty();
  const std::string about = settles ? Settle(options) : std::string();
  return SendPeriod(options, options.period.empty() ? about : options.period);
}

}  // namespace chohyo
