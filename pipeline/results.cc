#include "pipeline/results.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

#include "pipeline/clock.h"
#include "pipeline/deliver/ledger_lines.h"
#include "pipeline/ledger_commands.h"
#include "pipeline/send_job.h"

namespace chohyo {
namespace {

using Json = nlohmann::ordered_json;

Json JsonOf(const Finding& finding) {
  return {{"rule", finding.rule},
          {"severity", SeverityName(finding.severity)},
          {"table", finding.table},
          {"line", finding.line},
          {"column", finding.column},
          {"key", finding.key},
          {"department", finding.department},
          {"message", finding.message},
          {"hint", finding.hint}};
}

Json JsonOf(const Findings& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) list.push_back(JsonOf(finding));
  return list;
}

Json JsonOf(const MadeFile& file) {
  return {{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}, {"pages", file.pages}};
}

Json JsonOf(const MadeDocument& document) {
  Json files = Json::array();
  for (const MadeFile& file : document.files) files.push_back(JsonOf(file));
  return {{"form", document.form},     {"key", document.key},
          {"title", document.title},   {"department", document.department},
          {"files", std::move(files)}, {"findings", JsonOf(document.findings)}};
}

Json JsonOf(std::vector<MadeDocument> documents) {
  std::sort(documents.begin(), documents.end(), [](const MadeDocument& a, const MadeDocument& b) {
    return std::tie(a.form, a.key) < std::tie(b.form, b.key);
  });
  Json list = Json::array();
  for (const MadeDocument& document : documents) list.push_back(JsonOf(document));
  return list;
}

/// Bytes that are no UTF-8 must not stop a report: they become U+FFFD.
std::string Dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

Severity SeverityOf(const std::string& name) {
  if (name == "warning") return Severity::kWarning;
  return name == "info" ? Severity::kInfo : Severity::kError;
}

Finding FindingOf(const Json& json) {
  Finding finding;
  finding.rule = json.at("rule");
  finding.severity = SeverityOf(json.at("severity"));
  finding.table = json.at("table");
  finding.line = json.at("line");
  finding.column = json.at("column");
  finding.key = json.at("key");
  finding.department = json.at("department");
  finding.message = json.at("message");
  finding.hint = json.at("hint");
  return finding;
}

MadeDocument DocumentOf(const Json& json) {
  MadeDocument document{json.at("form"), json.at("key"), json.at("title"), json.at("department"), {}, {}, {}};
  for (const Json& file : json.at("files")) {
    document.files.push_back({file.at("path"), file.at("bytes"), file.at("sha256"), file.at("pages")});
  }
  for (const Json& finding : json.at("findings")) document.findings.push_back(FindingOf(finding));
  return document;
}

Json JsonOf(const RuleLine& rule) {
  Json json = {{"rule", rule.id},       {"severity", SeverityName(rule.severity)},
               {"on", rule.on},         {"title", rule.title},
               {"packs", rule.packs},   {"basis", rule.basis},
               {"checks", rule.checks}, {"remedy", rule.remedy},
               {"limit", nullptr}};
  if (!rule.limit_key.empty()) {
    json["limit"] = {{"key", rule.limit_key}, {"value", rule.limit}, {"from", rule.limit_from}};
  }
  return json;
}

Json JsonOf(const TextFacts& facts) {
  return {{"encoding", facts.encoding},
          {"certainty", CertaintyName(facts.certainty)},
          {"evidence", facts.evidence},
          {"bom", facts.bom},
          {"line_ends", {{"crlf", facts.crlf}, {"lf", facts.lf}, {"cr", facts.cr}}},
          {"delimiter", std::string(1, facts.delimiter)},
          {"trailing_columns", facts.trailing_columns}};
}

Json JsonOf(const std::vector<DoctorColumn>& columns) {
  Json list = Json::array();
  for (const DoctorColumn& column : columns) {
    list.push_back({{"number", column.number},
                    {"header", column.header},
                    {"name", column.name.empty() ? Json(nullptr) : Json(column.name)}});
  }
  return list;
}

Json JsonOf(const std::vector<FontUse>& fonts) {
  Json list = Json::array();
  for (const FontUse& use : fonts) {
    list.push_back({{"font", use.font}, {"characters", use.characters}, {"texts", use.texts}});
  }
  return list;
}

Json JsonOf(const std::vector<DoctorNote>& notes) {
  Json list = Json::array();
  for (const DoctorNote& note : notes) {
    list.push_back({{"code", note.code},
                    {"severity", SeverityName(note.severity)},
                    {"line", note.line},
                    {"column", note.column},
                    {"message", note.message},
                    {"hint", note.hint}});
  }
  return list;
}

Json JsonOf(const DoctorReport& report) {
  return {{"file", report.file},
          {"table", report.table},
          {"bytes", report.bytes},
          {"readable", report.readable},
          {"text", report.is_text ? JsonOf(report.facts) : Json(nullptr)},
          {"rows", report.rows},
          {"columns", JsonOf(report.columns)},
          {"missing", report.missing},
          {"absent", report.absent},
          {"fonts", JsonOf(report.fonts)},
          {"notes", JsonOf(report.notes)}};
}

}  // namespace

std::string FindingsJson(const std::string& period, const Findings& findings) {
  return Dump({{"period", period}, {"findings", JsonOf(findings)}});
}

std::string ManifestJson(const std::string& period, const std::vector<MadeDocument>& documents) {
  return Dump({{"period", period}, {"documents", JsonOf(documents)}});
}

std::string RunJson(const std::string& period, const Findings& findings, const std::vector<MadeDocument>& documents) {
  return Dump({{"period", period}, {"documents", JsonOf(documents)}, {"findings", JsonOf(findings)}});
}

std::vector<MadeDocument> ReadManifest(const std::string& text) {
  std::vector<MadeDocument> documents;
  try {
    const Json manifest = Json::parse(text);
    for (const Json& document : manifest.at("documents")) documents.push_back(DocumentOf(document));
  } catch (const Json::exception&) {
    return {};  // a foreign or torn file: nothing is known of earlier documents
  }
  return documents;
}

std::string FormsJson(const std::vector<FormLine>& forms) {
  Json list = Json::array();
  for (const FormLine& form : forms) {
    list.push_back({{"form", form.form},
                    {"pack", form.pack},
                    {"title", form.title},
                    {"formats", form.formats},
                    {"active", form.active}});
  }
  return Dump({{"forms", std::move(list)}});
}

std::string RulesJson(const std::vector<RuleLine>& rules) {
  Json list = Json::array();
  for (const RuleLine& rule : rules) list.push_back(JsonOf(rule));
  return Dump({{"rules", std::move(list)}});
}

std::string RuleJson(const RuleLine& rule) { return Dump(JsonOf(rule)); }

std::string TemplateCheckJson(const std::string& file, const std::vector<NotedPlace>& problems) {
  Json list = Json::array();
  for (const NotedPlace& problem : problems) {
    list.push_back({{"severity", SeverityName(problem.severity)},
                    {"line", problem.line},
                    {"column", problem.column},
                    {"message", problem.message}});
  }
  return Dump({{"file", file}, {"problems", std::move(list)}});
}

std::string FieldsJson(const std::string& form, const std::vector<FieldLine>& fields) {
  Json list = Json::array();
  for (const FieldLine& field : fields) {
    list.push_back({{"path", field.path}, {"type", field.type}, {"example", field.example}, {"list", field.list}});
  }
  return Dump({{"form", form}, {"fields", std::move(list)}});
}

std::string ParityJson(std::size_t compared, const std::vector<ParityLine>& lines) {
  Json list = Json::array();
  for (const ParityLine& line : lines) {
    list.push_back({{"form", line.form},
                    {"key", line.key},
                    {"file", line.file},
                    {"place", line.place},
                    {"pdf", line.pdf},
                    {"xlsx", line.xlsx}});
  }
  return Dump({{"compared", compared}, {"differences", std::move(list)}});
}

namespace {

Json TimeOf(std::int64_t at) { return at == 0 ? Json(nullptr) : Json(LocalTime(at)); }

Json JsonOf(const std::vector<LedgerFile>& files) {
  Json list = Json::array();
  for (const LedgerFile& file : files) {
    list.push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  return list;
}

Json JsonOf(const SendLine& line) {
  return {{"state", line.state},     {"route", line.route},     {"form", line.form},
          {"key", line.keys},        {"to", line.to},           {"cc", line.cc},
          {"message", line.message}, {"subject", line.subject}, {"attachments", JsonOf(line.attachments)},
          {"note", line.note},       {"text", line.text}};
}

Json JsonOf(const LedgerLine& line) {
  return {{"state", line.state},
          {"form", line.form},
          {"key", line.key},
          {"period", line.period},
          {"about", line.about},
          {"title", line.title},
          {"department", line.department},
          {"department_name", line.department_name},
          {"revision", line.revision},
          {"report", line.report},
          {"files", JsonOf(line.files)},
          {"made_at", TimeOf(line.made_at)},
          {"route", line.route},
          {"message", line.message},
          {"to", line.to},
          {"subject", line.subject},
          {"reply", line.reply},
          {"confirmed_by", line.released_by},
          {"changed_at", TimeOf(line.changed_at)}};
}

}  // namespace

std::string SendJson(const std::string& period, const std::vector<SendLine>& lines, const Findings& findings) {
  Json list = Json::array();
  for (const SendLine& line : lines) list.push_back(JsonOf(line));
  return Dump({{"period", period}, {"messages", std::move(list)}, {"findings", JsonOf(findings)}});
}

std::string LedgerJson(const std::vector<LedgerLine>& lines) {
  Json list = Json::array();
  for (const LedgerLine& line : lines) list.push_back(JsonOf(line));
  return Dump({{"lines", std::move(list)}});
}

std::string VerifyJson(const std::vector<LedgerProblem>& problems) {
  Json list = Json::array();
  for (const LedgerProblem& problem : problems) {
    list.push_back({{"kind", problem.kind}, {"path", problem.path}, {"message", problem.message}});
  }
  return Dump({{"problems", std::move(list)}});
}

std::string PolicyJson(const std::string& period, const std::string& policy, const Findings& gained,
                       const Findings& lost) {
  return Dump({{"period", period}, {"policy", policy}, {"gained", JsonOf(gained)}, {"lost", JsonOf(lost)}});
}

std::string DoctorJson(const std::vector<DoctorReport>& reports) {
  Json list = Json::array();
  for (const DoctorReport& report : reports) list.push_back(JsonOf(report));
  return Dump({{"files", std::move(list)}});
}

std::string CollectJson(const CollectReport& report) {
  Json files = Json::array(), missing = Json::array(), conflicts = Json::array();
  for (const auto& file : report.files) {
    files.push_back({{"file", file.file}, {"bureau", file.bureau}, {"date", file.date}, {"used", file.used}});
  }
  for (const auto& one : report.missing) {
    missing.push_back({{"date", one.date}, {"department", one.department}, {"name", one.name}});
  }
  for (const auto& one : report.conflicts) {
    conflicts.push_back({{"date", one.date},
                         {"bureau", one.bureau},
                         {"department", one.department},
                         {"label", one.label},
                         {"files", Json::array({one.first_file, one.second_file})},
                         {"values", Json::array({one.first, one.second})}});
  }
  const Json json = {{"period", report.period},       {"files", std::move(files)},
                     {"missing", std::move(missing)}, {"conflicts", std::move(conflicts)},
                     {"merged", report.merged},       {"findings", JsonOf(report.findings)}};
  return Dump(json);
}

}  // namespace chohyo
