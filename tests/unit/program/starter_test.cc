#include "pipeline/starter.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/yaml.h"
#include "pipeline/ingest/import.h"
#include "pipeline/ingest/office_config.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for one test, gone afterwards.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "chohyo-starter-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

template <typename Call>
std::string MessageOf(Call call) {
  try {
    call();
  } catch (const UsageFault& fault) {
    return fault.what();
  }
  return "";
}

TEST_CASE("a starter holds one table a file with the contract's headers") {
  const TemporaryFolder temporary;
  const fs::path office = temporary.path() / "new/office";
  WriteStarter(office);

  REQUIRE(fs::is_empty(office / "templates"));
  CHECK(ReadWholeFile(office / "data/departments.csv") ==
        "\xEF\xBB\xBF所属コード,所属名,上位所属コード,区分,所属長,メール\r\n");
  CHECK(ReadWholeFile(office / "data/closures.csv") == "\xEF\xBB\xBF日付,名称\r\n");
  CHECK(ReadWholeFile(office / "data/roster_days.csv") ==
        "\xEF\xBB\xBF年月,職員番号,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31"
        "\r\n");
  for (const TableInfo& table : AllTables()) CHECK(fs::exists(office / "data" / (std::string(table.name) + ".csv")));
}

TEST_CASE("the starter's configuration is YAML with every key that has a default") {
  const TemporaryFolder temporary;
  WriteStarter(temporary.path());
  const YamlNode root = ParseYaml(ReadWholeFile(temporary.path() / "chohyo.yaml"), "chohyo.yaml");
  for (const char* key : {"office", "packs", "prepared_by", "approval", "encoding", "year_end", "policy", "fonts"}) {
    CHECK(root.Find(key) != nullptr);
  }
  CHECK(root.Find("mail") == nullptr);
  CHECK(root.Find("policy")->IntOr("telework_days_per_week", 0) == 4);
  CHECK(root.TextsOf("packs") == std::vector<std::string>{"kawasaki", "tarumizu", "oyama", "security"});
}

TEST_CASE("the configuration of a starter says nothing but the defaults, and its tables are read as empty") {
  const TemporaryFolder temporary;
  WriteStarter(temporary.path());
  const Office office = LoadOffice(temporary.path());
  const Office bare = OfficeFromYaml(ParseYaml("office: {name: a}\npacks: [oyama]\n", "x"), temporary.path());
  CHECK(office.names.suffix == bare.names.suffix);
  CHECK(office.names.head_title == "市長");
  CHECK(office.ApprovalFor("oyama.plan").empty());
  CHECK(office.prepared_by == bare.prepared_by);
  CHECK(office.encoding == bare.encoding);
  CHECK(office.policy.ineligible == bare.policy.ineligible);
  CHECK(office.policy.contact_tolerance == bare.policy.contact_tolerance);
  CHECK(office.policy.timecard_tolerance == bare.policy.timecard_tolerance);
  CHECK(office.policy.overlap_share == bare.policy.overlap_share);
  CHECK(office.fonts == bare.fonts);
  CHECK(office.pdf.standard == bare.pdf.standard);
  CHECK(office.year_end.first_day == bare.year_end.first_day);
  CHECK(ImportOffice(office).findings.empty());
}

TEST_CASE("the mail block of the starter is YAML once its comment marks are taken away") {
  const TemporaryFolder temporary;
  WriteStarter(temporary.path());
  const std::string text = ReadWholeFile(temporary.path() / "chohyo.yaml");
  std::string mail;
  for (std::size_t line = text.find("# mail:"); line < text.size(); line = text.find('\n', line) + 1) {
    mail += text.substr(line + 2, text.find('\n', line) - line - 1);
  }
  const YamlNode root = ParseYaml(mail, "mail");
  CHECK(root.Find("mail")->Find("routes")->Items().size() == 2);
  const YamlNode whole = ParseYaml("office: {name: a}\npacks: [oyama]\n" + mail, "chohyo.yaml");
  CHECK_FALSE(OfficeFromYaml(whole, temporary.path()).mail.IsNull());
}

TEST_CASE("a folder that already is an office is left alone") {
  const TemporaryFolder temporary;
  const fs::path file = temporary.path() / "chohyo.yaml";
  std::ofstream(file) << "mine";
  CHECK(MessageOf([&] { WriteStarter(temporary.path()); }) ==
        file.string() + ": エラー: すでにあるので、上書きしません。別のフォルダーを指定してください。");
  CHECK(MessageOf([&] { WriteSampleOffice(temporary.path(), CHOHYO_SOURCE_DIR "/samples/wakaba"); }) != "");
  CHECK(ReadWholeFile(file) == "mine");
  CHECK_FALSE(fs::exists(temporary.path() / "data"));
}

TEST_CASE("a folder that already has tables is left alone") {
  const TemporaryFolder temporary;
  fs::create_directory(temporary.path() / "data");
  const fs::path file = temporary.path() / "data/staff.csv";
  std::ofstream(file) << "mine";
  CHECK(MessageOf([&] { WriteStarter(temporary.path()); }) ==
        file.string() + ": エラー: すでにあるので、上書きしません。別のフォルダーを指定してください。");
  CHECK(ReadWholeFile(file) == "mine");
  CHECK_FALSE(fs::exists(temporary.path() / "chohyo.yaml"));
}

TEST_CASE("the sample office is a copy without results") {
  const TemporaryFolder temporary;
  const fs::path sample = temporary.path() / "sample";
  WriteWholeFile(sample / "chohyo.yaml", "office: {name: 若葉市}\n");
  WriteWholeFile(sample / "data/staff.csv", "職員番号\r\n");
  WriteWholeFile(sample / "out/ledger.sqlite", "x");
  const fs::path office = temporary.path() / "office";
  WriteSampleOffice(office, sample);

  CHECK(ReadWholeFile(office / "chohyo.yaml") == "office: {name: 若葉市}\n");
  CHECK(ReadWholeFile(office / "data/staff.csv") == "職員番号\r\n");
  CHECK(fs::is_empty(office / "templates"));
  CHECK_FALSE(fs::exists(office / "out"));
}

TEST_CASE("a sample that is not there stops init before anything is written") {
  const TemporaryFolder temporary;
  const fs::path office = temporary.path() / "office";
  CHECK_THROWS_AS(WriteSampleOffice(office, temporary.path() / "nowhere"), InputFault);
  CHECK_FALSE(fs::exists(office));
}

}  // namespace
}  // namespace chohyo
