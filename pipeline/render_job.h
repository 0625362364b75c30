// Plans, makes and writes all documents of a run, several at a time.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/office_data.h"
#include "pipeline/results.h"

namespace chohyo {

struct RenderRequest {
  std::vector<std::string> forms;        ///< only these; empty = all of the office's packs
  std::vector<std::string> departments;  ///< only these and those below them; empty = all
  std::vector<std::string> formats;      ///< empty = what each template says
  bool force = false;
  unsigned jobs = 0;          ///< threads; 0 = all cores
  std::filesystem::path out;  ///< results' folder, the period's folder goes into it
  /// Told after every document: how many are done, of how many. Called from one thread at a time.
  std::function<void(std::size_t done, std::size_t all)> progress;

  bool IsPartial() const { return !forms.empty() || !departments.empty() || !formats.empty(); }
};

/// A document that was not made because of errors in its data.
struct BlockedDocument {
  std::string form, key, title;
};

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
