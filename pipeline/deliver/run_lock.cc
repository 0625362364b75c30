#include "pipeline/deliver/run_lock.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kBetweenLooks{100};
constexpr mode_t kAnyRights = 0666;

std::string HolderOf(int fd) {
  std::array<char, 256> text{};
  const ssize_t count = ::pread(fd, text.data(), text.size(), 0);
  const std::string_view noted(text.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
  return Printable(Trim(noted));
}

void NoteHolder(int fd, const std::string& who) {
  const std::string text = who + "\n";
  if (::ftruncate(fd, 0) != 0) return;  // the note is a courtesy; the lock itself holds
  [[maybe_unused]] const ssize_t written = ::pwrite(fd, text.data(), text.size(), 0);
}

fs::path LockFile(const fs::path& out) { return out / "ledger.lock"; }

/// True if the open file is the one that stands there: its last holder may have taken it away.
bool StandsThere(int fd, const fs::path& file) {
  struct stat opened = {}, there = {};
  return ::fstat(fd, &opened) == 0 && ::stat(file.c_str(), &there) == 0 && opened.st_ino == there.st_ino;
}

int OpenLock(const fs::path& out) {
  std::error_code error;
  fs::create_directories(out, error);
  const fs::path file = LockFile(out);
  const int fd = error ? -1 : ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kAnyRights);
  if (fd >= 0) return fd;
  const std::string reason = error ? error.message() : std::strerror(errno);
  throw OutputFault(Say("{}: エラー: 結果のフォルダに書けません（{}）。空き容量と書込み権限を確かめてください。",
                        "{}: error: the results' folder cannot be written ({}). Check free space and permissions.",
                        out.string(), reason));
}

}  // namespace

RunLock::RunLock(const fs::path& out, const std::string& who, std::chrono::seconds patience, ExitCode code,
                 const std::function<void(const std::string&)>& tell)
    : file_(LockFile(out)), fd_(OpenLock(out)) {
  const auto end = std::chrono::steady_clock::now() + patience;
  for (bool told = false; !TryLock(out);) {
    const std::string holder = HolderOf(fd_);
    if (!told) {
      tell(Say("{} は別の実行（{}）が使っています。終わるのを待ちます。",
               "{} is in use by another run ({}); waiting for it to end.", out.string(), holder));
    }
    told = true;
    if (std::chrono::steady_clock::now() >= end) {
      ::close(fd_);
      throw Fault(code,
                  Say("{} は別の実行（{}）が使っているため、何もしませんでした。終わってからもう一度実行してください。",
                      "{} is in use by another run ({}); nothing was done. Run again when it has ended.", out.string(),
                      holder));
    }
    std::this_thread::sleep_for(kBetweenLooks);
  }
  NoteHolder(fd_, who);
}

bool RunLock::TryLock(const fs::path& out) {
  if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) return false;
  if (StandsThere(fd_, file_)) return true;
  ::close(fd_);
  fd_ = OpenLock(out);
  return false;
}

RunLock::~RunLock() {
  ::unlink(file_.c_str());
  ::close(fd_);
}

std::string UserName() {
  for (const char* name : {"SUDO_USER", "USER", "LOGNAME"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  const passwd* user = ::getpwuid(::getuid());
  return user != nullptr ? user->pw_name : "uid " + std::to_string(::getuid());
}

}  // namespace chohyo
