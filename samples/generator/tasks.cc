#include "samples/generator/tasks.h"

#include <algorithm>
#include <span>

namespace chohyo::city {
namespace {

struct TaskWords {
  std::string_view name, priority, task_class, telework, place, equipment;
};

constexpr TaskWords kCounter[] = {
    {"住民異動届・戸籍届の受付", "A", "継続", "否", "1階市民ホール", "住民記録端末、公印"},
    {"住民票・戸籍証明の交付", "A", "継続", "否", "1階市民ホール", "住民記録端末、認証機"},
    {"マイナンバーカードの交付", "B", "縮小", "否", "", "統合端末"},
    {"窓口混雑状況の公表", "B", "継続", "可", "", "庁内LAN端末"},
    {"統計調査の集計", "C", "停止", "可", "", "庁内LAN端末"}};
constexpr TaskWords kTax[] = {{"申告相談の受付", "A", "継続", "否", "2階会議室", "税務端末"},
                              {"税証明の交付", "A", "継続", "否", "2階会議室", "税務端末"},
                              {"当初賦課の準備", "B", "継続", "一部可", "", "税務端末"},
                              {"納税相談・分納の管理", "B", "縮小", "一部可", "", "税務端末、電話"},
                              {"償却資産の実地調査", "C", "停止", "否", "", "公用車"}};
constexpr TaskWords kHealth[] = {
    {"感染症の相談電話対応", "A", "新規", "一部可", "保健センター2階", "電話、相談記録様式"},
    {"予防接種の実施準備", "A", "新規", "一部可", "保健センター2階", "健康管理システム端末"},
    {"乳幼児健康診査", "B", "縮小", "否", "", "健診器具"},
    {"母子健康手帳の交付", "B", "継続", "否", "", "健康管理システム端末"},
    {"健康教室の開催", "C", "停止", "否", "", ""}};
constexpr TaskWords kWelfare[] = {{"生活保護費の支給", "A", "継続", "否", "", "福祉システム端末"},
                                  {"生活困窮の相談", "A", "継続", "一部可", "福祉会館1階", "電話、相談記録様式"},
                                  {"障害福祉サービスの支給決定", "B", "継続", "一部可", "", "福祉システム端末"},
                                  {"介護認定の訪問調査", "B", "縮小", "否", "", "公用車"},
                                  {"福祉まつりの企画", "C", "停止", "可", "", ""}};
constexpr TaskWords kSystems[] = {{"基幹システムの運用監視", "A", "継続", "一部可", "", "監視端末"},
                                  {"庁内ネットワークの障害対応", "A", "継続", "否", "", "保守端末"},
                                  {"在宅勤務用端末機の貸出し", "B", "新規", "否", "", "設定用端末"},
                                  {"職員からの操作問合せ対応", "B", "継続", "可", "", "電話、リモート保守端末"},
                                  {"情報化研修の開催", "C", "停止", "可", "", ""}};
constexpr TaskWords kPersonnel[] = {{"給与の支給", "A", "継続", "一部可", "", "人事給与端末"},
                                    {"職員の出勤状況の集計", "A", "新規", "可", "", "庁内LAN端末"},
                                    {"服務・休暇の問合せ対応", "B", "継続", "可", "", "電話"},
                                    {"採用試験の実施", "B", "縮小", "否", "", ""},
                                    {"職員研修の開催", "C", "停止", "一部可", "", ""}};
constexpr TaskWords kWorks[] = {{"道路・施設の緊急修繕", "A", "継続", "否", "東部作業所", "作業車、無線機"},
                                {"苦情・通報の受付", "A", "継続", "一部可", "", "電話、地図情報端末"},
                                {"工事の監督・検査", "B", "継続", "否", "", "公用車、写真機"},
                                {"占用許可の審査", "B", "縮小", "一部可", "", "地図情報端末"},
                                {"長期計画の見直し", "C", "停止", "可", "", ""}};
constexpr TaskWords kWater[] = {{"浄水場・配水施設の運転監視", "A", "継続", "否", "第一浄水場", "監視装置"},
                                {"漏水・断水の緊急対応", "A", "継続", "否", "第一浄水場", "作業車、無線機"},
                                {"使用開始・中止の受付", "B", "継続", "一部可", "", "料金システム端末"},
                                {"検針・料金の調定", "B", "継続", "否", "", "検針端末"},
                                {"施設見学の受入れ", "C", "停止", "否", "", ""}};
constexpr TaskWords kAny[] = {{"窓口・電話対応", "A", "継続", "否", "1階会議室", "電話、庁内LAN端末"},
                              {"支払・契約事務", "A", "継続", "一部可", "", "財務会計端末"},
                              {"文書の収受・発送", "B", "継続", "否", "", "文書管理端末、公印"},
                              {"許認可・届出の審査", "B", "縮小", "一部可", "", "庁内LAN端末"},
                              {"会議・行事の開催", "C", "停止", "可", "", ""}};

struct TaskSet {
  std::string_view keyword;
  std::span<const TaskWords> tasks;
};
constexpr TaskSet kSets[] = {{"市民課", kCounter}, {"区民課", kCounter}, {"税", kTax},         {"健康", kHealth},
                             {"福祉", kWelfare},   {"情報", kSystems},   {"人事", kPersonnel}, {"水道", kWater},
                             {"道路", kWorks},     {"建設", kWorks},     {"公園", kWorks}};

std::span<const TaskWords> TasksFor(const Unit& unit) {
  for (const TaskSet& set : kSets) {
    if (unit.name.find(set.keyword) != std::string::npos) return set.tasks;
  }
  return kAny;
}

/// Who may be named as owner or substitute: in office all month.
std::vector<std::uint32_t> SteadyPeople(const City& city, const Unit& unit) {
  std::vector<std::uint32_t> steady;
  for (const std::uint32_t person : unit.people) {
    if (city.people[person].InOffice(city.month.first()) && city.people[person].InOffice(city.month.last())) {
      steady.push_back(person);
    }
  }
  return steady;
}

/// Writes the tasks of one section; `others` are people of another one.
class SectionTasks {
 public:
  SectionTasks(const Unit& unit, std::vector<std::uint32_t> own, std::vector<std::uint32_t> others, City* city)
      : unit_(unit), own_(std::move(own)), others_(std::move(others)), half_left_(own_.size() / 2), city_(city) {}

  void Add(const TaskWords& words) {
    const bool is_a = words.priority == "A";
    const std::size_t need = words.priority == "C" ? 0 : std::min(half_left_, std::size_t{1});
    half_left_ -= need;
    std::vector<std::string> row{unit_.code, std::string(words.name), std::string(words.priority),
                                 std::string(words.task_class)};
    row.push_back(is_a ? "3" : "2");
    row.push_back(std::to_string(need));
    row.push_back(is_a ? "1" : "0");
    row.push_back(Own() + ";");
    row.back() += Own();
    row.push_back(is_a ? Other() + ";" : "");
    if (words.priority != "C") row.back() += Own();
    row.emplace_back(words.telework);
    row.emplace_back(words.place.empty() ? "否" : "要");
    row.emplace_back(words.place);
    row.emplace_back(words.equipment);
    row.push_back(words.priority == "C" ? "1" : "0");
    row.push_back(words.priority == "C" ? "2週間" : "");
    row.emplace_back(words.task_class == "停止" ? "感染拡大期は休止する。" : "");
    city_->task_rows.push_back(std::move(row));
  }

 private:
  std::string Own() { return city_->people[own_[own_at_++ % own_.size()]].id; }
  std::string Other() { return city_->people[others_[(others_.size() / 2 + other_at_++) % others_.size()]].id; }

  const Unit& unit_;
  std::vector<std::uint32_t> own_, others_;
  std::size_t half_left_, own_at_ = 0, other_at_ = 0;
  City* city_;
};

}  // namespace

void InventTasks(City* city) {
  std::vector<const Unit*> sections;
  for (const Unit& unit : city->units) {
    if (unit.kind == DepartmentKind::kSection) sections.push_back(&unit);
  }
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Unit& other = *sections[(i + 1) % sections.size()];
    SectionTasks tasks(*sections[i], SteadyPeople(*city, *sections[i]), SteadyPeople(*city, other), city);
    for (const TaskWords& words : TasksFor(*sections[i])) tasks.Add(words);
  }
}

}  // namespace chohyo::city
