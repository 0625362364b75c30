// What of an office's own Excel forms is not as they were drawn, as findings.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/model/finding.h"
#include "pipeline/sheet/template.h"

namespace chohyo {

/// A note about a form as a finding at its file.
Finding FindingOfNote(const Template& form, const TemplateNote& note);

/// Collects the notes of the forms of a run, each once.
class FormFindings {
 public:
  /// The form's own notes, and those of one of its documents.
  void Add(const Template& form, const std::vector<TemplateNote>& notes);
  Findings All() const;

 private:
  void Add(const Template& form, const TemplateNote& note);

  std::map<std::string, Finding> seen_;
};

}  // namespace chohyo
