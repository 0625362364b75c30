#include "samples/generator/telework.h"

#include <fmt/format.h>

#include "samples/generator/days.h"

namespace chohyo::city {
namespace {

constexpr std::string_view kModels[] = {"ノートパソコンA型（13.3インチ）", "ノートパソコンB型（14インチ）",
                                        "タブレットPC（12.3インチ）"};
constexpr std::string_view kData[] = {"会議資料の作成データ（個人情報を含まない）", "要綱改正案及び新旧対照表",
                                      "設計図書の確認用写し（個人情報なし）", "予算要求資料の作成データ",
                                      "広報原稿、ホームページ更新資料"};
constexpr std::string_view kReasons[] = {"育児", "育児", "介護", "所属長認定", "所属長認定", "妊娠"};
constexpr std::string_view kDetails[] = {"感染拡大防止のため、出勤者の削減に協力するもの",
                                         "資料作成に集中して取り組む必要があり、在宅で行うことが効率的であるため",
                                         "通勤に公共交通機関を利用しており、混雑を避ける必要があるため"};
constexpr std::string_view kWork[] = {"要綱改正案の作成、関係課との調整", "議会答弁資料の作成", "統計調査の集計・分析",
                                      "予算要求資料の作成", "広報紙原稿の作成、ホームページの更新"};

/// Teleworkers count as plain hours in a staggered roster: too many of them would crowd one shift.
bool RosterAllows(const City& city, const Person& person) {
  const RosterMethod method = city.units[person.unit].method;
  return method == RosterMethod::kNone || (method == RosterMethod::kStaggered && person.place_in_unit % 8 == 0);
}

bool MayTelework(const City& city, const Person& person) {
  const bool eligible = person.appointment == Appointment::kRegular ||
                        person.appointment == Appointment::kReappointed ||
                        person.appointment == Appointment::kFixedTerm;
  return eligible && !person.has_case && !person.until && person.from + 300 < city.month.first() &&
         RosterAllows(city, person);
}

CityLoan LoanOf(std::uint32_t person, Random* random, const City& city) {
  CityLoan loan;
  loan.id = fmt::format("K{:05}", city.loans.size() + 1);
  loan.person = person;
  loan.items = random->Below(3) == 0 ? "端末機;セキュリティワイヤー" : "端末機;セキュリティワイヤー;マウス";
  loan.data = random->Pick(kData);
  loan.data_class = random->Below(3) == 0 ? "Ⅲ" : "Ⅱ";
  return loan;
}

/// Who looks after the devices: the second in the section for information, else the city's first person.
const std::string& DeviceKeeper(const City& city) {
  for (const Unit& unit : city.units) {
    if (unit.name == "情報政策課" && unit.people.size() > 1) return city.people[unit.people[1]].id;
  }
  return city.people.front().id;
}

/// Working days from `monday` on that follow each other without a gap, at most `count` of them.
std::vector<Date> DaysInARow(const City& city, Date monday, int skip, int count) {
  std::vector<Date> days;
  for (Date date = monday + skip; date < monday + 5 && static_cast<int>(days.size()) < count; ++date) {
    if (Month::Of(date) == city.month && city.IsWorkingDay(date)) {
      days.push_back(date);
    } else if (!days.empty()) {
      break;
    }
  }
  return days;
}

void PlanWeeks(std::uint32_t person, Random* random, City* city) {
  for (Date monday = city->month.first().MondayOfWeek(); monday <= city->month.last(); monday = monday + 7) {
    const int skip = random->Below(4);
    const auto days = DaysInARow(*city, monday, skip, random->Between(1, 3));
    if (!days.empty()) AddPlan(person, days.front(), days.back(), city);
  }
}

}  // namespace

std::string AddDevice(std::string_view state, City* city) {
  const std::size_t number = city->device_rows.size();
  std::string id = fmt::format("PC-{:05}", number + 1);
  city->device_rows.push_back(
      {id, std::string(kModels[number % std::size(kModels)]), number % 3 == 2 ? "無" : "有", std::string(state)});
  return id;
}

void RegisterTeleworker(std::uint32_t person, std::string_view reason, Random* random, City* city) {
  CityRegistration registration;
  registration.person = person;
  registration.applied = city->WorkingDayBefore(city->month.first(), 15 + random->Below(60));
  registration.approved = city->calendar.NextWorkingDay(registration.applied + 2);
  registration.reason = reason;
  if (reason == "所属長認定") registration.detail = random->Pick(kDetails);
  registration.frequency = fmt::format("週{}日程度", random->Between(1, 3));
  registration.note = random->Pick(kWork);
  city->registrations.push_back(std::move(registration));

  CityLoan loan = LoanOf(person, random, *city);
  loan.applied = city->WorkingDayBefore(city->month.first(), 8);
  loan.approved = city->WorkingDayBefore(city->month.first(), 5);
  loan.from = city->WorkingDayBefore(city->month.first(), 3);
  loan.to = city->month.Plus(2).last();
  loan.device = AddDevice("貸出中", city);
  city->loans.push_back(std::move(loan));
  city->people[person].teleworks = true;
}

void AddPlan(std::uint32_t person, Date from, Date to, City* city) {
  city->plans.push_back({person, from, to, city->WorkingDayBefore(from, 4), city->WorkingDayBefore(from, 2)});
}

void AddFinishedLoan(std::uint32_t person, Random* random, City* city) {
  CityLoan loan = LoanOf(person, random, *city);
  const Month before = city->month.Plus(-1);
  loan.from = city->calendar.NextWorkingDay(before.first() + random->Below(10));
  loan.applied = city->WorkingDayBefore(loan.from, 5);
  loan.approved = city->WorkingDayBefore(loan.from, 2);
  loan.to = city->calendar.NextWorkingDay(loan.from + random->Between(1, 8));
  loan.returned = loan.to;
  loan.erased = city->calendar.NextWorkingDay(*loan.to);
  loan.erased_by = DeviceKeeper(*city);
  loan.device = AddDevice("保管", city);
  city->loans.push_back(std::move(loan));
}

void InventTelework(City* city) {
  Random random(city->seed ^ 0x74656C65u);
  for (std::uint32_t person = 0; person < city->people.size(); ++person) {
    const bool picked = random.PerMille(400);
    if (!MayTelework(*city, city->people[person])) continue;
    if (picked) {
      const bool may_expect = city->people[person].sex == "女" && city->people[person].from.year() > 2005;
      const std::string_view reason = random.Pick(kReasons);
      RegisterTeleworker(person, reason == "妊娠" && !may_expect ? "育児" : reason, &random, city);
      PlanWeeks(person, &random, city);
    } else if (random.PerMille(20)) {
      AddFinishedLoan(person, &random, city);
    }
  }
  for (const std::string_view state : {"保管", "保管", "修理", "廃棄"}) AddDevice(state, city);
}

}  // namespace chohyo::city
