#include "forms/personal_number_registers.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "forms/common.h"
#include "forms/loans_out.h"
#include "forms/record_values.h"

namespace chohyo {
namespace {

using RowPlaces = std::vector<std::size_t>;

/// How a register differs from the other.
struct Register {
  const char* form;
  const char* title;
  const char* table;
  const char* list;  ///< its rows as the template calls them
};
constexpr Register kAssets = {"security.personal-number-assets", "特定個人情報資産台帳", "personal_number_assets",
                              "assets"};
constexpr Register kStaff = {"security.personal-number-staff", "個人番号事務取扱担当者台帳", "personal_number_staff",
                             "handlers"};

Value ValuesOfRegister(const Register& kind, const RowPlaces& rows, const DocumentPlan& plan,
                       const FormContext& context) {
  ValueMap values = ValuesOf(plan, context);
  ValueList list;
  for (const std::size_t row : rows) list.emplace_back(context.values->RowOf(kind.table, row));
  values.emplace_back("as_of", AsOf(context));
  values.emplace_back(kind.list, Value(std::move(list)));
  return Value(std::move(values));
}

/// The register's one document. Errors of its own rows, whose keys begin with the use, put 要確認 on it; errors about
/// its people's days do not.
std::vector<DocumentPlan> PlanRegister(const Register& kind, RowPlaces rows, const std::set<std::string>& uses,
                                       const FormContext& context) {
  if (rows.empty()) return {};
  DocumentPlan plan;
  plan.form = kind.form;
  plan.key = context.period.text;
  plan.title = kind.title;
  plan.shown_staff.assign(uses.begin(), uses.end());
  const DocumentPlan bare = plan;
  plan.values = [kind, rows = std::move(rows), bare, context] { return ValuesOfRegister(kind, rows, bare, context); };
  return {plan};
}

/// The places of departments in their table; those of unknown ones come after all.
class DepartmentOrder {
 public:
  explicit DepartmentOrder(const Records& records) {
    for (const Department& department : records.departments.rows) places_.emplace(department.code, places_.size());
  }
  std::size_t Of(const std::string& code) const {
    const auto found = places_.find(code);
    return found == places_.end() ? places_.size() : found->second;
  }

 private:
  std::map<std::string, std::size_t> places_;
};

/// The places of uses: as in the register of assets, then as in that of the people.
std::map<std::string, std::size_t> UseOrder(const Records& records) {
  std::map<std::string, std::size_t> places;
  for (const std::size_t row : AssetsByDepartment(records)) {
    places.emplace(records.personal_number_assets.rows[row].use, places.size());
  }
  for (const PersonalNumberStaff& row : records.personal_number_staff.rows) places.emplace(row.use, places.size());
  return places;
}

bool Touches(const PersonalNumberStaff& row, const DateSpan& days) {
  return row.from <= days.last && (!row.to || *row.to >= days.first);
}

RowPlaces HandlersByUse(const FormContext& context) {
  const auto& handlers = context.records.personal_number_staff.rows;
  const std::map<std::string, std::size_t> order = UseOrder(context.records);
  RowPlaces rows;
  for (std::size_t row = 0; row < handlers.size(); ++row) {
    if (Touches(handlers[row], context.period.span)) rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(order.at(handlers[a].use), handlers[a].from) <
           std::tuple(order.at(handlers[b].use), handlers[b].from);
  });
  return rows;
}

ValueMap BlankRegister(const Register& kind, std::size_t rows) {
  return {{"as_of", Value()}, {kind.list, Value(ValueList(rows, Value(EmptyRecord(kind.table))))}};
}

}  // namespace

std::vector<DocumentPlan> PlanPersonalNumberAssets(const FormContext& context) {
  std::set<std::string> uses;
  for (const PersonalNumberAsset& row : context.records.personal_number_assets.rows) uses.insert(row.use);
  return PlanRegister(kAssets, AssetsByDepartment(context.records), uses, context);
}

std::vector<DocumentPlan> PlanPersonalNumberStaff(const FormContext& context) {
  RowPlaces rows = HandlersByUse(context);
  std::set<std::string> uses;
  for (const std::size_t row : rows) uses.insert(context.records.personal_number_staff.rows[row].use);
  return PlanRegister(kStaff, std::move(rows), uses, context);
}

ValueMap BlankPersonalNumberAssets() {
  constexpr std::size_t kRows = 12;
  return BlankRegister(kAssets, kRows);
}

ValueMap BlankPersonalNumberStaff() {
  constexpr std::size_t kRows = 22;
  return BlankRegister(kStaff, kRows);
}

std::vector<std::size_t> AssetsByDepartment(const Records& records) {
  const auto& assets = records.personal_number_assets.rows;
  const DepartmentOrder order(records);
  RowPlaces rows;
  for (std::size_t row = 0; row < assets.size(); ++row) rows.push_back(row);
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return order.Of(assets[a].department) < order.Of(assets[b].department);
  });
  return rows;
}

bool HandlesOn(const PersonalNumberStaff& row, Date date) { return row.from <= date && (!row.to || date <= *row.to); }

}  // namespace chohyo
