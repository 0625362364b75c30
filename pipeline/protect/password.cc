#include "pipeline/protect/password.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "pipeline/base/crypto.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/protect/secret_command.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kLongest = 1024;  ///< bytes; tokens of mail services are long

[[noreturn]] void Refuse(const std::string& where, const std::string& ja_or_en) {
  throw InputFault(Say("{}: エラー: {}", "{}: error: {}", where, ja_or_en));
}

/// A file that is closed at the end.
struct OpenFile {
  explicit OpenFile(const fs::path& path) : fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~OpenFile() {
    if (fd >= 0) ::close(fd);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int fd;
};

void RefuseOpenToOthers(int fd, const std::string& where) {
  constexpr mode_t kMoreThanOwnersReadAndWrite = 0177;
  struct stat state = {};
  if (::fstat(fd, &state) != 0 || !S_ISREG(state.st_mode)) {
    Refuse(where, Say("パスワードのファイルではありません。", "this is no file that could hold a password."));
  }
  if (state.st_uid != ::geteuid()) {
    Refuse(where,
           Say("パスワードのファイルの所有者が、実行している利用者ではありません。chown で所有者を直してください。",
               "the password file belongs to somebody else. Make the user who runs this its owner (chown)."));
  }
  if ((state.st_mode & kMoreThanOwnersReadAndWrite) == 0) return;
  Refuse(where, Say("パスワードのファイルを他の人が読めます（モード {:04o}）。chmod 600 を実行してください。",
                    "others may read the password file (mode {:04o}). Run chmod 600 on it.", state.st_mode & 07777U));
}

std::string ReadSecretFile(const fs::path& path, const std::string& where) {
  const OpenFile file(path);
  if (file.fd < 0) {
    Refuse(where,
           Say("パスワードのファイル {} が開けません（{}）。作って chmod 600 を実行するか、指定を直してください。",
               "the password file {} cannot be opened ({}). Make it and run chmod 600 on it, or name another.",
               path.string(), std::strerror(errno)));
  }
  RefuseOpenToOthers(file.fd, where);
  std::string text(kLongest + 3, '\0');  // a line break more than the longest, and one byte to notice what is longer
  const ssize_t size = ::read(file.fd, text.data(), text.size());
  if (size < 0) Refuse(where, Say("読めません（{}）。", "it cannot be read ({}).", std::strerror(errno)));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::string ReadVariable(const std::string& name, const std::string& where) {
  const char* value = std::getenv(name.c_str());
  if (value != nullptr) return value;
  Refuse(where,
         Say("環境変数が設定されていません。実行する利用者の環境（systemd なら EnvironmentFile）で設定してください。",
             "the environment variable is not set. Set it for the user who runs this (with systemd:"
             " EnvironmentFile)."));
}

void DropLineBreak(std::string* text) {
  if (text->ends_with('\n')) text->pop_back();
  if (text->ends_with('\r')) text->pop_back();
}

void RefuseUnfit(std::string_view text, const std::string& where) {
  if (text.empty()) Refuse(where, Say("パスワードが空です。", "the password is empty."));
  if (text.size() > kLongest) {
    Refuse(where,
           Say("パスワードが長すぎます（{} バイトまで）。", "the password is too long (at most {} bytes).", kLongest));
  }
  if (!IsValidUtf8(text)) {
    Refuse(where, Say("パスワードが UTF-8 ではありません。UTF-8 で保存し直してください。",
                      "the password is not UTF-8. Save it as UTF-8."));
  }
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) continue;
    Refuse(where, Say("パスワードは 1 行だけにしてください（改行や制御文字が入っています）。",
                      "the password must be a single line (there are line breaks or control characters in it)."));
  }
}

std::string ReadText(const PasswordSource& source, const fs::path& folder, const std::string& where) {
  if (!source.file.empty()) return ReadSecretFile(folder / source.file, where);
  if (!source.env.empty()) return ReadVariable(source.env, where);
  if (!source.command.empty()) return RunSecretCommand(source.command, folder, where);
  Refuse(where, Say("パスワードの在りかが書かれていません。", "nothing says where the password is."));
}

}  // namespace

Password::Password(std::string&& text) : bytes_(text.begin(), text.end()) { WipeMemory(text.data(), text.size()); }

Password::~Password() { Wipe(); }

Password::Password(Password&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

Password& Password::operator=(Password&& other) noexcept {
  if (this == &other) return *this;
  Wipe();
  bytes_ = std::exchange(other.bytes_, {});
  return *this;
}

void Password::Wipe() {
  if (!bytes_.empty()) WipeMemory(bytes_.data(), bytes_.size());
}

std::string NameOf(const PasswordSource& source) {
  if (!source.file.empty()) return "password_file " + source.file;
  if (!source.env.empty()) return "password_env " + source.env;
  return "password_command";
}

Password ReadPassword(const PasswordSource& source, const fs::path& folder) {
  const std::string where = NameOf(source);
  std::string text = ReadText(source, folder, where);
  DropLineBreak(&text);
  try {
    RefuseUnfit(text, where);
  } catch (...) {
    WipeMemory(text.data(), text.size());
    throw;
  }
  return Password(std::move(text));
}

Password ReadStrongPassword(const PasswordSource& source, const fs::path& folder, std::span<const std::string> names) {
  Password password = ReadPassword(source, folder);
  const std::string weakness = WeaknessOf(password.text(), names);
  if (!weakness.empty()) Refuse(NameOf(source), weakness);
  return password;
}

}  // namespace chohyo
