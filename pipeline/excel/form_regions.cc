#include "pipeline/excel/form_regions.h"

#include <algorithm>
#include <string_view>
#include <variant>

#include "pipeline/excel/field_names.h"
#include "pipeline/excel/form_language.h"
#include "pipeline/excel/form_reference.h"

namespace chohyo {
namespace {

/// The table a region's name stands for; "" for names of other things.
std::string TableOfRegion(std::string_view name) {
  for (const std::string_view prefix : {"each_", "EACH_", "Each_", "繰返_", "繰り返し_", "明細_"}) {
    if (!name.starts_with(prefix)) continue;
    const TableInfo* table = TableNamed(name.substr(prefix.size()));
    return table != nullptr ? std::string(table->name) : std::string();
  }
  const TableInfo* table = TableNamed(name);
  return table != nullptr ? std::string(table->name) : std::string();
}

bool HasEachMarkers(const WorkbookSheet& sheet) {
  return std::any_of(sheet.cells.begin(), sheet.cells.end(), [](const WorkbookCell& cell) {
    const auto* text = std::get_if<std::string>(&cell.value);
    return text != nullptr && WithPlainBraces(*text).find("{{#each") != std::string::npos;
  });
}

}  // namespace

std::vector<NamedRegion> RegionsOf(const Workbook& book, std::size_t sheet) {
  std::vector<NamedRegion> regions;
  if (HasEachMarkers(book.sheets[sheet])) return regions;
  for (const WorkbookName& name : book.names) {
    const std::string table = TableOfRegion(name.name);
    std::string target;
    const auto range = table.empty() ? std::nullopt : RangeOfReference(name.formula, &target);
    if (!range || target != book.sheets[sheet].name) continue;
    const bool overlaps = std::any_of(regions.begin(), regions.end(), [&](const NamedRegion& other) {
      return range->first_row <= other.last_row && range->last_row >= other.first_row;
    });
    if (!overlaps) regions.push_back({range->first_row, range->last_row, table});
  }
  std::sort(regions.begin(), regions.end(), [](const auto& a, const auto& b) { return a.first_row < b.first_row; });
  return regions;
}

}  // namespace chohyo
