#include "pipeline/excel/form_names.h"

#include <algorithm>
#include <map>
#include <variant>

#include "pipeline/base/lang.h"
#include "pipeline/excel/form_regions.h"

namespace chohyo {
namespace {

const TableInfo* TableOfRecordName(const std::string& name) {
  for (const TableInfo& table : AllTables()) {
    if (RecordNameOf(table.name) == name) return &table;
  }
  return TableNamed(name);
}

class NameCollector {
 public:
  explicit NameCollector(FormNamesUsed* used) : used_(*used) {}

  void AddSheet(const Workbook& book, std::size_t index) {
    const WorkbookSheet& sheet = book.sheets[index];
    sheet_ = &used_.sheets.emplace_back(sheet.name);
    regions_ = RegionsOf(book, index);
    std::map<int, std::vector<const WorkbookCell*>> rows;
    for (const WorkbookCell& cell : sheet.cells) rows[cell.row].push_back(&cell);
    for (const auto& [row, cells] : rows) AddRow(row, cells);
    depth_ = 0;
    AddText(WithPlainBraces(sheet.name), {});
    const WorkbookHeaderFooter& texts = sheet.page.header_footer;
    AddText(WithPlainBraces(texts.odd_header), {});
    AddText(WithPlainBraces(texts.odd_footer), {});
    for (const WorkbookShape& shape : sheet.shapes) {
      std::string text;
      for (const WorkbookRun& run : shape.text) text += run.text;
      AddText(WithPlainBraces(text), {shape.anchor.row + 1, shape.anchor.column + 1, sheet_});
    }
  }

 private:
  void AddRow(int row, const std::vector<const WorkbookCell*>& cells) {
    const bool in_region = std::any_of(regions_.begin(), regions_.end(), [row](const NamedRegion& region) {
      return row >= region.first_row && row <= region.last_row;
    });
    int opened = 0, closed = 0;
    std::vector<std::pair<std::string, Place>> texts;
    for (const WorkbookCell* cell : cells) {
      const auto* value = std::get_if<std::string>(&cell->value);
      if (value == nullptr || !cell->formula.empty() || value->find_first_of("{\xEF") == std::string::npos) continue;
      std::string text = WithPlainBraces(*value);
      for (const MarkerPiece& piece : SplitMarkers(text)) {
        opened += piece.kind == MarkerPiece::Kind::kEach ? 1 : 0;
        closed += piece.kind == MarkerPiece::Kind::kEndEach ? 1 : 0;
      }
      texts.emplace_back(std::move(text), Place{row + 1, cell->column + 1, sheet_});
    }
    depth_ += opened;
    if (depth_ <= 0 && !in_region) {
      for (const auto& [text, place] : texts) AddText(text, place);
    }
    depth_ -= closed;
  }

  void AddText(const std::string& text, Place place) {
    for (const std::string& placeholder : PlaceholdersOf(text)) AddName(NameOf(placeholder), place);
  }

  void AddName(const std::string& name, Place place) {
    const auto dot = name.find('.');
    const std::string first = name.substr(0, dot);
    if (name.empty() || IsCommonStart(first)) return;
    if (dot != std::string::npos) return Add(name, place, &used_.dotted);
    if (IsKnownHeader(name)) return Add(name, place, &used_.plain);
    if (const auto numbered = NumberedNameOf(name)) {
      used_.most_number = std::max(used_.most_number, numbered->number);
      return Add(numbered->base, place, &used_.numbered);
    }
    if (CommonPathOf(name) || TableNamed(name) != nullptr) return;
    Add(name, place, &used_.plain);
  }

  static void Add(const std::string& name, Place place, std::vector<UsedName>* names) {
    const bool known =
        std::any_of(names->begin(), names->end(), [&](const UsedName& used) { return used.name == name; });
    if (!known) names->push_back({name, place});
  }

  FormNamesUsed& used_;
  const std::string* sheet_ = nullptr;
  std::vector<NamedRegion> regions_;
  int depth_ = 0;
};

}  // namespace

const TableInfo* FormNamesUsed::record_table(const std::string& file) const {
  const TableInfo* found = nullptr;
  for (const UsedName& used : dotted) {
    const TableInfo* table = TableOfRecordName(used.name.substr(0, used.name.find('.')));
    if (table == nullptr) continue;
    if (found != nullptr && found != table) {
      FailAt(file, used.place,
             Say("どの表の様式か決められません（「{}」と「{}"
                 "」の両方の項目があります）。シート「chohyo」を足して、A列に 表、B列に {} か "
                 "{} と書いてください。",
                 "it cannot be told whose form this is: it names fields of both \"{}\" and \"{}\". Add a sheet "
                 "\"chohyo\" with 表 in column A and {} or {} in column B.",
                 std::string(found->ja), std::string(table->ja), std::string(found->name), std::string(table->name)));
    }
    found = table;
  }
  return found;
}

FormNamesUsed NamesUsed(const Workbook& book, int left_out) {
  FormNamesUsed used;
  NameCollector collector(&used);
  for (std::size_t i = 0; i < book.sheets.size(); ++i) {
    if (static_cast<int>(i) != left_out) collector.AddSheet(book, i);
  }
  return used;
}

FormNamesUsed NamesUsedOn(const Workbook& book, std::size_t sheet) {
  FormNamesUsed used;
  NameCollector(&used).AddSheet(book, sheet);
  return used;
}

}  // namespace chohyo
