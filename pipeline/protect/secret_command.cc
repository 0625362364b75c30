#include "pipeline/protect/secret_command.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include "pipeline/base/crypto.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

constexpr std::size_t kMost = 4096;
constexpr std::chrono::seconds kPatience{30};

[[noreturn]] void Refuse(const std::string& where, const std::string& reason) {
  throw InputFault(
      Say("{}: エラー: パスワードを出すコマンド{}", "{}: error: the command for the password {}", where, reason));
}

/// The child's side: never returns. Its own process group, so that what it starts can be ended with it.
[[noreturn]] void Become(const std::string& command, const std::filesystem::path& folder, int output) {
  constexpr int kCannotRun = 126;
  ::setpgid(0, 0);
  const int nothing = ::open("/dev/null", O_RDONLY);
  const bool ready = nothing >= 0 && ::dup2(nothing, STDIN_FILENO) >= 0 && ::dup2(output, STDOUT_FILENO) >= 0 &&
                     (folder.empty() || ::chdir(folder.c_str()) == 0);
  if (ready) ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  ::_exit(kCannotRun);
}

/// Reads until the end, the limit or the end of patience; false if patience ended.
bool ReadAll(int fd, std::string* text) {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  std::array<char, kMost> piece = {};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd wait = {fd, POLLIN, 0};
    const int ready = ::poll(&wait, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t count = ::read(fd, piece.data(), piece.size());
    if (count <= 0 || text->size() > kMost) break;
    text->append(piece.data(), static_cast<std::size_t>(count));
  }
  WipeMemory(piece.data(), piece.size());
  return true;
}

int WaitFor(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::string RunSecretCommand(const std::string& command, const std::filesystem::path& folder,
                             const std::string& where) {
  std::array<int, 2> ends = {-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    Refuse(where, Say("が動かせません（{}）。", "cannot be run ({}).", std::strerror(errno)));
  }
  const pid_t child = ::fork();
  if (child == 0) Become(command, folder, ends[1]);
  const std::string no_child = std::strerror(errno);
  ::close(ends[1]);
  std::string text;
  text.reserve(2 * kMost);  // no copies left behind by growing
  const bool in_time = child > 0 && ReadAll(ends[0], &text);
  ::close(ends[0]);
  if (child < 0) Refuse(where, Say("が動かせません（{}）。", "cannot be run ({}).", no_child));
  if (!in_time) ::kill(-child, SIGKILL);
  const int status = WaitFor(child);
  if (!in_time) Refuse(where, Say("が {} 秒たっても終わりません。", "did not end in {} seconds.", kPatience.count()));
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return text;
  WipeMemory(text.data(), text.size());
  Refuse(where, Say("が失敗しました（終了コード {}）。端末で試してください。",
                    "failed (exit status {}). Try it on a terminal.",
                    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)));
}

}  // namespace chohyo
