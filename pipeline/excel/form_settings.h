// Who a form is for: its id, title and records, from a settings sheet or from what its placeholders name.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/excel/excel_template.h"
#include "pipeline/excel/notes.h"
#include "pipeline/model/schema.h"

namespace chohyo {

/// What the records of a form are, and how documents come of them.
struct FormPlan {
  TemplateHead head;
  const TableInfo* records = nullptr;   ///< one document (or sheet) each; nullptr = one document for all
  const TableInfo* numbered = nullptr;  ///< the records that numbered names go through; nullptr if there are none
  int per = 0;                          ///< how many of them a sheet has
  bool sheet_each = false;              ///< a sheet for each record in one document, instead of a document each
  bool built = false;                   ///< a builder makes the documents
  int settings_sheet = -1;              ///< index of the sheet that is no part of the form
};

/// Reads the settings and looks at all placeholders. Throws InputFault where two tables fit equally.
FormPlan PlanForm(const Workbook& book, const std::string& file, const ExcelFormOptions& options);

/// The form id a file's name stands for: "oyama.device-loan", else "own.<name>".
std::string FormIdOf(const std::string& file);

}  // namespace chohyo
