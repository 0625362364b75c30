// A mail as text (RFC 5322, MIME). GMime has its door here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace chohyo {

struct Attachment {
  std::string name;  ///< UTF-8
  std::string bytes;
};

struct OutgoingMail {
  std::string id;    ///< Message-ID without brackets; boundaries are made of it
  std::string from;  ///< as written: "総務課 <soumu@city.example>"
  std::vector<std::string> to, cc;
  std::string subject, text;  ///< UTF-8
  std::int64_t date = 0;      ///< seconds since 1970; written in Japan's time
  std::string charset;        ///< "utf-8" or "iso-2022-jp", of headers and body
  std::vector<Attachment> attachments;
};

/// The whole message with CRLF line ends; the same mail gives the same bytes. Throws InputFault for text that
/// ISO-2022-JP cannot hold, naming its characters.
std::string ComposeMail(const OutgoingMail& mail);

}  // namespace chohyo
