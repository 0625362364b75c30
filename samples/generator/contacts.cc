#include "samples/generator/contacts.h"

#include <fmt/format.h>

#include <algorithm>

#include "samples/generator/days.h"

namespace chohyo::city {
namespace {

constexpr std::string_view kMeans[] = {"メール", "メール", "電話", "チャット"};
constexpr std::string_view kStarts[] = {"業務を開始します。", "在宅で業務を始めます。", "本日の予定を送付します。"};
constexpr std::string_view kEnds[] = {"本日の業務を終了します。", "予定した作業を終えました。",
                                      "業務を終了します。残りは明日行います。"};
constexpr std::string_view kStandbyStarts[] = {"自宅待機を開始します。", "自宅で待機します。連絡は取れます。"};
constexpr std::string_view kStandbyEnds[] = {"自宅待機を終了します。", "変わりなく待機しました。"};
constexpr std::string_view kReports[] = {"昨日の自宅待機について報告。体調に変わりなし、外出なし。",
                                         "前日の待機中の状況を所属長に報告した。",
                                         "待機中に受けた連絡と、その対応を報告。"};
constexpr std::string_view kAsked[] = {"体調を聞き取り。安静にしている。", "経過を聞き取り。変わりなし。"};

/// One line of the log before it is sorted into its day.
struct Line {
  int minutes = 0;
  std::uint32_t person = 0;
  std::string_view kind, means, text;
  std::string health;
};

class DayLog {
 public:
  DayLog(const City& city, Date date) : city_(city), date_(date) {}

  void AddPerson(std::uint32_t person) {
    const Day& day = city_.people[person].On(date_);
    if (!day.starts_contact && !day.ends_contact && !day.reports && !day.asks_health) return;
    Random random(city_.seed * 31 + person * 64u + static_cast<unsigned>(date_.day()));
    const bool standby = day.status == Status::kStandby;
    const int start = day.starts_contact ? day.start + random.Between(-6, 3) : 0;
    const int end = day.ends_contact ? day.end + random.Between(0, 9) : 0;
    const auto& starts = standby ? random.Pick(kStandbyStarts) : random.Pick(kStarts);
    const auto& ends = standby ? random.Pick(kStandbyEnds) : random.Pick(kEnds);
    const std::string_view means = random.Pick(kMeans);
    const std::string health = fmt::format("体温36.{}℃、異常なし", random.Between(1, 8));
    if (day.starts_contact) lines_.push_back({start, person, "開始", means, starts, health});
    if (day.reports) lines_.push_back({random.Between(525, 570), person, "報告", "電話", random.Pick(kReports), ""});
    if (day.asks_health) Ask(person, &random);
    if (day.ends_contact) lines_.push_back({end, person, "終了", means, ends, ""});
  }

  void AddOwn(const CityContact& own) {
    lines_.push_back({own.minutes, own.person, own.kind, own.means, own.text, own.health});
  }

  void WriteTo(Table* table) {
    std::stable_sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) { return a.minutes < b.minutes; });
    for (const Line& line : lines_) {
      table->Cell(date_).Time(line.minutes).Cell(city_.people[line.person].id).Cell(line.kind).Cell(line.means);
      table->Cell(line.text).Cell(line.health);
    }
  }

 private:
  void Ask(std::uint32_t person, Random* random) {
    const int minutes = random->Between(570, 660);
    const int degrees = random->Between(6, 7);
    const std::string_view text = random->Pick(kAsked);
    lines_.push_back({minutes, person, "随時", "電話", text, fmt::format("体温3{}.4℃", degrees)});
  }

  const City& city_;
  Date date_;
  std::vector<Line> lines_;
};

}  // namespace

Table ContactsTable(const City& city) {
  Table table(*FindTable("contacts"));
  ForEachDay(city.month, [&](Date date) {
    DayLog log(city, date);
    for (std::uint32_t person = 0; person < city.people.size(); ++person) log.AddPerson(person);
    for (const CityContact& own : city.contacts) {
      if (own.date == date) log.AddOwn(own);
    }
    log.WriteTo(&table);
  });
  return table;
}

}  // namespace chohyo::city
