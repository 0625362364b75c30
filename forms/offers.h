// What a form offers to its template: every value, with its type and an example. For checks and for `template fields`.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms/form.h"
#include "pipeline/model/schema.h"

namespace chohyo {

/// A value that is offered. What lists hold is described once, for all of their entries.
struct Offer {
  bool list = false;
  bool own_columns = false;             ///< `row`: the office's further columns, which differ between offices
  bool deeper = false;                  ///< a record whose members are not followed here
  std::string table;                    ///< the table of a record; "" for others
  Scalar example;                       ///< of a leaf; monostate where none was seen
  ColumnKind kind = ColumnKind::kText;  ///< of a leaf without an example
  bool known_kind = false;              ///< `kind` is told by the schema
  std::vector<std::pair<std::string, Offer>> members;

  const Offer* Find(std::string_view name) const;
  Offer& Member(const std::string& name);  ///< found or added
  bool IsRecord() const;
};

/// Everything offered to a form's template: what all documents offer, its records by the schema, and what its documents
/// hold in the given offices (examples come from the first that has one).
Offer OffersOf(const Template& form, const std::vector<FormContext>& offices);

/// A record of a table by the schema alone. References are followed, but no table twice on one path.
Offer OffersOfRecord(std::string_view table);

/// The columns of a table as `records: <table> as <name>` offers them, with examples from the offices.
Offer OffersOfTable(std::string_view table, const std::vector<FormContext>& offices);

/// The documents that this template fills: of the form's builder, or of the records it names.
std::vector<DocumentPlan> PlanForm(const Template& form, const FormContext& context);

/// True if a builder makes documents with this template, be it a further template of a form.
bool HasBuilder(const std::string& template_name);

}  // namespace chohyo
