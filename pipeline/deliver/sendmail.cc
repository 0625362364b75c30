#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "pipeline/base/lang.h"
#include "pipeline/deliver/transport.h"

extern char** environ;

namespace chohyo {
namespace {

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// The message as local programs take it: line ends without CR.
std::string LocalLines(const std::string& message) {
  std::string text;
  for (const char c : message) {
    if (c != '\r') text += c;
  }
  return text;
}

/// Starts the program with its input at the end of a pipe; -1 = it could not be started (errno).
pid_t Start(const std::string& program, const Envelope& envelope, int input, int other_end) {
  std::vector<std::string> words = {program, "-i", "-f", envelope.from, "--"};
  words.insert(words.end(), envelope.to.begin(), envelope.to.end());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, other_end);
  pid_t child = -1;
  const int error = ::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  errno = error;
  return error == 0 ? child : -1;
}

Attempt Judge(int status) {
  if (!WIFEXITED(status)) {
    return {Fate::kUnknown, Say("sendmail が途中で止まりました", "sendmail ended in the middle"), false};
  }
  const int code = WEXITSTATUS(status);
  const std::string reply = Say("sendmail の終了コード {}", "sendmail ended with status {}", code);
  if (code == EX_OK) return {Fate::kSent, reply, false};
  const bool later = code == EX_TEMPFAIL || code == EX_OSERR || code == EX_IOERR || code == EX_UNAVAILABLE;
  return {later ? Fate::kRetry : Fate::kFailed, reply, false};
}

class Sendmail : public Transport {
 public:
  explicit Sendmail(const std::string& program) : program_(program) {}
  std::string name() const override { return "sendmail"; }

  Attempt Send(const Envelope& envelope, const std::string& message, const std::function<void()>& before_end) override {
    std::array<int, 2> ends{};
    if (::access(program_.c_str(), X_OK) != 0 || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
      return {Fate::kRetry, program_ + ": " + std::strerror(errno), true};
    }
    before_end();
    const pid_t child = Start(program_, envelope, ends[0], ends[1]);
    const std::string reason = std::strerror(errno);
    ::close(ends[0]);
    if (child < 0) {
      ::close(ends[1]);
      return {Fate::kRetry, program_ + ": " + reason, true};
    }
    const auto earlier = std::signal(SIGPIPE, SIG_IGN);
    const bool written = WriteAll(ends[1], LocalLines(message));
    std::signal(SIGPIPE, earlier);
    ::close(ends[1]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    const Attempt attempt = Judge(status);
    if (written || attempt.fate != Fate::kSent) return attempt;
    return {Fate::kUnknown, Say("sendmail は全文を受け取りませんでした", "sendmail did not take the whole message"),
            false};
  }

 private:
  const std::string program_;
};

}  // namespace

std::unique_ptr<Transport> MakeSendmail(const std::string& program) { return std::make_unique<Sendmail>(program); }

}  // namespace chohyo
