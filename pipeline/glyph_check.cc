#include "pipeline/glyph_check.h"

#include <algorithm>
#include <set>

#include "pipeline/base/text.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

constexpr const char* kMainChain = "mincho";

/// Asks the fonts once for each kind of character.
class Coverage {
 public:
  explicit Coverage(const FontSet& fonts) : fonts_(fonts) {}

  bool Covers(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
      const char32_t base = NextCodePoint(text, &offset);
      if (base < 0x80) continue;
      std::size_t after = offset;
      const char32_t next = after < text.size() ? NextCodePoint(text, &after) : U'\0';
      const char32_t selector = IsVariationSelector(next) ? next : U'\0';
      if (selector != 0) offset = after;
      if (!CoversCharacter(base, selector)) return false;
    }
    return true;
  }

 private:
  bool CoversCharacter(char32_t base, char32_t selector) {
    if (!known_.emplace(base, selector).second) return true;
    const auto found = fonts_.Find(kMainChain, base, selector);
    return found && !found->selector_lost;
  }

  const FontSet& fonts_;
  std::set<std::pair<char32_t, char32_t>> known_;
};

bool CoversValue(const CellValue& value, Coverage* coverage) {
  if (const auto* text = std::get_if<std::string>(&value)) return coverage->Covers(*text);
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
    return std::all_of(list->begin(), list->end(), [&](const std::string& text) { return coverage->Covers(text); });
  }
  return true;
}

template <typename R>
bool CoversTable(const TableOf<R>& table, Coverage* coverage) {
  for (const Column<R>& column : ColumnsOf<R>()) {
    if (column.kind != ColumnKind::kText && column.kind != ColumnKind::kTextList) continue;
    for (const R& row : table.rows) {
      if (!CoversValue(column.get(row), coverage)) return false;
    }
  }
  return true;
}

}  // namespace

bool AllDrawable(const Records& records, const FontSet& fonts) {
  Coverage coverage(fonts);
  bool all = true;
  ForEachTable(records, [&](std::string_view, const auto& table) { all = all && CoversTable(table, &coverage); });
  return all;
}

}  // namespace chohyo
