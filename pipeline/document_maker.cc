#include "pipeline/document_maker.h"

#include <utility>

#include "pipeline/render/pdf.h"
#include "pipeline/render/xlsx.h"

namespace chohyo {
namespace {

Document Fill(const DocumentPlan& plan, const Template& form, const MakeOptions& options) {
  Document document;
  document.form = plan.form;
  document.key = plan.key;
  document.title = plan.title;
  document.department = plan.department;
  document.author = options.author;
  document.created = options.created;
  document.sheets = Bind(form, plan.values ? plan.values() : Value(ValueMap{}), options.bind);
  return document;
}

PdfSettings SettingsOf(const MakeOptions& options) {
  PdfSettings settings;
  settings.pdf_a_1b = options.pdf_a_1b;
  settings.producer = "chohyo " CHOHYO_VERSION;
  return settings;
}

}  // namespace

MadeContent DocumentMaker::Make(const DocumentPlan& plan, const Template& form, const MakeOptions& options) {
  MadeContent content;
  const Document document = Fill(plan, form, options);
  const Pages pages = layouter_.Layout(document, &content.issues);
  const int page_count = static_cast<int>(pages.pages.size());
  for (const std::string& format : options.formats) {
    std::string bytes = format == "pdf" ? RenderPdf(document, pages, SettingsOf(options)) : RenderXlsx(document, pages);
    content.files.push_back({format, std::move(bytes), page_count});
  }
  return content;
}

std::vector<LayoutIssue> DocumentMaker::Try(const DocumentPlan& plan, const Template& form,
                                            const MakeOptions& options) {
  std::vector<LayoutIssue> issues;
  const Document document = Fill(plan, form, options);
  layouter_.Layout(document, &issues);
  return issues;
}

}  // namespace chohyo
