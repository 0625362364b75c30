#include "pipeline/rules/departments.h"

#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>

namespace chohyo {
namespace {

using Finder = std::function<std::string(const std::string& key)>;

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

/// A waiver's key is rule/staff-or-department/from; one that names both is the person's.
std::string OfWaiver(const Records& records, const std::string& key) {
  const std::size_t first = key.find('/');
  const std::size_t last = key.rfind('/');
  if (first == std::string::npos || first == last) return {};
  const std::string who = key.substr(first + 1, last - first - 1);
  const Staff* person = PersonAtBegin(records, who);
  return person != nullptr ? person->department : who;
}

/// Finds departments by the keys of each table; the numbers of loans and incidents are indexed once.
class DepartmentFinder {
 public:
  explicit DepartmentFinder(const Records& records)
      : records_(records),
        loans_(PersonByKey(records.loans.rows)),
        incidents_(PersonByKey(records.incidents.rows)),
        cases_(PersonByKey(records.standby_cases.rows)) {
    for (const char* table : {"departments", "rosters", "tasks"}) finders_[table] = [](const auto& key) { return key; };
    for (const char* table : {"staff", "attendance", "timecards", "contacts", "roster_days", "registrations",
                              "telework_plans", "telework_tasks"}) {
      finders_[table] = [this](const auto& key) { return Of(PersonAtBegin(records_, key)); };
    }
    for (const char* table : {"standby_cases", "standby_days"}) {
      finders_[table] = [this](const auto& key) { return OfNumber(cases_, key); };
    }
    finders_["loans"] = [this](const auto& key) { return OfNumber(loans_, key); };
    finders_["incidents"] = [this](const auto& key) { return OfNumber(incidents_, key); };
    finders_["personal_number_staff"] = [this](const auto& key) { return Of(PersonAtEnd(records_, key)); };
    finders_["waivers"] = [this](const auto& key) { return OfWaiver(records_, key); };
  }
  DepartmentFinder(const DepartmentFinder&) = delete;
  DepartmentFinder& operator=(const DepartmentFinder&) = delete;

  /// A code that the departments table knows, or "".
  std::string Find(const Finding& finding) const {
    const auto finder = finders_.find(finding.table);
    if (finder == finders_.end()) return {};
    const std::string code = finder->second(finding.key);
    return records_.FindDepartment(code) != nullptr ? code : std::string();
  }

 private:
  static std::string Of(const Staff* person) { return person != nullptr ? person->department : std::string(); }

  /// The department behind a numbered record, or a part of it (case/first day). Findings about a day of the record go
  /// by person and day.
  std::string OfNumber(const std::unordered_map<std::string, std::string>& people, const std::string& key) const {
    auto found = people.find(key);
    if (found == people.end()) found = people.find(key.substr(0, key.rfind('/')));
    return Of(found != people.end() ? records_.FindStaff(found->second) : PersonAtBegin(records_, key));
  }

  const Records& records_;
  std::unordered_map<std::string, std::string> loans_, incidents_, cases_;
  std::map<std::string, Finder> finders_;
};

}  // namespace

void FillDepartments(const Records& records, Findings* findings) {
  if (findings->empty()) return;
  const DepartmentFinder finder(records);
  for (Finding& finding : *findings) {
    if (finding.department.empty()) finding.department = finder.Find(finding);
  }
}

}  // namespace chohyo
