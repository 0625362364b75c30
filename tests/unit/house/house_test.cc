// Holds the house to its plan: which room may include which, and that each foreign library has one door.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    ///< relative to the source tree
  std::string target;  ///< as written
  bool ours = false;   ///< in quotes
};

std::vector<Include> AllIncludes() {
  static const std::regex pattern(R"re(^\s*#include\s+(["<])([^">]+)[">])re");
  const fs::path root = CHOHYO_SOURCE_DIR;
  std::vector<Include> includes;
  for (const char* top : {"pipeline", "forms"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream text(entry.path());
      for (std::string line; std::getline(text, line);) {
        std::smatch match;
        if (!std::regex_search(line, match, pattern)) continue;
        includes.push_back({fs::relative(entry.path(), root).string(), match[2], match[1] == "\""});
      }
    }
  }
  return includes;
}

/// The room of a path: "pipeline/base/text.h" → "base", "forms/form.h" → "forms", "pipeline/job.cc" → "program".
std::string RoomOf(const std::string& path) {
  if (path.rfind("forms/", 0) == 0) return "forms";
  const std::size_t start = std::string("pipeline/").size();
  const std::size_t end = path.find('/', start);
  return end == std::string::npos ? "program" : path.substr(start, end - start);
}

const std::map<std::string, std::set<std::string>>& Allowed() {
  static const std::map<std::string, std::set<std::string>> rooms = {
      {"base", {"base"}},
      {"model", {"base", "model"}},
      {"workbook", {"base", "workbook"}},
      {"protect", {"base", "workbook", "protect"}},
      {"formula", {"base", "formula"}},
      {"ingest", {"base", "model", "workbook", "ingest"}},
      {"rules", {"base", "model", "rules"}},
      {"sheet", {"base", "model", "formula", "sheet"}},
      {"excel", {"base", "model", "formula", "workbook", "sheet", "excel"}},
      {"layout", {"base", "model", "sheet", "layout"}},
      {"render", {"base", "model", "sheet", "layout", "render"}},
      {"deliver", {"base", "model", "protect", "deliver"}},
      {"forms", {"base", "model", "sheet", "forms"}},
      {"collect", {"base", "model", "workbook", "sheet", "forms", "collect"}},
      {"program",
       {"base", "model", "workbook", "protect", "collect", "formula", "ingest", "rules", "sheet", "excel", "layout",
        "render", "deliver", "forms", "program"}},
  };
  return rooms;
}

/// The foreign library a header belongs to; "" for the standard library and the system.
std::string LibraryOf(const std::string& header) {
  static const std::vector<std::pair<std::string, std::string>> prefixes = {{"unicode/", "ICU"},
                                                                            {"yaml-cpp/", "yaml-cpp"},
                                                                            {"openssl/", "OpenSSL"},
                                                                            {"zip.h", "libzip"},
                                                                            {"png.h", "libpng"},
                                                                            {"sqlite3.h", "SQLite"},
                                                                            {"gmime/", "GMime"},
                                                                            {"curl/", "libcurl"},

                                                                            {"expat.h", "expat"},
                                                                            {"hpdf", "libharu"},
                                                                            {"gsf/", "libgsf"},
                                                                            {"qpdf/", "libqpdf"},
                                                                            {"xlsxwriter", "libxlsxwriter"},
                                                                            {"libdeflate", "libdeflate"},
                                                                            {"CLI/", "CLI11"},
                                                                            {"nlohmann/", "nlohmann-json"},
                                                                            {"zlib.h", "zlib"}};
  for (const auto& [prefix, library] : prefixes) {
    if (header.rfind(prefix, 0) == 0) return library;
  }
  return {};
}

}  // namespace

TEST_CASE("Rooms include only what the plan lets them") {
  std::vector<std::string> wrong;
  for (const Include& include : AllIncludes()) {
    if (!include.ours) continue;
    const bool allowed = Allowed().at(RoomOf(include.file)).contains(RoomOf(include.target));
    if (!allowed) wrong.push_back(include.file + " includes " + include.target);
  }
  CHECK(wrong == std::vector<std::string>());
}

TEST_CASE("Our includes are written from the top of the tree") {
  std::vector<std::string> wrong;
  for (const Include& include : AllIncludes()) {
    if (include.ours && !fs::exists(fs::path(CHOHYO_SOURCE_DIR) / include.target)) {
      wrong.push_back(include.file + " includes " + include.target);
    }
  }
  CHECK(wrong == std::vector<std::string>());
}

TEST_CASE("Each foreign library is included in one source file") {
  std::map<std::string, std::set<std::string>> doors;
  for (const Include& include : AllIncludes()) {
    const std::string library = include.ours ? "" : LibraryOf(include.target);
    if (!library.empty()) doors[library].insert(include.file);
  }
  std::vector<std::string> wrong;
  for (const auto& [library, files] : doors) {
    if (files.size() == 1 && files.begin()->ends_with(".cc")) continue;
    std::string line = library + ":";
    for (const std::string& file : files) line += " " + file;
    wrong.push_back(line);
  }
  CHECK(wrong == std::vector<std::string>());
  CHECK(doors.size() >= 8);
}
