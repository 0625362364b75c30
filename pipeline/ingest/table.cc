#include "pipeline/ingest/table.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

bool MayNeedTrim(char edge) {
  const auto byte = static_cast<unsigned char>(edge);
  return byte <= ' ' || byte == 0xE3 || byte == 0x80;  // a space, or an edge of U+3000
}

}  // namespace

std::uint64_t Table::ByteOffsetOf(const Cell& cell) const {
  const auto found =
      std::lower_bound(damage_.begin(), damage_.end(), cell.offset,
                       [](const DamagedByte& d, std::uint32_t offset) { return d.text_offset < offset; });
  return found == damage_.end() ? 0 : found->byte_offset;
}

void TableBuilder::BeginRow(std::uint32_t line) {
  line_ = line;
  first_cell_ = table_.cells_.size();
}

void TableBuilder::AddCell(std::uint32_t column, std::size_t offset, std::size_t size, CellKind kind) {
  const char* const start = table_.text_.data() + offset;
  if (size > 0 && (MayNeedTrim(start[0]) || MayNeedTrim(start[size - 1]))) {
    const std::string_view trimmed = Trim({start, size});
    offset += static_cast<std::size_t>(trimmed.data() - start);
    size = trimmed.size();
  }
  if (size == 0 && !IsDamaged(kind)) return;
  if (column > kMaxColumns) {
    column = kMaxColumns + 1;
    if (table_.cells_.size() > first_cell_ && table_.cells_.back().column == column) return;
  }
  table_.cells_.push_back(
      {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(size), static_cast<std::uint16_t>(column), kind});
}

bool TableBuilder::IsComment(const Cell& first) const {
  return !table_.HasHeader() && first.kind != CellKind::kErrorValue && table_.TextOf(first).starts_with('#');
}

void TableBuilder::EndRow() {
  if (table_.cells_.size() == first_cell_) return;
  if (IsComment(table_.cells_[first_cell_])) {
    table_.cells_.resize(first_cell_);
    return;
  }
  table_.rows_.push_back({line_, static_cast<std::uint32_t>(first_cell_)});
}

void TableBuilder::MarkDamage(std::vector<DamagedByte> damage) {
  auto& cells = table_.cells_;
  for (const DamagedByte& byte : damage) {
    const auto next = std::upper_bound(cells.begin(), cells.end(), byte.text_offset,
                                       [](std::uint32_t offset, const Cell& cell) { return offset < cell.offset; });
    if (next == cells.begin()) continue;
    Cell& cell = *std::prev(next);
    if (cell.kind == CellKind::kText) cell.kind = byte.nul ? CellKind::kNulBytes : CellKind::kBrokenBytes;
  }
  table_.damage_ = std::move(damage);
}

}  // namespace chohyo
