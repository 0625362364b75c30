#include "pipeline/deliver/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/deliver/crash_point.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMail = "message.eml";
constexpr const char* kFiles = "files";

[[noreturn]] void WriteFault(const fs::path& path, int error) {
  throw OutputFault(Say("{}: エラー: 書けません（{}）。空き容量と書込み権限を確かめて、もう一度実行してください。",
                        "{}: error: cannot be written ({}). Check free space and permissions, then run again.",
                        path.string(), std::strerror(error)));
}

/// What was written to a file or folder is on the disk when this returns.
void SyncToDisk(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) WriteFault(path, errno);
  const int failed = ::fsync(fd);
  const int error = errno;
  ::close(fd);
  if (failed != 0) WriteFault(path, error);
}

void WriteDurably(const fs::path& path, std::string_view bytes) {
  WriteWholeFile(path, bytes);
  SyncToDisk(path);
}

}  // namespace

void Spool::Put(const std::string& id, const SpooledMessage& message) const {
  const fs::path aside = folder_ / (".new-" + id), place = folder_ / id;
  std::error_code error;
  fs::remove_all(aside, error);
  try {
    if (!message.eml.empty()) WriteDurably(aside / kMail, message.eml);
    for (const Attachment& file : message.files) WriteDurably(aside / kFiles / file.name, file.bytes);
    SyncToDisk(aside);
    CrashPoint();
    fs::remove_all(place, error);
    fs::rename(aside, place, error);
    if (error) WriteFault(place, error.value());
    SyncToDisk(folder_);
  } catch (const Fault&) {
    fs::remove_all(aside, error);
    throw;
  }
}

bool Spool::Has(const std::string& id) const {
  std::error_code ignored;
  return fs::is_directory(folder_ / id, ignored);
}

std::vector<std::string> Spool::Ids() const {
  std::vector<std::string> ids;
  std::error_code none;
  for (auto entry = fs::directory_iterator(folder_, none); !none && entry != end(entry); entry.increment(none)) {
    ids.push_back(entry->path().filename().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

SpooledMessage Spool::Get(const std::string& id) const {
  SpooledMessage message;
  const fs::path place = folder_ / id;
  if (fs::exists(place / kMail)) message.eml = ReadWholeFile(place / kMail);
  if (fs::exists(place / kFiles)) {
    for (const auto& entry : fs::directory_iterator(place / kFiles)) {
      message.files.push_back({entry.path().filename().string(), ReadWholeFile(entry.path())});
    }
  }
  std::sort(message.files.begin(), message.files.end(),
            [](const Attachment& a, const Attachment& b) { return a.name < b.name; });
  if (message.eml.empty() && message.files.empty()) ReadWholeFile(place / kMail);  // says what is missing
  return message;
}

void Spool::Remove(const std::string& id) const {
  std::error_code ignored;
  fs::remove_all(folder_ / id, ignored);
  fs::remove(folder_, ignored);
}

bool DropFile(const fs::path& folder, const Attachment& file) {
  const fs::path place = folder / file.name, aside = folder / (".chohyo-" + std::to_string(::getpid()) + "-drop");
  std::error_code error;
  if (fs::exists(place, error)) return ReadWholeFile(place) == file.bytes;
  try {
    WriteDurably(aside, file.bytes);
  } catch (const Fault&) {
    fs::remove(aside, error);
    throw;
  }
  // A link is only made where nothing has the name; a share without links gets a rename.
  if (::link(aside.c_str(), place.c_str()) != 0) {
    const bool taken = errno == EEXIST;
    if (!taken) fs::rename(aside, place, error);
    if (taken || error) {
      const int reason = error.value();
      fs::remove(aside, error);
      if (!taken) WriteFault(place, reason);
      return ReadWholeFile(place) == file.bytes;
    }
  } else {
    fs::remove(aside, error);
  }
  return true;
}

}  // namespace chohyo
