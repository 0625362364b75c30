// An office's own Excel form as a template.
#pragma once

#include <string>
#include <vector>

#include "pipeline/sheet/template.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// What reading a form needs to know of the program around.
struct ExcelFormOptions {
  /// Forms whose documents and values a builder makes; their placeholders are not looked up in tables.
  std::vector<std::string> built_forms;
};

/// A template from a workbook: every cell, line, size and page setup as drawn; placeholders and markers are read. The
/// form's id comes from the settings sheet or the file's name. Throws InputFault "file: Sheet1!B7: …" for what cannot
/// be understood; what cannot be honoured is in Template::Notes.
Template TemplateFromWorkbook(const Workbook& book, const std::string& file, const ExcelFormOptions& options);

/// The same from the file's bytes.
Template ReadExcelTemplate(std::string bytes, const std::string& file, const ExcelFormOptions& options);

}  // namespace chohyo
