#include "pipeline/ledger_export.h"

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/clock.h"
#include "pipeline/document_maker.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/office_data.h"
#include "pipeline/resources.h"

namespace chohyo {
namespace {

std::string TimeText(std::int64_t at) { return at == 0 ? std::string() : LocalTime(at); }

std::vector<std::string> Columns(const LedgerLine& line) {
  return {LineStateWord(line.state),
          line.form,
          line.key,
          line.title,
          line.department,
          line.department_name,
          line.period,
          line.about,
          std::to_string(line.revision),
          TimeText(line.made_at),
          line.route,
          Join(line.to, "; "),
          line.subject,
          TimeText(line.changed_at),
          line.reply,
          line.released_by,
          line.message};
}

const std::vector<std::string>& Headers() {
  static const std::vector<std::string> headers = {"状態", "帳票",     "キー", "題名",   "所属コード", "所属名",
                                                   "期間", "対象",     "版",   "作成",   "送付先",     "宛先",
                                                   "件名", "最終処理", "備考", "確認者", "送付ID"};
  return headers;
}

std::string CsvCell(const std::string& text) {
  constexpr std::string_view kFormulaSigns = "=+-@\t";
  std::string cell = "\"";
  if (!text.empty() && kFormulaSigns.find(text.front()) != std::string_view::npos) cell += '\'';
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

std::string CsvRow(const std::vector<std::string>& columns) {
  std::vector<std::string> cells;
  for (const std::string& column : columns) cells.push_back(CsvCell(column));
  return Join(cells, ",") + "\r\n";
}

Value RowOf(const LedgerLine& line) {
  static const char* const kNames[] = {"state",   "form",    "key",      "title", "code",   "department",
                                       "period",  "about",   "revision", "made",  "route",  "to",
                                       "subject", "changed", "reply",    "by",    "message"};
  ValueMap row;
  const std::vector<std::string> columns = Columns(line);
  for (std::size_t i = 0; i < columns.size(); ++i) row.emplace_back(kNames[i], columns[i]);
  return Value(std::move(row));
}

std::string Workbook(const Options& options, const std::vector<LedgerLine>& lines) {
  const auto data = ReadOfficeNamesOnly(options.folder);
  std::vector<std::string> problems;
  const auto fonts = OpenFonts(data->office, &problems);
  if (fonts == nullptr) throw InputFault(Join(problems, "\n"));
  const std::filesystem::path file = ResourceFolder() / "templates" / "general" / "ledger.yaml";
  const Template form = Template::Parse(ReadWholeFile(file), file.string());
  ValueList rows;
  for (const LedgerLine& line : lines) rows.push_back(RowOf(line));
  ValueMap values = CommonValues(data->context());
  values.emplace_back("lines", std::move(rows));
  DocumentPlan plan;
  plan.form = form.head().form;
  plan.key = "ledger";
  plan.title = form.head().title;
  plan.values = [&] { return Value(ValueMap(values)); };
  MakeOptions make;
  make.formats = {"xlsx"};
  make.author = data->office.names.name;
  make.created = data->now;
  return std::move(DocumentMaker(fonts).Make(plan, form, make).files.front().bytes);
}

}  // namespace

std::string LedgerCsv(const std::vector<LedgerLine>& lines) {
  std::string csv = "\xEF\xBB\xBF" + CsvRow(Headers());
  for (const LedgerLine& line : lines) csv += CsvRow(Columns(line));
  return csv;
}

void ExportLedger(const Options& options, const std::vector<LedgerLine>& lines) {
  const std::string ending = options.export_file.extension().string();
  if (ending == ".csv") {
    WriteWholeFile(options.export_file, LedgerCsv(lines));
  } else if (ending == ".xlsx") {
    WriteWholeFile(options.export_file, Workbook(options, lines));
  } else {
    throw UsageFault(Say("--export「{}」: .csv か .xlsx で終わる名前にしてください。",
                         "--export \"{}\": give a name that ends in .csv or .xlsx.", options.export_file.string()));
  }
}

}  // namespace chohyo
