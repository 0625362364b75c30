// The family mail.*: what may leave the office by mail. Delivery asks before every message and sends it only if nothing
// is found; the configuration is looked at when data is checked, so that a route that cannot send is known before it is
// due.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/yaml.h"
#include "pipeline/model/finding.h"

namespace chohyo {

/// A file as it would leave the office.
struct MailAttachment {
  std::string name;
  std::uint64_t bytes = 0;
  bool has_password = false;
};

/// A message about to be sent, or what a route says of its messages.
struct MailMessage {
  std::string route, key;  ///< the route's name; the document's key, "" for the route itself
  std::string file;        ///< where the route is written: "chohyo.yaml"
  std::uint32_t line = 0;
  std::string department;               ///< of the document, "" if none
  std::string from;                     ///< 総務課 <soumu@city.example>
  std::vector<std::string> recipients;  ///< to, cc and bcc, written as from
  std::vector<std::string> domains;     ///< allowed ones
  std::vector<MailAttachment> attachments;
  bool has_permission = false;  ///< of the information security manager, on record
};

/// Attachments of this many bytes or more may not be sent: 15 MB.
constexpr std::uint64_t kMailLimit = 15'000'000;

/// The domain of an address, small letters: "soumu@City.Example" and "総務課 <soumu@city.example>" give "city.example";
/// "" where there is none.
std::string DomainOf(std::string_view address);

/// What keeps a message from being sent: mail.domain (one an address), mail.size and mail.unprotected (one a file),
/// mail.permission. Keys are route/document key, or the route's name. Messages without attachments hold nothing
/// non-public.
Findings CheckMessage(const MailMessage& message);

/// What the routes of `mail:` in chohyo.yaml already tell, of those that send files by mail: infos, as nothing has been
/// refused yet.
Findings CheckMailRoutes(const YamlNode& mail);

}  // namespace chohyo
