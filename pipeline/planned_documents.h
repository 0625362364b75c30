// Which documents a run makes: the forms wanted, their documents, and those that errors hold back.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/blocking.h"
#include "pipeline/document_maker.h"
#include "pipeline/office_data.h"

namespace chohyo {

struct RenderRequest {
  std::vector<std::string> forms;        ///< only these; empty = all of the office's packs
  std::vector<std::string> departments;  ///< only these and those below them; empty = all
  std::vector<std::string> formats;      ///< empty = what each template says
  std::optional<ListSpec> list;          ///< of general.list; its rows are those of the period if one was asked for
  bool list_of_period = false;
  bool force = false;
  unsigned jobs = 0;          ///< threads; 0 = all cores
  std::filesystem::path out;  ///< results' folder, the period's folder goes into it
  /// Told after every document: how many are done, of how many. Called from one thread at a time.
  std::function<void(std::size_t done, std::size_t all)> progress;

  bool IsPartial() const { return !forms.empty() || !departments.empty() || !formats.empty(); }
};

/// A document that was not made because of errors in its data.
struct BlockedDocument {
  std::string form, key, title, department;
};

/// A document on its way.
struct Planned {
  DocumentPlan plan;
  const Template* form = nullptr;
  DocumentFindings behind;
  std::string file_stem;  ///< "oyama.device-loan/L-001", unique in the run
  bool blank = false;
};

/// What is to be made, in the order of the packs' forms.
struct DocumentsPlan {
  std::vector<Planned> documents;
  std::vector<BlockedDocument> blocked;
  std::vector<std::string> problems;  ///< forms that could not be planned, by template and data
};

/// Plans the documents. Throws UsageFault for a form or department that does not exist, with the nearest name.
DocumentsPlan PlanDocuments(const OfficeData& data, const RenderRequest& request);

/// The empty forms wanted.
std::vector<Planned> PlanBlanks(const OfficeData& data, const RenderRequest& request);

/// How a planned document is filled and made.
MakeOptions OptionsFor(const OfficeData& data, const RenderRequest& request, const Planned& document);

}  // namespace chohyo
