#include "pipeline/excel/form_settings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/excel/form_language.h"
#include "pipeline/excel/form_names.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

struct Setting {
  std::string_view key, ja;
};

constexpr std::array<Setting, 10> kSettings = {{{"form", "帳票"},
                                                {"title", "題名"},
                                                {"number", "様式番号"},
                                                {"records", "表"},
                                                {"where", "条件"},
                                                {"key", "鍵"},
                                                {"department", "所属"},
                                                {"date", "日付"},
                                                {"per", "単位"},
                                                {"formats", "形式"}}};

std::string TextOf(const WorkbookCell& cell, const Workbook& book) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return std::string(Trim(*text));
  const auto* number = std::get_if<double>(&cell.value);
  if (number == nullptr) return {};
  const std::string& code = book.formats[static_cast<std::size_t>(cell.format)].number_code;
  return FormatValue(Scalar(*number), std::string(kExcelFormatPrefix) + (code.empty() ? "General" : code));
}

std::string_view KeyOf(std::string_view written) {
  for (const Setting& setting : kSettings) {
    if (FoldName(setting.key) == FoldName(written) || FoldName(setting.ja) == FoldName(written)) return setting.key;
  }
  return {};
}

/// A line of the settings sheet.
struct Line {
  std::string key, value;
  int row = 0;
};

std::vector<Line> LinesOf(const WorkbookSheet& sheet, const Workbook& book) {
  std::map<int, Line> lines;
  for (const WorkbookCell& cell : sheet.cells) {
    if (cell.column > 1) continue;
    Line& line = lines[cell.row];
    line.row = cell.row;
    (cell.column == 0 ? line.key : line.value) = TextOf(cell, book);
  }
  std::vector<Line> used;
  for (auto& [row, line] : lines) {
    if (!line.key.empty() && !line.key.starts_with('#')) used.push_back(std::move(line));
  }
  return used;
}

bool IsSettingsSheet(const WorkbookSheet& sheet, const Workbook& book) {
  const std::string name = FoldName(sheet.name);
  if (name == "chohyo") return true;
  if (name != "設定") return false;
  const auto lines = LinesOf(sheet, book);
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return !KeyOf(line.key).empty(); });
}

/// Chooses the table whose records the names are of.
class TableChoice {
 public:
  TableChoice(const std::vector<UsedName>& names, const std::string& file) : names_(names), file_(file) {}

  const TableInfo* Choose() const {
    if (names_.empty()) return nullptr;
    std::vector<std::pair<Score, const TableInfo*>> ranked;
    for (const TableInfo& table : AllTables()) ranked.emplace_back(ScoreOf(table), &table);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (ranked[0].first.resolved == 0) FailUnknown();
    if (ranked[0].first == ranked[1].first) FailTie(*ranked[0].second, *ranked[1].second);
    return ranked[0].second;
  }

 private:
  struct Score {
    int resolved = 0, direct = 0, hops = 0;
    auto operator<=>(const Score&) const = default;
  };

  Score ScoreOf(const TableInfo& table) const {
    Score score;
    for (const UsedName& used : names_) {
      const FieldName* field = FieldNames::Of(table).Find(used.name);
      if (field == nullptr) continue;
      ++score.resolved;
      score.direct += field->hops == 0 ? 1 : 0;
      score.hops -= field->hops;
    }
    return score;
  }

  [[noreturn]] void FailUnknown() const {
    std::vector<std::string> headers;
    for (const TableInfo& table : AllTables()) {
      for (const ColumnInfo& column : table.columns) headers.emplace_back(column.ja);
    }
    const UsedName& used = names_.front();
    const auto nearest = NearestName(used.name, headers);
    FailAt(file_, used.place,
           nearest
               ? Say("「{}」という見出しの表はありません。「{}」ではありませんか。",
                     "no table has a header \"{}\"; did you mean \"{}\"?", used.name, *nearest)
               : Say("「{}"
                     "」という見出しの表はありません。設定シート（chohyo）の「表」に、どの表の様式かを書いてください。",
                     "no table has a header \"{}\"; say whose form it is on a sheet \"chohyo\" (表 = records).",
                     used.name));
  }

  [[noreturn]] void FailTie(const TableInfo& a, const TableInfo& b) const {
    FailAt(file_, names_.front().place,
           Say("どの表の様式か決められません（「{}」と「{}」のどちらにも合います）。シート「chohyo」を足して、A列に "
               "表、B列に {} "
               "か {} と書いてください。",
               "it cannot be told whose form this is: \"{}\" and \"{}\" fit equally. Add a sheet \"chohyo\" with 表 in "
               "column A and {} or {} in column B.",
               std::string(a.ja), std::string(b.ja), std::string(a.name), std::string(b.name)));
  }

  const std::vector<UsedName>& names_;
  const std::string& file_;
};

/// Defaults for what a form's records are keyed and dated by.
std::string KeyTextOf(const TableInfo& table, const std::string& record) {
  const ColumnInfo& first = table.columns.front();
  if (first.kind == ColumnKind::kId && first.refers_to.empty()) return "{{" + record + ".id}}";
  std::string key;
  for (const ColumnInfo& column : table.columns) {
    const bool part = column.kind != ColumnKind::kChoice && column.kind != ColumnKind::kTextList;
    if (!column.required || !part) continue;
    if (!key.empty()) key += '-';
    key += "{{" + record + "." + FieldNames::Of(table).Find(column.ja)->path;
    key += column.kind == ColumnKind::kDate || column.kind == ColumnKind::kMonth ? " | iso}}" : "}}";
  }
  return key;
}

std::string DepartmentTextOf(const TableInfo& table, const std::string& record) {
  if (table.name == "departments") return "{{" + record + ".code}}";
  const FieldName* code = FieldNames::Of(table).Find("所属コード");
  return code != nullptr ? "{{" + record + "." + code->path + "}}" : std::string();
}

std::string DateTextOf(const TableInfo& table, const std::string& record) {
  for (const std::string_view header : {"申請日", "報告日", "提出日", "日付", "発生日"}) {
    for (const ColumnInfo& column : table.columns) {
      if (column.ja == header) return "{{" + record + "." + std::string(column.alias) + "}}";
    }
  }
  return {};
}

std::string StemOf(const std::string& file) {
  const auto slash = file.find_last_of("/\\");
  std::string stem = slash == std::string::npos ? file : file.substr(slash + 1);
  const auto dot = stem.rfind('.');
  if (dot != std::string::npos && dot > 0) stem.resize(dot);
  return stem;
}

/// The largest text near the top of the first sheet that is clearly larger than the rest.
std::string LargestText(const Workbook& book, int settings) {
  constexpr int kTopRows = 15;
  constexpr CentiPoint kClearlyLarger = 200;
  constexpr std::size_t kLongestTitle = 120;
  for (std::size_t i = 0; i < book.sheets.size(); ++i) {
    const WorkbookSheet& sheet = book.sheets[i];
    if (static_cast<int>(i) == settings || sheet.state != WorkbookSheet::State::kVisible) continue;
    std::string best;
    CentiPoint size = book.default_font.size + kClearlyLarger - 1;
    for (const WorkbookCell& cell : sheet.cells) {
      const auto* text = std::get_if<std::string>(&cell.value);
      if (text == nullptr || cell.row >= kTopRows || text->find("{{") != std::string::npos) continue;
      const CentiPoint own = book.formats[static_cast<std::size_t>(cell.format)].font.size;
      if (own <= size || Trim(*text).empty() || text->size() > kLongestTitle) continue;
      size = own;
      best = *text;
    }
    std::string title;
    for (std::size_t at = 0; at < best.size();) {
      const char32_t c = NextCodePoint(best, &at);
      if (c >= U' ' && c != U'　') AppendUtf8(c, &title);
    }
    return title;
  }
  return {};
}

class FormPlanner {
 public:
  FormPlanner(const Workbook& book, const std::string& file, const ExcelFormOptions& options)
      : book_(book), file_(file), options_(options) {}

  FormPlan Run() {
    plan_.head.form = FormIdOf(file_);
    ReadSettings();
    if (plan_.head.title.empty()) plan_.head.title = TitleOf();
    const auto& built = options_.built_forms;
    plan_.built = std::find(built.begin(), built.end(), plan_.head.form) != built.end();
    if (!plan_.built) ChooseRecords();
    return std::move(plan_);
  }

 private:
  std::string TitleOf() const {
    if (!Trim(book_.title).empty()) return std::string(Trim(book_.title));
    const std::string large = LargestText(book_, plan_.settings_sheet);
    return large.empty() ? StemOf(file_) : large;
  }

  void ReadSettings() {
    for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
      if (!IsSettingsSheet(book_.sheets[i], book_)) continue;
      plan_.settings_sheet = static_cast<int>(i);
      sheet_ = book_.sheets[i].name;
      for (const Line& line : LinesOf(book_.sheets[i], book_)) ReadLine(line);
      return;
    }
  }

  Place PlaceOf(const Line& line) const { return {line.row + 1, 2, &sheet_}; }

  void ReadLine(const Line& line) {
    const std::string_view key = KeyOf(line.key);
    TemplateHead& head = plan_.head;
    if (key.empty()) FailKey(line);
    if (line.value.empty()) return;
    if (key == "form")
      head.form = line.value;
    else if (key == "title")
      head.title = line.value;
    else if (key == "number")
      head.number = line.value;
    else if (key == "records")
      SetRecords(line);
    else if (key == "where")
      where_ = line;
    else if (key == "key")
      key_ = line;
    else if (key == "department")
      department_ = line;
    else if (key == "date")
      date_ = line;
    else if (key == "per")
      SetPer(line);
    else
      SetFormats(line);
  }

  [[noreturn]] void FailKey(const Line& line) const {
    std::vector<std::string> known;
    for (const Setting& setting : kSettings) known.emplace_back(setting.ja);
    const auto nearest = NearestName(line.key, known);
    FailAt(file_, {line.row + 1, 1, &sheet_},
           nearest ? Say("設定「{}」はありません。「{}」ではありませんか。",
                         "there is no setting \"{}\"; did you mean \"{}\"?", line.key, *nearest)
                   : Say("設定「{}」はありません。使えるのは {} です。", "there is no setting \"{}\"; there are {}.",
                         line.key, Join(known, ", ")));
  }

  void SetRecords(const Line& line) {
    std::string_view table = line.value;
    if (const auto at = table.find(" as "); at != std::string_view::npos) {
      plan_.head.records_name = Trim(table.substr(at + 4));
      table = Trim(table.substr(0, at));
    }
    if (FoldName(table) == "なし" || FoldName(table) == "none") {
      whole_ = true;
      return;
    }
    plan_.records = TableNamed(table);
    if (plan_.records != nullptr) return;
    std::vector<std::string> known;
    for (const TableInfo& info : AllTables()) {
      known.emplace_back(info.ja);
      known.emplace_back(info.name);
    }
    const auto nearest = NearestName(std::string(table), known);
    FailAt(file_, PlaceOf(line),
           nearest ? Say("表「{}」はありません。「{}」ではありませんか。",
                         "there is no table \"{}\"; did you mean \"{}\"?", std::string(table), *nearest)
                   : Say("表「{}」はありません。", "there is no table \"{}\".", std::string(table)));
  }

  void SetPer(const Line& line) {
    const std::string unit = FoldName(line.value);
    const bool sheet = unit == "シート" || unit == "sheet";
    if (!sheet && unit != "ファイル" && unit != "file") {
      FailAt(file_, PlaceOf(line),
             Say("単位は「ファイル」か「シート」です（今は「{}」）。", "単位 is ファイル or シート (found \"{}\").",
                 line.value));
    }
    plan_.sheet_each = sheet;
  }

  void SetFormats(const Line& line) {
    plan_.head.formats.clear();
    std::string text = line.value;
    for (const std::string_view separator : {"、", "・", "，"}) {
      for (auto at = text.find(separator); at != std::string::npos; at = text.find(separator))
        text.replace(at, separator.size(), ",");
    }
    for (const std::string_view word : Split(text, ',')) {
      std::string format = FoldName(word);
      if (format == "excel" || format == "エクセル") format = "xlsx";
      if (format != "pdf" && format != "xlsx") {
        FailAt(file_, PlaceOf(line),
               Say("形式は pdf、xlsx です（今は「{}」）。", "形式 is pdf, xlsx (found \"{}\").", std::string(word)));
      }
      plan_.head.formats.push_back(format);
    }
  }

  void ChooseRecords() {
    const FormNamesUsed used = NamesUsed(book_, plan_.settings_sheet);
    if (plan_.records == nullptr && !whole_) plan_.records = used.record_table(file_);
    if (plan_.records == nullptr && !whole_) plan_.records = TableChoice(used.plain, file_).Choose();
    plan_.per = used.most_number;
    if (plan_.per > 0) plan_.numbered = TableChoice(used.numbered, file_).Choose();
    if (plan_.records != nullptr && plan_.records == plan_.numbered) plan_.records = nullptr;
    FillHead();
  }

  void FillHead() {
    TemplateHead& head = plan_.head;
    if (plan_.records == nullptr) {
      head.whole_period = true;
      return;
    }
    if (head.records_name.empty()) head.records_name = RecordNameOf(plan_.records->name);
    FormLanguage language(file_, false);
    language.EnterRecord(head.records_name, plan_.records);
    const auto text = [&](const Line& line, std::string usual) {
      if (line.value.empty()) return usual;
      const bool bare = line.value.find("{{") == std::string::npos;
      return language.TranslateText(bare ? "{{" + line.value + "}}" : line.value, PlaceOf(line));
    };
    if (!where_.value.empty()) head.where = language.TranslateCondition(where_.value, PlaceOf(where_));
    if (plan_.sheet_each) {
      head.whole_period = true;
      return;
    }
    head.records_table = plan_.records->name;
    head.key = text(key_, KeyTextOf(*plan_.records, head.records_name));
    head.department = text(department_, DepartmentTextOf(*plan_.records, head.records_name));
    head.date = text(date_, DateTextOf(*plan_.records, head.records_name));
  }

  const Workbook& book_;
  const std::string& file_;
  const ExcelFormOptions& options_;
  FormPlan plan_;
  std::string sheet_;
  Line where_, key_, department_, date_;
  bool whole_ = false;
};

}  // namespace

std::string FormIdOf(const std::string& file) {
  const std::string stem = StemOf(file);
  const auto dot = stem.find('.');
  const auto is_plain = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [](unsigned char c) {
      return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '-' || c == '_';
    });
  };
  if (dot != std::string::npos && is_plain(stem.substr(0, dot)) && is_plain(stem.substr(dot + 1))) return stem;
  std::string name;
  for (std::size_t at = 0; at < stem.size();) {
    const char32_t c = NextCodePoint(stem, &at);
    const bool refused =
        c <= U' ' || c == U'　' || std::u32string_view(U".\\/:*?\"<>|'").find(c) != std::u32string_view::npos;
    AppendUtf8(refused ? U'-' : c, &name);
  }
  return "own." + name;
}

FormPlan PlanForm(const Workbook& book, const std::string& file, const ExcelFormOptions& options) {
  return FormPlanner(book, file, options).Run();
}

}  // namespace chohyo
