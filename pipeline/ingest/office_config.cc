#include "pipeline/ingest/office_config.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/ingest/config_value.h"
#include "pipeline/ingest/mail_config.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

OfficeNames ReadNames(const YamlNode& office) {
  ExpectKeys(office, {"name", "head", "hr", "it", "security_manager", "suffix"});
  OfficeNames names;
  names.name = NeedText(office, "name", "office.name");
  if (const YamlNode* head = FindFilled(office, "head")) {
    ExpectKeys(*head, {"title", "name"});
    ReadText(*head, "title", &names.head_title);
    ReadText(*head, "name", &names.head_name);
  }
  ReadText(office, "hr", &names.hr);
  ReadText(office, "it", &names.it);
  ReadText(office, "security_manager", &names.security_manager);
  ReadText(office, "suffix", &names.suffix);
  return names;
}

std::vector<std::string> ReadPacks(const YamlNode& packs) {
  std::vector<std::string> names = TextList(packs);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto earlier = names.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(names.begin(), earlier, names[i]) == earlier) continue;
    packs.Items()[i].Fail(Say("パック「{}」が二度書かれています。一つにしてください。",
                              "the pack \"{}\" is written twice; keep one.", names[i]));
  }
  return names;
}

std::map<std::string, std::vector<std::string>> ReadApproval(const YamlNode& approval) {
  if (!approval.IsMap()) return {{"default", TextList(approval)}};
  std::map<std::string, std::vector<std::string>> boxes;
  for (const auto& [form, titles] : approval.Entries()) {
    boxes[form.Text()] = titles.IsNull() ? std::vector<std::string>() : TextList(titles);
  }
  return boxes;
}

std::vector<std::string> TableNames() {
  std::vector<std::string> names;
  for (const TableInfo& table : AllTables()) names.emplace_back(table.name);
  return names;
}

void ReadEncoding(const YamlNode& encoding, Office* office) {
  const std::vector<std::string> known = {"auto", "utf-8", "cp932", "utf-16"};
  if (!encoding.IsMap()) {
    office->encoding = ExpectWord(encoding, known);
    return;
  }
  encoding.RefuseUnknownKeys(TableNames());
  for (const auto& [table, word] : encoding.Entries()) office->table_encoding[table.Text()] = ExpectWord(word, known);
}

/// "12-29" as month and day. The year 2000 has every day.
std::optional<std::pair<int, int>> MonthDay(std::string_view text) {
  const auto date = Date::FromIso("2000-" + std::string(text));
  if (!date) return std::nullopt;
  return std::pair{date->month(), date->day()};
}

YearEnd ReadYearEnd(const YamlNode& node) {
  constexpr std::string_view kTo = "..";
  const std::string& text = node.Text();
  const std::size_t at = text.find(kTo);
  const auto first = at == std::string::npos ? std::nullopt : MonthDay(text.substr(0, at));
  const auto last = at == std::string::npos ? std::nullopt : MonthDay(text.substr(at + kTo.size()));
  if (!first || !last) {
    node.Fail(Say("年末年始の休みを 12-29..01-03 のように書いてください（今は「{}」）。",
                  "write the year-end days off like 12-29..01-03 (found \"{}\").", text));
  }
  return {first->first, first->second, last->first, last->second};
}

/// A slip such as 01-03..12-29 would close the office all the year.
void RefuseLongYearEnd(const YamlNode& node, const YearEnd& year_end) {
  constexpr int kLongestDays = 31;
  const Date first = *Date::FromYmd(2000, year_end.first_month, year_end.first_day);
  const Date last = *Date::FromYmd(2000, year_end.last_month, year_end.last_day);
  const int days = (last - first + 366) % 366 + 1;
  if (days <= kLongestDays) return;
  node.Fail(Say("年末年始の休みが {} 日になります（{} 日まで）。始めと終わりが逆ではありませんか。",
                "these year-end days off last {} days (at most {}); are first and last swapped?", days, kLongestDays));
}

std::vector<std::string> AppointmentWords() {
  for (const Column<Staff>& column : ColumnsOf<Staff>()) {
    if (column.alias == "appointment") return {column.choices.begin(), column.choices.end()};
  }
  return {};
}

std::vector<std::string> ReadIneligible(const YamlNode& node) {
  const std::vector<std::string> words = AppointmentWords();
  if (node.IsScalar()) ExpectWord(node, words);
  for (const YamlNode& item : node.Items()) ExpectWord(item, words);
  return TextList(node);
}

void ReadFonts(const YamlNode& node, Office* office) {
  ExpectKeys(node, {"mincho", "gothic", "gaiji"});
  for (const std::string name : {"mincho", "gothic"}) {
    const YamlNode* chain = FindFilled(node, name);
    if (chain == nullptr) continue;
    office->fonts[name] = TextList(*chain);
    if (!office->fonts[name].empty()) continue;
    chain->Fail(Say("書体を一つ以上書いてください。", "name at least one font."));
  }
  ReadText(node, "gaiji", &office->gaiji_font);
}

PdfOptions ReadPdf(const YamlNode& node) {
  ExpectKeys(node, {"standard", "qr"});
  PdfOptions pdf;
  if (const YamlNode* standard = FindFilled(node, "standard")) {
    pdf.standard = ExpectWord(*standard, {"none", "a-1b", "a-2u"});
  }
  if (const YamlNode* qr = FindFilled(node, "qr")) pdf.qr = qr->AsBool();
  return pdf;
}

/// The value of a key of the first level that must be there.
const YamlNode& NeedKey(const YamlNode& root, std::string_view key, std::string_view example) {
  if (const YamlNode* node = FindFilled(root, key)) return *node;
  const YamlNode* place = root.Find(key);
  (place != nullptr ? *place : root)
      .Fail(
          Say("「{}」がありません。{} のように書いてください。", "\"{}\" is missing; write it like {}.", key, example));
}

void ReadRest(const YamlNode& root, Office* office) {
  ReadText(root, "prepared_by", &office->prepared_by);
  if (const YamlNode* node = FindFilled(root, "threat")) office->threats = TextList(*node);
  if (const YamlNode* node = FindFilled(root, "approval")) office->approval = ReadApproval(*node);
  if (const YamlNode* node = FindFilled(root, "encoding")) ReadEncoding(*node, office);
  if (const YamlNode* node = FindFilled(root, "year_end")) {
    office->year_end = ReadYearEnd(*node);
    RefuseLongYearEnd(*node, office->year_end);
  }
  if (const YamlNode* node = FindFilled(root, "policy")) {
    office->policy = PolicyOver({}, *node);
    office->policy_written = *node;
  }
  if (const YamlNode* node = FindFilled(root, "fonts")) ReadFonts(*node, office);
  if (const YamlNode* node = FindFilled(root, "pdf")) office->pdf = ReadPdf(*node);
  if (const YamlNode* node = FindFilled(root, "submission")) {
    ExpectKeys(*node, {"double_sided"});
    office->submission.double_sided = node->BoolOr("double_sided", false);
  }
  if (const YamlNode* node = FindFilled(root, "mail")) {
    CheckMailConfig(*node);
    office->mail = *node;
  }
}

TeleworkUnit ReadUnit(const YamlNode& node) {
  const std::string& word = ExpectWord(node, {"day", "half_day", "hour"});
  if (word == "half_day") return TeleworkUnit::kHalfDay;
  return word == "hour" ? TeleworkUnit::kHour : TeleworkUnit::kDay;
}

[[noreturn]] void MissingFault(const fs::path& file, const fs::path& folder) {
  throw InputFault(
      Say("{}: エラー: 設定ファイルがありません。フォルダーの指定（-C）を確かめるか、"
          "「chohyo init {}」で作ってください。",
          "{}: error: there is no such file. Check the folder (-C), or make it with \"chohyo init {}\".", file.string(),
          folder.string()));
}

}  // namespace

Policy PolicyOver(Policy limits, const YamlNode& written) {
  constexpr int kDaysPerWeek = 7, kWorkingDaysPerWeek = 5;
  ExpectKeys(written, {"telework_days_per_week", "office_days_per_week", "telework_unit", "timecard_tolerance",
                       "contact_tolerance", "overlap_share", "ineligible"});
  if (const YamlNode* days = FindFilled(written, "telework_days_per_week")) {
    limits.telework_days_per_week = ExpectInt(*days, 0, kDaysPerWeek);
  }
  if (const YamlNode* days = FindFilled(written, "office_days_per_week")) {
    limits.office_days_per_week = ExpectInt(*days, 0, kWorkingDaysPerWeek);
  }
  if (const YamlNode* unit = FindFilled(written, "telework_unit")) limits.telework_unit = ReadUnit(*unit);
  if (const YamlNode* span = FindFilled(written, "timecard_tolerance")) {
    limits.timecard_tolerance = ExpectMinutes(*span);
  }
  if (const YamlNode* span = FindFilled(written, "contact_tolerance")) limits.contact_tolerance = ExpectMinutes(*span);
  if (const YamlNode* share = FindFilled(written, "overlap_share")) limits.overlap_share = ExpectShare(*share);
  if (const YamlNode* words = FindFilled(written, "ineligible")) limits.ineligible = ReadIneligible(*words);
  return limits;
}

Office DefaultOffice(const fs::path& folder) {
  Office office;
  office.folder = folder;
  office.fonts = {{"mincho", {"IPAexMincho", "BIZUDMincho", "IPAmjMincho"}},
                  {"gothic", {"IPAexGothic", "BIZUDGothic", "IPAmjMincho"}}};
  return office;
}

Office OfficeFromYaml(const YamlNode& root, const fs::path& folder) {
  RefuseWrittenSecrets(root);
  if (!root.IsNull()) {
    ExpectKeys(root, {"office", "packs", "prepared_by", "threat", "approval", "encoding", "year_end", "policy", "fonts",
                      "pdf", "submission", "mail"});
  }
  Office office = DefaultOffice(folder);
  office.names = ReadNames(NeedKey(root, "office", "office: {name: 若葉市}"));
  const YamlNode& packs = NeedKey(root, "packs", "packs: [kawasaki, tarumizu]");
  office.packs = ReadPacks(packs);
  if (office.packs.empty()) packs.Fail(Say("パックを一つ以上書いてください。", "name at least one pack."));
  ReadRest(root, &office);
  return office;
}

Office LoadOffice(const fs::path& folder) {
  const fs::path file = (folder / kOfficeFile).lexically_normal();
  std::error_code ignored;
  if (!fs::exists(file, ignored)) MissingFault(file, folder);
  return OfficeFromYaml(ParseYaml(ReadWholeFile(file), file.string()), folder);
}

}  // namespace chohyo
