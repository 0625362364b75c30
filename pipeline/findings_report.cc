#include "pipeline/findings_report.h"

#include <map>

#include "pipeline/base/lang.h"
#include "pipeline/render/xlsx_list.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr Rgb kRed = 0xF8CBAD, kYellow = 0xFFE699, kBlue = 0xDDEBF7;

Rgb FillOf(Severity severity) {
  switch (severity) {
    case Severity::kError: return kRed;
    case Severity::kWarning: return kYellow;
    case Severity::kInfo: return kBlue;
  }
  return kBlue;
}

/// Excel counts the lines of a CSV as rows of a sheet called after the file; the sheet of a workbook is not known.
std::string LinkTo(const Finding& finding, const fs::path& office, const fs::path& folder) {
  std::error_code error;
  const fs::path file = office / finding.file;
  if (finding.file.empty() || !fs::exists(file, error)) return {};
  const fs::path path = fs::proximate(file, folder, error);
  const bool has_place = finding.line > 0 && file.extension() == ".csv";
  if (error || path.string().find('#') != std::string::npos) return {};
  return path.generic_string() + (has_place ? fmt::format("#'{}'!A{}", file.stem().string(), finding.line) : "");
}

std::string PlaceOf(const Finding& finding) {
  return finding.line == 0 ? finding.file : fmt::format("{}:{}", finding.file, finding.line);
}

class FindingsList {
 public:
  FindingsList(const OfficeData& data, const Findings& findings, fs::path folder)
      : data_(data), folder_(std::move(folder)) {
    for (const Finding& finding : findings) rows_.push_back(RowOf(finding));
    list_.title = Say("指摘一覧　{}", "Findings {}", data.period.text);
    list_.author = data.office.names.name;
    list_.created = data.now;
    list_.columns = {{Say("重さ", "severity"), 16}, {Say("所属", "department"), 34}, {Say("場所", "place"), 46},
                     {Say("行", "line"), 14},       {Say("列", "column"), 12},       {Say("キー", "key"), 38},
                     {Say("内容", "finding"), 110}, {Say("対処", "what to do"), 80}, {Say("規則", "rule"), 40}};
    AddSheets(findings);
  }

  std::string Bytes() const { return RenderList(list_); }

 private:
  std::string NameOf(const std::string& department) const {
    const Department* known = data_.records.FindDepartment(department);
    return known != nullptr ? known->name : department;
  }

  ListRow RowOf(const Finding& finding) const {
    ListRow row;
    row.fill_rgb = FillOf(finding.severity);
    row.cells = {{SeverityWord(finding.severity)},
                 {NameOf(finding.department)},
                 {PlaceOf(finding), std::nullopt, LinkTo(finding, data_.office.folder, folder_)},
                 NumberCell(finding.line),
                 NumberCell(finding.column),
                 {finding.key},
                 {finding.message},
                 {finding.hint},
                 {finding.rule}};
    return row;
  }

  static ListCell NumberCell(std::uint32_t number) {
    return number == 0 ? ListCell{""} : ListCell{"", std::int64_t{number}};
  }

  /// One sheet for all, then one a department in the order of the departments table.
  void AddSheets(const Findings& findings) {
    std::map<std::string, std::vector<const ListRow*>> by_department;
    ListSheet all{Say("すべて", "all"), {}};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      all.rows.push_back(&rows_[i]);
      if (!findings[i].department.empty()) by_department[findings[i].department].push_back(&rows_[i]);
    }
    list_.sheets.push_back(std::move(all));
    for (const Department& department : data_.records.departments.rows) {
      auto found = by_department.extract(department.code);
      if (!found.empty()) list_.sheets.push_back({department.name, std::move(found.mapped())});
    }
  }

  const OfficeData& data_;
  fs::path folder_;
  std::vector<ListRow> rows_;
  ListWorkbook list_;
};

}  // namespace

std::string FindingsWorkbook(const OfficeData& data, const Findings& findings, const fs::path& folder) {
  return FindingsList(data, findings, folder).Bytes();
}

}  // namespace chohyo
