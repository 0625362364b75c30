#include "pipeline/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kLongestNameBytes = 120;

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool Close() {
    const int fd = fd_;
    fd_ = -1;
    return ::close(fd) == 0;
  }

 private:
  int fd_;
};

[[noreturn]] void ReadFault(const fs::path& path, int error) {
  throw InputFault(Say("{}: エラー: ファイルが読めません（{}）。ファイルの場所と読取り権限を確かめてください。",
                       "{}: error: the file cannot be read ({}). Check that it exists and may be read.", path.string(),
                       std::strerror(error)));
}

[[noreturn]] void WriteFault(const fs::path& path, int error) {
  throw OutputFault(
      Say("{}: エラー: ファイルに書けません（{}）。空き容量と書込み権限を確かめて、もう一度実行してください。",
          "{}: error: the file cannot be written ({}). Check free space and permissions, then run again.",
          path.string(), std::strerror(error)));
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void MakeFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) WriteFault(folder, error.value());
}

bool IsDirectionMark(char32_t c) {
  return c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF;
}

bool IsUnsafe(char32_t c) {
  constexpr std::u32string_view kReserved = U"/\\:*?\"<>|";
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD || IsDirectionMark(c) ||
         kReserved.find(c) != std::u32string_view::npos;
}

/// Characters that change the one before them and mean nothing without it: selectors, kana voicing marks, accents.
bool BelongsToTheOneBefore(char32_t c) {
  return IsVariationSelector(c) || c == 0x3099 || c == 0x309A || (c >= 0x0300 && c <= 0x036F);
}

/// CON, NUL, COM1 … with any ending: devices on Windows, where the results are opened.
bool IsDeviceName(const std::string& name) {
  std::string stem = name.substr(0, name.find('.'));
  for (char& c : stem) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  for (const std::string_view device : {"CON", "PRN", "AUX", "NUL"}) {
    if (stem == device) return true;
  }
  return stem.size() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")) && stem[3] >= '0' && stem[3] <= '9';
}

/// The text with `_` for every unsafe character, cut where the longest name ends.
std::string CutToName(std::string_view text) {
  std::string name;
  std::size_t last_start = 0;  // of the last character with all that belongs to it
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = NextCodePoint(text, &offset);
    if (!BelongsToTheOneBefore(c)) last_start = name.size();
    AppendUtf8(IsUnsafe(c) ? U'_' : c, &name);
    if (name.size() <= kLongestNameBytes) continue;
    name.resize(last_start);
    break;
  }
  return name;
}

/// A file beside `path` that no one else has. Its rights follow the user's umask, as those of any new file.
int OpenAside(const fs::path& path, std::string* aside) {
  static std::atomic<unsigned> counter{0};
  constexpr mode_t kAnyRights = 0666;
  for (;;) {
    *aside = (path.parent_path() / fmt::format(".chohyo-{}-{}", ::getpid(), ++counter)).string();
    const int fd = ::open(aside->c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kAnyRights);
    if (fd >= 0 || errno != EEXIST) return fd;
  }
}

}  // namespace

std::string ReadWholeFile(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) ReadFault(path, errno);
  struct stat info = {};
  if (::fstat(file.get(), &info) != 0) ReadFault(path, errno);
  if (S_ISDIR(info.st_mode)) ReadFault(path, EISDIR);
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(info.st_size) + 1);  // one more, to meet the end without growing
  std::size_t used = 0;
  for (;;) {
    if (used == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t count = ::read(file.get(), bytes.data() + used, bytes.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) ReadFault(path, errno);
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
  }
  bytes.resize(used);
  return bytes;
}

void WriteWholeFile(const fs::path& path, std::string_view bytes) {
  if (path.has_parent_path()) MakeFolder(path.parent_path());
  std::string aside;
  Descriptor file(OpenAside(path, &aside));
  if (file.get() < 0) WriteFault(path, errno);
  const bool written = WriteAll(file.get(), bytes) && file.Close();
  if (written && ::rename(aside.c_str(), path.c_str()) == 0) return;
  const int error = errno;
  ::unlink(aside.c_str());
  WriteFault(path, error);
}

std::string SafeFileName(std::string_view text) {
  std::string name = CutToName(text);
  if (name.empty()) return "_";
  for (std::size_t i = 0; i < name.size() && name[i] == '.'; ++i) name[i] = '_';
  if (name.front() == '-') name.front() = '_';
  const bool device = IsDeviceName(name);
  if (name.back() == '.' || name.back() == ' ') name.back() = '_';
  if (device) name.front() = '_';
  return name;
}

}  // namespace chohyo
