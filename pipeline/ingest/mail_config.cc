#include "pipeline/ingest/mail_config.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "pipeline/base/era.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/unicode.h"
#include "pipeline/ingest/config_value.h"

namespace chohyo {
namespace {

constexpr std::array<std::string_view, 3> kPasswordKeys = {"password_file", "password_env", "password_command"};

/// Checks that a node, where it is there, is a list of texts.
void CheckTexts(const YamlNode& map, std::string_view key) {
  if (const YamlNode* node = FindFilled(map, key)) TextList(*node);
}

void CheckTextKeys(const YamlNode& map, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (const YamlNode* node = FindFilled(map, key)) node->Text();
  }
}

int CountPasswordKeys(const YamlNode& map) {
  return static_cast<int>(std::count_if(kPasswordKeys.begin(), kPasswordKeys.end(),
                                        [&](std::string_view key) { return FindFilled(map, key) != nullptr; }));
}

void RefuseTwoPasswords(const YamlNode& map) {
  CheckTextKeys(map, {"password_file", "password_env", "password_command"});
  if (CountPasswordKeys(map) <= 1) return;
  map.Fail(Say("password_file、password_env、password_command はどれか一つにしてください。",
               "keep only one of password_file, password_env and password_command."));
}

void CheckSmtp(const YamlNode& smtp) {
  ExpectKeys(
      smtp, {"host", "port", "tls", "ca_file", "user", "password_file", "password_env", "password_command", "timeout"});
  NeedText(smtp, "host", "mail.smtp.host");
  CheckTextKeys(smtp, {"ca_file", "user"});
  if (const YamlNode* port = FindFilled(smtp, "port")) ExpectInt(*port, 1, 65535);
  if (const YamlNode* tls = FindFilled(smtp, "tls")) ExpectWord(*tls, {"none", "starttls", "tls"});
  if (const YamlNode* timeout = FindFilled(smtp, "timeout")) ExpectSeconds(*timeout);
  RefuseTwoPasswords(smtp);
}

void CheckProtect(const YamlNode& protect) {
  ExpectKeys(protect, {"password_file", "password_env", "password_command"});
  if (CountPasswordKeys(protect) == 0) {
    protect.Fail(Say("password_file、password_env、password_command のどれかを書いてください。",
                     "write one of password_file, password_env and password_command."));
  }
  RefuseTwoPasswords(protect);
}

void CheckPermission(const YamlNode& permission) {
  ExpectKeys(permission, {"by", "date"});
  NeedText(permission, "by", "permission.by");
  const std::string date = NeedText(permission, "date", "permission.date");
  const DateReading reading = ReadDate(date);
  if (!reading.date) permission.Find("date")->Fail(reading.problem);
}

void CheckFormats(const YamlNode& format) {
  if (format.IsScalar()) ExpectWord(format, {"pdf", "xlsx", "csv"});
  for (const YamlNode& item : format.Items()) ExpectWord(item, {"pdf", "xlsx", "csv"});
  TextList(format);
}

void NeedDestination(const YamlNode& route) {
  if (FindFilled(route, "to") != nullptr || FindFilled(route, "drop") != nullptr) return;
  route.Fail(Say("送り先がありません。to（宛先）か drop（フォルダー）を書いてください。",
                 "no destination; write to: (addresses) or drop: (a folder)."));
}

void CheckRoute(const YamlNode& route) {
  ExpectKeys(route, {"name", "form", "period", "format", "to", "cc", "subject", "body", "due", "protect", "permission",
                     "drop", "notice", "bundle", "attach_as", "charset"});
  NeedText(route, "name", "name");
  NeedText(route, "form", "form");
  NeedDestination(route);
  CheckTextKeys(route, {"subject", "body", "drop", "attach_as"});
  for (const std::string_view key : {"to", "cc", "notice"}) CheckTexts(route, key);
  if (const YamlNode* period = FindFilled(route, "period")) ExpectWord(*period, {"day", "month"});
  if (const YamlNode* format = FindFilled(route, "format")) CheckFormats(*format);
  if (const YamlNode* due = FindFilled(route, "due")) ExpectTime(*due);
  if (const YamlNode* charset = FindFilled(route, "charset")) ExpectWord(*charset, {"utf-8", "iso-2022-jp"});
  if (const YamlNode* bundle = FindFilled(route, "bundle")) bundle->AsBool();
  if (const YamlNode* protect = FindFilled(route, "protect")) CheckProtect(*protect);
  if (const YamlNode* permission = FindFilled(route, "permission")) CheckPermission(*permission);
}

void CheckRoutes(const YamlNode& routes) {
  std::set<std::string> names;
  for (const YamlNode& route : routes.Expect(YamlNode::Kind::kList).Items()) {
    CheckRoute(route);
    const YamlNode& name = *route.Find("name");
    if (names.insert(name.Text()).second) continue;
    name.Fail(Say("送付先「{}」が二つあります。台帳で見分けられるよう、別の名前にしてください。",
                  "two routes are named \"{}\"; give them names that the ledger can tell apart.", name.Text()));
  }
}

bool IsSecretKey(const std::string& key) {
  static const std::set<std::string> kSecretKeys = {"password",   "passwd",   "pass",   "pw",
                                                    "passphrase", "secret",   "token",  "api_key",
                                                    "パスワード", "暗証番号", "合言葉", "秘密"};
  return kSecretKeys.count(FoldForComparing(key)) > 0;
}

}  // namespace

void CheckMailConfig(const YamlNode& mail) {
  ExpectKeys(mail, {"from", "smtp", "sendmail", "domains", "routes", "charset"});
  if (const YamlNode* charset = FindFilled(mail, "charset")) ExpectWord(*charset, {"utf-8", "iso-2022-jp"});
  CheckTextKeys(mail, {"from", "sendmail"});
  CheckTexts(mail, "domains");
  const YamlNode* smtp = FindFilled(mail, "smtp");
  if (smtp != nullptr) CheckSmtp(*smtp);
  const YamlNode* sendmail = FindFilled(mail, "sendmail");
  if (smtp != nullptr && sendmail != nullptr) {
    sendmail->Fail(Say("smtp と sendmail はどちらか一つにしてください。", "keep either smtp or sendmail, not both."));
  }
  if (const YamlNode* routes = FindFilled(mail, "routes")) CheckRoutes(*routes);
}

void RefuseWrittenSecrets(const YamlNode& node) {
  for (const YamlNode& item : node.Items()) RefuseWrittenSecrets(item);
  for (const auto& [key, value] : node.Entries()) {
    if (IsSecretKey(key.Text())) {
      key.Fail(
          Say("「{}」は書けません。この設定ファイルは写しや印刷で人の目に触れます。別のファイルに書いて"
              " password_file で示すか、password_env、password_command を使ってください。",
              "\"{}\" may not be written here: this file gets copied and printed. Put the secret in a file of its"
              " own and name it in password_file, or use password_env or password_command.",
              key.Text()));
    }
    RefuseWrittenSecrets(value);
  }
}

}  // namespace chohyo
