#include "pipeline/ingest/import.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/ingest/headers.h"
#include "pipeline/ingest/own_tables.h"
#include "pipeline/ingest/record_sink.h"
#include "pipeline/ingest/roster_sink.h"
#include "pipeline/ingest/row_reader.h"
#include "pipeline/ingest/table_file.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

constexpr std::size_t kMostRows = 20'000'000;
constexpr std::size_t kMostUnknownCells = 32'000'000;  ///< rows times unknown columns: they cost memory even if empty

class OfficeImporter {
 public:
  explicit OfficeImporter(const Office& office) : office_(office) {}

  Imported Import() {
    RefuseMissingFolder();
    NoteUnknownFiles(office_, &imported_.findings);
    ForEachTable(imported_.records, [this](std::string_view name, auto& table) {
      try {
        ImportTable(name, &table);
      } catch (const InputFault& fault) {
        faults_.emplace_back(fault.what());
      }
    });
    if (!faults_.empty()) throw InputFault(Join(faults_, "\n"));
    imported_.records.BuildIndex();
    imported_.own_tables = ReadOwnTables(office_, &imported_.findings);
    return std::move(imported_);
  }

 private:
  void RefuseMissingFolder() const {
    std::error_code error;
    if (std::filesystem::is_directory(office_.folder / "data", error)) return;
    throw InputFault(Say(
        "{}: エラー: data フォルダーがありません。-C で役所のフォルダーを指定するか、chohyo init で作ってください。",
        "{}: error: there is no data folder. Name the office folder with -C, or make one with chohyo init.",
        (office_.folder / "data").string()));
  }

  template <typename R>
  void ImportTable(std::string_view name, TableOf<R>* out) {
    const TableInfo& info = *FindTable(name);
    out->columns.assign(info.columns.size(), 0);
    const auto file = FindTableFile(office_, name);
    if (!file) return;
    out->file = file->shown;
    const Table table = ReadTableFile(*file, office_, name);
    if (!table.HasHeader()) {
      NoteEmptyFile(name, file->shown);
      return;
    }
    ReadRows(TableContext{name, file->shown, info.columns}, table, out);
  }

  template <typename R>
  void ReadRows(const TableContext& context, const Table& table, TableOf<R>* out) {
    const auto headers = Headers(context, table);
    if (!headers) return;
    out->columns = headers->columns;
    out->unknown_headers = headers->unknown;
    constexpr std::size_t kMostReserved = 1'000'000;
    out->rows.reserve(std::min(table.RowCount(), kMostReserved));
    RecordSink<R> sink(out);
    Read(context, table, *headers, &sink);
  }

  void ReadRows(const TableContext& context, const Table& table, TableOf<RosterDay>* out) {
    if (IsWideRoster(table)) {
      ReadWideRoster({context.name, context.file, WideRosterColumns()}, table, out);
      return;
    }
    const auto headers = Headers(context, table);
    if (!headers) return;
    out->columns = headers->columns;
    out->unknown_headers = headers->unknown;
    LongRosterSink sink(&imported_.records, out->columns.back());
    Read(context, table, *headers, &sink);
  }

  /// The schema knows the long shape: its date and person stand in the wide shape's first two columns.
  void ReadWideRoster(const TableContext& context, const Table& table, TableOf<RosterDay>* out) {
    const auto headers = Headers(context, table);
    if (!headers) return;
    out->columns = {headers->columns[0], headers->columns[1], 0};
    out->unknown_headers = headers->unknown;
    WideRosterSink sink(&imported_.records, headers->columns);
    Read(context, table, *headers, &sink);
  }

  /// The header row, or nothing if it makes the table unusable.
  std::optional<HeaderMap> Headers(const TableContext& context, const Table& table) {
    const std::size_t faults_before = faults_.size();
    HeaderMap headers = MatchHeaders(table, context.columns, context.file, &faults_);
    if (faults_.size() > faults_before) return std::nullopt;
    RefuseTooLarge(context, table, headers);
    WarnOfUnknownColumns(headers, context.columns, context.file, context.name, &imported_.findings);
    return headers;
  }

  static void RefuseTooLarge(const TableContext& context, const Table& table, const HeaderMap& headers) {
    if (table.RowCount() > kMostRows) {
      throw InputFault(Say("{}: エラー: 行が多すぎます（{} 行まで）。期間を分けて書き出してください。",
                           "{}: error: too many rows (at most {}). Export a shorter period.", context.file, kMostRows));
    }
    if (table.RowCount() * headers.unknown.size() > kMostUnknownCells) {
      throw InputFault(Say("{}: エラー: 使わない列が多すぎます（{} 列）。要る列だけを書き出してください。",
                           "{}: error: too many unknown columns ({}). Export only the columns needed.", context.file,
                           headers.unknown.size()));
    }
  }

  void Read(const TableContext& context, const Table& table, const HeaderMap& headers, RowSink* sink) {
    std::set<std::string>* unusable = &imported_.unusable_keys[std::string(context.name)];
    RowReader(context, table, headers, sink, &imported_.findings, unusable).ReadAll();
    if (unusable->empty()) imported_.unusable_keys.erase(std::string(context.name));
  }

  void NoteEmptyFile(std::string_view name, const std::string& file) {
    Finding finding;
    finding.rule = "data.empty-file";
    finding.severity = Severity::kInfo;
    finding.file = file;
    finding.table = name;
    finding.message = Say("ファイルが空なので、行のない表として扱いました。",
                          "the file is empty; it counts as a table without rows.");
    finding.hint = Say("書き出しに失敗していないか確かめてください。", "Check whether the export failed.");
    imported_.findings.push_back(std::move(finding));
  }

  const Office& office_;
  Imported imported_;
  std::vector<std::string> faults_;
};

}  // namespace

Imported ImportOffice(const Office& office) { return OfficeImporter(office).Import(); }

}  // namespace chohyo
