// The office's own tables as values for templates.
#pragma once

#include <string>

#include "forms/form.h"

namespace chohyo {

/// The own table of a name; nullptr if there is none. Throws InputFault if its file could not be read.
const OwnTable* FindOwnTable(const FormContext& context, const std::string& name);

/// A row: its columns by header; the person of a column 職員番号 also as `staff` (職員), the department of 所属コード
/// as `department` (所属), the device of PC管理番号 as `device`.
ValueMap OwnRowValue(const OwnTable& table, std::size_t row, const FormContext& context);

/// All rows, for `each: 備品 as b`.
Value OwnTableValue(const OwnTable& table, const FormContext& context);

/// The documents of `records: 備品 as x`.
std::vector<DocumentPlan> PlanFromOwnTable(const Template& form, const OwnTable& table, const FormContext& context);

/// One document for templates that are made of whole own tables (`each: 備品 as b`) and nothing else.
std::vector<DocumentPlan> PlanWhole(const Template& form, const FormContext& context);

/// Adds the own tables that a template asks for by name to a plan's values.
void OfferOwnTables(const Template& form, const FormContext& context, DocumentPlan* plan);

/// True if a template runs over own tables by name.
bool AsksForOwnTables(const Template& form, const FormContext& context);

}  // namespace chohyo
