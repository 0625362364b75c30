#include "pipeline/base/file.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <random>
#include <thread>
#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

/// A folder of the test's own that goes away with it.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "chohyo-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path operator/(const std::string& name) const { return path_ / name; }
  std::size_t Count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

/// The message and exit code of the fault that an action ends in.
template <typename Action>
std::pair<std::string, ExitCode> FaultOf(Action action) {
  try {
    action();
  } catch (const Fault& fault) {
    return {fault.what(), fault.code()};
  }
  return {"", ExitCode::kDone};
}

TEST_CASE("what is written is read back, in folders made on the way") {
  const Folder folder;
  const std::string bytes("a\0\r\n\xFF z", 8);
  WriteWholeFile(folder / "new/deeper/表.csv", bytes);
  CHECK(ReadWholeFile(folder / "new/deeper/表.csv") == bytes);
  WriteWholeFile(folder / "new/deeper/表.csv", "");
  CHECK(ReadWholeFile(folder / "new/deeper/表.csv").empty());
  const std::string large(3'000'000, 'x');
  WriteWholeFile(folder / "large", large);
  CHECK(ReadWholeFile(folder / "large") == large);
}

TEST_CASE("nothing but the file is left in its folder") {
  const Folder folder;
  for (int i = 0; i < 3; ++i) WriteWholeFile(folder / "same.txt", std::to_string(i));
  CHECK(folder.Count() == 1);
  CHECK(ReadWholeFile(folder / "same.txt") == "2");
}

TEST_CASE("rights of a new file follow the user's umask") {
  const Folder folder;
  const mode_t before = ::umask(077);
  WriteWholeFile(folder / "secret.txt", "x");
  ::umask(022);
  WriteWholeFile(folder / "open.txt", "x");
  ::umask(before);
  const auto rights = [&](const std::string& name) { return fs::status(folder / name).permissions(); };
  CHECK(rights("secret.txt") == fs::perms(0600));
  CHECK(rights("open.txt") == fs::perms(0644));
}

TEST_CASE("a file that cannot be read names itself, the reason and a remedy") {
  const Folder folder;
  const fs::path path = folder / "none.csv";
  const auto [message, code] = FaultOf([&] { ReadWholeFile(path); });
  CHECK(message == path.string() +
                       ": エラー: ファイルが読めません（No such file or directory）。"
                       "ファイルの場所と読取り権限を確かめてください。");
  CHECK(code == ExitCode::kInput);
  CHECK(FaultOf([&] { ReadWholeFile(folder / ""); }).second == ExitCode::kInput);
}

TEST_CASE("a place that cannot be written leaves nothing behind") {
  const Folder folder;
  fs::create_directory(folder / "is_folder");
  const auto [message, code] = FaultOf([&] { WriteWholeFile(folder / "is_folder", "x"); });
  CHECK(message == (folder / "is_folder").string() +
                       ": エラー: ファイルに書けません（Is a directory）。"
                       "空き容量と書込み権限を確かめて、もう一度実行してください。");
  CHECK(code == ExitCode::kOutput);
  CHECK(folder.Count() == 1);
  WriteWholeFile(folder / "file", "x");
  CHECK(FaultOf([&] { WriteWholeFile(folder / "file/below", "x"); }).second == ExitCode::kOutput);
}

/// Files of this process may not grow beyond a size while this lives: writes fail as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_ = {};
  void (*handler_)(int) = nullptr;
};

TEST_CASE("a disk that fills up keeps the old file whole") {
  const Folder folder;
  WriteWholeFile(folder / "result.pdf", "old");
  std::pair<std::string, ExitCode> fault;
  {
    const FullDisk full(1000);
    fault = FaultOf([&] { WriteWholeFile(folder / "result.pdf", std::string(5000, 'x')); });
  }
  CHECK(fault.second == ExitCode::kOutput);
  CHECK(fault.first == (folder / "result.pdf").string() +
                           ": エラー: ファイルに書けません（File too large）。"
                           "空き容量と書込み権限を確かめて、もう一度実行してください。");
  CHECK(ReadWholeFile(folder / "result.pdf") == "old");
  CHECK(folder.Count() == 1);
}

TEST_CASE("readers see the old file or the new one, never a part") {
  const Folder folder;
  const fs::path path = folder / "shared";
  const std::string a(200'000, 'a');
  const std::string b(100'000, 'b');
  WriteWholeFile(path, a);
  std::atomic<bool> done{false};
  std::atomic<int> parts{0};
  const auto write = [&](const std::string& bytes) {
    for (int i = 0; i < 50; ++i) WriteWholeFile(path, bytes);
  };
  std::thread reader([&] {
    while (!done) {
      const std::string seen = ReadWholeFile(path);
      if (seen != a && seen != b) ++parts;
    }
  });
  std::thread first(write, std::cref(a));
  std::thread second(write, std::cref(b));
  first.join();
  second.join();
  done = true;
  reader.join();
  CHECK(parts == 0);
  CHECK(folder.Count() == 1);
}

TEST_CASE("file names are safe whatever the text") {
  CHECK(SafeFileName("0110") == "0110");
  CHECK(SafeFileName("令和3年1月 総務課") == "令和3年1月 総務課");
  CHECK(SafeFileName("../../etc/passwd") == "___.._etc_passwd");
  CHECK(SafeFileName("..") == "__");
  CHECK(SafeFileName(".") == "_");
  CHECK(SafeFileName("...hidden") == "___hidden");
  CHECK(SafeFileName("-rf") == "_rf");
  CHECK(SafeFileName("a/b\\c:d*e?f\"g<h>i|j") == "a_b_c_d_e_f_g_h_i_j");
  CHECK(SafeFileName("") == "_");
  CHECK(SafeFileName(std::string_view("a\0b\nc\x7F", 6)) == "a_b_c_");
  CHECK(SafeFileName("a\xE2\x80\xAE"
                     "fdp.exe") == "a_fdp.exe");  // right-to-left override
  CHECK(SafeFileName("\xE2\x80\x8F"
                     "a\xE2\x81\xA6"
                     "b\xD8\x9C") == "_a_b_");
  CHECK(SafeFileName("a\xE2\x80\x8B"
                     "b\xEF\xBB\xBF") == "a_b_");
  CHECK(SafeFileName("broken\xFF\xE8") == "broken__");
  CHECK(SafeFileName("trailing.") == "trailing_");
  CHECK(SafeFileName("trailing ") == "trailing_");
  CHECK(SafeFileName("葛\xF3\xA0\x84\x80") == "葛\xF3\xA0\x84\x80");
}

TEST_CASE("names of devices are no file names") {
  for (const char* name : {"con", "CON", "Nul.pdf", "aux", "COM1", "lpt9.txt", "PRN."}) {
    INFO(name);
    CHECK(SafeFileName(name).front() == '_');
  }
  CHECK(SafeFileName("console") == "console");
  CHECK(SafeFileName("COM10") == "COM10");
  CHECK(SafeFileName("COMA") == "COMA");
}

TEST_CASE("long names are cut between characters") {
  CHECK(SafeFileName(std::string(500, 'a')) == std::string(120, 'a'));
  std::string kanji;
  for (int i = 0; i < 100; ++i) kanji += "漢";
  CHECK(SafeFileName(kanji) == kanji.substr(0, 120));
  CHECK(SafeFileName(std::string("a").append(kanji)) == std::string("a").append(kanji.substr(0, 117)));
  // The selector would not fit: the character that it belongs to goes too.
  const std::string katsu = "葛\xF3\xA0\x84\x80";
  CHECK(SafeFileName(std::string(115, 'a') + katsu) == std::string(115, 'a'));
  CHECK(SafeFileName(std::string(113, 'a') + katsu) == std::string(113, 'a') + katsu);
}

TEST_CASE("any bytes give a name that every system takes") {
  std::mt19937 random(11);
  using std::string_literals::operator""s;
  const std::string alphabet = "./\\-CONnul1 \0\xE8\x91\x9B\xF3\xA0\x84\x80\xE2\x80\xAE"s;
  std::uniform_int_distribution<std::size_t> letter(0, alphabet.size() - 1);
  std::uniform_int_distribution<int> length(0, 150);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (int n = length(random); n > 0; --n) text += alphabet[letter(random)];
    const std::string name = SafeFileName(text);
    const bool fine = !name.empty() && name.size() <= 120 && IsValidUtf8(name) && name.front() != '.' &&
                      name.front() != '-' && name.find_first_of(std::string("/\\\0", 3)) == std::string::npos &&
                      SafeFileName(name) == name;
    if (!fine) FAIL_CHECK(name);
  }
}

}  // namespace
}  // namespace chohyo
