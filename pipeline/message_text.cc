#include "pipeline/message_text.h"

#include <fmt/format.h>

#include <filesystem>

#include "pipeline/base/file.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr const char* kPlainText = "{{title}}を送付します。\n";
constexpr const char* kCaution =
    "【取扱注意】この電子メールと添付ファイルには、職務上の情報が含まれています。宛先以外の方への転送、複製はしないで"
    "ください。\n誤って届いた場合は、お手数ですが送信者に知らせ、電子メールと添付ファイルを消してください。\n";

/// The last day of what a document reports on.
Date DayOf(const OfficeData& data, const std::string& about) {
  if (const auto day = Date::FromIso(about)) return *day;
  if (const auto first = Date::FromIso(about + "-01")) return Month::Of(*first).last();
  return data.period.span.last;
}

std::string ReportText(int report) { return fmt::format("第{}報", report); }

std::string ChangesText(int report, const std::vector<const LedgerDocument*>& documents) {
  std::string text;
  for (const LedgerDocument* document : documents) {
    for (const FigureChange& change : document->changes) {
      text += fmt::format("・{}{}　{}: {} → {}\n", documents.size() > 1 ? document->title + "　" : "", change.row,
                          change.column, change.before.empty() ? "なし" : change.before,
                          change.after.empty() ? "なし" : change.after);
    }
  }
  const char* const what = text.empty() ? "" : "で変わったところ";
  return fmt::format("\n■ {}{}（前の報に代わるものです）\n{}", ReportText(report), what, text);
}

std::string FilesText(const Route& route, const std::vector<LedgerFile>& files) {
  std::string text =
      route.IsDrop() ? fmt::format("\n■ 置いたファイル（{}）\n", route.drop) : std::string("\n■ 添付ファイル\n");
  for (std::size_t i = 0; i < files.size(); ++i) {
    text += fmt::format("{}. {}（{} バイト）\n   SHA-256: {}\n", i + 1, files[i].path, files[i].bytes, files[i].sha256);
  }
  return text;
}

}  // namespace

Value MessageValues(const OfficeData& data, const Route& route, const LedgerDocument& document, std::size_t count,
                    int report) {
  ValueMap values = CommonValues(data.context());
  const Date day = DayOf(data, document.about);
  const std::string& department = document.department_name;
  values.emplace_back("date", day);
  values.emplace_back("month", Month::Of(day));
  values.emplace_back("title", document.title);
  values.emplace_back("key", document.key);
  values.emplace_back("form", document.form);
  values.emplace_back("department",
                      Value(ValueMap{{"code", document.department},
                                     {"name", department.empty() ? data.office.names.name : department}}));
  values.emplace_back("route", route.name);
  values.emplace_back("count", static_cast<int>(count));
  values.emplace_back("report_number", report);
  return Value(std::move(values));
}

std::string SubjectOf(const Route& route, const Value& values, int report) {
  const std::string subject = FillText(route.subject, values, "mail: " + route.name + ": subject");
  std::string line(Trim(subject));
  for (char& c : line) c = c == '\r' || c == '\n' ? ' ' : c;
  const bool says_so = report < 2 || line.find(ReportText(report)) != std::string::npos;
  return says_so ? line : line + "（" + ReportText(report) + "）";
}

std::string TextOf(const OfficeData& data, const Route& route, const Value& values, int report,
                   const std::vector<const LedgerDocument*>& documents, const std::vector<LedgerFile>& files) {
  const std::filesystem::path file = data.office.folder / route.body;
  const std::string pattern = route.body.empty() ? std::string(kPlainText) : ReadWholeFile(file);
  std::string text = FillText(pattern, values, route.body.empty() ? "mail: " + route.name : file.string());
  if (!text.ends_with('\n')) text += '\n';
  if (report > 1) text += ChangesText(report, documents);
  return text + FilesText(route, files) + "\n" + kCaution;
}

std::string AttachmentName(const Route& route, const Value& values, const std::string& path, int report) {
  std::string name = FillText(route.attach_as, values, "mail: " + route.name + ": attach_as");
  const bool says_so = report < 2 || name.find(ReportText(report)) != std::string::npos;
  if (!says_so) name += "_" + ReportText(report);
  const std::string ending = std::filesystem::path(path).extension().string();
  if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  return SafeFileName(name) + ending;
}

}  // namespace chohyo
