// security.personal-number-assets and -staff: the registers of what holds personal numbers and of who handles them.
#pragma once

#include <vector>

#include "forms/form.h"

namespace chohyo {

/// 特定個人情報資産台帳: one document for the city, where it has such assets. Key: the period. By department in the
/// order of their table, then in file order.
std::vector<DocumentPlan> PlanPersonalNumberAssets(const FormContext& context);

/// 個人番号事務取扱担当者台帳: one document for the city, where somebody handles personal numbers on a day of the
/// period. Key: the period. By use in the order of the register of assets, then by first day.
std::vector<DocumentPlan> PlanPersonalNumberStaff(const FormContext& context);

/// The values of empty registers.
ValueMap BlankPersonalNumberAssets();
ValueMap BlankPersonalNumberStaff();

/// The rows of the register of assets in its order.
std::vector<std::size_t> AssetsByDepartment(const Records& records);

/// Somebody handles personal numbers for a use on that day.
bool HandlesOn(const PersonalNumberStaff& row, Date date);

}  // namespace chohyo
