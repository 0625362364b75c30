#include "pipeline/findings_report.h"

#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/document_maker.h"
#include "pipeline/resources.h"

namespace chohyo {
namespace {

std::string SeverityTitle(Severity severity) {
  switch (severity) {
    case Severity::kError: return "エラー";
    case Severity::kWarning: return "警告";
    case Severity::kInfo: return "情報";
  }
  return {};
}

Value RowOf(const OfficeData& data, const Finding& finding) {
  const Department* department = data.records.FindDepartment(finding.department);
  return ValueMap{{"severity", SeverityTitle(finding.severity)},
                  {"rule", finding.rule},
                  {"department", department != nullptr ? department->name : finding.department},
                  {"file", finding.file},
                  {"line", static_cast<int>(finding.line)},
                  {"column", static_cast<int>(finding.column)},
                  {"key", finding.key},
                  {"message", finding.message},
                  {"hint", finding.hint}};
}

Value ValuesOf(const OfficeData& data, const Findings& findings) {
  ValueList rows;
  for (const Finding& finding : findings) rows.push_back(RowOf(data, finding));
  ValueMap values = CommonValues(data.context());
  values.emplace_back("findings", std::move(rows));
  return values;
}

}  // namespace

std::string FindingsWorkbook(const OfficeData& data, const Findings& findings,
                             const std::shared_ptr<const FontSet>& fonts) {
  const std::filesystem::path file = ResourceFolder() / "templates" / "general" / "findings.yaml";
  const Template form = Template::Parse(ReadWholeFile(file), file.string());
  DocumentPlan plan;
  plan.form = form.head().form;
  plan.key = data.period.text;
  plan.title = form.head().title;
  plan.values = [&] { return ValuesOf(data, findings); };
  MakeOptions options;
  options.formats = {"xlsx"};
  options.author = data.office.names.name;
  options.created = data.now;
  return std::move(DocumentMaker(fonts).Make(plan, form, options).files.front().bytes);
}

}  // namespace chohyo
