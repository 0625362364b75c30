// Faults of the world around the program: what stops a command, with the exit status it ends in.
// Errors inside the data are findings (model/finding.h), never exceptions.
#pragma once

#include <stdexcept>
#include <string>

namespace chohyo {

/// Exit status of the program (CONTRACT of the command line, README "Exit codes").
enum class ExitCode {
  kDone = 0,
  kFindings = 1,
  kUsage = 2,
  kInput = 3,
  kOutput = 4,
  kDelivery = 5,
};

/// Stops a command. `what()` is the whole message for the user (file, line, column and remedy included).
class Fault : public std::runtime_error {
 public:
  Fault(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

/// Wrong use of the command line.
struct UsageFault : Fault {
  explicit UsageFault(const std::string& message) : Fault(ExitCode::kUsage, message) {}
};

/// An input table, template, font or configuration that could not be read.
struct InputFault : Fault {
  explicit InputFault(const std::string& message) : Fault(ExitCode::kInput, message) {}
};

/// A document that could not be written.
struct OutputFault : Fault {
  explicit OutputFault(const std::string& message) : Fault(ExitCode::kOutput, message) {}
};

}  // namespace chohyo
