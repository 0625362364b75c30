// general.cover: the sheet on top of a department's submission: what is in it, what is missing, what is open.
#pragma once

#include <string>
#include <vector>

#include "forms/form.h"
#include "pipeline/model/finding.h"

namespace chohyo {

/// A document of the submission.
struct CoverDocument {
  std::string form;     ///< "oyama.plan"
  std::string title;    ///< the form's title, 在宅勤務計画書（報告書）
  std::string subject;  ///< whom or what it is about; "" if the form's title says all
  std::string key;
  int first_page = 0, pages = 0;  ///< in the submission; the cover's own pages count
};

/// A document that belongs here and could not be made.
struct CoverGap {
  std::string form, title, subject, key;
};

struct CoverContent {
  std::string department;  ///< code
  std::vector<CoverDocument> documents;
  std::vector<CoverGap> gaps;
  int pages = 0;      ///< of the whole submission
  Findings findings;  ///< open ones about the department and its people
  int waivers = 0;    ///< rules set aside for it in the period
};

/// A form's title as documents carry it: "旅行命令一覧　総務課" is the form's title and the subject 総務課.
std::string SubjectOf(const std::string& document_title, const std::string& form_title);

/// The cover of a department's submission. Key: the department's code.
DocumentPlan PlanCover(const CoverContent& content, const FormContext& context);

/// What its template may ask for, empty.
ValueMap BlankCover();

}  // namespace chohyo
