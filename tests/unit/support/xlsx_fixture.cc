#include "tests/unit/support/xlsx_fixture.h"

#include <fmt/format.h>

#include <cstdint>

namespace chohyo {
namespace {

constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::uint32_t Crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

void AppendNumber(std::uint32_t number, int bytes, std::string* out) {
  for (int i = 0; i < bytes; ++i) out->push_back(static_cast<char>(number >> (8 * i) & 0xFFU));
}

/// The fields that an entry's own header and the directory share, from "version needed" to "extra length".
std::string EntryFields(const std::string& name, std::string_view bytes) {
  std::string out;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  for (const std::uint32_t field : {20U, 0U, 0U, 0U, 0x21U}) AppendNumber(field, 2, &out);
  AppendNumber(Crc32(bytes), 4, &out);
  AppendNumber(size, 4, &out);
  AppendNumber(size, 4, &out);
  AppendNumber(static_cast<std::uint32_t>(name.size()), 2, &out);
  AppendNumber(0, 2, &out);
  return out;
}

std::string Relationship(int id, std::string_view kind, std::string_view target) {
  return fmt::format(R"(<Relationship Id="rId{}" Type="{}/{}" Target="{}"/>)", id, kRelations, kind, target);
}

std::string Relationships(const std::string& items) {
  return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + items +
         "</Relationships>";
}

}  // namespace

std::string StoredZip(const std::map<std::string, std::string>& entries) {
  std::string out;
  std::string directory;
  for (const auto& [name, bytes] : entries) {
    const std::string fields = EntryFields(name, bytes);
    const auto offset = static_cast<std::uint32_t>(out.size());
    out += "PK\x03\x04" + fields + name + bytes;
    directory += "PK\x01\x02";
    AppendNumber(20, 2, &directory);
    directory += fields + std::string(10, '\0');
    AppendNumber(offset, 4, &directory);
    directory += name;
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\x05\x06" + std::string(4, '\0');
  AppendNumber(static_cast<std::uint32_t>(entries.size()), 2, &out);
  AppendNumber(static_cast<std::uint32_t>(entries.size()), 2, &out);
  AppendNumber(static_cast<std::uint32_t>(directory.size()), 4, &out);
  AppendNumber(start, 4, &out);
  AppendNumber(0, 2, &out);
  return out;
}

XlsxFixture::XlsxFixture() {
  parts["_rels/.rels"] = Relationships(Relationship(1, "officeDocument", "xl/workbook.xml"));
  parts["xl/workbook.xml"] = fmt::format(
      R"(<workbook xmlns="{}" xmlns:r="{}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>)",
      kMain, kRelations);
  parts["xl/_rels/workbook.xml.rels"] =
      Relationships(Relationship(1, "worksheet", "worksheets/sheet1.xml") + Relationship(2, "styles", "styles.xml") +
                    Relationship(3, "sharedStrings", "/xl/sharedStrings.xml"));
  SetRows("");
  SetShared("");
  SetStyles("", R"(<xf numFmtId="0"/>)");
}

void XlsxFixture::SetRows(std::string_view rows) {
  parts["xl/worksheets/sheet1.xml"] = fmt::format(
      R"(<?xml version="1.0"?><worksheet xmlns="{}"><dimension ref="A1:XFD1048576"/><sheetData>{}</sheetData>)"
      "</worksheet>",
      kMain, rows);
}

void XlsxFixture::SetShared(std::string_view items) {
  parts["xl/sharedStrings.xml"] = fmt::format(R"(<sst xmlns="{}">{}</sst>)", kMain, items);
}

void XlsxFixture::SetStyles(std::string_view formats, std::string_view cell_formats) {
  parts["xl/styles.xml"] =
      fmt::format(R"(<styleSheet xmlns="{}"><numFmts>{}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
                  "<cellXfs>{}</cellXfs></styleSheet>",
                  kMain, formats, cell_formats);
}

}  // namespace chohyo
