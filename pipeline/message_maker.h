// Makes a message of a draft: files read and compared with the ledger, protected, named, composed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/deliver/spool.h"
#include "pipeline/drafts.h"

namespace chohyo {

/// A message that is ready to be spooled.
struct MadeMessage {
  SpooledMessage spooled;
  std::string subject, text;
  std::vector<LedgerFile> attachments;  ///< as they leave
};

class MessageMaker {
 public:
  /// `now`: seconds since 1970, for the Date header.
  MessageMaker(const OfficeData& data, const MailSettings& mail, const std::filesystem::path& out, std::int64_t now)
      : data_(data), mail_(mail), out_(out), now_(now) {}

  /// Throws InputFault for a file that is not as the ledger says, a password that cannot be read or is too weak, a text
  /// that cannot be filled in or encoded; OutputFault for a file that cannot be protected.
  MadeMessage Make(const Draft& draft);

 private:
  std::vector<Attachment> FilesOf(const Draft& draft);
  std::string Protected(const Route& route, const LedgerFile& file, const std::string& bytes);

  const OfficeData& data_;
  const MailSettings& mail_;
  const std::filesystem::path out_;
  std::int64_t now_;
  std::map<std::string, std::string> protected_;  ///< by digest and password source: protecting is slow
};

}  // namespace chohyo
