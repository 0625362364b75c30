// The parts of an XLSX around its first worksheet: where that is, what its styles make of numbers, the shared strings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/ingest/xlsx_numbers.h"
#include "pipeline/workbook/xml_parser.h"
#include "pipeline/workbook/zip_archive.h"

namespace chohyo {

/// Where parts are, as paths inside the archive; "" where the workbook has no such part.
struct XlsxParts {
  std::string sheet;  ///< the first worksheet in workbook order
  std::string styles;
  std::string shared_strings;
  bool since_1904 = false;  ///< days are counted from 1904
};

/// A text in a block of text.
struct TextSpan {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

/// One opened workbook. All errors are InputFaults that name the file.
class XlsxPackage {
 public:
  XlsxPackage(std::string bytes, std::string file);

  const XlsxParts& parts() const { return parts_; }
  /// The style of each cell format (the `s` of a cell).
  std::vector<NumberStyle> ReadStyles() const;
  /// The shared strings, appended to `text`.
  std::vector<TextSpan> ReadSharedStrings(std::string* text) const;
  /// Parses a part.
  void Parse(const std::string& part, XmlHandler* handler) const;
  [[noreturn]] void Damaged(const std::string& reason) const;

 private:
  void FindParts();
  std::string file_;
  ZipArchive archive_;
  XlsxParts parts_;
};

/// Text of a <si> or <is> element: its runs joined, without furigana (rPh).
class RichText {
 public:
  void Clear();
  void OnStart(std::string_view name);
  void OnEnd(std::string_view name);
  void OnText(std::string_view text);
  /// The text so far, with _x000A_ and the like turned into the characters they stand for.
  std::string Text() const;

 private:
  std::string text_;
  int in_text_ = 0;
  int in_furigana_ = 0;
};

}  // namespace chohyo
