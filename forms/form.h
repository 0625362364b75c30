// A form 帳票: which documents it makes of the records, and the values each document offers to its template.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/holidays.h"
#include "pipeline/model/finding.h"
#include "pipeline/model/office.h"
#include "pipeline/model/own_table.h"
#include "pipeline/model/records.h"
#include "pipeline/model/report.h"
#include "pipeline/sheet/template.h"
#include "pipeline/sheet/value.h"

namespace chohyo {

/// What a run is about.
struct Period {
  enum class Kind { kDay, kMonth, kSpan } kind = Kind::kMonth;
  DateSpan span;
  std::string text;  ///< "2021-01", "2021-01-13", "2021-01-13..2021-01-26": the results' folder
};

/// The records as values (forms/record_values.h), shared by all documents of a run.
class RecordValues;
std::shared_ptr<const RecordValues> MakeRecordValues(const Records& records);

/// What a form's builder may look at. Everything lives as long as the run.
struct FormContext {
  const Office& office;
  const Records& records;
  const WorkCalendar& calendar;
  const Period& period;
  std::optional<Date> issued;  ///< --issued
  std::shared_ptr<const RecordValues> values = MakeRecordValues(records);
  /// The day that "overdue" is measured from; without it the period's last day.
  std::optional<Date> now = std::nullopt;
  /// What the rules found, for forms that mark single rows 要確認; nullptr = nothing to mark.
  const Findings* findings = nullptr;
  const OwnTables* own_tables = nullptr;  ///< the office's further tables; null for none
  /// What has been sent in before, for forms that are reported again; nullptr = nothing.
  const ReportBook* reports = nullptr;
};

/// A document that can be made: what it is called, and its values on demand (called at most once, from any thread).
struct DocumentPlan {
  std::string form;
  std::string key;
  std::string title;
  std::string department;
  /// Table and keys of the records behind it: an error-level finding at one of them blocks the document.
  std::string blocking_table;
  std::string blocking_key;
  /// A record's own document is blocked by its errors; headcounts, rosters, lists and packs print 要確認 instead.
  bool blocks = false;
  /// The days a document is about, for findings of one day: a finding of another day does not touch it.
  std::optional<DateSpan> days;
  /// Staff ids and department codes that the document shows: errors about them put 要確認 on the page when !blocks.
  std::vector<std::string> shown_staff;
  std::vector<std::string> shown_departments;
  /// Of forms that are reported again when their figures change: the figures, 第n報, and what changed.
  ReportedFigures figures;
  ReportBook::Report report;
  std::string template_name;  ///< base name of the template if it differs from the form's ("kawasaki.headcount-city")
  /// A template made for this document alone (lists); else the form's.
  std::shared_ptr<const Template> own_template;
  std::function<Value()> values;
};

/// Makes all documents of a form for the period.
using FormBuilder = std::function<std::vector<DocumentPlan>(const FormContext&)>;

/// Forms with a builder of their own, by form id. Forms not in here are made by the records named in their template.
const std::map<std::string, FormBuilder>& FormBuilders();

/// Documents of a form whose template says `records:`.
std::vector<DocumentPlan> PlanFromRecords(const Template& form, const FormContext& context);

/// The one document of a form that is about whole tables (TemplateHead::whole_period). Key: the period.
std::vector<DocumentPlan> PlanForPeriod(const Template& form, const FormContext& context);

/// The empty form for handwriting (`chohyo blank`): everything its template may ask for is there and empty.
/// Bind it with BindOptions::blank. Key "blank"; only office, period and issued are looked at.
DocumentPlan BlankPlan(const Template& form, const FormContext& context);

/// The values every document offers: office, period, issued; to be completed by the builder.
ValueMap CommonValues(const FormContext& context);

/// A record as a value: its columns by alias (`loan.from`), references followed (`loan.staff.department.name`),
/// unknown columns under `row`.
Value StaffValue(const FormContext& context, const std::string& staff_id);
Value DepartmentValue(const FormContext& context, const std::string& code);

}  // namespace chohyo
