#include "pipeline/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool IsUnsafe(char32_t c) {
  constexpr std::u32string_view kReserved = U"/\\:*?\"<>|";
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD || IsDirectionMark(c) ||
         kReserved.find(c) != std::u32string_view::npos;
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
  std::string aside = (path.parent_path() / ".chohyo-XXXXXX").string();
  Descriptor file(::mkstemp(aside.data()));
  if (file.get() < 0) WriteFault(path, errno);
  constexpr mode_t kReadableByGroup = 0644;
  const bool written = WriteAll(file.get(), bytes) && ::fchmod(file.get(), kReadableByGroup) == 0 && file.Close();
  if (written && ::rename(aside.c_str(), path.c_str()) == 0) return;
  const int error = errno;
  ::unlink(aside.c_str());
  WriteFault(path, error);
}

std::string SafeFileName(std::string_view text) {
  std::string name;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = NextCodePoint(text, &offset);
    std::string piece;
    AppendUtf8(IsUnsafe(c) ? U'_' : c, &piece);
    if (name.size() + piece.size() > kLongestNameBytes) break;
    name += piece;
  }
  if (name.empty()) return "_";
  if (name.front() == '.' || name.front() == '-') name.front() = '_';
  return name;
}

}  // namespace chohyo
