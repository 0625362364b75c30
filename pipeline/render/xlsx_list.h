// Long lists → XLSX, a worksheet each: a frozen heading with filters, and rows. No layout, so that a million rows are
// no burden.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/date.h"
#include "pipeline/sheet/sheet.h"

namespace chohyo {

struct ListColumn {
  std::string title;
  int width_mm = 20;
};

struct ListCell {
  std::string text;
  std::optional<std::int64_t> number = std::nullopt;  ///< written instead of the text
  std::string link = {};                              ///< file to open (and place in it), "" for none
};

struct ListRow {
  std::vector<ListCell> cells;
  std::optional<Rgb> fill_rgb;  ///< of its first cell
};

struct ListSheet {
  std::string name;
  std::vector<const ListRow*> rows;  ///< one row may stand on several sheets
};

struct ListWorkbook {
  std::string title, author;
  Date created;
  std::vector<ListColumn> columns;
  std::vector<ListSheet> sheets;
};

/// The workbook's bytes; the same list gives the same bytes. Rows beyond Excel's last and links beyond its limit are
/// left out of a sheet. Throws OutputFault.
std::string RenderList(const ListWorkbook& list);

}  // namespace chohyo
