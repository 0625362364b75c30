// `chohyo doctor`: what each input file is, and what in it could be misunderstood. Nothing is changed or guessed.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/base/fault.h"
#include "pipeline/doctor_report.h"
#include "pipeline/layout/font.h"
#include "pipeline/model/office.h"
#include "pipeline/options.h"

namespace chohyo {

/// Looks at one CSV or XLSX file. `shown` is the name used in messages; `fonts` may be null. A file that cannot be read
/// is reported as such.
DoctorReport Examine(const std::filesystem::path& file, const std::string& shown, const Office& office,
                     const FontSet* fonts);

/// The command: looks at the files named, else at all of the office's data folder. Status 0 nothing to do, 1 something
/// to mend or to answer, 3 a file could not be read.
ExitCode RunDoctor(const Options& options);

}  // namespace chohyo
