// What a PDF says of itself: properties, XMP, output intent, identifier.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/render/pdf_file.h"
#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// The properties of a file; Info and XMP must say the same (ISO 19005-1, 6.7.3).
struct PdfProperties {
  std::string title, author, producer;  ///< well-formed, without control characters; "" = not said
  Date created;

  static PdfProperties Of(const Document& document, const std::string& producer);
  /// A text that differs where a property differs.
  std::string Description() const { return title + "\n" + author + "\n" + producer + "\n" + created.Iso() + "\n"; }
};

/// Adds the information dictionary.
PdfDict AddInfo(const PdfProperties& properties, PdfFile* file);

/// Adds the XMP packet of a PDF/A-1b file.
PdfDict AddXmp(const PdfProperties& properties, PdfFile* file);

/// Adds the sRGB output intent to the catalog. Throws OutputFault naming the Debian package if the profile is missing.
void PutOutputIntent(PdfFile* file, PdfDict* catalog);

/// Puts the file's identifier into the trailer: a digest of `description`, which holds all that was drawn.
void PutIdentifier(std::string_view description, PdfFile* file);

}  // namespace chohyo
