#include "pipeline/render/xlsx.h"

#include <fmt/format.h>

#include "pipeline/base/digest.h"
#include "pipeline/base/document_mark.h"
#include "pipeline/render/xlsx_book.h"
#include "pipeline/render/xlsx_names.h"
#include "pipeline/render/xlsx_sheet.h"
#include "pipeline/render/xlsx_tall_rows.h"
#include "pipeline/render/xlsx_text.h"

namespace chohyo {
namespace {

constexpr std::size_t kCellsHeldInMemory = 50000;

std::vector<std::string> WantedNames(const Document& document) {
  std::vector<std::string> names;
  names.reserve(document.sheets.size());
  for (const Sheet& sheet : document.sheets) names.push_back(sheet.name);
  return names;
}

bool IsHuge(const Document& document) {
  std::size_t cells = 0;
  for (const Sheet& sheet : document.sheets) cells += sheet.cells.size();
  return cells > kCellsHeldInMemory;
}

/// The document's mark; its digest is of every text on its sheets.
std::string MarkOf(const Document& document) {
  std::string texts;
  for (const Sheet& sheet : document.sheets) {
    for (const Cell& cell : sheet.cells) texts += fmt::format("{},{},{}\n", cell.row, cell.column, cell.text);
  }
  constexpr std::size_t kDigits = 32;
  return XlsxText(MarkText({document.form, document.key, Sha256Hex(texts).substr(0, kDigits)}));
}

XlsxFormat ListFormat() {
  XlsxFormat format;
  format.font = "ＭＳ 明朝";
  return format;
}

}  // namespace

std::string RenderXlsx(const Document& document, const Pages& pages) {
  XlsxNames names;
  const std::vector<std::string> wanted_names = WantedNames(document);
  const std::vector<std::string> sheet_names = TakeNames(wanted_names, &names);
  XlsxBook book({XlsxText(document.title), XlsxText(document.author), document.created, MarkOf(document)},
                IsHuge(document));
  XlsxStyles styles(&book);
  XlsxChoices choices(names.Take("選択肢"));
  XlsxLabels labels(names.Take("グラフの項目"));
  const XlsxContext context{document, wanted_names, sheet_names, book,
                            styles,   choices,      labels,      MaySplitTallRows(document, pages)};
  for (std::size_t i = 0; i < document.sheets.size(); ++i) {
    WriteXlsxSheet(context, i, i < pages.sheets.size() ? &pages.sheets[i] : nullptr);
  }
  const XlsxFormatId list = book.AddFormat(ListFormat());
  choices.WriteSheet(&book, list);
  labels.WriteSheet(&book, list);
  return book.Finish();
}

}  // namespace chohyo
