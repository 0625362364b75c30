// Which findings stand behind a document, and what that means for it.
#pragma once

#include <map>
#include <set>
#include <string>

#include "forms/form.h"
#include "pipeline/model/finding.h"

namespace chohyo {

/// What is behind one document.
struct DocumentFindings {
  Findings errors;      ///< error-level findings that touch it: it carries 要確認, if it is made at all
  Findings waived;      ///< findings about what it shows that a waiver sets aside
  bool blocks = false;  ///< one of the errors stands at the document's own record: it is not made

  /// The line at the head of the document, in Japanese as it is: 要確認, and one or two waivers, or how many; "" for
  /// none.
  std::string Note() const;
};

/// Answers for many documents of one run; keeps an index of the findings that can matter to one.
class Blocking {
 public:
  explicit Blocking(const Findings& findings);

  /// What touches a document: for the document of one record the findings at that record; for those of a person also
  /// findings of the days it tells of; for documents that show many records, those about the people, departments and
  /// days shown.
  DocumentFindings Behind(const DocumentPlan& plan) const;

 private:
  using Chosen = std::set<const Finding*>;
  struct Index {
    std::multimap<std::string, const Finding*> by_first_key;  ///< first part of the key
    std::multimap<std::string, const Finding*> by_department;

    void Add(const Finding& finding);
    Chosen OfRecord(const DocumentPlan& plan) const;
    Chosen OfShown(const DocumentPlan& plan) const;
    Chosen Of(const DocumentPlan& plan) const;
  };

  Index errors_, waived_;
};

}  // namespace chohyo
