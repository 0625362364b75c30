#include "pipeline/workbook/sheet_losses.h"

#include <utility>
#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/workbook/cell_address.h"
#include "pipeline/workbook/limits.h"
#include "pipeline/workbook/xml_values.h"

namespace chohyo {
namespace {

class LossReader {
 public:
  LossReader(const XmlNode& worksheet, const std::string& part, SheetContext* context, WorkbookSheet* sheet)
      : worksheet_(worksheet),
        context_(context),
        package_(context->package),
        relationships_(package_.RelationshipsOf(part)),
        sheet_(sheet) {}

  void Read() {
    const bool controls = ReadEmbedded("control", "controlPr", "control", "name");
    ReadEmbedded("oleObject", "objectPr", "ole", "progId");
    for (const std::string& part : relationships_.AllOfKind("comments")) ReadComments(part);
    if (!controls) ReadLegacyControls();
    for (const XmlNode* spark : FindAll(worksheet_, "sparkline")) {
      const XmlNode* place = spark->Child("sqref");
      Lose(place == nullptr ? std::nullopt : ReadRange(place->text), "sparkline", "");
    }
    for (const std::string& part : relationships_.AllOfKind("table")) ReadTable(part);
    if (worksheet_.Child("legacyDrawingHF") != nullptr) Lose(std::nullopt, "header picture", "");
  }

 private:
  void Lose(const std::optional<WorkbookRange>& place, const char* what, std::string_view name) {
    if (++context_->drawings > kMostWorkbookDrawings) package_.TooMuch(Say("図形など", "drawings and objects"));
    WorkbookLoss loss{-1, -1, what, std::string(name)};
    if (place) {
      loss.row = place->first_row;
      loss.column = place->first_column;
    }
    sheet_->losses.push_back(std::move(loss));
  }

  /// The cell of an element `from` of an anchor.
  static std::optional<WorkbookRange> PlaceOf(const XmlNode* from) {
    const XmlNode* row = from == nullptr ? nullptr : from->Child("row");
    const XmlNode* column = from == nullptr ? nullptr : from->Child("col");
    if (row == nullptr || column == nullptr) return std::nullopt;
    const int r = ReadXmlInt(row->text).value_or(-1), c = ReadXmlInt(column->text).value_or(-1);
    return r < 0 || c < 0 ? std::nullopt : std::optional(WorkbookRange{r, c, r, c});
  }

  /// Controls and objects: each stands twice, as a choice and its fallback; the one that knows its place counts.
  bool ReadEmbedded(const char* element, const char* properties, const char* what, const char* name) {
    const std::vector<const XmlNode*> found = FindAll(worksheet_, element);
    bool placed = false;
    for (const XmlNode* node : found) {
      const XmlNode* from = node->Descend({properties, "anchor", "from"});
      if (from == nullptr) continue;
      placed = true;
      Lose(PlaceOf(from), what, node->Get(name));
    }
    if (placed) return true;
    for (const XmlNode* node : found) Lose(std::nullopt, what, node->Get(name));
    return !found.empty();
  }

  void ReadComments(const std::string& part) {
    if (!package_.Has(part)) return;
    const XmlNode comments = package_.ParseTree(part);
    for (const XmlNode* comment : FindAll(comments, "comment")) Lose(ReadRange(comment->Get("ref")), "comment", "");
  }

  /// Controls of Excel 2007 stand in a drawing of its own kind (VML), which need not be well-formed.
  void ReadLegacyControls() {
    const XmlNode* legacy = worksheet_.Child("legacyDrawing");
    const RelatedPart* part = legacy == nullptr ? nullptr : relationships_.Find(legacy->GetPrefixed("id"));
    if (part == nullptr || !package_.Has(part->path)) return;
    try {
      const XmlNode drawing = package_.ParseTree(part->path);
      for (const XmlNode* data : FindAll(drawing, "ClientData")) {
        const std::string_view kind = data->Get("ObjectType");
        if (kind != "Note") Lose(PlaceOfLegacy(*data), "control", kind);
      }
    } catch (const InputFault&) {
      Lose(std::nullopt, "control", part->path);
    }
  }

  /// Anchor: "column, offset, row, offset, …".
  static std::optional<WorkbookRange> PlaceOfLegacy(const XmlNode& data) {
    const XmlNode* anchor = data.Child("Anchor");
    if (anchor == nullptr) return std::nullopt;
    const auto numbers = Split(anchor->text, ',');
    if (numbers.size() < 3) return std::nullopt;
    const int column = ReadXmlInt(Trim(numbers[0])).value_or(-1), row = ReadXmlInt(Trim(numbers[2])).value_or(-1);
    return row < 0 || column < 0 ? std::nullopt : std::optional(WorkbookRange{row, column, row, column});
  }

  /// A table looks by its style, which cells do not hold.
  void ReadTable(const std::string& part) {
    if (!package_.Has(part)) return;
    const XmlNode table = package_.ParseTree(part);
    const XmlNode* style = table.Child("tableStyleInfo");
    if (style != nullptr && !style->Get("name").empty())
      Lose(ReadRange(table.Get("ref")), "table style", style->Get("name"));
  }

  const XmlNode& worksheet_;
  SheetContext* context_;
  const WorkbookPackage& package_;
  Relationships relationships_;
  WorkbookSheet* sheet_;
};

}  // namespace

void ReadSheetLosses(const XmlNode& worksheet, const std::string& part, SheetContext* context, WorkbookSheet* sheet) {
  LossReader(worksheet, part, context, sheet).Read();
}

}  // namespace chohyo
