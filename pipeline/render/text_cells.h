// Rows, cells, formats and charts in the words of the text renderer.
#pragma once

#include <string>

#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// "25" or "10.5": millimetres without needless decimals.
std::string Mm(Um length);
/// "A", "AB"
std::string ColumnName(int column);
/// "B3"
std::string PlaceName(int row, int column);
/// "B3:D4", "B3" for a single place
std::string RangeName(const CellRange& range);
/// "#D9D9D9"
std::string ColorText(Rgb rgb);

/// "row 3 9 mm heading group 2"
std::string RowText(const Sheet& sheet, int row, Um height);
/// "A1:C1 |text| 10.5pt center fill #F0F0F0 edges mhhm": what differs from a plain cell is named. Edges: top, right,
/// bottom, left as . none, o dotted, h hair, d dashed, t thin, m medium, D double, T thick, 1 to 5 those
/// with dots among dashes, M medium dashed, ~ several.
std::string CellText(const Sheet& sheet, const Cell& cell, CentiPoint size, int lines);
/// "conditional B3:D9 =B3>1 fill #D9D9D9 on at B4 C5"
std::string ConditionText(const ConditionalFormat& format);
/// "chart column "title" at A5:H20 …"
std::string ChartHeadText(const Chart& chart);
/// How a sheet is printed, other than plainly: " 80%", " fit 1 x 0", " areas A1:B2 C3:D4", " centred across" …
std::string PrintText(const Sheet& sheet);
/// "picture "alt" at B2+1,2 15 x 10 mm"
std::string PictureText(const Picture& picture);
/// "shape ellipse at B2+1,2 15 x 10 mm |text|"
std::string ShapeText(const Shape& shape);
/// "rule A1:B2 whole between 1 9"
std::string CellRuleText(const CellRule& rule);
/// The displayed texts of a range's cells: "[a, b, c]"
std::string RangeTexts(const Sheet& sheet, const CellRange& range);

}  // namespace chohyo
