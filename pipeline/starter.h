// What `chohyo init` puts in a new office folder.
#pragma once

#include <filesystem>

namespace chohyo {

/// Makes an office folder: a commented chohyo.yaml in which every key stands with its default, one table a file with
/// headers only, and an empty templates folder. Throws UsageFault if the folder already has a chohyo.yaml or one of
/// the tables, OutputFault if it cannot be written.
void WriteStarter(const std::filesystem::path& folder);

/// Makes an office folder that is a copy of the sample city in `sample_source` (a folder with a chohyo.yaml; its
/// `out/` stays behind). Throws UsageFault as WriteStarter does, InputFault if the sample is not there.
void WriteSampleOffice(const std::filesystem::path& folder, const std::filesystem::path& sample_source);

}  // namespace chohyo
