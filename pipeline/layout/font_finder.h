// Where font files are: names that the configuration may use, and the system's font folders.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace chohyo {

/// A font file, and the face in it where the file is a collection.
struct FontPlace {
  std::filesystem::path file;
  int index = 0;
  friend auto operator<=>(const FontPlace&, const FontPlace&) = default;
};

/// Finds font files by name. Reads the font folders once, when first needed.
class FontFinder {
 public:
  /// `folder`: what relative paths are relative to, the office folder.
  explicit FontFinder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The file of a known name ("IPAmj Mincho"; spaces and case do not matter), of a path, or of a file name in the font
  /// folders; "#1" behind it chooses the second face of a collection. Throws InputFault naming the font, the Debian
  /// package that has it and the places where it was looked for.
  FontPlace Find(const std::string& name);

 private:
  void ReadFolders();
  [[noreturn]] void NotFound(const std::string& name, const std::string& package) const;

  std::filesystem::path folder_;
  bool folders_read_ = false;
  std::map<std::string, std::filesystem::path> files_;  ///< by file name, folded
};

/// The folders in which font files are looked for, in order.
std::vector<std::filesystem::path> FontFolders();

}  // namespace chohyo
