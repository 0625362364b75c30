#include "pipeline/doctor.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "pipeline/base/era.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/doctor_cells.h"
#include "pipeline/doctor_glyphs.h"
#include "pipeline/doctor_text.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/ingest/cell_values.h"
#include "pipeline/ingest/csv_reader.h"
#include "pipeline/ingest/headers.h"
#include "pipeline/ingest/office_config.h"
#include "pipeline/ingest/roster_sink.h"
#include "pipeline/ingest/xlsx_reader.h"
#include "pipeline/model/schema.h"
#include "pipeline/results.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

std::string Ending(const fs::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return ending;
}

std::span<const ColumnInfo> ColumnsFor(const TableInfo& info, const Table& table) {
  return info.name == "roster_days" && IsWideRoster(table) ? WideRosterColumns() : std::span(info.columns);
}

std::size_t KnownHeaders(const TableInfo& info, const Table& table) {
  std::set<std::string> names;
  for (const ColumnInfo& column : ColumnsFor(info, table)) {
    names.insert({FoldHeader(column.ja), FoldHeader(column.alias)});
  }
  const auto cells = table.HeaderCells();
  return static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [&](const Cell& cell) { return names.contains(FoldHeader(table.TextOf(cell))); }));
}

/// The table a file is: by its name, in either language, else by its headers.
const TableInfo* TableOfFile(const fs::path& file, const Table& table) {
  const std::string stem = file.stem().string();
  for (const TableInfo& info : AllTables()) {
    if (info.name == stem || info.ja == stem) return &info;
  }
  const TableInfo* best = nullptr;
  std::size_t most = 1;
  for (const TableInfo& info : AllTables()) {
    const std::size_t known = table.HasHeader() ? KnownHeaders(info, table) : 0;
    if (known > most) {
      most = known;
      best = &info;
    }
  }
  return best;
}

/// Asks about cells that could mean two things; the same text in the same column is asked about once.
class Questions {
 public:
  void Look(const ColumnInfo& info, const std::string& header, std::string_view text, std::uint32_t line,
            std::uint16_t column) {
    DoctorNote note = NoteFor(info, text);
    if (note.code.empty()) return;
    note.line = line;
    note.column = column;
    auto [entry, is_new] = asked_.try_emplace({note.code, column, std::string(text)});
    Asked& asked = entry->second;
    if (is_new) asked.note = std::move(note);
    if (is_new) asked.header = header;
    ++asked.count;
  }

  void Tell(std::vector<DoctorNote>* notes) const {
    for (const auto& [key, asked] : asked_) {
      DoctorNote note = asked.note;
      note.message = Say("列「{0}」の「{1}」（{2} か所）{3}", "column \"{0}\": \"{1}\" ({2} times) {3}", asked.header,
                         std::get<2>(key), asked.count, note.message);
      notes->push_back(std::move(note));
    }
  }

 private:
  struct Asked {
    DoctorNote note;
    std::string header;
    std::uint64_t count = 0;
  };

  static std::string LengthText(Minutes minutes) {
    return fmt::format("{}:{:02}", minutes.value / 60, minutes.value % 60);
  }

  static std::string DayName(Date date) { return Say("{0}（{1}）", "{1}", Wareki(date), date.Iso()); }

  static DoctorNote NoteFor(const ColumnInfo& info, std::string_view text) {
    if (info.kind == ColumnKind::kDate) return DateNote(text);
    if (info.kind == ColumnKind::kTime && !ReadTimeOfDay(text)) return TimeNote(text);
    if (info.kind == ColumnKind::kDuration && !ReadDuration(text)) return TimeNote(text);
    return {};
  }

  static DoctorNote DateNote(std::string_view text) {
    if (const auto serial = SerialDateOf(text)) {
      return {"date-serial",
              Severity::kWarning,
              0,
              0,
              Say("は Excel の日付の番号のようです。{} か、1904 年起点なら {} です。",
                  "looks like Excel's number of a day: {}, or in a workbook that counts from 1904 {}.",
                  DayName(*serial), DayName(*serial + kDaysOf1904Counting)),
              Say("日付として書き出し直すか、{} のように書いてください。", "Export it as a date, or write {}.",
                  serial->Iso())};
    }
    const std::vector<Date> readings = DateReadingsOf(text);
    if (readings.size() < 2) return {};
    std::vector<std::string> names;
    for (const Date date : readings) names.push_back(DayName(date));
    return {"ambiguous-date",
            Severity::kWarning,
            0,
            0,
            Say("は {} のどれとも読めます。どの日ですか。", "may be any of {}. Which day is it?",
                Join(names, Say("、", ", "))),
            Say("年が分かるように 2021-01-13 か R3.1.13 の形で書いてください。",
                "Write it so that the year is clear: 2021-01-13 or R3.1.13.")};
  }

  static DoctorNote TimeNote(std::string_view text) {
    const std::vector<Minutes> readings = TimeReadingsOf(text);
    if (readings.empty()) return {};
    if (readings.size() == 1) {
      return {"decimal-time",
              Severity::kWarning,
              0,
              0,
              Say("は時刻・時間の書き方ではありません。{} のことですか。", "is not how times are written. Is it {}?",
                  LengthText(readings[0])),
              Say("{} のように : で書いてください。", "Write {}, with a colon.", LengthText(readings[0]))};
    }
    return {
        "ambiguous-time",
        Severity::kWarning,
        0,
        0,
        Say("は {} とも、小数の時間（{}）とも読めます。どちらですか。",
            "may be {}, or hours as a decimal ({}). Which is it?", LengthText(readings[0]), LengthText(readings[1])),
        Say("{} か {} のように : で書いてください。", "Write {} or {}, with a colon.", LengthText(readings[0]),
            LengthText(readings[1]))};
  }

  std::map<std::tuple<std::string, std::uint16_t, std::string>, Asked> asked_;
};

bool HoldsText(const ColumnInfo* info) {
  return info == nullptr || info->kind == ColumnKind::kText || info->kind == ColumnKind::kTextList;
}

/// Looks at the table of one file.
class TableDoctor {
 public:
  TableDoctor(const Table& table, const TableInfo* info, const FontSet* fonts, DoctorReport* report)
      : table_(table),
        columns_(info == nullptr ? std::span<const ColumnInfo>() : ColumnsFor(*info, table)),
        glyphs_(fonts),
        report_(*report) {}

  void Look() {
    std::vector<std::string> faults;
    headers_ = MatchHeaders(table_, columns_, report_.file, &faults);
    TellColumns();
    TellDoubled();
    for (std::size_t row = 0; row < table_.RowCount(); ++row) {
      for (const Cell& cell : table_.CellsOf(row)) LookAt(cell, table_.LineOf(row));
    }
    TellDamage();
    questions_.Tell(&report_.notes);
    glyphs_.Tell(&report_);
  }

 private:
  const ColumnInfo* InfoOf(std::uint16_t column) const {
    const ColumnUse use = headers_.UseOf(column);
    return use.kind == ColumnUse::Kind::kKnown ? &columns_[use.index] : nullptr;
  }

  void TellColumns() {
    for (const Cell& cell : table_.HeaderCells()) {
      const ColumnInfo* info = InfoOf(cell.column);
      report_.columns.push_back(
          {cell.column, headers_.HeaderOf(cell.column), info == nullptr ? "" : std::string(info->alias)});
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (headers_.columns[i] != 0) continue;
      (columns_[i].required ? report_.missing : report_.absent).emplace_back(columns_[i].alias);
    }
    Findings unknown;
    if (!columns_.empty()) WarnOfUnknownColumns(headers_, columns_, report_.file, report_.table, &unknown);
    for (const Finding& f : unknown) {
      report_.notes.push_back({"unknown-column", f.severity, f.line, f.column, f.message, f.hint});
    }
    for (const std::string& name : report_.missing) {
      report_.notes.push_back({"missing-column", Severity::kError, table_.HeaderLine(), 0,
                               Say("必須の列 {} がありません。", "the required column {} is missing.", name),
                               Say("見出しの行にこの列を足してください。", "Add it to the header row.")});
    }
  }

  /// Two headers of one column, whether by the same name or by its name in the other language.
  void TellDoubled() {
    std::map<std::string, std::uint16_t> first;
    for (const Cell& cell : table_.HeaderCells()) {
      const ColumnInfo* info = InfoOf(cell.column);
      const std::string name = info == nullptr ? FoldHeader(table_.TextOf(cell)) : std::string(info->alias);
      const auto [entry, is_new] = first.emplace(name, cell.column);
      if (is_new) continue;
      report_.notes.push_back(
          {"duplicate-header", Severity::kError, table_.HeaderLine(), cell.column,
           Say("見出し「{}」は列 {} と列 {} にあります。", "the header \"{}\" stands over columns {} and {}.",
               std::string(table_.TextOf(cell)), entry->second, cell.column),
           Say("片方を消すか、名前を変えてください。", "Remove or rename one of them.")});
    }
  }

  void LookAt(const Cell& cell, std::uint32_t line) {
    if (IsDamaged(cell.kind)) {
      if (damaged_++ == 0) first_damaged_ = {line, cell.column};
      return;
    }
    const ColumnInfo* info = InfoOf(cell.column);
    const std::string_view text = table_.TextOf(cell);
    if (info != nullptr) questions_.Look(*info, headers_.HeaderOf(cell.column), text, line, cell.column);
    if (HoldsText(info)) glyphs_.Look(text, line, cell.column);
  }

  void TellDamage() {
    if (damaged_ == 0) return;
    report_.notes.push_back(
        {"damaged-cells", Severity::kError, first_damaged_.first, first_damaged_.second,
         Say("読めないセルが {} か所あります（最初はここ）。", "{} cells cannot be read; this is the first.", damaged_),
         Say("chohyo check が一つずつ理由を示します。", "chohyo check gives the reason of each.")});
  }

  const Table& table_;
  std::span<const ColumnInfo> columns_;
  HeaderMap headers_;
  Questions questions_;
  GlyphDoctor glyphs_;
  DoctorReport& report_;
  std::uint64_t damaged_ = 0;
  std::pair<std::uint32_t, std::uint16_t> first_damaged_;
};

std::string EncodingOf(const Office& office, const fs::path& file) {
  const auto found = office.table_encoding.find(file.stem().string());
  return found != office.table_encoding.end() ? found->second : office.encoding;
}

void ExamineBytes(std::string bytes, const fs::path& file, const Office& office, const FontSet* fonts,
                  DoctorReport* report) {
  if (bytes.empty()) {
    report->notes.push_back({"empty-file", Severity::kWarning, 0, 0,
                             Say("ファイルが空です（0 バイト）。行のない表として扱います。",
                                 "the file is empty (0 bytes); it counts as a table without rows."),
                             Say("書き出しに失敗していないか確かめてください。", "Check whether the export failed.")});
  } else if (report->is_text) {
    report->facts = ExamineText(bytes, EncodingOf(office, file), report->file, &report->notes);
  }
  Table table;
  if (!bytes.empty()) {
    table = report->is_text ? ReadCsv(bytes, EncodingOf(office, file), report->file)
                            : ReadXlsx(std::move(bytes), report->file);
  }
  const TableInfo* info = TableOfFile(file, table);
  if (info != nullptr) report->table = info->name;
  if (info != nullptr) report->table_ja = info->ja;
  report->rows = table.RowCount();
  if (table.HasHeader()) TableDoctor(table, info, fonts, report).Look();
  std::stable_sort(report->notes.begin(), report->notes.end(), [](const DoctorNote& a, const DoctorNote& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
}

struct NamedFile {
  fs::path path;
  std::string shown;
};

std::vector<NamedFile> FilesOf(const Options& options) {
  std::vector<NamedFile> files;
  for (const std::string& name : options.files) files.push_back({name, name});
  if (!files.empty()) return files;
  const fs::path folder = options.folder / "data";
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string ending = Ending(entry->path());
    const std::string name = entry->path().filename().string();
    if ((ending == ".csv" || ending == ".xlsx") && !name.starts_with('~') && !name.starts_with('.')) {
      files.push_back({entry->path(), "data/" + name});
    }
  }
  if (error) {
    throw InputFault(
        Say("{}: エラー: フォルダーが読めません。-C で庁内フォルダを指定するか、ファイルを並べてください。",
            "{}: error: the folder cannot be read. Name the office folder with -C, or name files.", folder.string()));
  }
  std::sort(files.begin(), files.end(), [](const NamedFile& a, const NamedFile& b) { return a.shown < b.shown; });
  return files;
}

Office OfficeOf(const Options& options) {
  if (fs::exists(options.folder / kOfficeFile)) return LoadOffice(options.folder);
  return DefaultOffice(options.folder);
}

ExitCode StatusOf(const std::vector<DoctorReport>& reports) {
  const auto any = [&](auto test) { return std::any_of(reports.begin(), reports.end(), test); };
  if (any([](const DoctorReport& report) { return !report.readable; })) return ExitCode::kInput;
  return any([](const DoctorReport& report) { return report.NeedsWork(); }) ? ExitCode::kFindings : ExitCode::kDone;
}

}  // namespace

DoctorReport Examine(const fs::path& file, const std::string& shown, const Office& office, const FontSet* fonts) {
  DoctorReport report;
  report.file = shown;
  report.is_text = Ending(file) != ".xlsx";
  try {
    std::string bytes = ReadWholeFile(file);
    report.bytes = bytes.size();
    ExamineBytes(std::move(bytes), file, office, fonts, &report);
  } catch (const InputFault& fault) {
    report.readable = false;
    report.notes.push_back({"unreadable", Severity::kError, 0, 0, fault.what(), ""});
  }
  return report;
}

ExitCode RunDoctor(const Options& options) {
  const Office office = OfficeOf(options);
  std::vector<std::string> problems;
  const auto fonts = OpenFonts(office, &problems);
  std::vector<DoctorReport> reports;
  for (const NamedFile& file : FilesOf(options)) {
    reports.push_back(Examine(file.path, file.shown, office, fonts.get()));
  }
  for (const std::string& problem : problems) fmt::print(stderr, "{}\n", problem);
  if (options.json) {
    fmt::print("{}", DoctorJson(reports));
  } else {
    for (const DoctorReport& report : reports) fmt::print("{}\n", DoctorText(report));
  }
  return StatusOf(reports);
}

}  // namespace chohyo
