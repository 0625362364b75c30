// From a document's plan to the bytes of its files: bind, layout, render.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "forms/form.h"
#include "pipeline/layout/layout.h"
#include "pipeline/render/pdf.h"

namespace chohyo {

/// What a document is to be made of and how.
struct MakeOptions {
  BindOptions bind;
  std::vector<std::string> formats;  ///< "pdf", "xlsx"
  bool pdf_a_1b = true;
  std::string author;
  Date created;
};

struct MadeBytes {
  std::string format;  ///< "pdf", "xlsx"
  std::string bytes;
  int pages = 0;
};

/// A document that is laid out and not yet a file.
struct LaidOutDocument {
  Document document;
  Pages pages;
};

struct MadeContent {
  std::vector<MadeBytes> files;
  std::vector<LayoutIssue> issues;
  std::vector<TemplateNote> notes;  ///< what of an Excel form could not be computed
  std::string content;              ///< digest of what the document says (content_digest.h)
};

/// How the PDF of a document is rendered.
PdfSettings PdfSettingsOf(const MakeOptions& options);

/// Makes documents one after another; one object a thread.
class DocumentMaker {
 public:
  explicit DocumentMaker(std::shared_ptr<const FontSet> fonts) : layouter_(std::move(fonts)) {}

  /// Fills the template with the plan's values, lays it out and renders it. Throws InputFault for a template that does
  /// not fit the values, OutputFault for a document that cannot be rendered.
  MadeContent Make(const DocumentPlan& plan, const Template& form, const MakeOptions& options);

  /// Fills and lays out without rendering.
  LaidOutDocument LayOut(const DocumentPlan& plan, const Template& form, const MakeOptions& options);

  /// Lays the document out without rendering, for checks.
  std::vector<LayoutIssue> Try(const DocumentPlan& plan, const Template& form, const MakeOptions& options);

  Layouter& layouter() { return layouter_; }

 private:
  Layouter layouter_;
};

}  // namespace chohyo
