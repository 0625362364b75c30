#include "pipeline/deliver/postman.h"

#include <algorithm>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/deliver/crash_point.h"

namespace chohyo {
namespace {

constexpr int kMostInVain = 3;

MessageState StateAfter(Fate fate) {
  switch (fate) {
    case Fate::kSent: return MessageState::kSent;
    case Fate::kRetry: return MessageState::kRetry;
    case Fate::kFailed: return MessageState::kFailed;
    case Fate::kUnknown: return MessageState::kUnknown;
  }
  return MessageState::kUnknown;
}

}  // namespace

void Postman::Deliver(const std::vector<Parcel*>& parcels) {
  int in_vain = 0;
  for (Parcel* parcel : parcels) {
    if (in_vain == kMostInVain) {
      parcel->message.state = MessageState::kRetry;
      parcel->message.reply =
          Say("サーバーに届かないため、次の機会に送ります", "the server is out of reach; kept for the next try");
      continue;
    }
    const Attempt attempt = Try(*parcel);
    in_vain = attempt.no_connection ? in_vain + 1 : 0;
    Note(parcel, attempt);
  }
}

Attempt Postman::Try(const Parcel& parcel) {
  const SpooledMessage spooled = spool_.Get(parcel.message.id);
  CrashPoint();
  if (!parcel.drop.empty()) {
    const Attempt put = PutDown(parcel, spooled);
    if (put.fate != Fate::kSent || spooled.eml.empty()) return put;
  }
  if (transport_ == nullptr) transport_ = make_transport_();
  Envelope envelope{from_, parcel.message.to};
  envelope.to.insert(envelope.to.end(), parcel.message.cc.begin(), parcel.message.cc.end());
  const auto before_end = [&] {
    CrashPoint();
    ledger_.Append(now_(), {StepEntry(entry_kind::kHandover, parcel.message.id, "", "")});
    CrashPoint();
  };
  return transport_->Send(envelope, spooled.eml, before_end);
}

Attempt Postman::PutDown(const Parcel& parcel, const SpooledMessage& spooled) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(parcel.drop, ignored)) {
    return {Fate::kRetry, Say("共有フォルダー {} がありません", "there is no shared folder {}", parcel.drop), false};
  }
  for (const Attachment& file : spooled.files) {
    try {
      if (!DropFile(parcel.drop, file)) {
        return {Fate::kFailed,
                Say("{} に同じ名前の別のファイルがあります（{}）", "another file has the name {1} in {0}", parcel.drop,
                    file.name),
                false};
      }
    } catch (const Fault& fault) {
      return {Fate::kRetry, fault.what(), false};
    }
    CrashPoint();
  }
  return {Fate::kSent, parcel.drop, false};
}

void Postman::Note(Parcel* parcel, const Attempt& attempt) {
  CrashPoint();
  parcel->message.state = StateAfter(attempt.fate);
  parcel->message.reply = attempt.reply;
  ledger_.Append(now_(), {StepEntry(entry_kind::kOutcome, parcel->message.id,
                                    std::string(StateName(parcel->message.state)), attempt.reply)});
  CrashPoint();
  if (attempt.fate == Fate::kSent) spool_.Remove(parcel->message.id);
}

}  // namespace chohyo
