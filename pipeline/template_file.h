// The file of a template, whatever it is written in.
#pragma once

#include <filesystem>

#include "pipeline/sheet/template.h"

namespace chohyo {

/// Reads a template by its file's ending: `.yaml` and `.yml`, or an
/// Excel form `.xlsx`. Throws InputFault, naming file, line and column, for a
/// file that cannot be read or is no template.
Template ReadTemplateFile(const std::filesystem::path& file);

}  // namespace chohyo
