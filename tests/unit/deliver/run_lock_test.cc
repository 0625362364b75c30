#include "pipeline/deliver/run_lock.h"

#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <csignal>
#include <optional>

namespace chohyo {
namespace {

namespace fs = std::filesystem;

fs::path EmptyFolder() {
  const fs::path folder = fs::temp_directory_path() / ("chohyo-lock-" + std::to_string(::getpid()));
  fs::remove_all(folder);
  return folder;
}

const auto kSilent = [](const std::string&) {};

}  // namespace

TEST_CASE("A second run is told who holds the results, and gives up with the status asked for") {
  const fs::path out = EmptyFolder();
  const RunLock first(out, "hanako 123", std::chrono::seconds(0), ExitCode::kOutput, kSilent);
  std::string told;
  try {
    const RunLock second(out, "taro", std::chrono::seconds(0), ExitCode::kDelivery,
                         [&](const std::string& message) { told += message; });
    FAIL("two runs at once");
  } catch (const Fault& fault) {
    CHECK(fault.code() == ExitCode::kDelivery);
    CHECK(std::string(fault.what()).find("hanako 123") != std::string::npos);
  }
  CHECK(told.find("hanako 123") != std::string::npos);
}

TEST_CASE("A lock ends with its run, in good order or not") {
  const fs::path out = EmptyFolder();
  { const RunLock lock(out, "a", std::chrono::seconds(0), ExitCode::kOutput, kSilent); }
  CHECK_FALSE(fs::exists(out / "ledger.lock"));
  const pid_t child = ::fork();
  if (child == 0) {
    const RunLock lock(out, "child", std::chrono::seconds(0), ExitCode::kOutput, kSilent);
    std::raise(SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  CHECK(fs::exists(out / "ledger.lock"));
  CHECK_NOTHROW(RunLock(out, "next", std::chrono::seconds(0), ExitCode::kOutput, kSilent));
}

}  // namespace chohyo
