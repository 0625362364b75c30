#include "samples/generator/table.h"

#include <fmt/format.h>

#include <stdexcept>
#include <unordered_map>

#include "pipeline/base/era.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "samples/generator/workbook.h"

namespace chohyo::city {
namespace {

constexpr char kEnd = '\x1f';

/// Cells of one kind look the same thousands of times: each is formed once.
class CellPrinter {
 public:
  explicit CellPrinter(const TableStyle& style) : style_(style) {}

  std::string_view Print(ColumnKind kind, std::string_view text) {
    if (kind == ColumnKind::kDate && style_.dates != DateStyle::kIso) return Remembered(&dates_, kind, text);
    if (kind == ColumnKind::kMonth && style_.dates != DateStyle::kIso) return Remembered(&months_, kind, text);
    if (kind == ColumnKind::kTime && style_.times != TimeStyle::kColon) return Remembered(&times_, kind, text);
    return text;
  }

 private:
  using Memory = std::unordered_map<std::string, std::string>;

  std::string_view Remembered(Memory* memory, ColumnKind kind, std::string_view text) {
    auto [found, is_new] = memory->try_emplace(std::string(text));
    if (is_new) found->second = Form(kind, text);
    return found->second;
  }

  std::string Form(ColumnKind kind, std::string_view text) const {
    if (kind == ColumnKind::kTime) return FormTime(text);
    const bool is_month = kind == ColumnKind::kMonth;
    const auto date = Date::FromIso(std::string(text) + (is_month ? "-01" : ""));
    if (!date) return std::string(text);
    return is_month ? FormMonth(*date) : FormDate(*date);
  }

  std::string FormDate(Date date) const {
    switch (style_.dates) {
      case DateStyle::kIso: return date.Iso();
      case DateStyle::kSlash: return fmt::format("{}/{}/{}", date.year(), date.month(), date.day());
      case DateStyle::kCompact: return fmt::format("{}{:02}{:02}", date.year(), date.month(), date.day());
      case DateStyle::kEraShort: return WarekiShort(date);
      case DateStyle::kEraLong: return Wareki(date);
    }
    return "";
  }

  std::string FormMonth(Date date) const {
    return style_.dates == DateStyle::kSlash ? fmt::format("{}/{}", date.year(), date.month())
                                             : WarekiMonth(Month::Of(date));
  }

  std::string FormTime(std::string_view text) const {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::string(text);
    const std::string_view hour = text.substr(0, colon);
    const std::string_view minute = text.substr(colon + 1);
    if (style_.times == TimeStyle::kKanji) return fmt::format("{}時{}分", hour, minute);
    return fmt::format("{:0>2}{}", hour, minute);
  }

  const TableStyle& style_;
  Memory dates_, months_, times_;
};

void AppendQuoted(std::string_view cell, std::string* out) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out->append(cell);
    return;
  }
  out->push_back('"');
  for (const char c : cell) {
    if (c == '"') out->push_back('"');
    out->push_back(c);
  }
  out->push_back('"');
}

std::string Utf16WithBom(std::string_view utf8) {
  std::string out("\xFF\xFE");
  const auto add = [&out](unsigned unit) {
    out.push_back(static_cast<char>(unit & 0xFF));
    out.push_back(static_cast<char>(unit >> 8));
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t code = NextCodePoint(utf8, &at);
    if (code < 0x10000) {
      add(static_cast<unsigned>(code));
    } else {
      add(0xD800 + static_cast<unsigned>((code - 0x10000) >> 10));
      add(0xDC00 + static_cast<unsigned>((code - 0x10000) & 0x3FF));
    }
  }
  return out;
}

std::string Encode(std::string text, TextEncoding encoding, const std::string& table) {
  switch (encoding) {
    case TextEncoding::kUtf8: return text;
    case TextEncoding::kUtf8Bom: return "\xEF\xBB\xBF" + text;
    case TextEncoding::kUtf16Le: return Utf16WithBom(text);
    case TextEncoding::kCp932: break;
  }
  std::string bytes = EncodeCp932(text);
  if (bytes.find("\x81\xAC") != std::string::npos && text.find("〓") == std::string::npos &&
      DecodeText(bytes, Encoding::kCp932).find("〓") != std::string::npos) {
    throw std::runtime_error(table + ": a character that CP932 lacks");
  }
  return bytes;
}

}  // namespace

Table::Table(const TableInfo& info) : name_(info.name) {
  for (const ColumnInfo& column : info.columns) {
    columns_.push_back({std::string(column.ja), std::string(column.alias), column.kind});
  }
}

Table Table::WideRoster() {
  Table table;
  table.name_ = "roster_days";
  table.columns_.push_back({"年月", "month", ColumnKind::kMonth});
  table.columns_.push_back({"職員番号", "staff", ColumnKind::kId});
  for (int day = 1; day <= 31; ++day) {
    table.columns_.push_back({std::to_string(day), std::to_string(day), ColumnKind::kChoice});
  }
  return table;
}

Table& Table::Cell(std::string_view text) {
  text_ += text;
  text_ += kEnd;
  ++cells_;
  return *this;
}

Table& Table::Cell(Date date) { return Cell(date.Iso()); }

Table& Table::Time(int minutes) {
  if (minutes < 0) return Empty();
  return Cell(fmt::format(FMT_STRING("{}:{:02}"), minutes / 60, minutes % 60));
}

Table& Table::Number(int value) { return Cell(fmt::format(FMT_STRING("{}"), value)); }

void Table::Row(const std::vector<std::string>& cells) {
  if (cells.size() != columns_.size()) {
    throw std::runtime_error(fmt::format("{}: a row of {} cells, not {}", name_, cells.size(), columns_.size()));
  }
  for (const std::string& cell : cells) Cell(cell);
}

void Table::AddColumn(const std::string& header) { columns_.push_back({header, header, ColumnKind::kText}); }

std::vector<std::string_view> Table::Cells() const {
  std::vector<std::string_view> cells;
  cells.reserve(cells_);
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t end = text_.find(kEnd, at);
    cells.push_back(std::string_view(text_).substr(at, end - at));
    at = end + 1;
  }
  return cells;
}

std::string Table::Csv(const TableStyle& style) const {
  const std::string_view line_end = style.crlf ? "\r\n" : "\n";
  std::string out;
  out.reserve(text_.size() + text_.size() / 8 + 1024);
  if (!style.comment.empty()) out.append(style.comment).append(line_end);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    out.append(i == 0 ? "" : ",").append(style.english ? columns_[i].alias : columns_[i].ja);
  }
  out.append(line_end);
  CellPrinter printer(style);
  std::size_t column = 0;
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t end = text_.find(kEnd, at);
    AppendQuoted(printer.Print(columns_[column].kind, std::string_view(text_).substr(at, end - at)), &out);
    at = end + 1;
    const bool is_last = ++column == columns_.size();
    if (is_last) column = 0;
    out.append(is_last ? line_end : ",");
  }
  return out;
}

std::string Table::Bytes(const TableStyle& style) const {
  if (cells_ % columns_.size() != 0) throw std::runtime_error(name_ + ": a row that is not whole");
  return style.workbook ? WorkbookBytes(*this) : Encode(Csv(style), style.encoding, name_);
}

}  // namespace chohyo::city
