// A department's submission: all of its documents in one PDF (the pack), with a cover on top.
#pragma once

#include <memory>

#include "pipeline/planned_documents.h"
#include "pipeline/render_job.h"

namespace chohyo {

/// The form id under which packs stand in the manifest and in mail routes.
constexpr const char* kPackForm = "pack";

/// Makes out/<period>/pack/<department>.pdf and the cover sheets of every department that has documents in `plan`, and
/// adds them to the outcome. When the request names forms, the departments whose documents were made anew are put
/// together again, with all of their forms.
void MakeSubmissions(const OfficeData& data, const RenderRequest& request, const DocumentsPlan& plan,
                     const std::shared_ptr<const FontSet>& fonts, RenderOutcome* outcome);

}  // namespace chohyo
