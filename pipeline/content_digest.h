// What a document says, as a digest: the same for the same text on the same places, whatever fonts, file properties or
// program version its files were made with.
#pragma once

#include <string>

#include "pipeline/model/report.h"
#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// Of a document that reports figures: of the figures, so that a report that is made again unchanged stays the same
/// report. Else of all texts, by sheet and place.
std::string ContentDigest(const Document& document, const ReportedFigures& figures);

}  // namespace chohyo
