#include "samples/generator/registers.h"

#include <fmt/format.h>

namespace chohyo::city {
namespace {

struct NumberUse {
  std::string_view use, file, place, measures, years, keyword;
};

constexpr NumberUse kUses[] = {
    {"住民基本台帳に関する事務", "住民基本台帳ファイル", "統合サーバー室", "生体認証、操作記録の取得", "5年", "市民課"},
    {"個人住民税の賦課に関する事務", "個人住民税ファイル", "統合サーバー室", "生体認証、操作記録の取得", "7年", "税"},
    {"生活保護に関する事務", "生活保護ファイル", "福祉システムサーバー", "二要素認証、施錠した書庫", "5年", "福祉"},
    {"予防接種に関する事務", "予防接種台帳ファイル", "健康管理システム", "二要素認証", "5年", "健康"},
    {"給与の源泉徴収に関する事務", "給与支払ファイル", "人事給与システム", "施錠した書庫、閲覧者の限定", "7年", "人事"},
};

/// The section that a word of its name tells, else the first section.
const Unit& SectionFor(const City& city, std::string_view keyword) {
  const Unit* first = nullptr;
  for (const Unit& unit : city.units) {
    if (unit.kind != DepartmentKind::kSection) continue;
    if (unit.name.find(keyword) != std::string::npos) return unit;
    if (first == nullptr) first = &unit;
  }
  return *first;
}

constexpr std::string_view kConfiguration = R"yaml(# 架空の市の設定（どの市区町村とも関係ありません）
office: {name: 若葉市, head: {title: 市長, name: 若葉 太郎}, hr: 人事課, it: 情報政策課, security_manager: 総務部長, suffix: 殿}
packs: [kawasaki, tarumizu, oyama, security]
prepared_by: 総務課庶務係
approval: [係長, 課長補佐, 課長]
)yaml";

}  // namespace

void InventRegisters(City* city) {
  const Date since = *Date::FromYmd(FiscalYear(city->month.first()), 4, 1);
  for (const NumberUse& use : kUses) {
    const Unit& unit = SectionFor(*city, use.keyword);
    city->asset_rows.push_back({std::string(use.use), std::string(use.file), std::string(use.place),
                                std::string(use.measures), std::string(use.years), unit.code});
    int named = 0;
    for (const std::uint32_t person : unit.people) {
      if (city->people[person].from > since || city->people[person].until || named == 3) continue;
      ++named;
      city->number_staff_rows.push_back({std::string(use.use), city->people[person].id, since.Iso(), ""});
    }
  }
}

void InventIncidents(City* city) {
  constexpr std::string_view kKinds[] = {"誤送信", "不審動作", "その他"};
  constexpr std::string_view kTexts[] = {
      "会議の案内メールを、BCCで送るべきところTOで送信した。受信者に削除を依頼し、全員から削除の連絡を受けた。",
      "端末の起動後に見慣れない警告が表示された。直ちにネットワークから切り離し、情報政策課に引き渡した。",
      "執務室の書庫の施錠を忘れて退庁した。翌朝、保管文書を点検し、全てそろっていることを確かめた。"};
  Random random(city->seed ^ 0x696E63u);
  for (std::size_t person = 5; person < city->people.size(); person += 400) {
    const Date date = city->WorkingDayBefore(city->month.last(), random.Below(12));
    if (!city->people[person].InOffice(date)) continue;
    const auto kind = static_cast<std::size_t>(random.Below(3));
    const int hour = random.Between(9, 14);
    city->incident_rows.push_back({fmt::format("J{:04}", city->incident_rows.size() + 1), date.Iso(),
                                   fmt::format("{}:{:02}", hour, random.Below(60)), city->people[person].id,
                                   std::string(kKinds[kind]), "", "無", std::string(kTexts[kind]), date.Iso(),
                                   fmt::format("{}:30", hour + 1)});
  }
}

void InventHistory(City* city) {
  Random random(city->seed ^ 0x686973u);
  const Month first = Month::Of(*Date::FromYmd(FiscalYear(city->month.first()), 4, 1));
  for (Month month = first; month < city->month; month = month.Plus(1)) {
    for (const Unit& unit : city->units) {
      if (unit.kind != DepartmentKind::kSection) continue;
      const int people = random.Below(static_cast<int>(unit.people.size()) / 2 + 1);
      const int days = people * random.Between(2, 9);
      city->history_rows.push_back({month.Iso(), "延べ実施者数", std::to_string(people), unit.code});
      city->history_rows.push_back({month.Iso(), "貸出日数", std::to_string(days), unit.code});
    }
  }
}

std::string Configuration() { return std::string(kConfiguration); }

}  // namespace chohyo::city
