#include "tests/unit/ingest/office_fixture.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <fstream>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"

namespace chohyo {

namespace fs = std::filesystem;

OfficeFixture::OfficeFixture() {
  std::string folder = (fs::temp_directory_path() / "chohyo-ingest-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("mkdtemp");
  office_.folder = folder;
  fs::create_directory(office_.folder / "data");
}

OfficeFixture::~OfficeFixture() { fs::remove_all(office_.folder); }

void OfficeFixture::Write(const std::string& name, std::string_view bytes) const {
  std::ofstream(office_.folder / "data" / name, std::ios::binary) << bytes;
}

std::string OfficeFixture::Fault() const {
  try {
    Import();
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return "no fault";
}

std::vector<std::string> Places(const Findings& findings) {
  std::vector<std::string> places;
  for (const Finding& f : findings) {
    places.push_back(fmt::format("{} {}:{}:{} {}", f.rule, f.table, f.line, f.column, f.key));
  }
  return places;
}

std::string TestData(const std::string& name) {
  return ReadWholeFile(fs::path(CHOHYO_SOURCE_DIR) / "tests/data/ingest" / name);
}

}  // namespace chohyo
