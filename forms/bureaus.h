// How a city's departments fall into bureaus 局, and those into divisions 部 and sections, for forms that group by
// them.
#pragma once

#include <string>
#include <vector>

#include "pipeline/model/records.h"

namespace chohyo {

/// Departments that stand together under one subtotal.
struct DepartmentGroup {
  const Department* division = nullptr;  ///< the 部 whose subtotal closes the group; nullptr = no subtotal
  std::vector<const Department*> departments;
};

/// A bureau with every department that belongs to it, itself first, in the order of the departments table.
struct Bureau {
  const Department* department = nullptr;
  std::vector<DepartmentGroup> groups;

  std::vector<const Department*> All() const;
};

/// All bureaus in the order of the departments table. A department belongs to the nearest 局 above it; where there is
/// none, to the department at the top. So each department belongs to exactly one bureau.
std::vector<Bureau> BureausOf(const Records& records);

}  // namespace chohyo
