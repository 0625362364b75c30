#include "samples/generator/organisation.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/base/era.h"
#include "samples/generator/names.h"

namespace chohyo::city {
namespace {

std::string Code(int bureau, int division, int section) {
  return fmt::format("{:02}{:02}{:02}", bureau, division, section);
}

/// Names units one after another until there are as many sections as wanted.
class UnitMaker {
 public:
  UnitMaker(int sections, City* city) : left_(sections), city_(city) {}

  bool done() const { return left_ == 0; }

  void Bureau(std::string name) {
    ++bureau_;
    division_ = section_ = 0;
    Add(Code(bureau_, 0, 0), std::move(name), "", DepartmentKind::kBureau);
  }
  void Division(std::string name) {
    if (done()) return;
    ++division_;
    section_ = 0;
    Add(Code(bureau_, division_, 0), std::move(name), Code(bureau_, 0, 0), DepartmentKind::kDivision);
  }
  void Section(std::string name) {
    if (done()) return;
    ++section_;
    --left_;
    Add(Code(bureau_, division_, section_), std::move(name), Code(bureau_, division_, 0), DepartmentKind::kSection);
  }

 private:
  void Add(std::string code, std::string name, std::string parent, DepartmentKind kind) {
    Unit unit;
    unit.code = std::move(code);
    unit.name = std::move(name);
    unit.parent = std::move(parent);
    unit.kind = kind;
    city_->units.push_back(std::move(unit));
  }

  int left_;
  int bureau_ = 0, division_ = 0, section_ = 0;
  City* city_;
};

int SectionSize(int staff) {
  if (staff < 300) return 9;
  return staff < 3000 ? 15 : 26;
}

/// How the sections work this month: by turns at home, on rosters, or as ever.
void SetWays(City* city) {
  int number = 0;
  for (Unit& unit : city->units) {
    if (unit.kind != DepartmentKind::kSection) continue;
    switch (number++ % 6) {
      case 1: unit.method = RosterMethod::kRotation; break;
      case 2: unit.alternates = true; break;
      case 4: unit.method = RosterMethod::kStaggered; break;
      default: break;
    }
  }
}

/// One head for each unit above the sections; the rest shared evenly by the sections.
void ShareStaff(int staff, City* city) {
  int heads = 0;
  for (Unit& unit : city->units) {
    if (unit.kind == DepartmentKind::kSection) continue;
    unit.size = 1;
    ++heads;
  }
  const int sections = static_cast<int>(city->units.size()) - heads;
  const int rest = std::max(staff - heads, sections);
  int number = 0;
  for (Unit& unit : city->units) {
    if (unit.kind != DepartmentKind::kSection) continue;
    unit.size = rest / sections + (number++ < rest % sections ? 1 : 0);
  }
}

/// The title of a person by rank in the unit, unless the kind of appointment tells it.
std::string TitleOf(const Unit& unit, int place, Appointment appointment) {
  if (place == 0) {
    if (unit.kind == DepartmentKind::kBureau) return "局長";
    return unit.kind == DepartmentKind::kDivision ? "部長" : "課長";
  }
  switch (appointment) {
    case Appointment::kReappointed: return "主任";
    case Appointment::kFixedTerm: return "専門員";
    case Appointment::kConditional: return "主事";
    case Appointment::kRegular: break;
    default: return "事務補助員";
  }
  if (place == 1) return "課長補佐";
  if (place % 6 == 2) return "係長";
  if (place % 6 == 3) return "主査";
  return place % 3 == 1 ? "主任" : "主事";
}

Appointment AppointmentOf(int place, Random* random) {
  if (place < 3) return Appointment::kRegular;
  const int dice = random->Below(100);
  if (dice < 76) return Appointment::kRegular;
  if (dice < 82) return Appointment::kReappointed;
  if (dice < 86) return Appointment::kFixedTerm;
  if (dice < 95) return Appointment::kFiscalYear;
  if (dice < 97) return Appointment::kPartTime;
  return dice < 99 ? Appointment::kConditional : Appointment::kTemporary;
}

const NamePart& FamilyName(bool cp932_names, Random* random) {
  const bool is_hard = random->PerMille(30);
  const NamePart& hard = random->Pick(HardFamilyNames());
  const NamePart& plain = random->Pick(FamilyNames());
  return is_hard && !cp932_names ? hard : plain;
}

void GiveName(bool cp932_names, Random* random, Person* person) {
  const NamePart& family = FamilyName(cp932_names, random);
  const bool woman = random->Below(2) == 0;
  const NamePart& given = random->Pick(woman ? WomensNames() : MensNames());
  person->name = fmt::format("{}　{}", family.written, given.written);
  person->kana = fmt::format("{}　{}", family.kana, given.kana);
  person->sex = woman ? "女" : "男";
}

struct Career {
  Date hired;
  int age_at_hire = 0;
};

/// Years since the hire, by what people have become since.
int YearsOfService(const std::string& title, Random* random) {
  if (title == "局長" || title == "部長") return random->Between(31, 35);
  if (title.starts_with("課長")) return random->Between(24, 32);
  if (title.ends_with("係長") || title == "主査") return random->Between(13, 22);
  return title == "主任" || title == "技師" ? random->Between(6, 13) : random->Between(1, 7);
}

/// Most are hired in April, some years back.
Career CareerOf(const Person& person, const City& city, Random* random) {
  const int years = YearsOfService(person.title, random);
  const int age = random->Between(19, 25);
  switch (person.appointment) {
    case Appointment::kReappointed: return {*Date::FromYmd(city.month.year - 1 - years % 4, 4, 1), 61};
    case Appointment::kFixedTerm: return {*Date::FromYmd(city.month.year - 1 - years % 4, 4, 1), age + 9};
    case Appointment::kConditional:
    case Appointment::kTemporary: return {city.month.Plus(-3).first(), age};
    case Appointment::kFiscalYear:
    case Appointment::kPartTime: return {*Date::FromYmd(city.month.year - 1, 4, 1), age + 4 * (years % 10)};
    default: return {*Date::FromYmd(city.month.year - years, 4, 1), age};
  }
}

std::string BirthCell(Date birth, std::size_t number) {
  if (number % 3 == 1) return Wareki(birth);
  return number % 3 == 2 ? WarekiShort(birth) : birth.Iso();
}

std::string AddressOf(Random* random) {
  constexpr std::string_view kTowns[] = {"みどり町", "若葉台", "本町", "双葉", "川原町", "花見丘", "駅前通"};
  const std::string_view town = random->Pick(kTowns);
  const int chome = random->Between(1, 5);
  const int block = random->Between(1, 30);
  return fmt::format("若葉市{}{}-{}-{}", town, chome, block, random->Between(1, 20));
}

/// A few come or go in the middle of the month.
void ComeAndGo(const City& city, Random* random, Person* person) {
  const int dice = random->Below(1000);
  if (dice < 4) person->from = city.month.first() + 13;
  if (dice >= 4 && dice < 8) person->until = city.month.first() + 21;
}

}  // namespace

void InventUnits(int staff, City* city) {
  UnitMaker maker(std::max(2, staff / SectionSize(staff)), city);
  for (const BureauNames& bureau : Bureaus()) {
    if (maker.done()) break;
    maker.Bureau(std::string(bureau.name));
    for (const std::string_view name : bureau.below) {
      name.starts_with("/") ? maker.Division(std::string(name.substr(1))) : maker.Section(std::string(name));
    }
  }
  for (const std::string_view ward : WardNames()) {
    if (maker.done()) break;
    maker.Bureau(fmt::format("{}区役所", ward));
    for (const std::string_view name : WardSections()) maker.Section(fmt::format("{}区{}", ward, name));
  }
  SetWays(city);
  ShareStaff(staff, city);
}

Person& AddPerson(std::uint32_t unit, std::string title, Appointment appointment, Random* random, City* city) {
  const std::size_t number = city->people.size();
  Person person;
  person.id = fmt::format("{:06}", 1001 + 3 * number);
  person.unit = unit;
  person.place_in_unit = static_cast<std::uint32_t>(city->units[unit].people.size());
  person.title = std::move(title);
  person.appointment = appointment;
  const Career career = CareerOf(person, *city, random);
  person.from = career.hired;
  const Date new_year = *Date::FromYmd(career.hired.year() - career.age_at_hire, 1, 1);
  person.birth = BirthCell(new_year + random->Below(365), number);
  person.postcode = fmt::format("000-00{:02}", random->Below(100));
  person.address = AddressOf(random);
  person.phone = fmt::format("000-0000-{:04}", number % 10000);
  city->units[unit].people.push_back(static_cast<std::uint32_t>(number));
  city->people.push_back(std::move(person));
  return city->people.back();
}

void InventPeople(const CityRequest& request, City* city) {
  Random random(request.seed ^ 0x70656F706C65u);
  for (std::uint32_t unit = 0; unit < city->units.size(); ++unit) {
    for (int place = 0; place < city->units[unit].size; ++place) {
      const Appointment appointment = AppointmentOf(place, &random);
      Person& person = AddPerson(unit, TitleOf(city->units[unit], place, appointment), appointment, &random, city);
      GiveName(request.cp932_names, &random, &person);
      if (place > 2 && city->units[unit].method == RosterMethod::kNone) ComeAndGo(*city, &random, &person);
    }
  }
}

}  // namespace chohyo::city
