// The files a run reads, for the record of what its documents were made of.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/deliver/ledger_view.h"

namespace chohyo {

/// chohyo.yaml, data/ and templates/ of an office folder with sizes and digests, by path.
std::vector<LedgerFile> InputFiles(const std::filesystem::path& folder);

/// One digest for all of them.
std::string DigestOf(const std::vector<LedgerFile>& files);

}  // namespace chohyo
