// What is wrong with a template: against the language of templates, and against what its form offers.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "forms/offers.h"
#include "pipeline/catalog.h"

namespace chohyo {

/// One thing that is wrong, or a value that is offered and never shown.
struct TemplateProblem {
  Severity severity = Severity::kError;
  int line = 0, column = 0;  ///< 0: no place in particular
  std::string text;          ///< the whole message, beginning with the file and the place
};

/// Everything wrong with a template file, in the order of its lines; warnings last. `offices` are those whose data say
/// what a form offers. Throws InputFault for a file that cannot be read or is no YAML.
std::vector<TemplateProblem> CheckTemplate(const std::filesystem::path& file, const std::vector<FormContext>& offices);

}  // namespace chohyo
