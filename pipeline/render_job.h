// Plans, makes and writes all documents of a run, several at a time.
#pragma once

#include <string>
#include <vector>

#include "pipeline/planned_documents.h"
#include "pipeline/results.h"

namespace chohyo {

struct RenderOutcome {
  std::vector<MadeDocument> documents;
  std::vector<BlockedDocument> blocked;
  Findings layout_findings;
  std::vector<std::string> input_problems;   ///< templates and fonts that could not be used: exit status 3
  std::vector<std::string> output_problems;  ///< documents that could not be written: exit status 4
};

/// Makes the documents. Throws UsageFault for a form or department that does not exist, with the nearest name.
RenderOutcome RenderDocuments(const OfficeData& data, const RenderRequest& request);

/// Makes empty forms into `out`/blank.
RenderOutcome RenderBlanks(const OfficeData& data, const RenderRequest& request);

/// Lays all documents out without making files: what layout has to say of the data.
Findings TryLayout(const OfficeData& data, const RenderRequest& request);

}  // namespace chohyo
