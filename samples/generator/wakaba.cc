#include <fmt/format.h>

#include "samples/generator/cases.h"
#include "samples/generator/days.h"
#include "samples/generator/organisation.h"
#include "samples/generator/registers.h"
#include "samples/generator/tasks.h"
#include "samples/generator/telework.h"
#include "samples/generator/wakaba_cases.h"
#include "samples/generator/wakaba_flaws.h"
#include "samples/generator/wakaba_people.h"

namespace chohyo::city {
namespace {

constexpr std::string_view kConfiguration =
    R"yaml(# 若葉市（架空の市）の設定。説明のあるひな形は chohyo init で作れます。
office: {name: 若葉市, head: {title: 市長, name: 若葉 太郎}, hr: 人事課, it: 情報政策課, security_manager: 総務部長, suffix: 殿}
packs: [kawasaki, tarumizu, oyama, security]
prepared_by: 総務課庶務係
approval:
  default: [係長, 課長補佐, 課長]
  kawasaki.headcount: []
encoding: auto
year_end: 12-29..01-03
policy:
  telework_days_per_week: 4
  timecard_tolerance: 10min
  contact_tolerance: 15min
  overlap_share: 0.5
  ineligible: [条件付採用, 臨時的任用, 非常勤, 会計年度任用]
pdf: {standard: a-1b, qr: false}
mail:
  from: 総務課 <soumu@city.wakaba.example>
  smtp: {host: 127.0.0.1, port: 2525, tls: none, timeout: 30s}
  domains: [city.wakaba.example]
  routes:
    - name: daily-headcount
      form: kawasaki.headcount
      period: day
      format: xlsx
      to: [jinji@city.wakaba.example]
      cc: []
      subject: "職員の出勤状況（{{date | wareki}}）"
      body: mail/daily.txt
      due: "17:00"
      protect: {password_env: WAKABA_HR_PASSWORD}
      permission: {by: 総務部長, date: 2021-01-04}
)yaml";

Date January(int day) { return *Date::FromYmd(2021, 1, day); }

void AddUnits(City* city) {
  for (const WakabaUnit& one : WakabaUnits()) {
    Unit unit;
    unit.code = one.code;
    unit.name = one.name;
    unit.parent = one.parent;
    unit.kind = one.kind;
    unit.method = one.method;
    unit.alternates = one.alternates;
    city->units.push_back(std::move(unit));
  }
}

void AddPeople(City* city) {
  Random random(city->seed);
  for (const WakabaPerson& one : WakabaPeople()) {
    Person& person =
        AddPerson(city->UnitIndex(std::string(one.unit)), std::string(one.title), one.appointment, &random, city);
    person.name = one.name;
    person.kana = one.kana;
    person.sex = one.sex;
    city->extensions.push_back(fmt::format("{}", 2101 + city->extensions.size()));
  }
  city->people[PersonNamed("中山　悠斗", *city)].from = January(18);
  city->people[PersonNamed("森　洋平", *city)].until = January(22);
}

/// A teleworker and the days of each plan, first and last day of the month.
struct WakabaTeleworker {
  std::string_view name, reason;
  std::vector<std::pair<int, int>> plans;
};

std::vector<WakabaTeleworker> Teleworkers() {
  return {
      {"齋藤　由美", "育児", {{5, 7}, {12, 13}, {19, 21}, {26, 28}}},
      {"\uFA19谷　裕子", "妊娠", {{4, 7}, {12, 14}, {18, 22}, {25, 29}}},
      {"加藤　大輔", "所属長認定", {{6, 6}, {13, 14}, {27, 28}}},
      {"葛\U000E0101西　亮", "育児", {{5, 6}, {12, 14}, {19, 20}, {26, 27}}},
      {"グエン・ヴァン・ハイ", "所属長認定", {{4, 5}, {18, 20}, {25, 26}}},
      {"清水　美咲", "所属長認定", {{7, 8}, {13, 13}, {21, 22}, {28, 29}}},
      {"遠藤　理恵", "育児", {{6, 7}, {13, 14}, {20, 21}, {27, 28}}},
      {"金子　孝", "介護", {{5, 5}, {12, 12}, {19, 19}, {26, 26}}},
      {"安藤　誠", "介護", {{8, 8}, {14, 14}, {22, 22}, {29, 29}}},
      {"𠮷田　直樹", "所属長認定", {{7, 8}, {18, 19}}},
      {"José García", "所属長認定", {{12, 14}, {25, 28}}},
  };
}

/// A loan that begins, ends and is cleared away within the month.
void MoveIntoJanuary(CityLoan* loan) {
  loan->applied = *Date::FromYmd(2020, 12, 23);
  loan->approved = *Date::FromYmd(2020, 12, 25);
  loan->from = January(5);
  loan->to = loan->returned = January(12);
  loan->erased = January(13);
}

void AddTelework(City* city) {
  Random random(city->seed + 1);
  for (const WakabaTeleworker& one : Teleworkers()) {
    const std::uint32_t person = PersonNamed(one.name, *city);
    RegisterTeleworker(person, one.reason, &random, city);
    for (const auto& [first, last] : one.plans) AddPlan(person, January(first), January(last), city);
  }
  for (const std::string_view name : {"伊藤　恵", "小林　さくら", "西村　彩", "千葉　光"}) {
    AddFinishedLoan(PersonNamed(name, *city), &random, city);
  }
  MoveIntoJanuary(&city->loans.back());
  for (const std::string_view state : {"保管", "保管", "修理", "廃棄"}) AddDevice(state, city);
  city->waiver_rows.push_back({"telework.days-per-week", city->people[PersonNamed("\uFA19谷　裕子", *city)].id, "",
                               "2021-01-18", "2021-01-29", "妊娠中の職員であり、主治医の指導により通勤を避けるため",
                               "人事課長", "2021-01-13"});
}

/// Registrations that stand for no telework this month: one fresh, one revoked.
void AddIdleRegistrations(City* city) {
  CityRegistration fresh;
  fresh.person = PersonNamed("竹内　優子", *city);
  fresh.applied = January(20);
  fresh.approved = January(27);
  fresh.reason = "介護";
  fresh.frequency = "週1日程度";
  fresh.note = "福祉計画の素案の作成";
  city->registrations.push_back(fresh);

  CityRegistration revoked = fresh;
  revoked.person = PersonNamed("岡田　健太", *city);
  revoked.applied = *Date::FromYmd(2020, 5, 11);
  revoked.approved = *Date::FromYmd(2020, 5, 15);
  revoked.reason = "育児";
  revoked.note = "各種証明書の郵送請求の処理";
  revoked.revoked = *Date::FromYmd(2020, 12, 25);
  city->registrations.push_back(revoked);
}

void AddIncidents(City* city) {
  const std::uint32_t loser = PersonNamed("𠮷田　直樹", *city);
  for (const CityLoan& loan : city->loans) {
    if (loan.person != loser) continue;
    for (auto& device : city->device_rows) {
      if (device[0] == loan.device) device[3] = "紛失";
    }
    city->incident_rows.push_back({"J0002", "2021-01-20", "8:10", city->people[loser].id, "紛失", loan.device, "無",
                                   "出勤の途中、在宅勤務用端末機を入れた鞄を電車の網棚に置き忘れた。降車後すぐに気付き"
                                   "、鉄道会社と警察に届け出た。"
                                   "端末機は暗号化と指紋認証を設定しており、持ち出したデータに個人情報は含まれない。",
                                   "2021-01-20", "8:45"});
  }
  city->incident_rows.insert(
      city->incident_rows.begin(),
      {"J0001", "2021-01-07", "15:20", city->people[PersonNamed("五十嵐　奈々", *city)].id, "誤送信", "会議案内メール",
       "無",
       "会議の案内メールを、BCCで送るべきところTOで12人に送信した。受信者に削除を依頼し、全員から削除の連絡を受けた。",
       "2021-01-07", "16:05"});
}

/// A telework day broken by two hours of leave, told in the contacts.
void BreakTelework(City* city) {
  const std::uint32_t person = PersonNamed("清水　美咲", *city);
  Day& day = city->people[person].On(January(13));
  day.leave_start = 13 * 60;
  day.leave_end = 15 * 60;
  city->contacts.push_back(
      {January(13), 775, person, "随時", "チャット", "13時から15時まで中抜けします（時間休暇）。", ""});
  city->contacts.push_back({January(13), 902, person, "随時", "チャット", "業務に戻りました。", ""});
}

void AddMeetings(City* city) {
  for (const int day : {5, 13, 20, 27}) {
    const std::uint32_t person = PersonNamed("葛\U000E0101西　亮", *city);
    city->contacts.push_back(
        {January(day), 800, person, "会議", "Web会議", "係内打合せ。作業の分担と期限を確認した。", ""});
  }
}

}  // namespace

City WakabaCity() {
  City city;
  city.month = {2021, 1};
  city.seed = 20210104;
  city.configuration = kConfiguration;
  city.calendar = WorkCalendar(YearEnd{}, {{January(15), "若葉市開庁記念日"}});
  city.closure_rows.push_back({"2021-01-15", "若葉市開庁記念日"});
  AddUnits(&city);
  AddPeople(&city);
  AddWakabaCases(&city);
  AddTelework(&city);
  AddIdleRegistrations(&city);
  AddIncidents(&city);
  InventTasks(&city);
  InventRegisters(&city);
  InventHistory(&city);

  PlanSigns(&city);
  PlanOffice(&city);
  ApplyPlans(&city);
  ApplyCases(&city);
  PlanAlternation(&city);
  PlanOrdinaryDays(city.seed, &city);
  PlanCards(city.seed, &city);
  PlanContacts(&city);
  BreakTelework(&city);
  AddMeetings(&city);
  AddWakabaFlaws(&city);
  return city;
}

}  // namespace chohyo::city
