// What became of the workbooks handed in: each one's rows, those put together by bureau and day, what is missing.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/collect/merge.h"
#include "pipeline/collected_files.h"
#include "pipeline/office_data.h"

namespace chohyo {

/// A department, or a bureau as a whole, that has not handed in a day.
struct MissingRow {
  Date day;
  const Department* department = nullptr;
};

class Collection {
 public:
  /// `out` is searched for the newest edition of each document. Everything must outlive this.
  Collection(const OfficeData& data, std::filesystem::path out);

  /// Checks a file and takes its rows, or finds why not. True if it was taken.
  bool Take(const CollectedFile& file);
  /// Puts the rows together; call once, after the last file.
  void Merge();

  /// The merged row of a department; one that nobody handed in is missing.
  HeadcountRow RowOf(const std::string& department, Date day) const;
  /// Keys of the bureaus' documents of which something was taken: "010000-2021-01-13".
  const std::set<std::string>& keys() const { return keys_; }
  const std::vector<RowConflict>& conflicts() const { return conflicts_; }
  const std::vector<MissingRow>& missing() const { return missing_; }
  const Findings& findings() const { return findings_; }
  /// The bureau that a file is of; nullptr if there is none.
  const Bureau* BureauOf(const CollectedFile& file) const;

 private:
  bool Accept(const CollectedFile& file, const CheckedFile& checked);
  bool IsOldEdition(const DocumentMark& mark) const;
  void MergeBureau(Date day, const Bureau& bureau);

  std::filesystem::path out_;
  FormContext context_;
  HeadcountSource known_;
  std::vector<Bureau> bureaus_;
  std::set<Date> days_;
  std::map<std::pair<Date, std::string>, std::vector<HandedIn>> handed_in_;  ///< by day and bureau code
  std::map<std::pair<Date, std::string>, HeadcountRow> rows_;                ///< by day and department code
  std::set<std::string> keys_;
  std::vector<RowConflict> conflicts_;
  std::vector<MissingRow> missing_;
  Findings findings_;
};

}  // namespace chohyo
