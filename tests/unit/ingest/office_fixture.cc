#include "tests/unit/ingest/office_fixture.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <fstream>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/text.h"

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

std::string Utf16(std::string_view utf8, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  const auto unit = [&](unsigned value) {
    const char low = static_cast<char>(value & 0xFFU);
    const char high = static_cast<char>(value >> 8U);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  };
  for (std::size_t i = 0; i < utf8.size();) {
    char32_t c = NextCodePoint(utf8, &i);
    if (c >= 0x10000) {
      c -= 0x10000;
      unit(0xD800 + (c >> 10U));
      c = 0xDC00 + (c & 0x3FFU);
    }
    unit(static_cast<unsigned>(c));
  }
  return out;
}

}  // namespace chohyo
