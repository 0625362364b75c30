// `mail:` of chohyo.yaml as delivery uses it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/date.h"
#include "pipeline/base/yaml.h"
#include "pipeline/protect/password.h"

namespace chohyo {

struct SmtpSettings {
  enum class Tls { kNone, kStartTls, kTls };
  std::string host;
  int port = 25;
  Tls tls = Tls::kNone;
  std::string ca_file;  ///< relative to the office folder; "" = the system's
  std::string user;     ///< "" = no AUTH
  PasswordSource password;
  int timeout_seconds = 30;
};

/// Who said that the content may be sent.
struct Permission {
  std::string by;
  Date date;
};

struct Route {
  std::string name, form;
  std::string period;                ///< "day", "month", "" = any
  std::vector<std::string> formats;  ///< "pdf", "xlsx"; empty = all the document has
  std::vector<std::string> to, cc;   ///< as written: "人事課 <jinji@city.example>"
  std::vector<std::string> notice;   ///< of a drop: who is told
  std::string subject = "{{title}}";
  std::string body;  ///< a file, relative to the office folder; "" = a plain text
  std::optional<TimeOfDay> due;
  std::optional<PasswordSource> protect;
  std::optional<Permission> permission;
  std::string drop;  ///< a folder; "" = by mail
  bool bundle = false;
  std::string attach_as = "{{title}}_{{department.name}}_{{date}}";
  std::string charset = "utf-8";

  bool IsDrop() const { return !drop.empty(); }
  /// Those whom the mail goes to: `to`, or of a drop `notice`.
  const std::vector<std::string>& Receivers() const { return IsDrop() ? notice : to; }
};

struct MailSettings {
  std::string from;
  std::optional<SmtpSettings> smtp;
  std::string sendmail;  ///< the program; "" = SMTP
  std::vector<std::string> domains;
  std::vector<Route> routes;
};

/// Reads `mail:`, whose keys and values have been checked when the file was read. Throws InputFault.
MailSettings ReadMailSettings(const YamlNode& mail);

/// "人事課 <jinji@city.example>" in its parts.
struct MailAddress {
  std::string name;     ///< "" if none
  std::string address;  ///< jinji@city.example; "" if the text holds none that could be used
};

MailAddress ParseAddress(std::string_view text);

/// "city.example", in small letters; "" for no address.
std::string MailDomain(std::string_view address);

}  // namespace chohyo
