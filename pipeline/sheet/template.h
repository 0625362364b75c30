// A form's template, read from YAML and ready to be filled any number of times, from any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/base/yaml.h"
#include "pipeline/model/finding.h"
#include "pipeline/sheet/expression.h"
#include "pipeline/sheet/sheet.h"

namespace chohyo {

/// `list:` a table as a ruled list, for forms that nobody has drawn.
struct ListSpec {
  std::string table;
  std::vector<std::string> where;    ///< 所属コード=1010; all must hold
  std::vector<std::string> columns;  ///< headers, aliases or paths; empty = all of the table
  std::vector<std::string> sort;     ///< columns; a `-` before one turns its order round
  std::string group;                 ///< a column whose values head groups; "" = none
  std::string title;
  std::vector<std::string> formats{"pdf", "xlsx"};
};

/// What the head of a template says of the form.
struct TemplateHead {
  std::string form;    ///< "oyama.device-loan"
  std::string title;   ///< 在宅勤務用端末機等借用願
  std::string number;  ///< 様式3, 別紙2 …; "" if none
  /// Which records make documents, for forms without a builder: `records: loans as loan`; "" where a builder makes
  /// them.
  std::string records_table, records_name;
  std::string key;            ///< placeholder text for the document's key, e.g. "{{loan.id}}"
  std::string department;     ///< placeholder text for its department, e.g. "{{loan.staff.department.code}}"
  std::string date;           ///< placeholder text of the record's own date, for {{document.date}}
  std::string where;          ///< condition a record must meet
  bool whole_period = false;  ///< one document for the period, of whole tables; then there are no records
  std::vector<std::string> formats{"pdf", "xlsx"};
  std::optional<ListSpec> list;
};

/// Something of an office's own Excel form that cannot be honoured as it stands, and what was done about it.
struct TemplateNote {
  std::string sheet, cell;  ///< "Sheet1", "B7"; cell "" = the whole sheet, both "" = the whole workbook
  std::string message;
  bool warning = false;  ///< the form probably does not do what its author wants
};

class Template {
 public:
  ~Template();
  Template(Template&&) noexcept;
  Template& operator=(Template&&) noexcept;

  /// Reads a template. `file` is named in messages. Throws InputFault "file:line:column: …" for everything that is not
  /// understood (unknown keys, filters, formats: with the nearest name).
  static Template Parse(std::string_view yaml, const std::string& file);

  /// The same of YAML that is read already.
  static Template Parse(const YamlNode& root, const std::string& file);

  const TemplateHead& head() const;
  /// Every placeholder path of the template, for checks against what a form offers.
  std::vector<std::string> Placeholders() const;

  /// The same with the places where they are written, each as often as it is.
  const std::vector<PathUse>& PathUses() const;

  /// What of an Excel form is not as it was drawn.
  const std::vector<TemplateNote>& Notes() const;

  struct Body;
  /// A template from what another reader made.
  explicit Template(std::unique_ptr<Body> body);
  const Body& body() const { return *body_; }

 private:
  Template();
  std::unique_ptr<Body> body_;
};

/// What filling needs besides the values.
struct BindOptions {
  bool blank = false;  ///< an empty form for handwriting: dates as 「令和　年　月　日」, lists as blank rows
  std::vector<std::string> approval;         ///< titles of the approval boxes, from the configuration
  std::string note;                          ///< printed at the head, e.g. 要確認; "" for none
  std::optional<Date> today = std::nullopt;  ///< for TODAY() of Excel forms: the run's "now", never the clock
};

/// Fills a template. `values` is a map. A placeholder that names nothing known throws InputFault with file, line,
/// column and the nearest name; a known one without a value shows nothing. `notes`, if given, gets the formulas of an
/// Excel form that keep the value the file last had.
std::vector<Sheet> Bind(const Template& form, const Value& values, const BindOptions& options,
                        std::vector<TemplateNote>* notes = nullptr);

/// Text with placeholders, filled outside a template: document keys, mail subjects. `where` is named in faults.
std::string FillText(std::string_view text, const Value& values, const std::string& where);

/// A template condition (`loan.device`, `!x`, `a == 'b'`) outside a template.
bool TestCondition(std::string_view condition, const Value& values, const std::string& where);

}  // namespace chohyo
