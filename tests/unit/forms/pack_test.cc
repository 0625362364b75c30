#include "forms/pack.h"

#include <catch2/catch.hpp>

#include <set>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

/// A folder that goes when the test ends.
class Folder {
 public:
  explicit Folder(const std::string& name) : path_(fs::temp_directory_path() / ("chohyo-pack-" + name)) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void Write(const std::string& name, const std::string& text) const { WriteWholeFile(path_ / name, text); }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string FaultOf(const fs::path& folder) {
  try {
    LoadPack(folder);
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return "(none)";
}

TEST_CASE("a pack says its forms, rules, their basis and its limits") {
  const Folder folder("whole");
  folder.Write("pack.yaml",
               "pack: own\ntitle: 自前\nforms: [own.b, own.a]\nrules: [loan.double]\n"
               "basis: {loan.double: 要綱 第5条}\nlimits: {telework_days_per_week: 3}\n");
  const Pack pack = LoadPack(folder.path());
  CHECK(pack.name == "own");
  CHECK(pack.title == "自前");
  CHECK(pack.forms == std::vector<std::string>{"own.b", "own.a"});
  CHECK(pack.rules == std::vector<std::string>{"loan.double"});
  CHECK(pack.basis.at("loan.double") == "要綱 第5条");
  CHECK(pack.limits.IntOr("telework_days_per_week", 0) == 3);
}

TEST_CASE("a pack's slips are refused where they stand") {
  const Folder folder("slips");
  const std::string file = (folder.path() / "pack.yaml").string();
  folder.Write("pack.yaml", "pack: own\nrules: [loan.double]\nbasis: {loan.duoble: 要綱}\n");
  CHECK(FaultOf(folder.path()) ==
        file + ":1:1: エラー: basis: の規則「loan.duoble」は rules: にありません。「loan.double」ではありませんか。");
  folder.Write("pack.yaml", "title: 名なし\n");
  CHECK(FaultOf(folder.path()) == file + ":1:1: エラー: pack:（パックの名前）がありません。");
  folder.Write("pack.yaml", "pack: own\nform: [own.a]\n");
  CHECK(FaultOf(folder.path()).find("forms") != std::string::npos);
}

TEST_CASE("an office's own template comes before the pack's") {
  const Folder pack_folder("pack"), office("office");
  pack_folder.Write("a.yaml", "form: own.a\n");
  pack_folder.Write("b.yaml", "# 注\nform: 'own.b'  # 説明\n");
  pack_folder.Write("pack.yaml", "pack: own\nforms: [own.a]\n");
  pack_folder.Write("notes.txt", "form: own.c\n");
  office.Write("mine.yaml", "form: own.a\n");
  office.Write("broken.yaml", "title: 何の様式か書いていない\n");
  const auto files = TemplateFiles({LoadPack(pack_folder.path())}, office.path());
  REQUIRE(files.size() == 3);
  CHECK(files.at("own.a") == office.path() / "mine.yaml");
  CHECK(files.at("own.b") == pack_folder.path() / "b.yaml");
  CHECK(files.at((office.path() / "broken.yaml").string()) == office.path() / "broken.yaml");
}

TEST_CASE("two templates of one folder for one form are refused") {
  const Folder office("twice");
  office.Write("a.yaml", "form: own.a\n");
  office.Write("b.yaml", "form: own.a\n");
  std::string message;
  try {
    TemplateFiles({}, office.path());
  } catch (const InputFault& fault) {
    message = fault.what();
  }
  CHECK(message == (office.path() / "b.yaml").string() + ": エラー: 帳票「own.a」の様式は " +
                       (office.path() / "a.yaml").string() + " にもあります。どちらか一つにしてください。");
}

TEST_CASE("an office without templates of its own has the packs'") {
  CHECK(TemplateFiles({}, "/nowhere/templates").empty());
}

TEST_CASE("every built-in pack can be read and its forms have templates") {
  const fs::path templates = fs::path(CHOHYO_SOURCE_DIR) / "templates";
  std::set<std::string> names;
  for (const char* name : {"kawasaki", "tarumizu", "oyama", "security", "tokubetsuku"}) {
    const Pack pack = LoadPack(templates / name);
    CHECK(pack.name == name);
    for (const std::string& rule : pack.rules) CHECK(pack.basis.contains(rule));
    const auto files = TemplateFiles({pack}, {});
    for (const std::string& form : pack.forms) {
      INFO(form);
      CHECK(files.contains(form));
      CHECK(names.insert(form).second);
    }
  }
}

}  // namespace
}  // namespace chohyo
