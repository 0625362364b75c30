#include "pipeline/document_maker.h"

#include <utility>

#include "pipeline/content_digest.h"
#include "pipeline/render/csv.h"
#include "pipeline/render/xlsx.h"

namespace chohyo {
namespace {

Document Fill(const DocumentPlan& plan, const Template& form, const MakeOptions& options,
              std::vector<TemplateNote>* notes = nullptr) {
  Document document;
  document.form = plan.form;
  document.key = plan.key;
  document.title = plan.title;
  document.department = plan.department;
  document.author = options.author;
  document.created = options.created;
  document.sheets = Bind(form, plan.values ? plan.values() : Value(ValueMap{}), options.bind, notes);
  return document;
}

}  // namespace

PdfSettings PdfSettingsOf(const MakeOptions& options) {
  PdfSettings settings;
  settings.pdf_a_1b = options.pdf_a_1b;
  settings.producer = "chohyo " CHOHYO_VERSION;
  return settings;
}

MadeContent DocumentMaker::Make(const DocumentPlan& plan, const Template& form, const MakeOptions& options) {
  MadeContent content;
  const Document document = Fill(plan, form, options, &content.notes);
  content.content = ContentDigest(document, plan.figures);
  const Pages pages = layouter_.Layout(document, &content.issues);
  const int page_count = static_cast<int>(pages.pages.size());
  for (const std::string& format : options.formats) {
    if (format == "csv") {
      content.files.push_back({format, RenderCsv(document, &content.issues), 0});
      continue;
    }
    std::string bytes =
        format == "pdf" ? RenderPdf(document, pages, PdfSettingsOf(options)) : RenderXlsx(document, pages);
    content.files.push_back({format, std::move(bytes), page_count});
  }
  return content;
}

LaidOutDocument DocumentMaker::LayOut(const DocumentPlan& plan, const Template& form, const MakeOptions& options) {
  LaidOutDocument result;
  result.document = Fill(plan, form, options);
  result.pages = layouter_.Layout(result.document, nullptr);
  return result;
}

std::vector<LayoutIssue> DocumentMaker::Try(const DocumentPlan& plan, const Template& form,
                                            const MakeOptions& options) {
  std::vector<LayoutIssue> issues;
  const Document document = Fill(plan, form, options);
  layouter_.Layout(document, &issues);
  return issues;
}

}  // namespace chohyo
