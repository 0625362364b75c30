// Handing a whole message to somebody who carries it on.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/deliver/route.h"

namespace chohyo {

enum class Fate {
  kSent,     ///< accepted
  kRetry,    ///< not accepted, but may be later
  kFailed,   ///< refused for good
  kUnknown,  ///< the connection was lost when the message may have been accepted
};

struct Attempt {
  Fate fate = Fate::kRetry;
  std::string reply;           ///< what the receiver said, or what went wrong
  bool no_connection = false;  ///< nobody was there: others need not be tried now
};

struct Envelope {
  std::string from;
  std::vector<std::string> to;  ///< addresses only
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// Tries once. `before_end` is called just before the step after which the receiver may have accepted the message.
  virtual Attempt Send(const Envelope& envelope, const std::string& message,
                       const std::function<void()>& before_end) = 0;
  virtual std::string name() const = 0;  ///< "smtp", "sendmail"
};

/// SMTP by libcurl; one connection is kept for all messages. Throws InputFault for a password that cannot be read or
/// AUTH without TLS to another machine.
std::unique_ptr<Transport> MakeSmtp(const SmtpSettings& settings, const std::filesystem::path& folder);

/// A sendmail program: `PROGRAM -i -f FROM -- TO…` with the message on its input, ended by sysexits.
std::unique_ptr<Transport> MakeSendmail(const std::string& program);

}  // namespace chohyo
