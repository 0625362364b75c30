#include "pipeline/rules/departments.h"

#include "pipeline/model/keys.h"

namespace chohyo {
namespace {

template <typename R>
std::unordered_map<std::string, std::string> PersonByKey(const std::vector<R>& rows) {
  std::unordered_map<std::string, std::string> people;
  for (const R& row : rows) people.emplace(row.id, row.staff);
  return people;
}

/// The person whose id stands at the beginning of a key, or at its end. Ids may hold slashes themselves, so every cut
/// is tried.
const Staff* PersonAtBegin(const Records& records, const std::string& key) {
  for (std::size_t cut = key.size(); cut != std::string::npos; cut = cut == 0 ? cut - 1 : key.rfind('/', cut - 1)) {
    if (const Staff* person = records.FindStaff(key.substr(0, cut))) return person;
  }
  return nullptr;
}

const Staff* PersonAtEnd(const Records& records, const std::string& key) {
  for (std::size_t cut = key.find('/'); cut != std::string::npos; cut = key.find('/', cut + 1)) {
    if (const Staff* person = records.FindStaff(key.substr(cut + 1))) return person;
  }
  return nullptr;
}

/// A waiver's key is rule/staff-or-department/from; what stands between.
std::string WhoOfWaiver(const std::string& key) {
  const std::size_t first = key.find('/');
  const std::size_t last = key.rfind('/');
  if (first == std::string::npos || first == last) return {};
  return key.substr(first + 1, last - first - 1);
}

}  // namespace

FindingSubjects::FindingSubjects(const Records& records)
    : records_(records),
      loans_(PersonByKey(records.loans.rows)),
      incidents_(PersonByKey(records.incidents.rows)),
      cases_(PersonByKey(records.standby_cases.rows)) {
  for (const char* table : {"departments", "rosters", "tasks"}) {
    finders_[table] = [](const auto& key) { return Subject{nullptr, key}; };
  }
  for (const char* table : {"staff", "attendance", "timecards", "contacts", "roster_days", "registrations",
                            "telework_plans", "telework_tasks"}) {
    finders_[table] = [this](const auto& key) { return Subject{PersonAtBegin(records_, key), {}}; };
  }
  for (const char* table : {"standby_cases", "standby_days"}) {
    finders_[table] = [this](const auto& key) { return Subject{PersonOfNumber(cases_, key), {}}; };
  }
  finders_["loans"] = [this](const auto& key) { return Subject{PersonOfNumber(loans_, key), {}}; };
  finders_["incidents"] = [this](const auto& key) { return Subject{PersonOfNumber(incidents_, key), {}}; };
  finders_["personal_number_staff"] = [this](const auto& key) { return Subject{PersonAtEnd(records_, key), {}}; };
  for (const PersonalNumberAsset& row : records.personal_number_assets.rows) {
    assets_.emplace(KeyOf("personal_number_assets", row), row.department);
  }
  finders_["personal_number_assets"] = [this](const auto& key) {
    const auto found = assets_.find(key);
    return Subject{nullptr, found == assets_.end() ? std::string() : found->second};
  };
  finders_["waivers"] = [this](const auto& key) {
    const std::string who = WhoOfWaiver(key);
    return Subject{PersonAtBegin(records_, who), who};
  };
}

FindingSubjects::Subject FindingSubjects::SubjectOf(const Finding& finding) const {
  const auto finder = finders_.find(finding.table);
  return finder == finders_.end() ? Subject{} : finder->second(finding.key);
}

const Staff* FindingSubjects::PersonOf(const Finding& finding) const { return SubjectOf(finding).person; }

std::string FindingSubjects::DepartmentOf(const Finding& finding) const {
  const Subject subject = SubjectOf(finding);
  const std::string& code = subject.person != nullptr ? subject.person->department : subject.department;
  return records_.FindDepartment(code) != nullptr ? code : std::string();
}

const Staff* FindingSubjects::PersonOfNumber(const std::unordered_map<std::string, std::string>& people,
                                             const std::string& key) const {
  auto found = people.find(key);
  if (found == people.end()) found = people.find(key.substr(0, key.rfind('/')));
  return found != people.end() ? records_.FindStaff(found->second) : PersonAtBegin(records_, key);
}

void FillDepartments(const Records& records, Findings* findings) {
  if (findings->empty()) return;
  const FindingSubjects subjects(records);
  for (Finding& finding : *findings) {
    if (finding.department.empty()) finding.department = subjects.DepartmentOf(finding);
  }
}

}  // namespace chohyo
