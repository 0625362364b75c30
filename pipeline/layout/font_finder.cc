#include "pipeline/layout/font_finder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

struct KnownFont {
  std::string_view name, file, package;
};

constexpr std::array kKnownFonts{
    KnownFont{"IPAexMincho", "ipaexm.ttf", "fonts-ipaexfont-mincho"},
    KnownFont{"IPAexGothic", "ipaexg.ttf", "fonts-ipaexfont-gothic"},
    KnownFont{"IPAmjMincho", "ipamjm.ttf", "fonts-ipamj-mincho"},
    KnownFont{"BIZUDMincho", "BIZUDMincho-Regular.ttf", "fonts-morisawa-bizud-mincho"},
    KnownFont{"BIZUDPMincho", "BIZUDPMincho-Regular.ttf", "fonts-morisawa-bizud-mincho"},
    KnownFont{"BIZUDGothic", "BIZUDGothic-Regular.ttf", "fonts-morisawa-bizud-gothic"},
    KnownFont{"BIZUDPGothic", "BIZUDPGothic-Regular.ttf", "fonts-morisawa-bizud-gothic"},
};

/// Names are compared without spaces, hyphens and case.
std::string Folded(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    if (c == ' ' || c == '-' || c == '_') continue;
    folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return folded;
}

const KnownFont* KnownFontOf(std::string_view name) {
  const auto found = std::find_if(kKnownFonts.begin(), kKnownFonts.end(),
                                  [&](const KnownFont& font) { return Folded(font.name) == Folded(name); });
  return found == kKnownFonts.end() ? nullptr : &*found;
}

bool IsFontFile(const fs::path& file) {
  const std::string suffix = Folded(file.extension().string());
  return suffix == ".ttf" || suffix == ".ttc" || suffix == ".otf" || suffix == ".otc";
}

/// Splits "fonts/office.ttc#1" into path and index; a '#' that no number follows belongs to the name.
std::pair<std::string, int> SplitIndex(const std::string& name) {
  const std::size_t mark = name.rfind('#');
  if (mark == std::string::npos) return {name, 0};
  int index = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + mark + 1, end, index);
  if (error != std::errc() || stop != end || index < 0) return {name, 0};
  return {name.substr(0, mark), index};
}

void AddFolder(const char* base, const char* below, std::vector<fs::path>* folders) {
  if (base != nullptr && *base != '\0') folders->push_back(fs::path(base) / below);
}

/// All font files of a folder and those below it, in the order of their names; what cannot be read is passed over.
std::vector<fs::path> FontFilesBelow(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (IsFontFile(walk->path())) files.push_back(walk->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<fs::path> FontFolders() {
  std::vector<fs::path> folders;
  const char* const home = std::getenv("HOME");
  const char* const data = std::getenv("XDG_DATA_HOME");
  data != nullptr&&* data != '\0' ? AddFolder(data, "fonts", &folders)
                                  : AddFolder(home, ".local/share/fonts", &folders);
  AddFolder(home, ".fonts", &folders);
  folders.emplace_back("/usr/local/share/fonts");
  folders.emplace_back("/usr/share/fonts");
  return folders;
}

void FontFinder::ReadFolders() {
  if (std::exchange(folders_read_, true)) return;
  for (const fs::path& folder : FontFolders()) {
    for (const fs::path& file : FontFilesBelow(folder)) {
      files_.emplace(Folded(file.filename().string()), file);
      files_.emplace(Folded(file.stem().string()), file);
    }
  }
}

FontPlace FontFinder::Find(const std::string& name) {
  const auto [text, index] = SplitIndex(name);
  const KnownFont* const known = KnownFontOf(text);
  std::error_code error;
  if (known == nullptr && fs::is_regular_file(folder_ / text, error)) return {folder_ / text, index};
  ReadFolders();
  const auto found = files_.find(Folded(known ? known->file : text));
  if (found == files_.end()) NotFound(text, known ? std::string(known->package) : "");
  return {found->second, index};
}

void FontFinder::NotFound(const std::string& name, const std::string& package) const {
  std::vector<std::string> places;
  for (const fs::path& folder : FontFolders()) places.push_back(folder.string());
  if (!package.empty()) {
    throw InputFault(
        Say("エラー: フォント「{0}」がありません。Debian パッケージ {1} を入れてください（apt install {1}）。"
            "探した場所: {2}",
            "error: the font \"{0}\" is missing. Install the Debian package {1} (apt install {1}). "
            "Looked in: {2}",
            name, package, Join(places, ", ")));
  }
  places.insert(places.begin(), (folder_ / name).string());
  std::vector<std::string> names;
  names.reserve(kKnownFonts.size());
  for (const KnownFont& font : kKnownFonts) names.emplace_back(font.name);
  throw InputFault(
      Say("エラー: フォント「{}」がありません。chohyo.yaml の fonts には、ファイルのパス（この設定フォルダー"
          "から）か、次の名前が書けます: {}。探した場所: {}",
          "error: the font \"{}\" is missing. fonts in chohyo.yaml takes the path of a file (from the "
          "office folder) or one of: {}. Looked in: {}",
          name, Join(names, ", "), Join(places, ", ")));
}

}  // namespace chohyo
