#include "pipeline/deliver/guards.h"

#include <algorithm>
#include <cstdlib>

#include "pipeline/base/digest.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

bool IsAllowed(const MailSettings& mail, const std::string& address) {
  const std::string domain = DomainOf(address);
  return std::any_of(mail.domains.begin(), mail.domains.end(),
                     [&](const std::string& allowed) { return DomainOf("@" + allowed) == domain; });
}

void CheckAddress(const MailSettings& mail, const std::string& written, std::vector<Refusal>* refusals) {
  const std::string address = ParseAddress(written).address;
  if (!address.empty() && IsAllowed(mail, address)) return;
  if (address.empty()) {
    refusals->push_back({"mail.domain",
                         Say("「{}」はメールアドレスではありません", "\"{}\" is no mail address", written),
                         Say("chohyo.yaml の mail: を直してください。", "mend mail: in chohyo.yaml.")});
    return;
  }
  refusals->push_back({"mail.domain",
                       Say("{} は許されたドメイン（{}）の外です", "{} is outside the allowed domains ({})", address,
                           Join(mail.domains, ", ")),
                       Say("宛先を直すか、mail: の domains に加えてください。",
                           "mend the address, or add its domain to mail: domains.")});
}

void CheckContent(const Route& route, const std::vector<LedgerFile>& attachments, Date today,
                  std::vector<Refusal>* refusals) {
  if (!route.protect) {
    refusals->push_back({"mail.unprotected",
                         Say("添付ファイルにパスワードがありません", "the attachment has no password"),
                         Say("送付先に protect: を書いてください。", "write protect: at the route.")});
  }
  if (!route.permission || today < route.permission->date) {
    refusals->push_back({"mail.permission",
                         Say("情報セキュリティ管理者の許可の記録がありません",
                             "there is no record of the information security manager's permission"),
                         Say("送付先に permission: {{by: 許可した人, date: 日付}} を書いてください。",
                             "write permission: {{by: who, date: when}} at the route.")});
  }
  for (const LedgerFile& file : attachments) {
    if (file.bytes < kLargestAttachment) continue;
    refusals->push_back({"mail.size",
                         Say("{} は {} バイトで、15 MB 以上の添付は送れません",
                             "{} has {} bytes; attachments of 15 MB or more are not sent", file.path, file.bytes),
                         Say("送付先を drop:（共有フォルダー）にしてください。", "use drop: (a shared folder).")});
  }
}

std::string TotalOf(const ReportedFigures& figures, const char* column) { return FigureAt(figures, "合計", column); }

std::string Doubt(const ReportedFigures& before, const ReportedFigures& after, const char* column, double share,
                  int least) {
  const std::string was_text = TotalOf(before, column), is_text = TotalOf(after, column);
  if (was_text.empty() || is_text.empty()) return {};
  const int was = std::atoi(was_text.c_str()), is = std::atoi(is_text.c_str());
  const int difference = std::abs(is - was);
  if (difference < least || difference <= share * std::max(was, is)) return {};
  return Say("{}の合計が前の日の {} から {} に変わっています", "the total of {} went from {} the day before to {}",
             column, was, is);
}

}  // namespace

std::vector<Refusal> RefusalsOf(const MailSettings& mail, const Route& route,
                                const std::vector<LedgerFile>& attachments, Date today) {
  std::vector<Refusal> refusals;
  const bool mails = !route.IsDrop() || !route.notice.empty();
  if (mails) CheckAddress(mail, mail.from, &refusals);
  for (const std::string& written : route.Receivers()) CheckAddress(mail, written, &refusals);
  for (const std::string& written : route.cc) CheckAddress(mail, written, &refusals);
  if (!route.IsDrop()) CheckContent(route, attachments, today, &refusals);
  return refusals;
}

std::string RecipientsDigest(const Route& route) {
  std::vector<std::string> all;
  for (const auto* list : {&route.Receivers(), &route.cc}) {
    for (const std::string& written : *list) all.push_back(ParseAddress(written).address);
  }
  std::sort(all.begin(), all.end());
  return Sha256Hex(route.drop + "\n" + Join(all, "\n"));
}

std::string DoubtOf(const ReportedFigures& before, const ReportedFigures& after) {
  const std::string staff = Doubt(before, after, "職員数", 0.2, 5);
  return staff.empty() ? Doubt(before, after, "出勤者数", 0.5, 10) : staff;
}

}  // namespace chohyo
