#include "forms/bureaus.h"

#include <algorithm>
#include <map>
#include <set>

namespace chohyo {
namespace {

using Children = std::map<std::string, std::vector<const Department*>>;

/// The top of a line of ancestors; of departments that are each other's ancestors the first in the table.
const Department* TopOf(const std::vector<const Department*>& chain) {
  const auto cycle = std::find_if(chain.begin(), chain.end(),
                                  [&chain](const Department* at) { return at->code == chain.back()->parent; });
  return cycle == chain.end() ? chain.back() : *std::min_element(cycle, chain.end());
}

const Department* BureauOf(const Records& records, const Department& department) {
  const auto chain = records.Ancestry(department.code);
  for (const Department* at : chain) {
    if (at->kind == DepartmentKind::kBureau) return at;
  }
  return TopOf(chain);
}

/// A 部 groups what is below it; where kinds are not given, any department with others below it does.
bool IsDivision(const Department& department, const Children& children) {
  return department.kind == DepartmentKind::kDivision ||
         (department.kind == DepartmentKind::kNone && children.contains(department.code));
}

/// Walks down a bureau, each department once, even where departments are each other's ancestors.
class Walk {
 public:
  Walk(const Children& children, Bureau* bureau) : children_(children), bureau_(bureau) {}

  void Enter(const Department& department) {
    if (!seen_.insert(&department).second) return;
    const bool opens = &department != bureau_->department && division_ == nullptr && IsDivision(department, children_);
    if (opens) division_ = &department;
    Group().departments.push_back(&department);
    if (const auto below = children_.find(department.code); below != children_.end()) {
      for (const Department* child : below->second) Enter(*child);
    }
    if (opens) division_ = nullptr;
  }

 private:
  DepartmentGroup& Group() {
    auto& groups = bureau_->groups;
    if (groups.empty() || groups.back().division != division_) groups.push_back({division_, {}});
    return groups.back();
  }

  const Children& children_;
  Bureau* bureau_;
  const Department* division_ = nullptr;
  std::set<const Department*> seen_;
};

}  // namespace

std::vector<const Department*> Bureau::All() const {
  std::vector<const Department*> all;
  for (const DepartmentGroup& group : groups) all.insert(all.end(), group.departments.begin(), group.departments.end());
  return all;
}

std::vector<Bureau> BureausOf(const Records& records) {
  std::vector<const Department*> heads;
  std::map<const Department*, Children> children;
  for (const Department& department : records.departments.rows) {
    if (records.FindDepartment(department.code) != &department) continue;
    const Department* bureau = BureauOf(records, department);
    if (std::find(heads.begin(), heads.end(), bureau) == heads.end()) heads.push_back(bureau);
    if (bureau != &department) children[bureau][department.parent].push_back(&department);
  }
  std::sort(heads.begin(), heads.end());  // rows of one table: by place
  std::vector<Bureau> bureaus;
  for (const Department* head : heads) {
    bureaus.push_back({head, {}});
    Walk(children[head], &bureaus.back()).Enter(*head);
  }
  return bureaus;
}

}  // namespace chohyo
