// How the tasks of departments are manned when half or all of their own people are away, and who can lend whom.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/records.h"

namespace chohyo {

/// What is supposed to happen: 所属職員の半数が出勤不可 or 所属職員の全員が出勤不可.
enum class Crisis { kHalf, kAll };

/// A task and the people it gets.
struct MannedTask {
  const Task* task = nullptr;
  bool goes_on = false;      ///< priority A or B and not 停止
  std::int64_t need = 0;     ///< 必要人員 in the crisis, 0 where it is not said
  std::int64_t secured = 0;  ///< 確保できる職員数
};

/// A department's tasks in one crisis.
struct CrisisPlan {
  std::vector<MannedTask> tasks;  ///< by priority, then in file order
  std::int64_t available = 0;     ///< half of its people; or different substitutes from other departments
  std::int64_t needed = 0;        ///< for the tasks of priority A and B that go on (not 停止)

  std::int64_t shortage() const { return needed > available ? needed - available : 0; }
};

/// A department that has tasks.
struct DepartmentStaffing {
  std::string department;
  std::int64_t people = 0;  ///< in office on the day; of a department without people of its own, those below it
  CrisisPlan half, all;
  std::int64_t can_lend = 0;              ///< Σ 応援可能人数 of its tasks
  std::vector<std::string> lend_periods;  ///< 応援可能期間 of the tasks that lend, each once

  const CrisisPlan& plan(Crisis crisis) const { return crisis == Crisis::kHalf ? half : all; }
  std::int64_t shortage() const { return std::max(half.shortage(), all.shortage()); }
  /// How many can go and half of the rest still be enough for its own tasks.
  std::int64_t spare() const;
};

/// One per department with tasks, in the order of their first tasks; `day` is when people must be in office to count.
/// A later task of the same department and name takes no part. Half of the people are shared by priority; substitutes
/// from other departments each stand in once, those of higher priority first.
std::vector<DepartmentStaffing> StaffingOf(const Records& records, Date day);

/// People that one department lends to another.
struct Support {
  std::size_t taker = 0, lender = 0;  ///< places in the list of departments
  std::int64_t people = 0;
  bool in_section = false;  ///< 課内で, else 課と課の間で
};

/// Who helps whom: first within a section 課, then between sections, in order; what is left is for HR.
std::vector<Support> ArrangeSupport(const Records& records, const std::vector<DepartmentStaffing>& departments);

}  // namespace chohyo
