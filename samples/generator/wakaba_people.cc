#include "samples/generator/wakaba_people.h"

namespace chohyo::city {
namespace {

constexpr auto kBureau = DepartmentKind::kBureau;
constexpr auto kDivision = DepartmentKind::kDivision;
constexpr auto kSection = DepartmentKind::kSection;
constexpr auto kNoRoster = RosterMethod::kNone;

constexpr WakabaUnit kUnits[] = {
    {"010000", "総務局", "", kBureau, kNoRoster, false},
    {"010100", "総務部", "010000", kDivision, kNoRoster, false},
    {"010101", "総務課", "010100", kSection, kNoRoster, false},
    {"010102", "人事課", "010100", kSection, kNoRoster, false},
    {"010103", "情報政策課", "010100", kSection, kNoRoster, false},
    {"020000", "市民福祉局", "", kBureau, kNoRoster, false},
    {"020100", "市民部", "020000", kDivision, kNoRoster, false},
    {"020101", "市民課", "020100", kSection, RosterMethod::kRotation, false},
    {"020102", "税務課", "020100", kSection, RosterMethod::kStaggered, false},
    {"020200", "福祉部", "020000", kDivision, kNoRoster, false},
    {"020201", "福祉課", "020200", kSection, kNoRoster, true},
    {"020202", "健康推進課", "020200", kSection, kNoRoster, false},
    {"030000", "都市建設局", "", kBureau, kNoRoster, false},
    {"030001", "道路課", "030000", kSection, kNoRoster, false},
    {"030002", "上下水道課", "030000", kSection, kNoRoster, true},
};

constexpr auto kRegular = Appointment::kRegular;
constexpr auto kReappointed = Appointment::kReappointed;
constexpr auto kFixedTerm = Appointment::kFixedTerm;
constexpr auto kFiscalYear = Appointment::kFiscalYear;
constexpr auto kPartTime = Appointment::kPartTime;
constexpr auto kConditional = Appointment::kConditional;
constexpr auto kTemporary = Appointment::kTemporary;

// Escapes keep what editors and normalisation would lose: variation selectors, compatibility kanji.
constexpr WakabaPerson kPeople[] = {
    {"010000", "葛\U000E0100城　康弘", "かつらぎ　やすひろ", "男", "局長", kRegular},
    {"010100", "髙橋　誠一", "たかはし　せいいち", "男", "部長", kRegular},
    {"010101", "渡邉　美智子", "わたなべ　みちこ", "女", "課長", kRegular},
    {"010101", "佐藤　健一", "さとう　けんいち", "男", "課長補佐", kRegular},
    {"010101", "𠮷田　直樹", "よしだ　なおき", "男", "庶務係長", kRegular},
    {"010101", "齋藤　由美", "さいとう　ゆみ", "女", "主任", kRegular},
    {"010101", "中村　拓海", "なかむら　たくみ", "男", "主事", kRegular},
    {"010101", "小林　さくら", "こばやし　さくら", "女", "主事", kRegular},
    {"010101", "木村　和子", "きむら　かずこ", "女", "事務補助員", kFiscalYear},
    {"010102", "山﨑　博之", "やまざき　ひろゆき", "男", "課長", kRegular},
    {"010102", "伊藤　恵", "いとう　めぐみ", "女", "人事係長", kRegular},
    {"010102", "加藤　大輔", "かとう　だいすけ", "男", "主任", kRegular},
    {"010102", "\uFA19谷　裕子", "かみや　ゆうこ", "女", "主任", kRegular},
    {"010102", "德永　翔太", "とくなが　しょうた", "男", "主事", kRegular},
    {"010102", "松本　あかり", "まつもと　あかり", "女", "主事", kRegular},
    {"010102", "池田　豊", "いけだ　ゆたか", "男", "主任", kReappointed},
    {"010103", "濵田　\uF9DC志", "はまだ　たかし", "男", "課長", kRegular},
    {"010103", "齊藤　学", "さいとう　まなぶ", "男", "情報係長", kRegular},
    {"010103", "葛\U000E0101西　亮", "かさい　りょう", "男", "主任", kRegular},
    {"010103", "グエン・ヴァン・ハイ", "ぐえん・ゔぁん・はい", "男", "専門員", kFixedTerm},
    {"010103", "清水　美咲", "しみず　みさき", "女", "主事", kRegular},
    {"010103", "José García", "ほせ・がるしあ", "男", "専門員", kFixedTerm},
    {"010103", "森　洋平", "もり　ようへい", "男", "主事", kRegular},
    {"020000", "渡邊　正", "わたなべ　ただし", "男", "局長", kRegular},
    {"020100", "井上　幸子", "いのうえ　さちこ", "女", "部長", kRegular},
    {"020101", "辻\U000E0100　昭彦", "つじ　あきひこ", "男", "課長", kRegular},
    {"020101", "𠮷野　千尋", "よしの　ちひろ", "女", "課長補佐", kRegular},
    {"020101", "山口　和也", "やまぐち　かずや", "男", "窓口係長", kRegular},
    {"020101", "林　真由美", "はやし　まゆみ", "女", "主査", kRegular},
    {"020101", "岡田　健太", "おかだ　けんた", "男", "主任", kRegular},
    {"020101", "前田　葵", "まえだ　あおい", "女", "主事", kRegular},
    {"020101", "藤田　達也", "ふじた　たつや", "男", "主事", kRegular},
    {"020101", "石井　久美子", "いしい　くみこ", "女", "主任", kReappointed},
    {"020101", "太田　結衣", "おおた　ゆい", "女", "主事", kRegular},
    {"020101", "ﾏﾘｱ･ｻﾝﾄｽ", "まりあ・さんとす", "女", "通訳員", kFiscalYear},
    {"020102", "長谷川　浩二", "はせがわ　こうじ", "男", "課長", kRegular},
    {"020102", "後藤　典子", "ごとう　のりこ", "女", "課長補佐", kRegular},
    {"020102", "坂本　雄一", "さかもと　ゆういち", "男", "市民税係長", kRegular},
    {"020102", "遠藤　理恵", "えんどう　りえ", "女", "主任", kRegular},
    {"020102", "青木　俊介", "あおき　しゅんすけ", "男", "主事", kRegular},
    {"020102", "西村　彩", "にしむら　あや", "女", "主事", kRegular},
    {"020102", "\uFA1B田　剛", "ふくだ　つよし", "男", "主事", kRegular},
    {"020102", "三浦　瞳", "みうら　ひとみ", "女", "事務補助員", kFiscalYear},
    {"020200", "橋本　清", "はしもと　きよし", "男", "部長", kRegular},
    {"020201", "小野　早苗", "おの　さなえ", "女", "課長", kRegular},
    {"020201", "田村　進", "たむら　すすむ", "男", "課長補佐", kRegular},
    {"020201", "竹内　優子", "たけうち　ゆうこ", "女", "福祉係長", kRegular},
    {"020201", "金子　孝", "かねこ　たかし", "男", "主任", kRegular},
    {"020201", "和田　明日香", "わだ　あすか", "女", "主事", kRegular},
    {"020201", "五十嵐　奈々", "いがらし　なな", "女", "主事", kRegular},
    {"020201", "栁田　武", "やなぎだ　たけし", "男", "主任", kRegular},
    {"020201", "中山　悠斗", "なかやま　ゆうと", "男", "主事", kConditional},
    {"020202", "宮崎　香織", "みやざき　かおり", "女", "課長", kRegular},
    {"020202", "河野　智也", "こうの　ともや", "男", "課長補佐", kRegular},
    {"020202", "上野　純子", "うえの　じゅんこ", "女", "保健係長", kRegular},
    {"020202", "杉山　麻衣", "すぎやま　まい", "女", "保健師", kRegular},
    {"020202", "平野　遥", "ひらの　はるか", "女", "保健師", kRegular},
    {"020202", "ウィジェセーカラ・ムディヤンセラーゲー・ニランジャン・プラサード",
     "うぃじぇせーから・むでぃやんせらーげー・にらんじゃん・ぷらさーど", "男", "通訳・相談員", kFixedTerm},
    {"020202", "武田　勇気", "たけだ　ゆうき", "男", "主事", kRegular},
    {"020202", "菅原　舞", "すがわら　まい", "女", "保健師", kTemporary},
    {"020202", "千葉　光", "ちば　ひかる", "男", "主事", kRegular},
    {"030000", "石川　修", "いしかわ　おさむ", "男", "局長", kRegular},
    {"030001", "野口　修一", "のぐち　しゅういち", "男", "課長", kRegular},
    {"030001", "増田　隆", "ますだ　たかし", "男", "課長補佐", kRegular},
    {"030001", "工藤　慎太郎", "くどう　しんたろう", "男", "維持係長", kRegular},
    {"030001", "久保　直美", "くぼ　なおみ", "女", "技師", kRegular},
    {"030001", "勅使河原　光之進左衛門", "てしがわら　みつのしんざえもん", "男", "技師", kRegular},
    {"030001", "木下　健", "きのした　けん", "男", "技師", kRegular},
    {"030001", "松尾　祥子", "まつお　しょうこ", "女", "事務補助員", kPartTime},
    {"030002", "今井　秀樹", "いまい　ひでき", "男", "課長", kRegular},
    {"030002", "谷口　洋", "たにぐち　ひろし", "男", "課長補佐", kRegular},
    {"030002", "内田　早紀", "うちだ　さき", "女", "業務係長", kRegular},
    {"030002", "安藤　誠", "あんどう　まこと", "男", "技師", kRegular},
    {"030002", "丸山　綾香", "まるやま　あやか", "女", "主事", kConditional},
    {"030002", "大野　一郎", "おおの　いちろう", "男", "主任", kReappointed},
    {"030002", "㐂多川　潤", "きたがわ　じゅん", "男", "主事", kRegular},
};

}  // namespace

std::span<const WakabaUnit> WakabaUnits() { return kUnits; }
std::span<const WakabaPerson> WakabaPeople() { return kPeople; }

}  // namespace chohyo::city
