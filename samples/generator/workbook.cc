#include "samples/generator/workbook.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "pipeline/base/text.h"
#include "samples/generator/stored_zip.h"

namespace chohyo::city {
namespace {

/// What a clerk typed to get a word: Excel keeps it as furigana.
constexpr std::pair<std::string_view, std::string_view> kReadings[] = {
    {"借用", "シャクヨウ"},
    {"番号", "バンゴウ"},
    {"職員", "ショクイン"},
    {"申請日", "シンセイビ"},
    {"開始日", "カイシビ"},
    {"終了日", "シュウリョウビ"},
    {"機器", "キキ"},
    {"持出", "モチダシ"},
    {"機密性区分", "キミツセイクブン"},
    {"管理", "カンリ"},
    {"指紋認証", "シモンニンショウ"},
    {"設定", "セッテイ"},
    {"承認日", "ショウニンビ"},
    {"返却日", "ヘンキャクビ"},
    {"消去", "ショウキョ"},
    {"確認", "カクニン"},
    {"者", "シャ"},
    {"端末機", "タンマツキ"},
    {"資料", "シリョウ"},
    {"文書", "ブンショ"},
    {"会議", "カイギ"},
    {"作成", "サクセイ"},
    {"設計", "セッケイ"},
    {"要綱", "ヨウコウ"},
};

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::size_t Utf16Length(std::string_view utf8) {
  std::size_t units = 0;
  for (const char32_t code : CodePoints(utf8)) units += code < 0x10000 ? 1 : 2;
  return units;
}

/// The furigana runs of a text; positions count UTF-16 units.
std::string PhoneticRuns(std::string_view text) {
  std::map<std::size_t, std::pair<std::string_view, std::string_view>> found;
  for (const auto& reading : kReadings) {
    const std::size_t at = text.find(reading.first);
    if (at != std::string_view::npos) found.emplace(at, reading);
  }
  std::string runs;
  for (const auto& [at, reading] : found) {
    const std::size_t begin = Utf16Length(text.substr(0, at));
    runs += fmt::format("<rPh sb=\"{}\" eb=\"{}\"><t>{}</t></rPh>", begin, begin + Utf16Length(reading.first),
                        reading.second);
  }
  return runs.empty() ? runs : runs + "<phoneticPr fontId=\"1\"/>";
}

/// The workbook's texts, each once, in the order of their first use.
class SharedStrings {
 public:
  std::size_t IndexOf(std::string_view text) {
    ++uses_;
    const auto [found, is_new] = index_.try_emplace(std::string(text), index_.size());
    if (is_new) items_ += fmt::format("<si><t xml:space=\"preserve\">{}</t>{}</si>", Escaped(text), PhoneticRuns(text));
    return found->second;
  }
  std::string Xml() const {
    return fmt::format("{}<sst xmlns=\"{}\" count=\"{}\" uniqueCount=\"{}\">{}</sst>", kHead, kMain, uses_,
                       index_.size(), items_);
  }

 private:
  std::map<std::string, std::size_t> index_;
  std::string items_;
  std::size_t uses_ = 0;
};

std::string ColumnLetters(std::size_t column) {
  std::string letters;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  }
  return letters;
}

/// Excel's day number, counted from 1899-12-30.
int SerialOf(Date date) {
  constexpr int kSerialOf1970 = 25569;
  return date.days() + kSerialOf1970;
}

std::string CellXml(std::size_t row, std::size_t column, const Table::ColumnShape& shape, std::string_view text,
                    SharedStrings* strings) {
  const std::string place = fmt::format("{}{}", ColumnLetters(column), row);
  const auto date = shape.kind == ColumnKind::kDate ? Date::FromIso(text) : std::nullopt;
  if (!date) return fmt::format("<c r=\"{}\" t=\"s\"><v>{}</v></c>", place, strings->IndexOf(text));
  const int style = shape.alias == "returned" || shape.alias == "erased" ? 2 : 1;
  return fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", place, style, SerialOf(*date));
}

std::string SheetXml(const Table& table, SharedStrings* strings) {
  std::string rows = "<row r=\"1\">";
  const auto& columns = table.columns();
  for (std::size_t column = 0; column < columns.size(); ++column) {
    rows += CellXml(1, column, {}, columns[column].ja, strings);
  }
  rows += "</row>";
  const auto cells = table.Cells();
  for (std::size_t row = 0; row < table.rows(); ++row) {
    rows += fmt::format("<row r=\"{}\">", row + 2);
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const std::string_view text = cells[row * columns.size() + column];
      if (!text.empty()) rows += CellXml(row + 2, column, columns[column], text, strings);
    }
    rows += "</row>";
  }
  return fmt::format("{}<worksheet xmlns=\"{}\"><sheetData>{}</sheetData><phoneticPr fontId=\"1\"/></worksheet>", kHead,
                     kMain, rows);
}

constexpr std::string_view kContentTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
    "<Override PartName=\"/xl/sharedStrings.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
    "</Types>";

constexpr std::string_view kRootRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";

constexpr std::string_view kWorkbookRelations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
    "Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId3\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" "
    "Target=\"sharedStrings.xml\"/></Relationships>";

// Cell formats: 0 plain, 1 the system's short date, 2 a date by era.
constexpr std::string_view kStyles =
    "<numFmts count=\"1\"><numFmt numFmtId=\"176\" "
    "formatCode=\"[$-ja-JP-x-gannen]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"游ゴシック\"/><family val=\"3\"/><charset "
    "val=\"128\"/></font>"
    "<font><sz val=\"6\"/><name val=\"游ゴシック\"/><family val=\"3\"/><charset val=\"128\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"176\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"標準\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

}  // namespace

std::string WorkbookBytes(const Table& table) {
  SharedStrings strings;
  const std::string sheet = SheetXml(table, &strings);
  StoredZip zip;
  zip.Add("[Content_Types].xml", fmt::format("{}{}", kHead, kContentTypes));
  zip.Add("_rels/.rels", fmt::format("{}{}", kHead, kRootRelations));
  zip.Add("xl/workbook.xml",
          fmt::format("{}<workbook xmlns=\"{}\" "
                      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                      "<sheet name=\"{}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                      kHead, kMain, table.name()));
  zip.Add("xl/_rels/workbook.xml.rels", fmt::format("{}{}", kHead, kWorkbookRelations));
  zip.Add("xl/worksheets/sheet1.xml", sheet);
  zip.Add("xl/styles.xml", fmt::format("{}<styleSheet xmlns=\"{}\">{}", kHead, kMain, kStyles));
  zip.Add("xl/sharedStrings.xml", strings.Xml());
  return zip.Finish();
}

}  // namespace chohyo::city
