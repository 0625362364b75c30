#include "samples/generator/wakaba_flaws.h"

#include <algorithm>
#include <stdexcept>

#include "samples/generator/telework.h"
#include "samples/generator/wakaba_cases.h"

namespace chohyo::city {
namespace {

Date January(int day) { return *Date::FromYmd(2021, 1, day); }

Day& DayOf(std::string_view name, int day, City* city) {
  return city->people[PersonNamed(name, *city)].On(January(day));
}

std::vector<std::string>& TaskRow(std::string_view unit, std::string_view name, City* city) {
  for (auto& row : city->task_rows) {
    if (row[0] == unit && row[1] == name) return row;
  }
  throw std::runtime_error("no task " + std::string(name));
}

void SpoilAttendance(City* city) {
  DayOf("増田　隆", 19, city) = Day();
  DayOf("金子　孝", 26, city).ends_contact = false;
  DayOf("遠藤　理恵", 21, city).result_missing = true;

  Day& late = DayOf("山口　和也", 13, city);
  late.status = Status::kPresent;
  late.in = 8 * 60 + 52;

  Day& stays = DayOf("坂本　雄一", 20, city);
  stays.status = Status::kPresent;
  stays.out = static_cast<std::int16_t>(stays.end + 35);
}

void ForgetReport(City* city) {
  Person& person = city->people[PersonNamed("内田　早紀", *city)];
  const auto day = std::find_if(person.days.begin(), person.days.end(), [](const Day& one) { return one.reports; });
  day->reports = false;
}

void SpoilTelework(City* city) {
  const std::uint32_t person = PersonNamed("清水　美咲", *city);
  for (CityPlan& plan : city->plans) {
    if (plan.person == person && plan.from == January(28)) plan.approved = plan.from;
  }
}

void SpoilLoans(City* city) {
  const std::size_t first = city->loans.size();
  Random random(1);
  AddFinishedLoan(PersonNamed("松本　あかり", *city), &random, city);
  AddFinishedLoan(PersonNamed("河野　智也", *city), &random, city);
  CityLoan& overdue = city->loans[first];
  overdue.to = January(22);
  overdue.returned = overdue.erased = std::nullopt;
  overdue.erased_by.clear();
  city->device_rows[city->device_rows.size() - 2][3] = "貸出中";
  CityLoan& not_erased = city->loans[first + 1];
  not_erased.to = not_erased.returned = January(20);
  not_erased.erased = std::nullopt;
  not_erased.erased_by.clear();
}

void SpoilTasks(City* city) {
  TaskRow("020202", "感染症の相談電話対応", city)[5] = std::to_string(3);
  auto& repair = TaskRow("030001", "苦情・通報の受付", city);
  repair[6] = std::to_string(0);
  repair[8].clear();
  TaskRow("030002", "検針・料金の調定", city)[9].clear();
}

void SpoilRegisters(City* city) {
  city->asset_rows.push_back(
      {"災害弔慰金の支給に関する事務", "災害弔慰金受給者ファイル", "福祉課書庫", "施錠した書庫", "10年", "020201"});
}

}  // namespace

void AddWakabaFlaws(City* city) {
  SpoilAttendance(city);
  ForgetReport(city);
  SpoilTelework(city);
  SpoilLoans(city);
  SpoilTasks(city);
  SpoilRegisters(city);
}

}  // namespace chohyo::city
