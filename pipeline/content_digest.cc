#include "pipeline/content_digest.h"

#include <fmt/format.h>

#include <iterator>

#include "pipeline/base/digest.h"

namespace chohyo {

std::string ContentDigest(const Document& document, const ReportedFigures& figures) {
  std::string said = document.form + "\n" + document.key + "\n";
  for (const ReportedFigure& figure : figures) {
    fmt::format_to(std::back_inserter(said), "{}\t{}\t{}\n", figure.row, figure.column, figure.text);
  }
  if (!figures.empty()) return Sha256Hex(said);
  for (const Sheet& sheet : document.sheets) {
    said += sheet.name + "\n";
    for (const Cell& cell : sheet.cells) {
      if (cell.text.empty() && !cell.diagonal) continue;
      fmt::format_to(std::back_inserter(said), "{} {} {} {}\n", cell.row, cell.column, cell.diagonal, cell.text);
    }
    for (const Shape& shape : sheet.shapes) said += shape.text + "\n";
  }
  return Sha256Hex(said);
}

}  // namespace chohyo
