// What only offices' own Excel forms have, in the words of the text renderer.
#include <fmt/format.h>

#include "pipeline/render/text_cells.h"

namespace chohyo {
namespace {

std::string PlaceText(const GridPlace& place, Um width, Um height) {
  std::string text = PlaceName(place.row, place.column);
  if (place.dx != 0 || place.dy != 0) text += fmt::format("+{},{}", Mm(place.dx), Mm(place.dy));
  return text + fmt::format(" {} x {} mm", Mm(width), Mm(height));
}

std::string_view NameOf(Shape::Kind kind) {
  switch (kind) {
    case Shape::Kind::kLine: return "line";
    case Shape::Kind::kRectangle: return "rectangle";
    case Shape::Kind::kRoundedRectangle: return "rounded";
    case Shape::Kind::kEllipse: return "ellipse";
  }
  return "";
}

std::string ColumnNames(const std::vector<int>& columns) {
  std::string names;
  for (const int column : columns) names += " " + ColumnName(column);
  return names;
}

}  // namespace

std::string PrintText(const Sheet& sheet) {
  const PageSetup& page = sheet.page;
  std::string text;
  if (sheet.hidden) text += " hidden";
  if (page.scale_percent != 100) text += fmt::format(" {}%", page.scale_percent);
  if (page.fit) text += fmt::format(" fit {} x {}", page.fit_width, page.fit_height);
  if (page.center_horizontally) text += " centred across";
  if (page.center_vertically) text += " centred down";
  if (page.over_then_down) text += " over then down";
  if (page.first_page_number != 1) text += fmt::format(" from page {}", page.first_page_number);
  if (sheet.print_gridlines) text += " gridlines";
  for (const CellRange& area : sheet.print_areas) text += " area " + RangeName(area);
  if (!sheet.column_breaks.empty()) text += " breaks before" + ColumnNames(sheet.column_breaks);
  if (!sheet.hidden_columns.empty()) text += " hidden columns" + ColumnNames(sheet.hidden_columns);
  if (sheet.repeat_first_column >= 0) {
    text += fmt::format(" repeated columns {}-{}", ColumnName(sheet.repeat_first_column),
                        ColumnName(sheet.repeat_last_column));
  }
  return text;
}

std::string PictureText(const Picture& picture) {
  return fmt::format("picture \"{}\" at {}", picture.alt_text, PlaceText(picture.place, picture.width, picture.height));
}

std::string ShapeText(const Shape& shape) {
  std::string text =
      fmt::format("shape {} at {}", NameOf(shape.kind), PlaceText(shape.place, shape.width, shape.height));
  if (shape.flip) text += " flipped";
  if (shape.fill_rgb) text += " fill " + ColorText(*shape.fill_rgb);
  if (!shape.text.empty()) text += fmt::format(" |{}|", shape.text);
  return text;
}

std::string CellRuleText(const CellRule& rule) {
  std::string text = fmt::format("rule {} {}", RangeName(rule.range), rule.type);
  for (const std::string* part : {&rule.op, &rule.formula1, &rule.formula2}) {
    if (!part->empty()) text += " " + *part;
  }
  return text;
}

}  // namespace chohyo
