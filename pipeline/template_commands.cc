#include "pipeline/template_commands.h"

#include <fmt/format.h>

#include <algorithm>

#include "forms/general_list.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/document_maker.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/model/schema.h"
#include "pipeline/office_data.h"
#include "pipeline/resources.h"
#include "pipeline/results.h"
#include "pipeline/sheet/format.h"
#include "pipeline/sheet/template_dump.h"
#include "pipeline/template_check.h"
#include "pipeline/template_file.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

/// The offices that give examples: the one of -C if there is one, then the sample city.
class Examples {
 public:
  explicit Examples(const Options& options) {
    if (fs::exists(options.folder / "chohyo.yaml")) Read(options.folder);
    Read(ResourceFolder() / "samples" / "wakaba");
  }

  std::vector<FormContext> contexts() const {
    std::vector<FormContext> all;
    for (const auto& office : offices_) all.push_back(office->context());
    return all;
  }
  const std::vector<std::unique_ptr<OfficeData>>& offices() const { return offices_; }

 private:
  void Read(const fs::path& folder) { offices_.push_back(ReadOffice(folder, "")); }

  std::vector<std::unique_ptr<OfficeData>> offices_;
};

/// Template files by form: those of the office, then all built-in ones.
std::map<std::string, fs::path> KnownTemplates(const Options& options) {
  return TemplateFiles(BuiltInPacks(), options.folder / "templates");
}

/// A file, or the template of the form that is named.
fs::path TemplateNamed(const Options& options) {
  if (fs::exists(options.subject)) return options.subject;
  const auto known = KnownTemplates(options);
  const auto found = known.find(options.subject);
  return found != known.end() ? found->second : fs::path(options.subject);
}

ExitCode Check(const Options& options) {
  const fs::path file = TemplateNamed(options);
  const Examples examples(options);
  const auto problems = CheckTemplate(file, examples.contexts());
  const auto errors = std::count_if(problems.begin(), problems.end(),
                                    [](const TemplateProblem& p) { return p.severity == Severity::kError; });
  if (options.json) {
    std::vector<NotedPlace> places;
    for (const TemplateProblem& p : problems) places.push_back({p.severity, p.line, p.column, p.text});
    fmt::print("{}", TemplateCheckJson(file.string(), places));
  } else {
    for (const TemplateProblem& problem : problems) fmt::print("{}\n", problem.text);
  }
  if (!options.quiet) {
    fmt::print(stderr, "{}\n",
               Say("{}: エラー {} 件、警告 {} 件", "{}: {} errors, {} warnings", file.string(), errors,
                   static_cast<std::ptrdiff_t>(problems.size()) - errors));
  }
  return errors > 0 ? ExitCode::kFindings : ExitCode::kDone;
}

ExitCode Dump(const Options& options) {
  const fs::path file = TemplateNamed(options);
  if (file.extension() == ".xlsx") {
    throw UsageFault(
        Say("{}: dump は YAML の様式だけです。Excel の様式はそのまま様式として使えます（chohyo template check "
            "で確かめます）。",
            "{}: dump is for YAML templates; an Excel form is a template as it stands (see chohyo template check).",
            file.string()));
  }
  const std::string text = DumpTemplate(ReadWholeFile(file), file.string());
  if (options.out.empty()) {
    fmt::print("{}", text);
  } else {
    WriteWholeFile(options.out, text);
  }
  return ExitCode::kDone;
}

std::string KindName(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::kDate: return Say("日付", "date");
    case ColumnKind::kMonth: return Say("年月", "month");
    case ColumnKind::kTime: return Say("時刻", "time");
    case ColumnKind::kDuration: return Say("時間", "duration");
    case ColumnKind::kInteger: return Say("数", "number");
    case ColumnKind::kText:
    case ColumnKind::kId:
    case ColumnKind::kChoice:
    case ColumnKind::kIdList:
    case ColumnKind::kTextList: return Say("文字", "text");
  }
  return {};
}

ColumnKind KindOf(const Scalar& scalar) {
  if (std::holds_alternative<Date>(scalar)) return ColumnKind::kDate;
  if (std::holds_alternative<Month>(scalar)) return ColumnKind::kMonth;
  if (std::holds_alternative<TimeOfDay>(scalar)) return ColumnKind::kTime;
  if (std::holds_alternative<Minutes>(scalar)) return ColumnKind::kDuration;
  const bool number = std::holds_alternative<std::int64_t>(scalar) || std::holds_alternative<double>(scalar);
  return number ? ColumnKind::kInteger : ColumnKind::kText;
}

std::string TypeName(const Offer& offer) {
  const bool empty = std::holds_alternative<std::monostate>(offer.example);
  std::string type = KindName(empty ? offer.kind : KindOf(offer.example));
  if (std::holds_alternative<bool>(offer.example)) type = Say("はい・いいえ", "yes/no");
  if (offer.own_columns) type = Say("決まりにない列", "the office's further columns");
  if (offer.IsRecord()) type = offer.table.empty() ? Say("組", "group") : Say("{} の記録", "record of {}", offer.table);
  return offer.list ? Say("{}の一覧", "list of: {}", type) : type;
}

void List(const std::string& path, const Offer& offer, std::vector<FieldLine>* lines) {
  std::string example = offer.IsRecord() ? std::string() : FormatValue(offer.example, {});
  std::replace(example.begin(), example.end(), '\n', ' ');
  lines->push_back({path, TypeName(offer), example, offer.list});
  for (const auto& [name, member] : offer.members) List(path + "." + name, member, lines);
}

/// "loan" for loans: what a record of a table is called in examples.
std::string RecordName(const std::string& table) {
  return table.ends_with('s') ? table.substr(0, table.size() - 1) : table;
}

[[noreturn]] void RefuseForm(const std::string& name, const std::map<std::string, fs::path>& known) {
  std::vector<std::string> names;
  for (const auto& [form, file] : known) names.push_back(form);
  for (const TableInfo& table : AllTables()) names.emplace_back(table.name);
  const auto nearest = NearestName(name, names);
  throw UsageFault(nearest ? Say("帳票や表「{}」はありません。「{}」ではありませんか。",
                                 "there is no form or table \"{}\"; did you mean \"{}\"?", name, *nearest)
                           : Say("帳票や表「{}」はありません。chohyo forms で帳票の一覧が出ます。",
                                 "there is no form or table \"{}\"; chohyo forms lists the forms.", name));
}

bool IsTable(const std::string& name, const Examples& examples) {
  const auto has_own = [&](const auto& office) { return office->own_tables.contains(name); };
  return FindTable(name) != nullptr || std::any_of(examples.offices().begin(), examples.offices().end(), has_own);
}

std::vector<FieldLine> FieldsOf(const Options& options, const Examples& examples) {
  std::vector<FieldLine> lines;
  if (IsTable(options.subject, examples)) {
    List(RecordName(options.subject), OffersOfTable(options.subject, examples.contexts()), &lines);
    return lines;
  }
  const auto known = KnownTemplates(options);
  const fs::path file = TemplateNamed(options);
  if (!fs::exists(file)) RefuseForm(options.subject, known);
  const Offer offer = OffersOf(ReadTemplateFile(file), examples.contexts());
  for (const auto& [name, member] : offer.members) List(name, member, &lines);
  return lines;
}

ExitCode Fields(const Options& options) {
  const Examples examples(options);
  const std::vector<FieldLine> lines = FieldsOf(options, examples);
  if (options.json) {
    fmt::print("{}", FieldsJson(options.subject, lines));
    return ExitCode::kDone;
  }
  if (IsTable(options.subject, examples)) {
    fmt::print("records: {} as {}\n", options.subject, RecordName(options.subject));
  }
  for (const FieldLine& line : lines) {
    fmt::print("{:<44} {}{}\n", line.path, line.type,
               line.example.empty() ? "" : Say("　例: {}", "  e.g. {}", line.example));
  }
  return ExitCode::kDone;
}

/// The documents of an office; none where the template asks for a table that another office has.
std::vector<DocumentPlan> PlansIn(const Template& form, const OfficeData& office) {
  const std::string& table = form.head().list ? form.head().list->table : form.head().records_table;
  const bool has_table = table.empty() || FindTable(table) != nullptr || office.own_tables.contains(table);
  if (!has_table && !form.head().list) return {};
  return PlanForm(form, office.context());
}

/// The first document that the offices have records for, else an empty form.
DocumentPlan PlanPreview(const Template& form, const Examples& examples, bool blank, const OfficeData** office) {
  *office = examples.offices().front().get();
  const auto& list = form.head().list;
  if (blank && list) return PlanBlankList(form.head().form, *list, (*office)->context());
  for (const auto& candidate : examples.offices()) {
    if (blank) break;
    std::vector<DocumentPlan> plans = PlansIn(form, *candidate);
    if (plans.empty()) continue;
    *office = candidate.get();
    return std::move(plans.front());
  }
  return BlankPlan(form, (*office)->context());
}

MakeOptions PreviewOptions(const Options& options, const OfficeData& office, const DocumentPlan& plan) {
  MakeOptions make;
  make.formats = options.formats.empty() ? std::vector<std::string>{"pdf"} : options.formats;
  make.bind.blank = plan.key == "blank";
  make.bind.approval = office.office.ApprovalFor(plan.form);
  make.pdf_a_1b = office.office.pdf.standard == "a-1b";
  make.author = office.office.names.name;
  make.created = office.now;
  return make;
}

/// `-o` names a file if it ends like one, else a folder.
fs::path PreviewFile(const Options& options, const std::string& form, const std::string& format) {
  if (options.out.extension() == "." + format) return options.out;
  const fs::path folder = options.out.empty() ? options.folder / "out" / "preview" : options.out;
  return folder / (SafeFileName(form) + "." + format);
}

ExitCode Preview(const Options& options) {
  const Template form = ReadTemplateFile(TemplateNamed(options));
  const Examples examples(options);
  const OfficeData* office = nullptr;
  const DocumentPlan plan = PlanPreview(form, examples, options.blank, &office);
  const Template& drawn = plan.own_template != nullptr ? *plan.own_template : form;
  std::vector<std::string> problems;
  const auto fonts = OpenFonts(office->office, &problems);
  if (fonts == nullptr) throw InputFault(Join(problems, "\n"));
  const MadeContent made = DocumentMaker(fonts).Make(plan, drawn, PreviewOptions(options, *office, plan));
  for (const MadeBytes& file : made.files) {
    const fs::path path = PreviewFile(options, form.head().form, file.format);
    WriteWholeFile(path, file.bytes);
    fmt::print("{}\n", path.string());
  }
  if (!options.quiet && !options.blank && plan.key == "blank") {
    fmt::print(stderr, "{}\n",
               Say("この様式に当てはまる記録がないので、白紙で作りました。",
                   "there are no records for this template, so it was made as an empty form."));
  } else if (!options.quiet) {
    fmt::print(
        stderr, "{}\n",
        Say("{} のデータで作りました（{}）。", "made with the data of {} ({}).", office->office.names.name, plan.key));
  }
  return ExitCode::kDone;
}

}  // namespace

ExitCode RunTemplateCommand(const Options& options) {
  if (options.action == "check") return Check(options);
  if (options.action == "dump") return Dump(options);
  if (options.action == "fields") return Fields(options);
  return Preview(options);
}

}  // namespace chohyo
