#include "tests/unit/ingest/table_text.h"

#include <fmt/format.h>

namespace chohyo {
namespace {

std::string Pictures(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, &i);
    AppendUtf8(c < 0x20 ? 0x2400 + c : c, &out);
  }
  return out;
}

std::string KindText(const Table& table, const Cell& cell) {
  switch (cell.kind) {
    case CellKind::kText: return "";
    case CellKind::kNumber: return "#number";
    case CellKind::kDate: return "#date";
    case CellKind::kTime: return "#time";
    case CellKind::kDateTime: return "#datetime";
    case CellKind::kErrorValue: return "!error";
    case CellKind::kNoValue: return "!novalue";
    case CellKind::kBrokenBytes: return fmt::format("!bytes@{}", table.ByteOffsetOf(cell));
    case CellKind::kNulBytes: return fmt::format("!nul@{}", table.ByteOffsetOf(cell));
    case CellKind::kOpenQuote: return "!quote";
    case CellKind::kTextAfterQuote: return "!after";
  }
  return "?";
}

std::string RowText(const Table& table, std::uint32_t line, std::span<const Cell> cells) {
  std::string text = fmt::format("{}:", line);
  for (const Cell& cell : cells) {
    text += fmt::format(" {}={}{}", cell.column, Pictures(table.TextOf(cell)), KindText(table, cell));
  }
  return text + "\n";
}

}  // namespace

std::string TableText(const Table& table) {
  if (!table.HasHeader()) return {};
  std::string text = RowText(table, table.HeaderLine(), table.HeaderCells());
  for (std::size_t row = 0; row < table.RowCount(); ++row) {
    text += RowText(table, table.LineOf(row), table.CellsOf(row));
  }
  return text;
}

}  // namespace chohyo
