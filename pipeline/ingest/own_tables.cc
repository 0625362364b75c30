#include "pipeline/ingest/own_tables.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "pipeline/base/era.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/ingest/cell_reader.h"
#include "pipeline/ingest/cell_values.h"
#include "pipeline/ingest/headers.h"
#include "pipeline/ingest/table_file.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

using Kind = OwnColumn::Kind;

constexpr std::size_t kMostDigits = 15;  ///< of numbers: more are codes
constexpr std::size_t kOddOneIn = 10;    ///< cells of a column that may be of another kind

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits with their separators of thousands taken out; "" if those do not stand where they should.
std::string WithoutSeparators(std::string_view text) {
  if (text.find(',') == std::string_view::npos) return std::string(text);
  const auto groups = Split(text, ',');
  std::string digits(groups[0]);
  if (digits.size() > 3) return {};
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].size() != 3) return {};
    digits += groups[i];
  }
  return digits;
}

/// A whole number; nothing for codes with leading zeros.
OwnCell ReadInteger(std::string_view text) {
  const std::string half = HalfWidth(text);
  const bool minus = half.starts_with('-');
  const std::string digits = WithoutSeparators(std::string_view(half).substr(minus ? 1 : 0));
  if (!AllDigits(digits) || digits.size() > kMostDigits || (digits.size() > 1 && digits[0] == '0')) return {};
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return minus ? -number : number;
}

OwnCell ReadNumber(std::string_view text) {
  if (OwnCell whole = ReadInteger(text); whole.index() != 0) return whole;
  const std::string half = HalfWidth(text);
  const std::size_t point = half.find('.');
  if (point == std::string::npos || point == 0 || !AllDigits(std::string_view(half).substr(point + 1))) return {};
  const std::string digits = WithoutSeparators(std::string_view(half).substr(0, point)) + half.substr(point);
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || digits.size() > kMostDigits) return {};
  return number;
}

/// Bare digits are no date: they may be a code.
OwnCell ReadOwnDate(std::string_view text) {
  if (AllDigits(HalfWidth(text))) return {};
  const DateReading reading = ReadDate(text);
  return reading.date ? OwnCell(*reading.date) : OwnCell();
}

OwnCell ReadOwnTime(std::string_view text) {
  if (AllDigits(HalfWidth(text))) return {};
  const auto time = ReadTimeOfDay(text);
  return time ? OwnCell(*time) : OwnCell();
}

OwnCell ReadAs(Kind kind, std::string_view text) {
  switch (kind) {
    case Kind::kDate: return ReadOwnDate(text);
    case Kind::kTime: return ReadOwnTime(text);
    case Kind::kInteger: return ReadInteger(text);
    case Kind::kNumber: return ReadNumber(text);
    case Kind::kText: return std::string(text);
  }
  return {};
}

std::string KindName(Kind kind) {
  switch (kind) {
    case Kind::kDate: return Say("日付", "dates");
    case Kind::kTime: return Say("時刻", "times");
    case Kind::kInteger:
    case Kind::kNumber: return Say("数", "numbers");
    case Kind::kText: break;
  }
  return Say("文字", "texts");
}

/// Columns that hold codes, whatever their digits look like.
bool NamesCodes(std::string_view header) {
  const std::string folded = FoldForComparing(header);
  for (const char* word : {"番号", "コード", "電話", "内線", "code", "id", "no", "no."}) {
    const std::string_view w(word);
    const bool ascii = static_cast<unsigned char>(w[0]) < 0x80;
    if (ascii ? folded == w || folded.ends_with("_" + std::string(w)) : folded.find(w) != std::string::npos)
      return true;
  }
  return false;
}

/// The table whose keys a column of this name holds.
std::string TableNamedBy(std::string_view header) {
  const std::string folded = FoldHeader(header);
  if (folded == FoldHeader("職員番号") || folded == "staff") return "staff";
  if (folded == FoldHeader("所属コード") || folded == "department") return "departments";
  return folded == FoldHeader("PC管理番号") ? "devices" : "";
}

class OwnTableReader {
 public:
  OwnTableReader(const Table& table, OwnTable* out, Findings* findings)
      : table_(table), out_(*out), findings_(*findings) {}

  void Read() {
    if (!table_.HasHeader()) return;
    ReadHeader();
    for (OwnColumn& column : out_.columns) column.kind = KindOf(column);
    for (std::size_t row = 0; row < table_.RowCount(); ++row) ReadRow(row);
  }

 private:
  void ReadHeader() {
    std::set<std::string> seen;
    for (const Cell& cell : table_.HeaderCells()) {
      OwnColumn column;
      column.header = table_.TextOf(cell);
      column.column = cell.column;
      column.refers_to = TableNamedBy(column.header);
      if (IsDamaged(cell.kind))
        throw InputFault(Refusal(Say("見出しが読めません。", "the header cannot be read."), cell));
      if (!seen.insert(FoldHeader(column.header)).second) {
        throw InputFault(
            Refusal(Say("見出し「{}」が二つあります。", "there are two columns \"{}\".", column.header), cell));
      }
      out_.columns.push_back(std::move(column));
    }
  }

  std::string Refusal(const std::string& why, const Cell& cell) const {
    return Say("{}:{}:{}: エラー: {}", "{}:{}:{}: error: {}", out_.file, table_.HeaderLine(), cell.column, why);
  }

  const Cell* CellAt(std::size_t row, std::uint16_t column) const {
    for (const Cell& cell : table_.CellsOf(row)) {
      if (cell.column == column) return &cell;
    }
    return nullptr;
  }

  /// The kind of all cells but a few.
  Kind KindOf(const OwnColumn& column) const {
    if (!column.refers_to.empty() || NamesCodes(column.header)) return Kind::kText;
    constexpr Kind kKinds[] = {Kind::kDate, Kind::kTime, Kind::kInteger, Kind::kNumber};
    std::size_t filled = 0;
    std::size_t fits[std::size(kKinds)] = {};
    bool leading_zero = false;
    for (std::size_t row = 0; row < table_.RowCount(); ++row) {
      const Cell* cell = CellAt(row, column.column);
      if (cell == nullptr || IsDamaged(cell->kind)) continue;
      ++filled;
      const std::string_view text = table_.TextOf(*cell);
      leading_zero = leading_zero || (text.size() > 1 && text[0] == '0' && AllDigits(HalfWidth(text)));
      for (std::size_t i = 0; i < std::size(kKinds); ++i) fits[i] += ReadAs(kKinds[i], text).index() != 0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < std::size(kKinds) && filled > 0; ++i) {
      const bool is_number = kKinds[i] == Kind::kInteger || kKinds[i] == Kind::kNumber;
      if (is_number && leading_zero) continue;
      if (fits[i] == filled || (filled - fits[i]) * kOddOneIn <= filled) return kKinds[i];
    }
    return Kind::kText;
  }

  void ReadRow(std::size_t row) {
    OwnRow out;
    out.line = table_.LineOf(row);
    out.cells.resize(out_.columns.size());
    bool refused = false;
    for (const Cell& cell : table_.CellsOf(row)) {
      const auto column = std::find_if(out_.columns.begin(), out_.columns.end(),
                                       [&](const OwnColumn& c) { return c.column == cell.column; });
      if (IsDamaged(cell.kind)) {
        refused = true;
        const std::string header = column != out_.columns.end() ? column->header : std::to_string(cell.column);
        const CellProblem problem = DamageOf(header, table_, cell);
        Note(std::string(problem.rule), Severity::kError, out.line, cell.column, problem.message, problem.hint);
      } else if (column == out_.columns.end()) {
        NoteWithoutHeader(out.line, cell);
      } else {
        out.cells[static_cast<std::size_t>(column - out_.columns.begin())] = ReadCell(*column, out.line, cell);
      }
    }
    if (!refused) out_.rows.push_back(std::move(out));
  }

  OwnCell ReadCell(const OwnColumn& column, std::uint32_t line, const Cell& cell) {
    const std::string_view text = table_.TextOf(cell);
    OwnCell value = ReadAs(column.kind, text);
    if (value.index() != 0) return value;
    Note("data.format", Severity::kWarning, line, cell.column,
         Say("{}「{}」は、ほかの行のような{}として読めません。", "{} \"{}\" cannot be read as {} like the other rows.",
             column.header, ShownValue(text), KindName(column.kind)),
         Say("このまま文字として扱います。違っていれば直してください。", "It stays text; correct it if it is wrong."));
    return std::string(text);
  }

  void NoteWithoutHeader(std::uint32_t line, const Cell& cell) {
    Note("data.unknown-column", Severity::kWarning, line, cell.column,
         Say("この欄の上に見出しがないので、「{}」は使いません。",
             "no header stands over this cell; \"{}\" is not used.", ShownValue(table_.TextOf(cell))),
         Say("見出しの行に列の名前を書いてください。", "Write the column's name into the header row."));
  }

  void Note(std::string rule, Severity severity, std::uint32_t line, std::uint16_t column, std::string message,
            std::string hint) {
    Finding finding;
    finding.rule = std::move(rule);
    finding.severity = severity;
    finding.file = out_.file;
    finding.table = out_.name;
    finding.line = line;
    finding.column = column;
    finding.key = std::to_string(line);
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    findings_.push_back(std::move(finding));
  }

  const Table& table_;
  OwnTable& out_;
  Findings& findings_;
};

}  // namespace

OwnTables ReadOwnTables(const Office& office, Findings* findings) {
  OwnTables tables;
  for (const std::string& name : OwnTableNames(office)) {
    OwnTable own;
    own.name = name;
    try {
      const auto file = FindTableFile(office, name);
      if (!file) continue;
      own.file = file->shown;
      const Table table = ReadTableFile(*file, office, name);
      OwnTableReader(table, &own, findings).Read();
    } catch (const InputFault& fault) {
      own.columns.clear();
      own.rows.clear();
      own.problem = fault.what();
      Finding finding;
      finding.rule = "data.unknown-file";
      finding.severity = Severity::kWarning;
      finding.file = own.file.empty() ? "data/" + name : own.file;
      finding.key = name;
      finding.message = Say("表として読めませんでした: {}", "it could not be read as a table: {}", own.problem);
      findings->push_back(std::move(finding));
    }
    tables.emplace(name, std::move(own));
  }
  return tables;
}

}  // namespace chohyo
