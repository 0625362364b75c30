// Files of an earlier run that no longer stand for anything.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/results.h"

namespace chohyo {

/// Removes the files of `earlier` that are not in `made`, if they are still as the program wrote them. Files that
/// someone has changed since are kept and returned (paths relative to `out`).
std::vector<std::string> RemoveStaleFiles(const std::filesystem::path& out, const std::vector<MadeDocument>& earlier,
                                          const std::vector<MadeDocument>& made);

/// The documents of `earlier` that `made` does not replace, followed by `made`: what a partial run leaves in place.
std::vector<MadeDocument> MergeDocuments(const std::vector<MadeDocument>& earlier, std::vector<MadeDocument> made);

}  // namespace chohyo
