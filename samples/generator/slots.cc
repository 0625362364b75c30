#include "samples/generator/slots.h"

namespace chohyo::city {
namespace {

struct Work {
  std::string_view plan, result;
};

constexpr Work kWorks[] = {
    {"要綱改正案の作成", "第3条までの改正案を作成した。"},
    {"要綱改正案の作成（続き）", "附則まで作成し、係長へ送付した。"},
    {"新旧対照表の作成", "作成を終え、改正案と照合した。"},
    {"議会答弁資料の作成", "想定問5問の案を作成した。"},
    {"予算執行状況の整理", "12月末までの執行額を集計した。"},
    {"関係課への照会文の作成", "照会文を起案し、決裁に回した。"},
    {"照会回答の取りまとめ", "8課中6課の回答を一覧に整理した。残りは督促中。"},
    {"統計調査の集計", "集計表を作成し、前年との差を確認した。"},
    {"ホームページ原稿の作成", "原稿を作成し、広報担当へ送付した。"},
    {"会議資料の作成", "次第と資料1の案を作成した。"},
    {"会議録の作成", "前半の会議録を作成した。"},
    {"業務マニュアルの見直し", "受付の章を改め、担当者に確認を依頼した。"},
    {"研修動画の視聴（情報セキュリティ）", "視聴を終え、確認テストに合格した。"},
    {"Web会議（係内打合せ）", "今週の予定と課題を共有した。"},
    {"起案文書の確認", "4件を確認し、2件を差し戻した。"},
};

void AddSlot(const Person& person, Date date, int minutes, const Work& work, Table* table) {
  table->Cell(person.id).Cell(date).Time(minutes).Cell(work.plan).Cell(work.result);
}

}  // namespace

void AddSlots(const Person& person, Date date, std::uint64_t seed, Table* table) {
  Random random(seed * 131 + static_cast<std::uint64_t>(date.days()) * 100003u + person.place_in_unit +
                person.unit * 64u);
  AddSlot(person, date, 510, {"始業の連絡、メールの確認", "予定を係長に報告し、受信メールを処理した。"}, table);
  int at = random.Below(static_cast<int>(std::size(kWorks)));
  for (int hour = 9; hour <= 16; ++hour) {
    Work work = kWorks[static_cast<std::size_t>(at) % std::size(kWorks)];
    if (hour == 12) work = {"休憩", "休憩"};
    if (hour == 15 && person.On(date).result_missing) work.result = "";
    AddSlot(person, date, hour * 60, work, table);
    at += hour == 12 ? 0 : 1;
  }
  AddSlot(person, date, 1020, {"終業の連絡、明日の準備", "実施結果をまとめ、係長に報告した。"}, table);
}

}  // namespace chohyo::city
