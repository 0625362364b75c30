// A sheet as text, for goldens in tests.
#pragma once

#include <string>

#include "pipeline/sheet/sheet.h"
#include "pipeline/sheet/template.h"

namespace chohyo {

/// Columns in mm, then a line a row and a line a cell: `B3:D3 [=SUM(A1:A2)] center "text"`.
std::string DumpSheet(const Sheet& sheet);

/// The edges of a sheet as a drawing: one character an edge, by strength (space . ' 1 2 - + 3 4 5 M * = #), rows of
/// horizontal and vertical edges by turns.
std::string DumpEdges(const Sheet& sheet);

/// Fills a template of one sheet and dumps it.
std::string Filled(std::string_view yaml, const Value& values, const BindOptions& options = {});

/// The message of the InputFault that reading the template, or filling it, throws; "" if none.
std::string FaultOf(std::string_view yaml, const Value& values = Value());

/// Wraps blocks into a template: `body:` with the lines given.
std::string Form(const std::string& body);

}  // namespace chohyo
