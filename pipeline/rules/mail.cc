#include "pipeline/rules/mail.h"

#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/rule_book.h"

namespace chohyo {
namespace {

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return lower;
}

/// Collects what is found in one message.
class MessageCheck {
 public:
  explicit MessageCheck(const MailMessage& message) : message_(message) {
    for (const std::string& domain : message.domains) domains_.push_back(LowerAscii(Trim(domain)));
  }

  Findings Check() {
    CheckAddress(message_.from, Say("差出人", "sender"));
    for (const std::string& address : message_.recipients) CheckAddress(address, Say("宛先", "recipient"));
    for (const MailAttachment& file : message_.attachments) CheckFile(file);
    if (!message_.attachments.empty() && !message_.has_permission) AddNoPermission();
    for (Finding& finding : findings_) finding.department = message_.department;
    return std::move(findings_);
  }

 private:
  void CheckAddress(const std::string& address, const std::string& role) {
    const std::string domain = DomainOf(address);
    if (!domain.empty() && std::find(domains_.begin(), domains_.end(), domain) != domains_.end()) return;
    Add("mail.domain",
        Say("送付先「{}」の{}「{}」は、許されたドメイン（{}）にありません。",
            "route \"{}\": the {} {} is not in an allowed domain ({}).", message_.route, role, address,
            domains_.empty() ? Say("指定なし", "none given") : Join(domains_, ", ")),
        Say("宛先を直すか、庁内のドメインなら chohyo.yaml の mail.domains に加えてください。",
            "Correct the address or, if it is the office's own, add its domain to mail.domains in chohyo.yaml."));
  }

  void CheckFile(const MailAttachment& file) {
    constexpr double kMega = 1'000'000;
    if (file.bytes >= kMailLimit) {
      Add("mail.size",
          Say("送付先「{}」の添付「{}」は {:.1f} MB で、{} MB 以上のため送れません。",
              "route \"{}\": the attachment {} has {:.1f} MB; {} MB and more may not be sent.", message_.route,
              file.name, static_cast<double>(file.bytes) / kMega, static_cast<int>(kMailLimit / kMega)),
          Say("所属などで分けて送るか、drop: で共有フォルダに置いてください。",
              "Split it, or use drop: to put it into a shared folder."));
    }
    if (file.has_password) return;
    Add("mail.unprotected",
        Say("送付先「{}」の添付「{}」にパスワードがありません。", "route \"{}\": the attachment {} has no password.",
            message_.route, file.name),
        Say("chohyo.yaml のこの経路に protect: を書いてください。", "Set protect: for this route in chohyo.yaml."));
  }

  void AddNoPermission() {
    Add("mail.permission",
        Say("送付先「{}」に、公開でない内容を送ることへの情報セキュリティ管理者の許可の記録がありません。",
            "route \"{}\" has no record of the information security manager's permission to send non-public content.",
            message_.route),
        Say("許可を受け、この経路に permission: {{by: 職名, date: 日付}} と書いてください。",
            "Get it, and write permission: {{by: title, date: day}} for this route."));
  }

  void Add(std::string_view rule, std::string message, std::string hint) {
    const std::string key = message_.key.empty() ? message_.route : message_.route + "/" + message_.key;
    Reporter(*FindInRuleBook(rule), &findings_)
        .Add({message_.file, "", message_.line, 0}, key, std::move(message), std::move(hint));
  }

  const MailMessage& message_;
  std::vector<std::string> domains_;
  Findings findings_;
};

/// What a route says of its messages. Routes that put files into a folder mail only a notice without them.
MailMessage MessageOf(const YamlNode& mail, const YamlNode& route) {
  MailMessage message;
  message.route = route.TextOr("name", "");
  message.file = route.file();
  message.line = static_cast<std::uint32_t>(route.line());
  message.from = mail.TextOr("from", "");
  message.domains = mail.TextsOf("domains");
  for (const char* key : {"to", "cc", "notice"}) {
    for (std::string& address : route.TextsOf(key)) message.recipients.push_back(std::move(address));
  }
  const auto is_set = [&](std::string_view key) {
    const YamlNode* node = route.Find(key);
    return node != nullptr && !node->IsNull();
  };
  if (!is_set("drop")) message.attachments = {{route.TextOr("form", ""), 0, is_set("protect")}};
  message.has_permission = is_set("permission");
  return message;
}

}  // namespace

std::string DomainOf(std::string_view address) {
  const std::size_t open = address.rfind('<');
  if (open != std::string_view::npos) address = address.substr(open + 1, address.find('>', open) - open - 1);
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos || at == 0) return {};
  return LowerAscii(Trim(address.substr(at + 1)));
}

Findings CheckMessage(const MailMessage& message) { return MessageCheck(message).Check(); }

Findings CheckMailRoutes(const YamlNode& mail) {
  Findings findings;
  const YamlNode* routes = mail.IsMap() ? mail.Find("routes") : nullptr;
  if (routes == nullptr) return findings;
  for (const YamlNode& route : routes->Items()) {
    for (Finding& finding : CheckMessage(MessageOf(mail, route))) {
      finding.severity = Severity::kInfo;
      finding.hint += Say("このままでは送るときに止まります。", " As it is, sending will be refused.");
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace chohyo
