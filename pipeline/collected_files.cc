#include "pipeline/collected_files.h"

#include <algorithm>
#include <set>

#include "pipeline/base/era.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/collect/mark_reader.h"
#include "pipeline/protect/protect.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;
constexpr const char* kForm = "kawasaki.headcount";
constexpr std::size_t kIsoLength = 10;

/// Excel keeps a small "~$name.xlsx" beside a workbook that is open.
bool IsWorkbookName(const fs::path& path) {
  const std::string name = path.filename().string();
  return path.extension() == ".xlsx" && !name.starts_with("~$") && !name.starts_with(".");
}

void AddFolder(const fs::path& folder, std::set<fs::path>* files) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->is_regular_file(error) && IsWorkbookName(at->path())) files->insert(at->path());
  }
  if (!error) return;
  throw InputFault(Say("{}: エラー: フォルダーが読めません（{}）。", "{}: error: the folder cannot be read ({}).",
                       folder.string(), error.message()));
}

std::set<fs::path> FilesIn(const std::vector<fs::path>& paths) {
  std::set<fs::path> files;
  for (const fs::path& path : paths) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      AddFolder(path, &files);
    } else if (fs::exists(path, error)) {
      files.insert(path);
    } else {
      throw InputFault(Say("{}: エラー: ファイルがありません。", "{}: error: there is no such file.", path.string()));
    }
  }
  return files;
}

std::string Unprotect(const std::string& bytes, const std::string& file, const std::vector<Password>& passwords) {
  if (!IsProtectedPackage(bytes)) return bytes;
  if (passwords.empty()) {
    throw InputFault(
        Say("{}: エラー: パスワードで保護されています。--password-file でパスワードのファイルを示してください。",
            "{}: error: it is protected by a password. Name a file with it by --password-file.", file));
  }
  for (std::size_t i = 0; i + 1 < passwords.size(); ++i) {
    try {
      return UnprotectXlsx(bytes, file, passwords[i]);
    } catch (const WrongPassword&) {
      continue;
    }
  }
  return UnprotectXlsx(bytes, file, passwords.back());
}

Finding Told(const std::string& file, const char* rule, Severity severity, const std::string& message,
             const std::string& hint) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.file = file;
  finding.message = message;
  finding.hint = hint;
  return finding;
}

/// Splits "010000-2021-01-13" into bureau and day; leaves both empty for a blank form.
bool ReadKey(CollectedFile* file) {
  const std::string& key = file->mark.key;
  if (key.size() < kIsoLength + 2) return false;
  file->day = Date::FromIso(std::string_view(key).substr(key.size() - kIsoLength));
  file->bureau_code = key.substr(0, key.size() - kIsoLength - 1);
  return file->day.has_value();
}

/// Reads one file, or finds why not.
void ReadOne(const std::string& file, const std::string& package, CollectedFiles* result) {
  const auto mark = MarkOfPackage(package, file);
  if (!mark) {
    result->findings.push_back(Told(file, "collect.no-id", Severity::kError,
                                    Say("chohyo が作った帳票ではないか、識別情報が失われています。",
                                        "it was not made by chohyo, or its mark is lost."),
                                    Say("chohyo が配った XLSX に記入して出し直してもらってください。",
                                        "Ask them to fill in the workbook that chohyo made.")));
    return;
  }
  CollectedFile collected{file, *mark, std::nullopt, {}, {}};
  const bool is_blank = mark->key.empty() || mark->key == "blank";
  if (mark->form != kForm || (!is_blank && !ReadKey(&collected))) {
    result->findings.push_back(
        Told(file, "collect.other-form", Severity::kInfo,
             Say("局別の出勤状況報告書ではありません（{} {}）。集めません。",
                 "it is no bureau's headcount ({} {}) and is not collected.", mark->form, mark->key),
             ""));
    return;
  }
  auto sheet = ReadHeadcountSheet(ReadWorkbook(package, file));
  if (!sheet) {
    result->findings.push_back(Told(
        file, "collect.no-table", Severity::kError,
        Say("所属名・職員数などの見出しがありません。", "the headings of the table are gone."),
        Say("見出しの行を消さずに記入してもらってください。", "Ask them to leave the rows of headings as they are.")));
    return;
  }
  collected.sheet = std::move(*sheet);
  if (is_blank) collected.day = collected.sheet.date;
  result->files.push_back(std::move(collected));
}

}  // namespace

CollectedFiles ReadCollectedFiles(const std::vector<fs::path>& paths, const std::vector<Password>& passwords) {
  CollectedFiles result;
  for (const fs::path& path : FilesIn(paths)) {
    const std::string file = path.string();
    result.all.push_back(file);
    try {
      ReadOne(file, Unprotect(ReadWholeFile(path), file, passwords), &result);
    } catch (const InputFault& fault) {
      // The fault begins with the file and the word for errors, as the finding's own line will.
      std::string message = fault.what();
      for (const std::string& head : {file + ": ", Say("エラー: ", "error: ")}) {
        if (message.starts_with(head)) message.erase(0, head.size());
      }
      result.findings.push_back(Told(file, "collect.unreadable", Severity::kError, message, ""));
    }
  }
  return result;
}

}  // namespace chohyo
