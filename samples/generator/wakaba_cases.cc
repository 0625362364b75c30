#include "samples/generator/wakaba_cases.h"

#include <stdexcept>

#include "samples/generator/cases.h"

namespace chohyo::city {
namespace {

Date January(int day) { return *Date::FromYmd(2021, 1, day); }

void Infected(City* city) {
  CityCase& one =
      AddCase(PersonNamed("武田　勇気", *city), CaseKind::kInfected, January(8), January(20), January(12), city);
  one.background =
      "1月8日（金）の起床時に38.2℃の発熱とせきがあり、電話で課長に連絡のうえ出勤を控えた。\n"
      "1月9日（土）に市内の医療機関を受診し、PCR検査を受けた。\n1月10日（日）に陽性と判明し、保健所の指示により宿泊療養"
      "となった。";
  one.related_state = "―";
  one.state = "1月11日から宿泊療養施設で療養中。解熱（36.8℃）、せきが少し残る。味覚・嗅覚に異常なし。";
  one.family_state = "一人暮らし。同居家族なし。";
  one.advice = "発症日から10日間が経過し、かつ、症状軽快後72時間が経過するまで療養すること（保健所）。";
  one.stretches = {
      {January(8), January(8), "―", "発熱のため自宅で休養。外出なし。"},
      {January(9), January(9), "―", "午前、自家用車で医療機関を受診し、PCR検査を受けた。ほかに外出なし。"},
      {January(10), January(10), "―", "自宅で休養。午後、陽性判明の連絡を受けた。"},
      {January(11), January(12), "―", "11日午前に宿泊療養施設へ移動。以後、施設内で療養。"},
  };
}

void CloseContact(City* city) {
  CityCase& one =
      AddCase(PersonNamed("中村　拓海", *city), CaseKind::kCloseContact, January(12), January(22), January(13), city);
  one.related = "友人";
  one.background =
      "1月9日（土）に会食した友人が、1月11日（月）に陽性と判明した。1月12日（火）の朝、"
      "保健所から濃厚接触者に当たるとの連絡があり、出勤を控えさせた。";
  one.related_state = "自宅で療養中。37℃台の発熱があるが、軽症。";
  one.state = "1月13日にPCR検査を受け、陰性。体温平熱、せき等の風邪症状なし。";
  one.family_state = "父母と同居。いずれも体温平熱、症状なし。";
  one.advice =
      "最終接触日の翌日から14日間は健康観察を続け、体調に変化があれば受診・相談センターに相談すること（保健所）。";
  one.stretches = {
      {January(12), January(12), "自宅で療養。", "始業前に保健所から連絡を受け、自宅で在宅勤務。外出なし。"},
      {January(13), January(13), "自宅で療養。", "午後、保健所の指定する場所でPCR検査を受けた。ほかに外出なし。"},
  };
}

void FamilyInfected(City* city) {
  CityCase& one = AddCase(PersonNamed("石井　久美子", *city), CaseKind::kFamilyInfected, January(14), January(27),
                          January(15), city);
  one.related = "夫";
  one.background =
      "1月13日（水）の夜、夫が37.9℃の発熱。14日（木）に受診してPCR検査を受け、15日（金）に陽性と判明した。"
      "本人は14日から出勤を控えさせた。";
  one.related_state = "1月15日から市外の医療機関に入院。酸素投与はなく、容体は安定している。";
  one.state = "1月15日にPCR検査を受け、結果待ち。体温36.5℃、症状なし。";
  one.family_state = "長男（大学生）は県外に在住しており、接触なし。";
  one.advice = "健康観察期間（1月27日まで）は外出を控えること（保健所）。";
  one.stretches = {
      {January(14), January(14), "自家用車で受診し、PCR検査を受けた。",
       "自宅で待機。夫とは部屋を分けて過ごした。外出なし。"},
      {January(15), January(15), "陽性と判明し、保健所の車両で入院。",
       "自宅で待機。自宅に来た保健師によりPCR検査を受けた。"},
  };
}

void Suspected(City* city) {
  CityCase& one =
      AddCase(PersonNamed("青木　俊介", *city), CaseKind::kSuspected, January(6), January(8), January(6), city);
  one.background = "1月6日（水）の朝、37.6℃の発熱と倦怠感があり、課長に電話で連絡があったため、出勤を控えさせた。";
  one.related_state = "―";
  one.state = "受診の結果、かぜと診断。1月7日に解熱し、平熱が続いている。";
  one.family_state = "妻と子1人。いずれも症状なし。";
  one.advice = "解熱後24時間が経過し、症状が改善傾向にあれば出勤して差し支えない（かかりつけ医）。";
  one.stretches = {{January(6), January(6), "―", "午前、かかりつけ医に電話で相談のうえ受診。以後、自宅で休養。"}};
}

void SchoolClosure(City* city) {
  CityCase& one =
      AddCase(PersonNamed("平野　遥", *city), CaseKind::kSchoolClosure, January(18), January(22), January(18), city);
  one.related = "長男（小学校2年）";
  one.background =
      "長男の通う小学校が、児童の感染により1月18日（月）から22日（金）まで臨時休業となり、世話を行う必要が生じた。";
  one.related_state = "濃厚接触者には当たらない。自宅で過ごしており、体調に問題はない。";
  one.stretches = {{January(18), January(18), "自宅で学習。", "自宅で長男の世話。外出は食料品の買物のみ。"}};
}

void BcpStandby(City* city) {
  AddCase(PersonNamed("木下　健", *city), CaseKind::kBcpStandby, January(12), January(22), January(12), city)
      .background = "業務継続計画に基づき、維持係を2班に分け、1月12日（火）から22日（金）まで第2班を自宅待機とした。";
}

}  // namespace

void AddWakabaCases(City* city) {
  Suspected(city);
  Infected(city);
  CloseContact(city);
  BcpStandby(city);
  FamilyInfected(city);
  SchoolClosure(city);
}

std::uint32_t PersonNamed(std::string_view name, const City& city) {
  for (std::uint32_t i = 0; i < city.people.size(); ++i) {
    if (city.people[i].name == name) return i;
  }
  throw std::runtime_error("no person " + std::string(name));
}

}  // namespace chohyo::city
