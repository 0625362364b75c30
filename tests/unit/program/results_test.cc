#include "pipeline/results.h"

#include <catch2/catch.hpp>

#include <filesystem>

#include "pipeline/base/digest.h"
#include "pipeline/base/file.h"
#include "pipeline/stale_files.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

Finding AFinding() {
  Finding finding;
  finding.rule = "data.format";
  finding.severity = Severity::kWarning;
  finding.file = "data/staff.csv";
  finding.table = "staff";
  finding.line = 17;
  finding.column = 4;
  finding.key = "0012";
  finding.department = "1010";
  finding.message = "「x」";
  finding.hint = "h";
  return finding;
}

fs::path EmptyFolder(const char* name) {
  const fs::path folder = fs::temp_directory_path() / (std::string("chohyo-results-") + name);
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

MadeDocument ADocument(const fs::path& out, const std::string& key, const std::string& bytes) {
  const std::string path = "2021-01/a.form/" + key + ".pdf";
  WriteWholeFile(out / path, bytes);
  return {"a.form", key, "題", "1010", {{path, bytes.size(), Sha256Hex(bytes), 1}}, {}};
}

}  // namespace

TEST_CASE("findings.json has exactly the agreed names") {
  CHECK(FindingsJson("2021-01", {AFinding()}) == R"({
 "period": "2021-01",
 "findings": [
  {
   "rule": "data.format",
   "severity": "warning",
   "table": "staff",
   "line": 17,
   "column": 4,
   "key": "0012",
   "department": "1010",
   "message": "「x」",
   "hint": "h"
  }
 ]
}
)");
}

TEST_CASE("A manifest is ordered by form and key, and read back whole") {
  std::vector<MadeDocument> documents = {{"b.form", "2", "t", "d", {{"p.pdf", 5, "ab", 3}}, {AFinding()}},
                                         {"a.form", "9", "u", "", {}, {}}};
  const std::string json = ManifestJson("2021-01", documents);
  const auto read = ReadManifest(json);
  REQUIRE(read.size() == 2);
  CHECK(read[0].form == "a.form");
  CHECK(read[1].files.at(0).sha256 == "ab");
  CHECK(read[1].files.at(0).pages == 3);
  CHECK(read[1].findings.at(0).message == "「x」");
  CHECK(ManifestJson("2021-01", read) == json);
}

TEST_CASE("What is no manifest names no documents") {
  CHECK(ReadManifest("").empty());
  CHECK(ReadManifest("{\"documents\": [{}]}").empty());
  CHECK(ReadManifest("[1, 2").empty());
}

TEST_CASE("Bytes that are no UTF-8 do not stop a report") {
  Finding finding = AFinding();
  finding.message = "\xFF";
  CHECK(FindingsJson("p", {finding}).find("\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("Files that are no longer made go, unless someone has changed them") {
  const fs::path out = EmptyFolder("stale");
  const MadeDocument stays = ADocument(out, "stays", "one");
  const MadeDocument gone = ADocument(out, "gone", "two");
  const MadeDocument edited = ADocument(out, "edited", "three");
  WriteWholeFile(out / edited.files[0].path, "by hand");
  MadeDocument outside = gone;
  WriteWholeFile(out.parent_path() / "chohyo-outside.pdf", "two");
  outside.files[0].path = "../chohyo-outside.pdf";
  CHECK(RemoveStaleFiles(out, {stays, gone, edited, outside}, {stays}) ==
        std::vector<std::string>{"2021-01/a.form/edited.pdf"});
  CHECK(fs::exists(out / stays.files[0].path));
  CHECK_FALSE(fs::exists(out / gone.files[0].path));
  CHECK(fs::exists(out / edited.files[0].path));
  CHECK(fs::exists(out.parent_path() / "chohyo-outside.pdf"));
  fs::remove(out.parent_path() / "chohyo-outside.pdf");
  fs::remove_all(out);
}

TEST_CASE("A partial run keeps the documents it did not make") {
  const MadeDocument one{"a", "1", "old", "", {}, {}};
  const MadeDocument two{"a", "2", "old", "", {}, {}};
  const MadeDocument again{"a", "1", "new", "", {}, {}};
  const auto merged = MergeDocuments({one, two}, {again});
  REQUIRE(merged.size() == 2);
  CHECK(merged[0].key == "2");
  CHECK(merged[1].title == "new");
}

}  // namespace chohyo
