#include "pipeline/collect_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/collection.h"
#include "pipeline/document_maker.h"
#include "pipeline/findings_report.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/ingest/office_config.h"
#include "pipeline/kept_file.h"
#include "pipeline/period.h"
#include "pipeline/render/xlsx_list.h"
#include "pipeline/results.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;
constexpr const char* kForm = "kawasaki.headcount";

/// The password given, else those with which the office sends headcounts out.
std::vector<Password> PasswordsOf(const Options& options, const Office& office) {
  std::vector<Password> passwords;
  if (!options.password_file.empty()) {
    passwords.push_back(ReadPassword({options.password_file.string(), {}, {}}, {}));
    return passwords;
  }
  const YamlNode* routes = office.mail.Find("routes");
  if (routes == nullptr) return passwords;
  for (const YamlNode& route : routes->Items()) {
    const YamlNode* protect = route.Find("protect");
    if (protect == nullptr || !protect->IsMap() || route.TextOr("form", "") != kForm) continue;
    try {
      passwords.push_back(ReadPassword({protect->TextOr("password_file", ""), protect->TextOr("password_env", ""),
                                        protect->TextOr("password_command", "")},
                                       options.folder));
    } catch (const InputFault&) {
      continue;  // a workbook that needs it will say that there is no password
    }
  }
  return passwords;
}

std::string PeriodOf(const std::vector<CollectedFile>& files) {
  std::optional<Date> first, last;
  for (const CollectedFile& file : files) {
    if (!file.day) continue;
    first = first ? std::min(*first, *file.day) : file.day;
    last = last ? std::max(*last, *file.day) : file.day;
  }
  if (!first) return {};
  return *first == *last ? first->Iso() : first->Iso() + ".." + last->Iso();
}

/// Makes and writes the results of one collection.
class Writer {
 public:
  Writer(const Options& options, const OfficeData& data, const Collection& collection, CollectReport* report)
      : options_(options), data_(data), collection_(collection), report_(report) {
    std::vector<std::string> problems;
    fonts_ = OpenFonts(data.office, &problems);
    if (fonts_ == nullptr) throw InputFault(problems.empty() ? std::string() : problems.front());
  }

  void Write() {
    std::set<std::string> days;
    for (const std::string& key : collection_.keys()) days.insert(DayOf(key));
    for (const std::string& day : days) WriteDay(day);
  }

 private:
  static std::string DayOf(const std::string& key) {
    constexpr std::size_t kIsoLength = 10;
    return key.substr(key.size() - kIsoLength);
  }

  void WriteDay(const std::string& day) {
    const Period period = ParsePeriod(day);
    const FormContext all = data_.context();
    const FormContext context{all.office, all.records, all.calendar, period, all.issued, all.values, all.now};
    const auto plans = PlanHeadcountOf(
        context, [this](const std::string& department, Date date) { return collection_.RowOf(department, date); });
    for (const DocumentPlan& plan : plans) {
      if (plan.key == day || collection_.keys().contains(plan.key)) WriteDocument(day, plan);
    }
    WriteConflicts(day);
    Findings findings = report_->findings;
    std::erase_if(findings, [&](const Finding& at) { return !at.key.empty() && !at.key.ends_with(day); });
    Keep(day, "findings", FindingsWorkbook(data_, findings, OutFolder(options_) / day / "collected"));
  }

  void WriteDocument(const std::string& day, const DocumentPlan& plan) {
    const Template* form = data_.catalog.Find(plan.template_name.empty() ? plan.form : plan.template_name);
    if (form == nullptr) {
      throw InputFault(Say("chohyo.yaml: エラー: 様式 {} がありません。packs: に kawasaki を加えてください。",
                           "chohyo.yaml: error: there is no template {}. Add kawasaki to packs:.", plan.form));
    }
    MakeOptions make;
    make.bind.approval = data_.office.ApprovalFor(plan.form);
    make.formats = {"xlsx"};
    make.author = data_.office.names.name;
    make.created = data_.now;
    Keep(day, SafeFileName(plan.key), DocumentMaker(fonts_).Make(plan, *form, make).files.front().bytes);
  }

  /// What two files say differently, side by side.
  void WriteConflicts(const std::string& day) {
    std::vector<ListRow> rows;
    for (const RowConflict& at : collection_.conflicts()) {
      if (at.day.Iso() != day) continue;
      ListRow row;
      for (const std::string& text :
           {day, at.bureau, at.department, at.label, at.first_file, at.first, at.second_file, at.second}) {
        row.cells.push_back({text});
      }
      rows.push_back(std::move(row));
    }
    if (rows.empty()) return;
    ListWorkbook list;
    list.title = Say("提出された出勤状況の食い違い", "Conflicts between headcounts handed in");
    list.author = data_.office.names.name;
    list.created = data_.now;
    list.columns = {{"日付", 24},     {"局室区名", 32}, {"所属名", 32},   {"欄", 28},
                    {"ファイル", 60}, {"値", 16},       {"ファイル", 60}, {"値", 16}};
    ListSheet sheet{"食い違い", {}};
    for (const ListRow& row : rows) sheet.rows.push_back(&row);
    list.sheets.push_back(std::move(sheet));
    Keep(day, "conflicts", RenderList(list));
  }

  void Keep(const std::string& day, const std::string& name, const std::string& bytes) {
    const std::string path = day + "/collected/" + name + ".xlsx";
    const std::string kept = WriteKeepingEarlier(OutFolder(options_) / path, bytes);
    report_->merged.push_back(path);
    if (kept.empty() || options_.quiet) return;
    fmt::print(stderr, "{}\n", Say("前の {} は {} として残しました。", "the earlier {} was kept as {}.", path, kept));
  }

  const Options& options_;
  const OfficeData& data_;
  const Collection& collection_;
  CollectReport* report_;
  std::shared_ptr<const FontSet> fonts_;
};

void Fill(const Collection& collection, CollectReport* report) {
  for (const MissingRow& at : collection.missing()) {
    report->missing.push_back({at.day.Iso(), at.department->code, at.department->name});
  }
  for (const RowConflict& at : collection.conflicts()) {
    report->conflicts.push_back(
        {at.day.Iso(), at.bureau, at.department, at.label, at.first_file, at.first, at.second_file, at.second});
  }
  const Findings& found = collection.findings();
  report->findings.insert(report->findings.end(), found.begin(), found.end());
  SortFindings(&report->findings);
}

/// Checks and merges the files, and writes what they make.
void Collect(const Options& options, const CollectedFiles& files, CollectReport* report) {
  const auto data = ReadOffice(options.folder, report->period);
  Collection collection(*data, OutFolder(options));
  for (const CollectedFile& file : files.files) {
    const Bureau* bureau = collection.BureauOf(file);
    const bool used = collection.Take(file);
    report->files.push_back(
        {file.file, bureau == nullptr ? "" : bureau->department->name, file.day ? file.day->Iso() : "", used});
  }
  collection.Merge();
  Fill(collection, report);
  Writer(options, *data, collection, report).Write();
}

/// Files that could not even be recognised are listed too.
void AddUnused(const CollectedFiles& files, CollectReport* report) {
  for (const std::string& file : files.all) {
    const bool listed = std::any_of(report->files.begin(), report->files.end(),
                                    [&](const CollectReport::File& at) { return at.file == file; });
    if (!listed) report->files.push_back({file, "", "", false});
  }
}

void TellResults(const CollectReport& report) {
  for (const auto& file : report.files) {
    const std::string what = file.bureau.empty() ? "" : "  " + file.bureau + " " + file.date;
    fmt::print("{}  {}{}\n", file.used ? Say("受付", "taken") : Say("不可", "not taken"), file.file, what);
  }
  for (const auto& at : report.missing) {
    fmt::print("{}\n", Say("未提出  {} {}（{}）", "missing  {} {} ({})", at.date, at.name, at.department));
  }
  for (const auto& at : report.conflicts) {
    fmt::print("{}\n",
               Say("食い違い  {} {} {} {}  {}: {}  |  {}: {}", "conflict  {} {} {} {}  {}: {}  |  {}: {}", at.date,
                   at.bureau, at.department, at.label, at.first_file, at.first, at.second_file, at.second));
  }
  for (const std::string& path : report.merged) fmt::print("{}  {}\n", Say("作成", "made"), path);
}

void Tell(const Options& options, const CollectReport& report) {
  if (options.json) {
    fmt::print("{}", CollectJson(report));
  } else {
    TellResults(report);
  }
  if (options.quiet) return;
  for (const Finding& finding : report.findings) fmt::print(stderr, "{}\n", FindingText(finding));
  const auto used = std::count_if(report.files.begin(), report.files.end(), [](const auto& at) { return at.used; });
  fmt::print(stderr, "{}\n",
             Say("{} 件のうち {} 件を受け付けました。未提出 {} 件、食い違い {} 件。",
                 "{} workbooks, {} of them taken; {} missing, {} conflicts.", report.files.size(), used,
                 report.missing.size(), report.conflicts.size()));
}

}  // namespace

ExitCode CollectWorkbooks(const Options& options) {
  const Office office = LoadOffice(options.folder);
  const CollectedFiles files =
      ReadCollectedFiles({options.files.begin(), options.files.end()}, PasswordsOf(options, office));
  CollectReport report;
  report.period = PeriodOf(files.files);
  report.findings = files.findings;
  if (!files.files.empty()) Collect(options, files, &report);
  AddUnused(files, &report);
  Tell(options, report);
  return HasError(report.findings) ? ExitCode::kFindings : ExitCode::kDone;
}

}  // namespace chohyo
