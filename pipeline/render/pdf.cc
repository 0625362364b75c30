#include "pipeline/render/pdf.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/render/pdf_deflate.h"
#include "pipeline/render/pdf_figures.h"
#include "pipeline/render/pdf_file.h"
#include "pipeline/render/pdf_fonts.h"
#include "pipeline/render/pdf_images.h"
#include "pipeline/render/pdf_metadata.h"
#include "pipeline/render/pdf_navigation.h"
#include "pipeline/render/pdf_numbers.h"
#include "pipeline/render/pdf_strokes.h"
#include "pipeline/render/pdf_text.h"

namespace chohyo {
namespace {

/// Pages of one node of the page tree: with 256 a file of 65,536 pages has two levels.
constexpr std::size_t kPagesPerNode = 256;

void AppendBoxes(const Page& page, std::string* out) {
  const Rgb* last = nullptr;
  for (const FilledBox& box : page.boxes) {
    if (last == nullptr || *last != box.rgb) AppendColour(box.rgb, false, out);
    last = &box.rgb;
    const PageUnit left = PageUnitsOf(box.x), right = PageUnitsOf(box.x + box.width);
    const PageUnit top = PageUnitsOf(page.height - box.y), bottom = PageUnitsOf(page.height - box.y - box.height);
    for (const PageUnit operand : {left, bottom, right - left, top - bottom}) AppendOperand(operand, out);
    out->append("re f\n");
  }
  if (last != nullptr && *last != kBlack) AppendColour(kBlack, false, out);
}

class PdfWriter {
 public:
  PdfWriter(const Document& document, const Pages& pages, const PdfSettings& settings)
      : document_(document), pages_(pages), settings_(settings), fonts_(*pages.fonts) {}

  std::string Write() {
    PdfDict catalog = file_.Object();
    PdfDict resources = file_.Object();
    catalog.Name("Type", "Catalog").Put("Pages", AddPageTree(resources)).Ascii("Lang", "ja");
    fonts_.AddTo(&file_, settings_.deflate_level, &resources);
    images_.AddTo(&file_, settings_.deflate_level, &resources);
    PutGraphicsState(&resources);
    PutOutline(settings_.outline, page_objects_, &file_, &catalog);
    PutPageLabels(settings_.page_labels, &file_, &catalog);
    PutProperties(&catalog);
    return file_.Write();
  }

 private:
  PdfDict AddPageTree(const PdfDict& resources) {
    PdfDict root = file_.Object();
    root.Name("Type", "Pages").Number("Count", static_cast<int>(pages_.pages.size()));
    PdfArray kids = root.Array("Kids");
    if (pages_.pages.size() <= kPagesPerNode) {
      for (const Page& page : pages_.pages) AddPage(page, root, resources, &kids);
      return root;
    }
    for (std::size_t begin = 0; begin < pages_.pages.size(); begin += kPagesPerNode) {
      AddNode(begin, root, resources, &kids);
    }
    return root;
  }

  void AddNode(std::size_t begin, const PdfDict& root, const PdfDict& resources, PdfArray* root_kids) {
    const std::size_t end = std::min(begin + kPagesPerNode, pages_.pages.size());
    PdfDict node = file_.Object();
    node.Name("Type", "Pages").Number("Count", static_cast<int>(end - begin)).Put("Parent", root);
    PdfArray kids = node.Array("Kids");
    for (std::size_t i = begin; i < end; ++i) AddPage(pages_.pages[i], node, resources, &kids);
    root_kids->Put(node);
  }

  void AddPage(const Page& page, const PdfDict& parent, const PdfDict& resources, PdfArray* kids) {
    std::string content = Deflate(Content(page), settings_.deflate_level);
    identity_ += Sha256Hex(content);
    PdfDict dict = file_.Object();
    dict.Name("Type", "Page").Put("Parent", parent).Put("Resources", resources);
    PdfArray box = dict.Array("MediaBox").Number(0).Number(0);
    box.Real(PageUnitsOf(page.width) / 100.0).Real(PageUnitsOf(page.height) / 100.0);
    dict.Put("Contents", file_.Stream(std::move(content), true));
    kids->Put(dict);
    page_objects_.push_back(dict);
  }

  std::string Content(const Page& page) {
    std::string content;
    content += "/G0 gs\n";
    AppendBoxes(page, &content);
    AppendStrokes(page.strokes, page.height, &content);
    images_.Append(page.pictures, page.height, &content);
    AppendFigures(page.figures, page.height, &content);
    PdfText(&fonts_, page.height, &content).Append(page.runs);
    return content;
  }

  /// Lines of one width look equally wide on every screen (stroke adjustment).
  void PutGraphicsState(PdfDict* resources) {
    PdfDict state = file_.Direct();
    state.Name("Type", "ExtGState").Flag("SA", true);
    PdfDict states = file_.Direct();
    resources->Put("ExtGState", states.Put("G0", state));
  }

  void PutProperties(PdfDict* catalog) {
    const PdfProperties properties = PdfProperties::Of(document_, settings_.producer);
    PdfDict trailer = file_.Trailer();
    trailer.Put("Root", *catalog).Put("Info", AddInfo(properties, &file_));
    if (settings_.pdf_a_1b) {
      catalog->Put("Metadata", AddXmp(properties, &file_));
      PutOutputIntent(&file_, catalog);
    }
    PutIdentifier(properties.Description() + fonts_.Description() + images_.Description() + identity_, &file_);
  }

  const Document& document_;
  const Pages& pages_;
  const PdfSettings& settings_;
  PdfFonts fonts_;
  PdfImages images_;
  PdfFile file_;
  std::vector<PdfDict> page_objects_;
  std::string identity_;  ///< digests of the pages
};

}  // namespace

std::string RenderPdf(const Document& document, const Pages& pages, const PdfSettings& settings) {
  if (pages.pages.empty()) {
    throw OutputFault(Say("エラー: {} {} にはページがありません。様式を確かめてください。",
                          "error: {} {} has no pages. Check its template.", document.form, document.key));
  }
  return PdfWriter(document, pages, settings).Write();
}

}  // namespace chohyo
