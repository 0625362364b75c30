// How many people the departments' tasks need in a crisis, how many they have, and who can lend whom.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/rules/rules.h"

namespace chohyo {

/// A department's tasks of priority A and B that go on (not 停止), against its people.
struct BcpNeed {
  std::string department;
  const Task* first_task = nullptr;  ///< of the department's tasks of any kind
  std::int64_t people = 0;           ///< in office on the period's first day
  std::int64_t need_half = 0;        ///< Σ 必要人員半数時
  std::int64_t need_all = 0;         ///< Σ 必要人員全員時
  std::int64_t outside = 0;          ///< different substitutes from other departments
  std::int64_t can_lend = 0;         ///< Σ 応援可能人数 of all its tasks

  std::int64_t half() const { return people / 2; }
  std::int64_t short_half() const { return need_half > half() ? need_half - half() : 0; }
  std::int64_t short_all() const { return need_all > outside ? need_all - outside : 0; }
  std::int64_t shortage() const { return short_half() > short_all() ? short_half() : short_all(); }
  /// How many can go and half of the rest still be enough for its own tasks.
  std::int64_t spare() const;
};

/// Tasks in file order, without later ones of a department and name that have been before.
std::vector<const Task*> TasksTakingPart(const Records& records);

/// One per known department that has tasks, in the order of their first tasks.
std::vector<BcpNeed> BcpNeeds(const RuleInput& input);

/// People that one department lends to another.
struct Loaned {
  std::string lender;
  std::int64_t people = 0;
  bool in_section = false;
};

/// Who lends whom: first inside a section 課, then between sections; what is left is for HR. `needs` is in order.
/// No lender gives more than it may and can spare. Within each step everyone eligible can help everyone, so taking what
/// is there in order covers as many as any other assignment would.
/// Returns, for each need, those who lend to it.
std::vector<std::vector<Loaned>> AssignLenders(const Records& records, const std::vector<BcpNeed>& needs);

}  // namespace chohyo
