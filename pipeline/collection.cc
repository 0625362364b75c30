#include "pipeline/collection.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/era.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/collect/mark_reader.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

std::string KeyOf(const Bureau& bureau, Date day) { return bureau.department->code + "-" + day.Iso(); }

}  // namespace

Collection::Collection(const OfficeData& data, fs::path out)
    : out_(std::move(out)),
      context_(data.context()),
      known_(KnownHeadcount(context_)),
      bureaus_(ReportingBureaus(context_)) {}

const Bureau* Collection::BureauOf(const CollectedFile& file) const {
  const auto at = std::find_if(bureaus_.begin(), bureaus_.end(), [&](const Bureau& bureau) {
    if (!file.bureau_code.empty()) return bureau.department->code == file.bureau_code;
    return FoldForComparing(bureau.department->name) == FoldForComparing(file.sheet.bureau);
  });
  return at == bureaus_.end() ? nullptr : &*at;
}

bool Collection::Take(const CollectedFile& file) {
  const Bureau* bureau = BureauOf(file);
  CheckedFile checked{file.file, file.mark.key, file.day.value_or(Date()), bureau};
  const int no_place = -1;
  if (!file.day) {
    findings_.push_back(FindingAt(checked, no_place, no_place, "collect.day", Severity::kError,
                                  Say("日付が読めません。", "it has no date that can be read."),
                                  Say("日付の欄に 令和3年1月13日 のように記入してもらってください。",
                                      "Ask them to fill in the date, like 2021-01-13.")));
    return false;
  }
  if (bureau == nullptr) {
    findings_.push_back(FindingAt(
        checked, no_place, no_place, "collect.bureau", Severity::kError,
        Say("局室区「{}{}」が data/departments にありません。", "the bureau \"{}{}\" is not in data/departments.",
            file.bureau_code, file.bureau_code.empty() ? file.sheet.bureau : ""),
        Say("所属の表を確かめてください。", "Check the departments table.")));
    return false;
  }
  checked.key = KeyOf(*bureau, checked.day);
  if (!Accept(file, checked)) return false;
  CheckedRows rows = CheckHeadcount(checked, file.sheet, known_);
  findings_.insert(findings_.end(), rows.findings.begin(), rows.findings.end());
  days_.insert(checked.day);
  keys_.insert(checked.key);
  handed_in_[{checked.day, bureau->department->code}].push_back({checked, std::move(rows.rows)});
  return true;
}

/// A file of another day, another bureau or an old edition is not taken: its numbers are of something else.
bool Collection::Accept(const CollectedFile& file, const CheckedFile& checked) {
  const FilledSheet& sheet = file.sheet;
  const std::string again = Say("配った版に記入して出し直してもらってください。",
                                "Ask them to fill in the workbook they were given for that day.");
  if (!sheet.date || *sheet.date != checked.day) {
    findings_.push_back(FindingAt(
        checked, sheet.date_row, sheet.date_column, "collect.day", Severity::kError,
        Say("日付が「{}」ですが、この帳票は {} のものです。", "the date is \"{}\", but the workbook is of {}.",
            sheet.date ? sheet.date->Iso() : sheet.date_text, checked.day.Iso()),
        again));
    return false;
  }
  const std::string& name = checked.bureau->department->name;
  if (FoldForComparing(sheet.bureau) != FoldForComparing(name)) {
    findings_.push_back(FindingAt(checked, -1, -1, "collect.bureau", Severity::kError,
                                  Say("局室区名が「{}」ですが、この帳票は {} のものです。",
                                      "the bureau is \"{}\", but the workbook is of {}.", sheet.bureau, name),
                                  again));
    return false;
  }
  if (!IsOldEdition(file.mark)) return true;
  findings_.push_back(
      FindingAt(checked, -1, -1, "collect.revision", Severity::kError,
                Say("古い版に記入されています。その後に新しい版を作っています。",
                    "it is filled in on an old edition; a newer one was made since."),
                Say("新しい版に記入し直してもらってください。", "Ask them to fill in the new edition.")));
  return false;
}

/// True if editions of the document stand in the results, and none is this one.
bool Collection::IsOldEdition(const DocumentMark& mark) const {
  if (mark.digest.empty() || !fs::is_directory(out_)) return false;
  bool any = false;
  for (const auto& period : fs::directory_iterator(out_)) {
    const fs::path path = period.path() / SafeFileName(mark.form) / (SafeFileName(mark.key) + ".xlsx");
    if (!fs::is_regular_file(path)) continue;
    const auto made = MarkOfPackage(ReadWholeFile(path), path.string());
    if (made == mark) return false;
    any = any || made.has_value();
  }
  return any;
}

void Collection::Merge() {
  for (const Date day : days_) {
    for (const Bureau& bureau : bureaus_) MergeBureau(day, bureau);
  }
}

void Collection::MergeBureau(Date day, const Bureau& bureau) {
  const auto files = handed_in_.find({day, bureau.department->code});
  if (files == handed_in_.end()) {
    missing_.push_back({day, bureau.department});
    return;
  }
  const MergedRows merged = MergeRows(files->second);
  for (const auto& [code, row] : merged.rows) rows_[{day, code}] = row;
  for (const Department* department : bureau.All()) {
    if (merged.rows.at(department->code).missing) missing_.push_back({day, department});
  }
  conflicts_.insert(conflicts_.end(), merged.conflicts.begin(), merged.conflicts.end());
  for (const RowConflict& conflict : merged.conflicts) {
    const CheckedFile of = {conflict.second_file, KeyOf(bureau, day), day, &bureau};
    findings_.push_back(
        FindingAt(of, -1, -1, "collect.conflict", Severity::kError,
                  Say("{} の{}が食い違います: {} では「{}」、{} では「{}」。",
                      "{}: {} differs: {} says \"{}\", {} says \"{}\".", conflict.department, conflict.label,
                      conflict.first_file, conflict.first, conflict.second_file, conflict.second),
                  Say("どちらが正しいか所属に確かめ、正しいファイルだけで集め直してください。",
                      "Ask which is right, and collect again with that one only.")));
  }
}

HeadcountRow Collection::RowOf(const std::string& department, Date day) const {
  const auto row = rows_.find({day, department});
  return row == rows_.end() ? HeadcountRow{{}, {}, true} : row->second;
}

}  // namespace chohyo
