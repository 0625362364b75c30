// The bytes of a text file, looked at without understanding the table in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/doctor_report.h"

namespace chohyo {

/// Looks at a CSV file's bytes; `encoding` is what chohyo.yaml says (auto, utf-8 …). Adds notes about mixed line ends,
/// odd separators, bytes the encoding cannot explain and empty columns. Throws InputFault where the bytes are no text.
TextFacts ExamineText(std::string_view bytes, const std::string& encoding, const std::string& file,
                      std::vector<DoctorNote>* notes);

}  // namespace chohyo
