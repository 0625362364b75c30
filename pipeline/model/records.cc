#include "pipeline/model/records.h"

#include <algorithm>

namespace chohyo {
namespace {

template <typename R, typename Key>
void IndexFirst(const std::vector<R>& rows, Key R::*key, std::unordered_map<std::string, std::uint32_t>* index) {
  index->clear();
  for (std::uint32_t i = 0; i < rows.size(); ++i) index->emplace(rows[i].*key, i);
}

template <typename R>
const R* FindIn(const std::vector<R>& rows, const std::unordered_map<std::string, std::uint32_t>& index,
                const std::string& key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : &rows[found->second];
}

}  // namespace

void Records::BuildIndex() {
  IndexFirst(staff.rows, &Staff::id, &staff_index_);
  IndexFirst(departments.rows, &Department::code, &department_index_);
  IndexFirst(devices.rows, &Device::id, &device_index_);
  IndexFirst(standby_cases.rows, &StandbyCase::id, &case_index_);
  attendance_index_.clear();
  for (std::uint32_t i = 0; i < attendance.rows.size(); ++i) attendance_index_[attendance.rows[i].staff].push_back(i);
}

const Staff* Records::FindStaff(const std::string& id) const { return FindIn(staff.rows, staff_index_, id); }
const Department* Records::FindDepartment(const std::string& code) const {
  return FindIn(departments.rows, department_index_, code);
}
const Device* Records::FindDevice(const std::string& id) const { return FindIn(devices.rows, device_index_, id); }
const StandbyCase* Records::FindCase(const std::string& id) const {
  return FindIn(standby_cases.rows, case_index_, id);
}

const std::vector<std::uint32_t>& Records::AttendanceOf(const std::string& staff_id) const {
  static const std::vector<std::uint32_t> kNone;
  const auto found = attendance_index_.find(staff_id);
  return found == attendance_index_.end() ? kNone : found->second;
}

std::string Records::DepartmentOf(const std::string& staff_id) const {
  const Staff* person = FindStaff(staff_id);
  return person != nullptr ? person->department : std::string();
}

std::vector<const Department*> Records::Ancestry(const std::string& code) const {
  std::vector<const Department*> chain;
  for (const Department* at = FindDepartment(code); at != nullptr; at = FindDepartment(at->parent)) {
    if (std::find(chain.begin(), chain.end(), at) != chain.end()) break;
    chain.push_back(at);
  }
  return chain;
}

const Staff* Records::HeadOf(const std::string& department) const {
  for (const Department* at : Ancestry(department)) {
    if (const Staff* head = FindStaff(at->head)) return head;
  }
  return nullptr;
}

}  // namespace chohyo
