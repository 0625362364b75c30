// general.list: any table, or a filtered, sorted and grouped selection of it, as a ruled list.
#pragma once

#include "forms/form.h"

namespace chohyo {

constexpr const char* kGeneralList = "general.list";

/// Which rows a list looks at.
enum class ListRows { kAll, kOfPeriod };

/// The list as a document with a template of its own: columns as wide as their contents, the paper as it needs to lie.
/// Throws InputFault for tables, columns and conditions that do not exist, with the nearest name.
DocumentPlan PlanList(const std::string& form, const ListSpec& list, const FormContext& context, ListRows rows);

/// The same list with its head and empty rows.
DocumentPlan PlanBlankList(const std::string& form, const ListSpec& list, const FormContext& context);

}  // namespace chohyo
