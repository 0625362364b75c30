#include "pipeline/protect/password.h"

#include <sys/stat.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "pipeline/base/fault.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;
const std::vector<std::string> kNames = {"若葉市", "wakaba", "Jinji"};

bool IsWeak(const std::string& password) { return !WeaknessOf(password, kNames).empty(); }

/// A folder with a password file.
struct Folder {
  Folder() {
    std::string pattern = fs::temp_directory_path() / "chohyo-password-XXXXXX";
    path = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path); }
  void Write(const std::string& text, mode_t mode) const {
    std::ofstream(path / "hr.secret") << text;
    ::chmod((path / "hr.secret").c_str(), mode);
  }
  fs::path path;
};

std::string Read(const PasswordSource& source, const fs::path& folder) {
  try {
    return std::string(ReadPassword(source, folder).text());
  } catch (const InputFault& fault) {
    return fault.what();
  }
}

TEST_CASE("a password is read from a file that only its owner may read") {
  const Folder folder;
  folder.Write("correct horse\r\n", 0600);
  CHECK(Read({"hr.secret", "", ""}, folder.path) == "correct horse");
  folder.Write("  two  \n\n", 0600);
  CHECK(Read({"hr.secret", "", ""}, folder.path) ==
        "password_file hr.secret: エラー: パスワードは 1 行だけにしてください（改行や制御文字が入っています）。");
  folder.Write("秘密 の言葉", 0400);
  CHECK(Read({"hr.secret", "", ""}, folder.path) == "秘密 の言葉");
}

TEST_CASE("a password file that others may read is refused") {
  const Folder folder;
  for (const mode_t mode : {0640, 0604, 0620, 0700}) {
    folder.Write("correct horse", mode);
    CHECK(Read({"hr.secret", "", ""}, folder.path).find("chmod 600") != std::string::npos);
  }
  CHECK(Read({"hr.secret", "", ""}, folder.path) ==
        "password_file hr.secret: エラー: パスワードのファイルを他の人が読めます（モード 0700）。chmod 600 "
        "を実行してください。");
}

TEST_CASE("a password that is missing, empty or unfit says what to do") {
  const Folder folder;
  CHECK(Read({"none", "", ""}, folder.path).find("が開けません（No such file or directory）") != std::string::npos);
  CHECK(Read({".", "", ""}, folder.path) == "password_file .: エラー: パスワードのファイルではありません。");
  folder.Write("\n", 0600);
  CHECK(Read({"hr.secret", "", ""}, folder.path) == "password_file hr.secret: エラー: パスワードが空です。");
  folder.Write(std::string(5000, 'x'), 0600);
  CHECK(Read({"hr.secret", "", ""}, folder.path) ==
        "password_file hr.secret: エラー: パスワードが長すぎます（1024 バイトまで）。");
  folder.Write("\x83\x70\x83\x58", 0600);
  CHECK(Read({"hr.secret", "", ""}, folder.path) ==
        "password_file hr.secret: エラー: パスワードが UTF-8 ではありません。UTF-8 で保存し直してください。");
  CHECK(Read({}, folder.path) == "password_command: エラー: パスワードの在りかが書かれていません。");
}

TEST_CASE("a password is read from the environment") {
  ::setenv("CHOHYO_TEST_PASSWORD", "from outside", 1);
  CHECK(Read({"", "CHOHYO_TEST_PASSWORD", ""}, "") == "from outside");
  ::unsetenv("CHOHYO_TEST_PASSWORD");
  CHECK(Read({"", "CHOHYO_TEST_PASSWORD", ""}, "") ==
        "password_env CHOHYO_TEST_PASSWORD: エラー: 環境変数が設定されていません。実行する利用者の環境（systemd なら "
        "EnvironmentFile）で設定してください。");
}

TEST_CASE("a password is read from a command that runs in the office folder") {
  const Folder folder;
  folder.Write("by hand\n", 0600);
  CHECK(Read({"", "", "cat hr.secret"}, folder.path) == "by hand");
  CHECK(Read({"", "", "cat"}, folder.path) == "password_command: エラー: パスワードが空です。");
  CHECK(Read({"", "", "echo secret; exit 3"}, folder.path) ==
        "password_command: エラー: パスワードを出すコマンドが失敗しました（終了コード 3）。端末で試してください。");
  CHECK(Read({"", "", "yes"}, folder.path).find("エラー") != std::string::npos);
}

TEST_CASE("a password moves and leaves nothing behind") {
  Password first(std::string("abc"));
  Password second(std::move(first));
  CHECK(second.text() == "abc");
  CHECK(first.text().empty());  // NOLINT: that is what is tested
  std::string given = "a text that is too long for the small buffer";
  second = Password(std::move(given));
  CHECK(second.text() == "a text that is too long for the small buffer");
  CHECK(given.find("long") == std::string::npos);  // NOLINT
}

TEST_CASE("long or mixed passwords are strong") {
  for (const char* password :
       {"Kx7!mQ2#vB9z", "correct horse battery staple", "むらさきいろのうまがさんとうはしるよるのみち",
        "tGbz-48sL-nnv2-QQ", "wakaba correct horse battery staple"}) {
    INFO(password);
    CHECK_FALSE(IsWeak(password));
  }
}

TEST_CASE("short, plain, well-known and guessable passwords are weak") {
  for (const char* password :
       {"", "Kx7!mQ2#vB9", "kxymqwvbzatr", "aB1!aB1!aB1!", "aaaaaaaaaaaaaaaaaaaaaaaa", "Password1234_", "P@ssw0rd!2021",
        "12345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "2021-01-13-2021-01-14",
        "Wakaba-2021-01", "wakabawakabawakabawakaba", "若葉市若葉市若葉市若葉市若葉市若葉市若葉市", "Jinji_20210113",
        "R3.1.13R3.1.14R3.1.15R3.1.16", "Xy3!Xy3!Xy3!Xy3!Xy3!Xy3!", "１２３４５６７８９０１２３４５６７８９０"}) {
    INFO(password);
    CHECK(IsWeak(password));
  }
}

TEST_CASE("a weak password is refused without being told") {
  const Folder folder;
  folder.Write("wakaba2021\n", 0600);
  std::string message;
  try {
    ReadStrongPassword({"hr.secret", "", ""}, folder.path, kNames);
  } catch (const InputFault& fault) {
    message = fault.what();
  }
  CHECK(message ==
        "password_file hr.secret: エラー: パスワードが弱すぎます。20 "
        "文字以上、または英大文字・英小文字・数字・記号のうち "
        "3 種類以上で 12 文字以上（違う文字を 6 種類以上）にしてください。");
  CHECK(WeaknessOf("Wakaba-2021-0113", kNames).find("役所の名前") != std::string::npos);
  CHECK(WeaknessOf(std::string(200, 'x'), kNames) == "パスワードが長すぎます（127 バイトまで）。");
}

}  // namespace
}  // namespace chohyo
