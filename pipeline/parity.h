// Compares the finished files of a document: the text of every cell of the XLSX with what stands on the pages of the
// PDF, and where both break pages. Only bytes of files are looked at, nothing of how they were made.
#pragma once

#include <string>
#include <vector>

namespace chohyo {

/// A cell, or a page, that is not the same in both files.
struct ParityDifference {
  std::string place;  ///< "名簿!B5", "page 2"
  std::string pdf, xlsx;
};

/// What differs; empty if nothing does. Spaces and line breaks do not count, nor does 〓, which stands for characters
/// that no font has (a finding of its own); charts are drawn in both and not read back. Throws InputFault for files
/// that are not as this program writes them.
std::vector<ParityDifference> CompareFilesOfDocument(const std::string& pdf, const std::string& xlsx);

}  // namespace chohyo
