// Only one run at a time works on a results' folder.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "pipeline/base/fault.h"

namespace chohyo {

/// Holds a results' folder until it goes, or until its process ends in whatever way: the system lets go of the lock.
class RunLock {
 public:
  /// Takes OUT/ledger.lock, noting `who` in it. While another holds it, `tell` is told who once, and it is waited for
  /// up to `patience`; then a Fault with `code`.
  RunLock(const std::filesystem::path& out, const std::string& who, std::chrono::seconds patience, ExitCode code,
          const std::function<void(const std::string&)>& tell);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

 private:
  bool TryLock(const std::filesystem::path& out);

  std::filesystem::path file_;
  int fd_ = -1;
};

/// The user who works here: $SUDO_USER, $USER, $LOGNAME, else the user id's name or number.
std::string UserName();

}  // namespace chohyo
