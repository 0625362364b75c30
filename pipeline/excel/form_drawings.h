// What lies over or behind the cells of an Excel form: pictures, figures, rules for typing, conditional formats.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/excel/form_grid.h"
#include "pipeline/excel/form_language.h"
#include "pipeline/excel/form_styles.h"
#include "pipeline/excel/notes.h"
#include "pipeline/sheet/body.h"

namespace chohyo {

void ReadPictures(const WorkbookSheet& sheet, FormNotes* notes, OfficeForm* form);

/// Figures with their texts; `sheet_name` is what places point to.
void ReadShapes(const WorkbookSheet& sheet, const std::string* sheet_name, FormLanguage* language, FormStyles* styles,
                FormNotes* notes, OfficeForm* form);

/// Lists to choose from, by cell: index into SheetBody::choice_lists.
std::map<std::pair<int, int>, int> ReadChoices(const Workbook& book, const FormGrid& grid, FormNotes* notes,
                                               SheetBody* body);

/// Rules for typing that are no lists.
void ReadCellRules(const WorkbookSheet& sheet, OfficeForm* form);

void ReadConditionals(const WorkbookSheet& sheet, FormNotes* notes, OfficeForm* form);

/// Charts, controls, comments and their like, which are left out.
void NoteLosses(const WorkbookSheet& sheet, FormNotes* notes);

}  // namespace chohyo
