#include "pipeline/deliver/route.h"

#include <algorithm>

#include "pipeline/base/era.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr int kPlainPort = 25, kStartTlsPort = 587, kTlsPort = 465;

PasswordSource SourceOf(const YamlNode& node) {
  return {node.TextOr("password_file", ""), node.TextOr("password_env", ""), node.TextOr("password_command", "")};
}

int SecondsOf(const std::string& text) {
  const std::size_t unit = text.find_first_not_of("0123456789");
  const int number = std::atoi(text.substr(0, unit).c_str());
  const std::string name = unit == std::string::npos ? "s" : text.substr(unit);
  return number * (name == "h" ? 3600 : name == "min" ? 60 : 1);
}

TimeOfDay TimeOf(const std::string& text) {
  const std::size_t colon = text.find(':');
  return {std::atoi(text.substr(0, colon).c_str()) * 60 + std::atoi(text.substr(colon + 1).c_str())};
}

SmtpSettings SmtpOf(const YamlNode& node) {
  SmtpSettings smtp;
  smtp.host = node.TextOr("host", "");
  const std::string tls = node.TextOr("tls", "none");
  smtp.tls = tls == "starttls" ? SmtpSettings::Tls::kStartTls
             : tls == "tls"    ? SmtpSettings::Tls::kTls
                               : SmtpSettings::Tls::kNone;
  const int usual = smtp.tls == SmtpSettings::Tls::kTls        ? kTlsPort
                    : smtp.tls == SmtpSettings::Tls::kStartTls ? kStartTlsPort
                                                               : kPlainPort;
  smtp.port = node.IntOr("port", usual);
  smtp.ca_file = node.TextOr("ca_file", "");
  smtp.user = node.TextOr("user", "");
  smtp.password = SourceOf(node);
  smtp.timeout_seconds = std::max(1, SecondsOf(node.TextOr("timeout", "30s")));
  return smtp;
}

Route RouteOf(const YamlNode& node, const std::string& charset) {
  Route route;
  route.name = node.TextOr("name", "");
  route.form = node.TextOr("form", "");
  route.period = node.TextOr("period", "");
  route.formats = node.TextsOf("format");
  route.to = node.TextsOf("to");
  route.cc = node.TextsOf("cc");
  route.notice = node.TextsOf("notice");
  route.subject = node.TextOr("subject", route.subject);
  route.body = node.TextOr("body", "");
  route.drop = node.TextOr("drop", "");
  route.bundle = node.BoolOr("bundle", false);
  route.attach_as = node.TextOr("attach_as", route.attach_as);
  route.charset = node.TextOr("charset", charset);
  const std::string due = node.TextOr("due", "");
  if (!due.empty()) route.due = TimeOf(due);
  const YamlNode* protect = node.Find("protect");
  if (protect != nullptr && protect->IsMap()) route.protect = SourceOf(*protect);
  const YamlNode* permission = node.Find("permission");
  if (permission != nullptr && permission->IsMap()) {
    route.permission = Permission{permission->TextOr("by", ""), ReadDate(permission->TextOr("date", "")).date.value()};
  }
  return route;
}

bool IsAddressCharacter(char c) {
  return c > ' ' && c < 0x7F && std::string_view("<>()[],;:\\\"").find(c) == std::string_view::npos;
}

bool IsAddress(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos || at + 1 == text.size()) return false;
  if (text.find('@', at + 1) != std::string_view::npos || text.front() == '-') return false;
  return std::all_of(text.begin(), text.end(), IsAddressCharacter);
}

}  // namespace

MailSettings ReadMailSettings(const YamlNode& mail) {
  MailSettings settings;
  settings.from = mail.TextOr("from", "");
  settings.sendmail = mail.TextOr("sendmail", "");
  settings.domains = mail.TextsOf("domains");
  const YamlNode* smtp = mail.Find("smtp");
  if (smtp != nullptr && smtp->IsMap()) settings.smtp = SmtpOf(*smtp);
  const std::string charset = mail.TextOr("charset", "utf-8");
  if (const YamlNode* routes = mail.Find("routes")) {
    for (const YamlNode& route : routes->Items()) settings.routes.push_back(RouteOf(route, charset));
  }
  return settings;
}

MailAddress ParseAddress(std::string_view text) {
  const std::string_view whole = Trim(text);
  const std::size_t open = whole.rfind('<');
  const bool has_name = open != std::string_view::npos && whole.ends_with('>');
  const std::string_view address = has_name ? whole.substr(open + 1, whole.size() - open - 2) : whole;
  std::string_view name = has_name ? Trim(whole.substr(0, open)) : std::string_view();
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
  const bool one_line = name.find_first_of("\r\n") == std::string_view::npos;
  return {std::string(name), IsAddress(address) && one_line ? std::string(address) : std::string()};
}

std::string MailDomain(std::string_view address) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos) return {};
  std::string domain(address.substr(at + 1));
  for (char& c : domain) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return domain;
}

}  // namespace chohyo
