#include "pipeline/render/pdf_navigation.h"

#include <cstddef>

namespace chohyo {
namespace {

/// Writes the entries of one level, linked to each other and to their parent.
void PutEntries(const std::vector<PdfBookmark>& entries, const std::vector<PdfDict>& pages, PdfFile* file,
                PdfDict* parent) {
  std::vector<PdfDict> dicts;
  for (std::size_t i = 0; i < entries.size(); ++i) dicts.push_back(file->Object());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const PdfBookmark& entry = entries[i];
    PdfDict& dict = dicts[i];
    dict.Text("Title", entry.title).Put("Parent", *parent);
    if (i > 0) dict.Put("Prev", dicts[i - 1]);
    if (i + 1 < entries.size()) dict.Put("Next", dicts[i + 1]);
    dict.Array("Dest").Put(pages.at(static_cast<std::size_t>(entry.page))).Name("Fit");
    if (entry.children.empty()) continue;
    PutEntries(entry.children, pages, file, &dict);
    dict.Number("Count", -static_cast<int>(entry.children.size()));  // closed
  }
  parent->Put("First", dicts.front()).Put("Last", dicts.back());
}

}  // namespace

void PutOutline(const std::vector<PdfBookmark>& outline, const std::vector<PdfDict>& pages, PdfFile* file,
                PdfDict* catalog) {
  if (outline.empty()) return;
  PdfDict root = file->Object();
  root.Name("Type", "Outlines");
  PutEntries(outline, pages, file, &root);
  root.Number("Count", static_cast<int>(outline.size()));
  catalog->Put("Outlines", root).Name("PageMode", "UseOutlines");
}

void PutPageLabels(const std::vector<PdfPageLabel>& labels, PdfFile* file, PdfDict* catalog) {
  if (labels.empty()) return;
  PdfDict tree = file->Direct();
  PdfArray numbers = tree.Array("Nums");
  for (const PdfPageLabel& label : labels) {
    PdfDict dict = file->Direct();
    if (!label.prefix.empty()) dict.Text("P", label.prefix);
    if (label.number > 0) dict.Name("S", "D").Number("St", label.number);
    numbers.Number(label.first).Put(dict);
  }
  catalog->Put("PageLabels", tree);
}

}  // namespace chohyo
