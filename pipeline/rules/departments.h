// Whom and which department a finding is about.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>

#include "pipeline/model/finding.h"
#include "pipeline/model/records.h"

namespace chohyo {

/// Knows whom findings of any room are about: it looks at table and key only. The numbers of cases, loans and incidents
/// are indexed once.
class FindingSubjects {
 public:
  /// `records` must have its index built and outlive this.
  explicit FindingSubjects(const Records& records);
  FindingSubjects(const FindingSubjects&) = delete;
  FindingSubjects& operator=(const FindingSubjects&) = delete;

  /// nullptr for findings that are about no known person.
  const Staff* PersonOf(const Finding& finding) const;
  /// The code that a finding's key names, or that of its person; "" if the departments table does not know it.
  std::string DepartmentOf(const Finding& finding) const;

 private:
  struct Subject {
    const Staff* person = nullptr;
    std::string department;
  };
  using Finder = std::function<Subject(const std::string& key)>;

  Subject SubjectOf(const Finding& finding) const;
  /// The person behind a numbered record, or a part of it (case/first day). Findings about a day of the record go by
  /// person and day.
  const Staff* PersonOfNumber(const std::unordered_map<std::string, std::string>& people, const std::string& key) const;

  const Records& records_;
  std::unordered_map<std::string, std::string> loans_, incidents_, cases_;  ///< staff id by number
  std::unordered_map<std::string, std::string> assets_;                     ///< department by key
  std::map<std::string, Finder> finders_;
};

/// Fills Finding::department where it is empty and known.
void FillDepartments(const Records& records, Findings* findings);

}  // namespace chohyo
