#include "pipeline/workbook/workbook.h"

#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/workbook/drawing.h"
#include "pipeline/workbook/package.h"
#include "pipeline/workbook/sheet_cells.h"
#include "pipeline/workbook/sheet_extent.h"
#include "pipeline/workbook/sheet_losses.h"
#include "pipeline/workbook/sheet_page.h"
#include "pipeline/workbook/sheet_rules.h"
#include "pipeline/workbook/sheet_tracks.h"
#include "pipeline/workbook/styles.h"

namespace chohyo {
namespace {

WorkbookSheet::State StateOf(const std::string& word) {
  if (word == "veryHidden") return WorkbookSheet::State::kVeryHidden;
  return word == "hidden" ? WorkbookSheet::State::kHidden : WorkbookSheet::State::kVisible;
}

void ReadWorksheet(const SheetPart& part, int index, SheetContext* context, WorkbookSheet* sheet) {
  const WorkbookStyles& styles = context->styles;
  const XmlNode worksheet = ReadSheetCells(part.path, context, sheet);
  const SheetTracks tracks = ReadTracks(worksheet, context, sheet);
  ReadSheetPage(worksheet, sheet);
  ReadPrintNames(context->parts, index, sheet);
  ReadSheetRules(worksheet, context, sheet);
  if (const XmlNode* drawing = worksheet.Child("drawing")) {
    const Relationships relationships = context->package.RelationshipsOf(part.path);
    const RelatedPart* drawn = relationships.Find(drawing->GetPrefixed("id"));
    if (drawn != nullptr && context->package.Has(drawn->path)) ReadDrawing(drawn->path, tracks, context, sheet);
  }
  ReadSheetLosses(worksheet, part.path, context, sheet);
  SetExtent(styles.formats, tracks, sheet);
}

WorkbookSheet ReadSheet(const SheetPart& part, int index, SheetContext* context) {
  WorkbookSheet sheet;
  sheet.name = part.name;
  sheet.state = StateOf(part.state);
  if (part.kind == "worksheet") {
    ReadWorksheet(part, index, context, &sheet);
  } else {
    sheet.losses.push_back({-1, -1, part.kind.empty() ? "missing sheet" : part.kind, part.name});
  }
  return sheet;
}

std::vector<WorkbookName> OwnNames(const WorkbookParts& parts) {
  std::vector<WorkbookName> names;
  for (const DefinedName& name : parts.names) {
    if (!name.name.starts_with("_xlnm.")) names.push_back({name.name, name.formula, name.sheet.value_or(-1)});
  }
  return names;
}

void ReadProperties(const WorkbookPackage& package, Workbook* workbook) {
  const std::string part = package.RelationshipsOf("").FirstOfKind("core-properties");
  if (part.empty() || !package.Has(part)) return;
  const XmlNode properties = package.ParseTree(part);
  if (const XmlNode* title = properties.Child("title")) workbook->title = title->text;
  if (const XmlNode* author = properties.Child("creator")) workbook->author = author->text;
}

}  // namespace

Um WorkbookSheet::ColumnWidth(int column) const {
  const auto found = columns.find(column);
  if (found == columns.end()) return default_column_width;
  return found->second.hidden ? 0 : found->second.width;
}

Um WorkbookSheet::RowHeight(int row) const {
  const auto found = rows.find(row);
  if (found == rows.end()) return default_row_height;
  return found->second.hidden ? 0 : found->second.height;
}

Workbook ReadWorkbook(std::string bytes, const std::string& file) {
  const WorkbookPackage package(std::move(bytes), file);
  const WorkbookParts parts = FindWorkbookParts(package);
  WorkbookStyles styles = ReadWorkbookStyles(package, parts);
  SheetContext context{package, parts, styles, ReadSharedStrings(package, parts, styles)};
  Workbook workbook;
  for (const SheetPart& part : parts.sheets) {
    workbook.sheets.push_back(ReadSheet(part, static_cast<int>(workbook.sheets.size()), &context));
  }
  workbook.names = OwnNames(parts);
  workbook.default_font = styles.default_font;
  workbook.since_1904 = parts.since_1904;
  ReadProperties(package, &workbook);
  workbook.formats = std::move(styles.formats);
  return workbook;
}

}  // namespace chohyo
