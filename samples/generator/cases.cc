#include "samples/generator/cases.h"

#include <fmt/format.h>

#include <algorithm>

#include "samples/generator/days.h"

namespace chohyo::city {
namespace {

/// The usual wording of a kind of case; {0} is the related person, {1} the first day.
struct CaseWords {
  CaseKind kind;
  std::string_view related, background, related_state, state, family_state, advice, restraint;
  std::string_view related_action, action;
};

constexpr CaseWords kWords[] = {
    {CaseKind::kInfected, "本人", "{1}に発熱（38.2℃）があり、医療機関を受診。PCR検査の結果、陽性と判明した。", "―",
     "宿泊療養施設で療養中。37℃台前半、せきが少し残る。", "同居家族は全員陰性。自宅で健康観察中。",
     "発症日から10日間が経過し、かつ症状軽快後72時間が経過するまで療養すること。", "有", "―",
     "療養（外出なし）。朝夕の検温結果を所属へ報告。"},
    {CaseKind::kSuspected, "本人", "{1}の朝、37.6℃の発熱と倦怠感があり、出勤を控えさせた。", "―",
     "発熱は翌日に下がり、その他の症状はない。", "同居家族に症状はない。",
     "受診・相談センターに相談。症状が続く場合は、かかりつけ医を受診すること。", "無", "―",
     "自宅で休養。外出は医療機関の受診のみ。"},
    {CaseKind::kCloseContact, "友人", "{0}が{1}に陽性と判明し、保健所から本人が濃厚接触者に当たると連絡があった。",
     "自宅で療養中。軽症。", "PCR検査の結果は陰性。体温平熱、風邪症状なし。", "同居家族に症状はない。",
     "最終接触日の翌日から14日間、健康観察を行い、不要不急の外出を控えること。", "無", "自宅で療養。",
     "自宅で在宅勤務。外出なし。"},
    {CaseKind::kFamilyInfected, "配偶者", "{0}が{1}にPCR検査を受け、陽性と判明した。", "医療機関に入院中。容体は安定。",
     "PCR検査の結果は陰性。体温平熱。", "子2人は陰性。自宅で健康観察中。",
     "家庭内で部屋を分け、健康観察期間の終了まで外出しないこと。", "有", "入院して治療。", "自宅で待機。外出なし。"},
    {CaseKind::kSchoolClosure, "長女（小学校）", "{0}の通う学校が{1}から臨時休業となり、世話を行う必要が生じた。",
     "自宅で過ごしており、体調に問題はない。", "体温平熱、風邪症状なし。", "家族に症状はない。", "", "無",
     "自宅で学習。", "自宅で子の世話。"},
    {CaseKind::kBcpStandby, "同じ係の職員", "業務継続計画に基づき、{1}から班を分けて交替で自宅待機とした。", "出勤中。",
     "体温平熱、風邪症状なし。", "家族に症状はない。", "", "無", "", ""},
};

const CaseWords& WordsOf(CaseKind kind) {
  return *std::find_if(std::begin(kWords), std::end(kWords),
                       [=](const CaseWords& words) { return words.kind == kind; });
}

std::string Fill(std::string_view text, const CaseWords& words, Date from) {
  return fmt::format(fmt::runtime(text), words.related, fmt::format("{}月{}日", from.month(), from.day()));
}

void InventCase(std::uint32_t person, Random* random, City* city) {
  constexpr CaseKind kKinds[] = {CaseKind::kInfected,       CaseKind::kSuspected,     CaseKind::kCloseContact,
                                 CaseKind::kFamilyInfected, CaseKind::kSchoolClosure, CaseKind::kBcpStandby};
  const Date from = city->month.first() + random->Between(3, 19);
  const Date reported = from + random->Below(4);
  const CaseKind kind = random->Pick(kKinds);
  AddCase(person, kind, from, from + random->Between(4, 13), reported, city);
}

}  // namespace

CityCase& AddCase(std::uint32_t person, CaseKind kind, Date from, Date to, Date reported, City* city) {
  const CaseWords& words = WordsOf(kind);
  CityCase standby;
  standby.id = fmt::format("R{:02}-{:04}", FiscalYear(from) - 2018, city->cases.size() + 1);
  standby.person = person;
  standby.kind = kind;
  standby.related = words.related;
  standby.from = from;
  standby.to = to;
  standby.background = Fill(words.background, words, from);
  standby.related_state = words.related_state;
  standby.state = words.state;
  standby.family_state = words.family_state;
  standby.advice = words.advice;
  standby.restraint = words.restraint;
  standby.reported = reported;
  standby.reporter = city->people[city->HeadOf(city->people[person].unit)].id;
  if (kind != CaseKind::kBcpStandby) {
    standby.stretches.push_back({from, reported, std::string(words.related_action), std::string(words.action)});
  }
  city->people[person].has_case = true;
  city->cases.push_back(std::move(standby));
  return city->cases.back();
}

void InventCases(City* city) {
  Random random(city->seed ^ 0x63617365u);
  for (std::uint32_t person = 0; person < city->people.size(); ++person) {
    const Person& one = city->people[person];
    const bool picked = random.PerMille(15);
    if (picked && !one.until && one.from < city->month.first()) InventCase(person, &random, city);
  }
}

}  // namespace chohyo::city
