// What every builder of documents needs: the values all documents share, and the plan's own identity among them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/form.h"

namespace chohyo {

/// The key of empty forms.
constexpr const char* kBlankKey = "blank";

/// A document's identity as its template sees it: `document.form`, `.key`, `.title`, `.date`, `.blank` (an empty form),
/// `.approval` (titles of the boxes).
/// `date` is the record's own date; where there is none, `--issued` takes its place.
Value DocumentValues(const DocumentPlan& plan, const FormContext& context, const Value& date);

/// CommonValues completed by `document`.
ValueMap ValuesOf(const DocumentPlan& plan, const FormContext& context, const Value& date = {});

/// Texts as a list of values.
Value TextList(const std::vector<std::string>& texts);

/// 令和3年1月13日（水）
std::string WarekiWithWeekday(Date date);

}  // namespace chohyo
