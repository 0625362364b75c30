// Small XLSX files made by hand, well-formed or not.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace chohyo {

/// Bytes of a ZIP archive whose entries are stored, in the order of their names.
std::string StoredZip(const std::map<std::string, std::string>& entries);

/// The parts of a workbook with one sheet; change them at will before zipping.
struct XlsxFixture {
  XlsxFixture();
  /// The rows inside <sheetData>.
  void SetRows(std::string_view rows);
  /// The <si> elements.
  void SetShared(std::string_view items);
  /// Custom formats (id → code) and the format ids of the cell styles 0, 1 …
  void SetStyles(std::string_view formats, std::string_view cell_formats);
  std::string Bytes() const { return StoredZip(parts); }

  std::map<std::string, std::string> parts;
};

}  // namespace chohyo
