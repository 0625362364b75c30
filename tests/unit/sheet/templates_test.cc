// The templates that come with the program: all are read, and filled as blanks.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "pipeline/base/file.h"
#include "tests/unit/sheet/dump.h"

namespace chohyo {

TEST_CASE("Every built-in template is read and makes a blank form") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(CHOHYO_SOURCE_DIR "/templates")) {
    const auto& path = entry.path();
    if (path.extension() == ".yaml" && path.filename() != "pack.yaml") files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  CHECK(files.size() >= 3);
  for (const auto& path : files) {
    INFO(path.string());
    const Template form = Template::Parse(ReadWholeFile(path), path.string());
    CHECK(form.head().form.find('.') != std::string::npos);
    BindOptions options;
    options.blank = true;
    options.approval = {"係長", "課長"};
    for (const Sheet& sheet : Bind(form, Value(), options)) CHECK(sheet.column_count() > 0);
  }
}

}  // namespace chohyo
