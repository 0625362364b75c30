// An XLSX file as a package of parts, and where the parts of its workbook are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/workbook/relationships.h"
#include "pipeline/workbook/xml_tree.h"
#include "pipeline/workbook/zip_archive.h"

namespace chohyo {

/// One opened file. All errors are InputFaults that name the file. Files that are no XLSX (old .xls, protected by a
/// password, anything else) are refused with the remedy.
class WorkbookPackage {
 public:
  WorkbookPackage(std::string bytes, std::string file);

  const std::string& file() const { return file_; }
  bool Has(const std::string& part) const { return archive_.Has(part); }
  /// Parses a part.
  void Parse(const std::string& part, XmlHandler* handler) const;
  /// Parses a small part.
  XmlNode ParseTree(const std::string& part) const;
  /// The bytes of a part. Refuses one of more than `most`.
  std::string Bytes(const std::string& part, std::size_t most) const;
  /// What a part uses; nothing if it says nothing.
  Relationships RelationshipsOf(const std::string& part) const;
  /// The workbook's own part.
  std::string WorkbookPart() const;

  [[noreturn]] void Damaged(const std::string& reason) const;
  /// `what` there is too much of: "セル", "cells".
  [[noreturn]] void TooMuch(const std::string& what) const;

 private:
  std::string file_;
  ZipArchive archive_;
};

struct SheetPart {
  std::string name;   ///< of the sheet
  std::string state;  ///< "", hidden, veryHidden
  std::string kind;   ///< worksheet, chartsheet, dialogsheet …; "" = its part is missing
  std::string path;
};

struct DefinedName {
  std::string name, formula;
  std::optional<int> sheet;  ///< its sheet, by place in the workbook
};

/// Where parts are, as paths inside the archive ("" where the workbook has no such part), and what the workbook's own
/// part says.
struct WorkbookParts {
  std::vector<SheetPart> sheets;  ///< in workbook order
  std::vector<DefinedName> names;
  std::string styles, shared_strings, theme;
  bool since_1904 = false;  ///< days are counted from 1904
};

/// Throws InputFault for a workbook without a worksheet.
WorkbookParts FindWorkbookParts(const WorkbookPackage& package);

}  // namespace chohyo
