// A private folder for the temporary files of one workbook.
#pragma once

#include <cstdint>
#include <filesystem>

namespace chohyo {

/// Made below the system's folder for temporary files (TMPDIR), readable by this user only; gone with the object. Small
/// workbooks, if TMPDIR says nothing else, stay in memory: that saves a seventh of their cost, and personal data the
/// disk. The library keeps its own temporary files in it too: it names them from one shared random state, which threads
/// would otherwise disturb.
class XlsxScratch {
 public:
  enum class Size { kSmall, kHuge };
  /// Throws OutputFault.
  explicit XlsxScratch(Size size);
  ~XlsxScratch();
  XlsxScratch(const XlsxScratch&) = delete;
  XlsxScratch& operator=(const XlsxScratch&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

  /// Throws OutputFault if fewer bytes are free: the library would cut a sheet off without a word.
  void Require(std::uint64_t bytes) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace chohyo
