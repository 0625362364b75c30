#include "pipeline/ingest/table_file.h"

#include <set>
#include <utility>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/ingest/csv_reader.h"
#include "pipeline/ingest/xlsx_reader.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t kMostFileBytes = 1U << 30U;

bool Exists(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

void RefuseOddFile(const TableFile& file) {
  std::error_code error;
  if (!fs::is_regular_file(file.path, error)) {
    throw InputFault(Say("{}: エラー: 普通のファイルではないか、読めません。表のファイルを置いてください。",
                         "{}: error: not a plain file, or not readable. Put the table's file there.", file.shown));
  }
  if (fs::file_size(file.path, error) > kMostFileBytes) {
    throw InputFault(Say("{}: エラー: 1 GiB を超えるファイルは読みません。期間を分けて書き出してください。",
                         "{}: error: files over 1 GiB are not read. Export a shorter period.", file.shown));
  }
}

std::string EncodingFor(const Office& office, std::string_view table) {
  const auto found = office.table_encoding.find(std::string(table));
  return found != office.table_encoding.end() ? found->second : office.encoding;
}

bool IsTableFileName(const fs::path& name) {
  std::string ending = name.extension().string();
  for (char& c : ending) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return (ending == ".csv" || ending == ".xlsx") && !name.string().starts_with('~') && !name.string().starts_with('.');
}

/// Names in the data folder that look like tables, sorted.
std::set<std::string> TableFileNames(const fs::path& folder) {
  std::set<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path name = entry->path().filename();
    if (IsTableFileName(name)) names.insert(name.string());
  }
  return names;
}

bool HasTableEnding(const fs::path& name) { return name.extension() == ".csv" || name.extension() == ".xlsx"; }

/// The table of the contract whose name or Japanese name a file's name nearly is.
std::optional<std::string> NearestTable(const std::string& stem) {
  std::vector<std::string> names;
  for (const TableInfo& table : AllTables()) {
    if (stem == table.ja) return std::string(table.name);
    names.emplace_back(table.name);
  }
  return NearestName(FoldForComparing(stem), names);
}

}  // namespace

std::optional<TableFile> FindTableFile(const Office& office, std::string_view table) {
  const std::string name(table);
  const TableFile csv{office.folder / "data" / (name + ".csv"), "data/" + name + ".csv", false};
  const TableFile xlsx{office.folder / "data" / (name + ".xlsx"), "data/" + name + ".xlsx", true};
  const bool has_csv = Exists(csv.path);
  const bool has_xlsx = Exists(xlsx.path);
  if (has_csv && has_xlsx) {
    throw InputFault(Say("{}: エラー: {} もあります。どちらが正しいか分からないので、片方だけを残してください。",
                         "{}: error: there is {} as well. Keep only the right one.", csv.shown, xlsx.shown));
  }
  if (has_csv) return csv;
  if (has_xlsx) return xlsx;
  return std::nullopt;
}

Table ReadTableFile(const TableFile& file, const Office& office, std::string_view table) {
  RefuseOddFile(file);
  std::string bytes = ReadWholeFile(file.path);
  if (bytes.empty()) return {};
  if (file.xlsx) return ReadXlsx(std::move(bytes), file.shown);
  return ReadCsv(bytes, EncodingFor(office, table), file.shown);
}

std::set<std::string> OwnTableNames(const Office& office) {
  std::set<std::string> names;
  for (const std::string& file : TableFileNames(office.folder / "data")) {
    const fs::path path(file);
    const std::string stem = path.stem().string();
    if (HasTableEnding(path) && FindTable(stem) == nullptr && !stem.empty()) names.insert(stem);
  }
  return names;
}

void NoteUnknownFiles(const Office& office, Findings* findings) {
  for (const std::string& name : TableFileNames(office.folder / "data")) {
    const fs::path path(name);
    const std::string stem = path.stem().string();
    const bool is_own = HasTableEnding(path);
    if (is_own && FindTable(stem) != nullptr) continue;
    const auto nearest = NearestTable(stem);
    if (is_own && !nearest) continue;
    Finding finding;
    finding.rule = "data.unknown-file";
    finding.severity = Severity::kInfo;
    finding.file = "data/" + name;
    finding.key = name;
    finding.message =
        is_own ? Say("この名前の表は決まりにないので、独自の表として読みました。",
                     "no table of the contract has this name; the file was read as a table of your own.")
               : Say("この名前の表はないので、読みませんでした。", "no table has this name; the file was not read.");
    if (nearest) finding.hint = Say("「{}.csv」ではありませんか。", "Did you mean {}.csv?", *nearest);
    findings->push_back(std::move(finding));
  }
}

}  // namespace chohyo
