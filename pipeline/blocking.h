// Which findings stand behind a document, and what that means for it.
#pragma once

#include "forms/form.h"
#include "pipeline/model/finding.h"

namespace chohyo {

/// Answers for many documents of one run; keeps an index of the error-level findings.
class Blocking {
 public:
  explicit Blocking(const Findings& findings);

  /// The error-level findings that touch a document: those at its own record, or, for documents that show many records,
  /// those about the people, departments and days shown.
  Findings Behind(const DocumentPlan& plan) const;

 private:
  Findings OfRecord(const DocumentPlan& plan) const;
  Findings OfShown(const DocumentPlan& plan) const;
  std::multimap<std::string, const Finding*> by_first_key_;  ///< first part of the key
  std::multimap<std::string, const Finding*> by_department_;
};

}  // namespace chohyo
