#include "pipeline/model/schema.h"

#include <type_traits>

namespace chohyo {
namespace {

using Words = std::string_view;

constexpr Words kDepartmentKinds[] = {"局", "部", "課", "係", "所"};
constexpr Words kAppointments[] = {"正規", "再任用", "任期付", "会計年度任用", "臨時的任用", "非常勤", "条件付採用"};
constexpr Words kStatuses[] = {"出勤",     "応援",     "自宅待機", "在宅勤務", "出張", "年次休暇", "半日休暇",
                               "時間休暇", "特別休暇", "病気休暇", "週休日",   "休日", "欠勤",     "遅刻"};
constexpr Words kShifts[] = {"A", "B", "C", "D"};
constexpr Words kContactKinds[] = {"開始", "終了", "随時", "報告", "会議"};
constexpr Words kContactMeans[] = {"メール", "電話", "チャット", "Web会議"};
constexpr Words kRosterMethods[] = {"ローテーション勤務", "時差出勤"};
constexpr Words kPriorities[] = {"A", "B", "C"};
constexpr Words kTaskClasses[] = {"継続", "縮小", "停止", "新規"};
constexpr Words kTaskTelework[] = {"可", "一部可", "否"};
constexpr Words kNeeds[] = {"要", "否"};
constexpr Words kReasons[] = {"育児", "介護", "妊娠", "所属長認定"};
constexpr Words kCaseKinds[] = {"感染", "感染疑い", "濃厚接触", "家族感染", "臨時休業", "BCP待機"};
constexpr Words kYesNo[] = {"有", "無"};
constexpr Words kDeviceStates[] = {"保管", "貸出中", "修理", "紛失", "廃棄"};
constexpr Words kDataClasses[] = {"Ⅰ", "Ⅱ", "Ⅲ"};
constexpr Words kIncidentKinds[] = {"紛失", "盗難", "誤送信", "ウイルス", "不審動作", "改ざん", "その他"};
constexpr Words kHistoryItems[] = {"延べ実施者数", "貸出日数"};

template <typename Enum>
constexpr bool kIsChoice = std::is_enum_v<Enum>;

template <typename T>
void Assign(T& member, CellValue&& value) {
  if constexpr (kIsChoice<T>) {
    const auto* choice = std::get_if<ChoiceIndex>(&value);
    member = static_cast<T>(choice != nullptr ? choice->value : 0);
  } else {
    if (auto* typed = std::get_if<T>(&value)) member = std::move(*typed);
  }
}

template <typename T>
void Assign(std::optional<T>& member, CellValue&& value) {
  if (auto* typed = std::get_if<T>(&value)) {
    member = std::move(*typed);
  } else {
    member.reset();
  }
}

template <typename T>
CellValue Fetch(const T& member) {
  if constexpr (kIsChoice<T>) {
    const auto index = static_cast<std::uint8_t>(member);
    return index == 0 ? CellValue() : CellValue(ChoiceIndex{index});
  } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::vector<std::string>>) {
    return member.empty() ? CellValue() : CellValue(member);
  } else {
    return member;
  }
}

template <typename T>
CellValue Fetch(const std::optional<T>& member) {
  return member ? CellValue(*member) : CellValue();
}

template <typename M>
struct OwnerOf;
template <typename R, typename T>
struct OwnerOf<T R::*> {
  using type = R;
};

template <auto Member, typename R>
Column<R> Make(ColumnInfo info) {
  Column<R> column;
  static_cast<ColumnInfo&>(column) = info;
  column.set = [](R& record, CellValue&& value) { Assign(record.*Member, std::move(value)); };
  column.get = [](const R& record) { return Fetch(record.*Member); };
  return column;
}

/// Builds the columns of one record type: names first, then what the column holds.
template <typename R>
class Columns {
 public:
  template <auto Member>
  Columns& Add(Words ja, Words alias, ColumnKind kind) {
    columns_.push_back(Make<Member, R>({ja, alias, kind, false, {}, {}}));
    return *this;
  }
  template <auto Member>
  Columns& Need(Words ja, Words alias, ColumnKind kind) {
    Add<Member>(ja, alias, kind);
    columns_.back().required = true;
    return *this;
  }
  template <auto Member>
  Columns& Choose(Words ja, Words alias, std::span<const Words> choices) {
    Add<Member>(ja, alias, ColumnKind::kChoice);
    columns_.back().choices = choices;
    return *this;
  }
  template <auto Member>
  Columns& NeedChoice(Words ja, Words alias, std::span<const Words> choices) {
    Choose<Member>(ja, alias, choices);
    columns_.back().required = true;
    return *this;
  }
  /// The ids of the last column must be keys of a table.
  Columns& Of(Words table) {
    columns_.back().refers_to = table;
    return *this;
  }
  std::vector<Column<R>> Done() { return std::move(columns_); }

 private:
  std::vector<Column<R>> columns_;
};

constexpr auto kText = ColumnKind::kText;
constexpr auto kId = ColumnKind::kId;
constexpr auto kDate = ColumnKind::kDate;
constexpr auto kMonth = ColumnKind::kMonth;
constexpr auto kTime = ColumnKind::kTime;
constexpr auto kInteger = ColumnKind::kInteger;

template <typename R>
TableInfo Info(Words name, Words ja) {
  TableInfo info{name, ja, {}};
  for (const Column<R>& column : ColumnsOf<R>()) info.columns.push_back(column);
  return info;
}

}  // namespace

template <>
const std::vector<Column<Department>>& ColumnsOf<Department>() {
  using R = Department;
  static const auto columns = Columns<R>()
                                  .Need<&R::code>("所属コード", "code", kId)
                                  .Need<&R::name>("所属名", "name", kText)
                                  .Add<&R::parent>("上位所属コード", "parent", kId)
                                  .Of("departments")
                                  .Choose<&R::kind>("区分", "kind", kDepartmentKinds)
                                  .Add<&R::head>("所属長", "head", kId)
                                  .Of("staff")
                                  .Add<&R::mail>("メール", "mail", kText)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Staff>>& ColumnsOf<Staff>() {
  using R = Staff;
  static const auto columns = Columns<R>()
                                  .Need<&R::id>("職員番号", "id", kId)
                                  .Need<&R::name>("氏名", "name", kText)
                                  .Add<&R::kana>("ふりがな", "kana", kText)
                                  .Need<&R::department>("所属コード", "department", kId)
                                  .Of("departments")
                                  .Add<&R::title>("職名", "title", kText)
                                  .Choose<&R::appointment>("任用区分", "appointment", kAppointments)
                                  .Add<&R::sex>("性別", "sex", kText)
                                  .Add<&R::birth>("生年月日", "birth", kDate)
                                  .Add<&R::postcode>("郵便番号", "postcode", kId)
                                  .Add<&R::address>("自宅住所", "address", kText)
                                  .Add<&R::phone>("電話番号", "phone", kId)
                                  .Add<&R::mail>("メール", "mail", kText)
                                  .Add<&R::from>("採用日", "from", kDate)
                                  .Add<&R::until>("退職日", "until", kDate)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Attendance>>& ColumnsOf<Attendance>() {
  using R = Attendance;
  static const auto columns = Columns<R>()
                                  .Need<&R::date>("日付", "date", kDate)
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .NeedChoice<&R::status>("区分", "status", kStatuses)
                                  .Choose<&R::shift>("勤務記号", "shift", kShifts)
                                  .Add<&R::start>("開始", "start", kTime)
                                  .Add<&R::end>("終了", "end", kTime)
                                  .Add<&R::overtime>("時間外", "overtime", ColumnKind::kDuration)
                                  .Add<&R::note>("備考", "note", kText)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Timecard>>& ColumnsOf<Timecard>() {
  using R = Timecard;
  static const auto columns = Columns<R>()
                                  .Need<&R::date>("日付", "date", kDate)
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .Add<&R::in>("出勤時刻", "in", kTime)
                                  .Add<&R::out>("退勤時刻", "out", kTime)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Contact>>& ColumnsOf<Contact>() {
  using R = Contact;
  static const auto columns = Columns<R>()
                                  .Need<&R::date>("日付", "date", kDate)
                                  .Need<&R::time>("時刻", "time", kTime)
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .NeedChoice<&R::kind>("種別", "kind", kContactKinds)
                                  .Choose<&R::means>("手段", "means", kContactMeans)
                                  .Add<&R::text>("内容", "text", kText)
                                  .Add<&R::health>("体調", "health", kText)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Roster>>& ColumnsOf<Roster>() {
  using R = Roster;
  static const auto columns = Columns<R>()
                                  .Need<&R::department>("所属コード", "department", kId)
                                  .Of("departments")
                                  .Need<&R::month>("年月", "month", kMonth)
                                  .NeedChoice<&R::method>("実施方法", "method", kRosterMethods)
                                  .Add<&R::approved>("決裁日", "approved", kDate)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<RosterDay>>& ColumnsOf<RosterDay>() {
  using R = RosterDay;
  static const auto columns = Columns<R>()
                                  .Need<&R::date>("日付", "date", kDate)
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .Choose<&R::shift>("勤務記号", "shift", kShifts)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Task>>& ColumnsOf<Task>() {
  using R = Task;
  static const auto columns = Columns<R>()
                                  .Need<&R::department>("所属コード", "department", kId)
                                  .Of("departments")
                                  .Need<&R::name>("業務名", "name", kText)
                                  .NeedChoice<&R::priority>("優先度", "priority", kPriorities)
                                  .Choose<&R::task_class>("業務区分", "class", kTaskClasses)
                                  .Add<&R::usual>("通常人員", "usual", kInteger)
                                  .Add<&R::need_half>("必要人員半数時", "need_half", kInteger)
                                  .Add<&R::need_all>("必要人員全員時", "need_all", kInteger)
                                  .Add<&R::owners>("担当", "owners", ColumnKind::kIdList)
                                  .Of("staff")
                                  .Add<&R::substitutes>("代替職員", "substitutes", ColumnKind::kIdList)
                                  .Of("staff")
                                  .Choose<&R::telework>("在宅可否", "telework", kTaskTelework)
                                  .Choose<&R::place_needed>("代替場所要否", "place_needed", kNeeds)
                                  .Add<&R::place>("代替場所", "place", kText)
                                  .Add<&R::equipment>("必要機器", "equipment", kText)
                                  .Add<&R::lend>("応援可能人数", "lend", kInteger)
                                  .Add<&R::lend_period>("応援可能期間", "lend_period", kText)
                                  .Add<&R::note>("備考", "note", kText)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Registration>>& ColumnsOf<Registration>() {
  using R = Registration;
  static const auto columns = Columns<R>()
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .Need<&R::applied>("申請日", "applied", kDate)
                                  .NeedChoice<&R::reason>("事由", "reason", kReasons)
                                  .Add<&R::detail>("事由詳細", "detail", kText)
                                  .Add<&R::place>("実施場所", "place", kText)
                                  .Add<&R::frequency>("実施予定頻度", "frequency", kText)
                                  .Add<&R::note>("特記事項", "note", kText)
                                  .Add<&R::approved>("承認日", "approved", kDate)
                                  .Add<&R::revoked>("取消日", "revoked", kDate)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<TeleworkPlan>>& ColumnsOf<TeleworkPlan>() {
  using R = TeleworkPlan;
  static const auto columns = Columns<R>()
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .Need<&R::from>("開始日", "from", kDate)
                                  .Add<&R::to>("終了日", "to", kDate)
                                  .Add<&R::submitted>("提出日", "submitted", kDate)
                                  .Add<&R::approved>("承認日", "approved", kDate)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<TeleworkTask>>& ColumnsOf<TeleworkTask>() {
  using R = TeleworkTask;
  static const auto columns = Columns<R>()
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .Need<&R::date>("日付", "date", kDate)
                                  .Need<&R::slot>("時間", "slot", kTime)
                                  .Add<&R::plan>("業務内容", "plan", kText)
                                  .Add<&R::result>("実施結果", "result", kText)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<StandbyCase>>& ColumnsOf<StandbyCase>() {
  using R = StandbyCase;
  static const auto columns = Columns<R>()
                                  .Need<&R::id>("報告番号", "case", kId)
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .NeedChoice<&R::kind>("区分", "kind", kCaseKinds)
                                  .Add<&R::related>("関係者", "related", kText)
                                  .Need<&R::from>("開始日", "from", kDate)
                                  .Add<&R::to>("終了日", "to", kDate)
                                  .Add<&R::background>("経緯", "background", kText)
                                  .Add<&R::related_state>("関係者の状況", "related_state", kText)
                                  .Add<&R::state>("職員の状況", "state", kText)
                                  .Add<&R::family_state>("家族の状況", "family_state", kText)
                                  .Add<&R::advice>("助言", "advice", kText)
                                  .Choose<&R::restraint>("外出自粛要請", "restraint", kYesNo)
                                  .Add<&R::reported>("報告日", "reported", kDate)
                                  .Add<&R::reporter>("報告者", "reporter", kText)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<StandbyDay>>& ColumnsOf<StandbyDay>() {
  using R = StandbyDay;
  static const auto columns = Columns<R>()
                                  .Need<&R::standby_case>("報告番号", "case", kId)
                                  .Of("standby_cases")
                                  .Need<&R::from>("開始日", "from", kDate)
                                  .Add<&R::to>("終了日", "to", kDate)
                                  .Add<&R::related_action>("関係者の行動", "related_action", kText)
                                  .Add<&R::action>("職員の行動", "action", kText)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Device>>& ColumnsOf<Device>() {
  using R = Device;
  static const auto columns = Columns<R>()
                                  .Need<&R::id>("PC管理番号", "device", kId)
                                  .Add<&R::model>("機種", "model", kText)
                                  .Choose<&R::fingerprint>("指紋認証", "fingerprint", kYesNo)
                                  .Choose<&R::state>("状態", "state", kDeviceStates)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Loan>>& ColumnsOf<Loan>() {
  using R = Loan;
  static const auto columns = Columns<R>()
                                  .Need<&R::id>("借用番号", "loan", kId)
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .Need<&R::applied>("申請日", "applied", kDate)
                                  .Need<&R::from>("開始日", "from", kDate)
                                  .Add<&R::to>("終了日", "to", kDate)
                                  .Need<&R::items>("機器", "items", ColumnKind::kTextList)
                                  .Add<&R::data>("持出データ", "data", kText)
                                  .Choose<&R::data_class>("機密性区分", "class", kDataClasses)
                                  .Add<&R::device>("PC管理番号", "device", kId)
                                  .Of("devices")
                                  .Add<&R::fingerprint_set>("指紋認証設定", "fingerprint_set", kDate)
                                  .Add<&R::approved>("承認日", "approved", kDate)
                                  .Add<&R::returned>("返却日", "returned", kDate)
                                  .Add<&R::erased>("データ消去確認", "erased", kDate)
                                  .Add<&R::erased_by>("消去確認者", "erased_by", kText)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Incident>>& ColumnsOf<Incident>() {
  using R = Incident;
  static const auto columns = Columns<R>()
                                  .Need<&R::id>("事故番号", "incident", kId)
                                  .Need<&R::date>("発生日", "date", kDate)
                                  .Add<&R::time>("発生時刻", "time", kTime)
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .NeedChoice<&R::kind>("種別", "kind", kIncidentKinds)
                                  .Add<&R::object>("対象", "object", kText)
                                  .Choose<&R::personal_number>("特定個人情報", "personal_number", kYesNo)
                                  .Add<&R::text>("状況", "text", kText)
                                  .Add<&R::reported>("報告日", "reported", kDate)
                                  .Add<&R::reported_time>("報告時刻", "reported_time", kTime)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<PersonalNumberAsset>>& ColumnsOf<PersonalNumberAsset>() {
  using R = PersonalNumberAsset;
  static const auto columns = Columns<R>()
                                  .Need<&R::use>("利用事務名", "use", kText)
                                  .Need<&R::file>("ファイル名", "file", kText)
                                  .Add<&R::place>("保管場所", "place", kText)
                                  .Add<&R::measures>("対策", "measures", kText)
                                  .Add<&R::years>("保存年数", "years", kText)
                                  .Add<&R::department>("所属コード", "department", kId)
                                  .Of("departments")
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<PersonalNumberStaff>>& ColumnsOf<PersonalNumberStaff>() {
  using R = PersonalNumberStaff;
  static const auto columns = Columns<R>()
                                  .Need<&R::use>("利用事務名", "use", kText)
                                  .Need<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .Need<&R::from>("開始日", "from", kDate)
                                  .Add<&R::to>("終了日", "to", kDate)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Waiver>>& ColumnsOf<Waiver>() {
  using R = Waiver;
  static const auto columns = Columns<R>()
                                  .Need<&R::rule>("規則", "rule", kText)
                                  .Add<&R::staff>("職員番号", "staff", kId)
                                  .Of("staff")
                                  .Add<&R::department>("所属コード", "department", kId)
                                  .Of("departments")
                                  .Need<&R::from>("開始日", "from", kDate)
                                  .Add<&R::to>("終了日", "to", kDate)
                                  .Need<&R::reason>("理由", "reason", kText)
                                  .Need<&R::by>("承認者", "by", kText)
                                  .Add<&R::approved>("承認日", "approved", kDate)
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<History>>& ColumnsOf<History>() {
  using R = History;
  static const auto columns = Columns<R>()
                                  .Need<&R::month>("年月", "month", kMonth)
                                  .NeedChoice<&R::item>("項目", "item", kHistoryItems)
                                  .Need<&R::value>("値", "value", kInteger)
                                  .Add<&R::department>("所属コード", "department", kId)
                                  .Of("departments")
                                  .Done();
  return columns;
}

template <>
const std::vector<Column<Closure>>& ColumnsOf<Closure>() {
  using R = Closure;
  static const auto columns =
      Columns<R>().Need<&R::date>("日付", "date", kDate).Add<&R::name>("名称", "name", kText).Done();
  return columns;
}

const std::vector<TableInfo>& AllTables() {
  static const std::vector<TableInfo> tables = {
      Info<Department>("departments", "所属"),
      Info<Staff>("staff", "職員"),
      Info<Attendance>("attendance", "勤怠"),
      Info<Timecard>("timecards", "タイムカード"),
      Info<Contact>("contacts", "連絡記録"),
      Info<Roster>("rosters", "勤務計画"),
      Info<RosterDay>("roster_days", "勤務計画明細"),
      Info<Task>("tasks", "業務"),
      Info<Registration>("registrations", "在宅勤務登録"),
      Info<TeleworkPlan>("telework_plans", "在宅勤務計画"),
      Info<TeleworkTask>("telework_tasks", "在宅勤務計画明細"),
      Info<StandbyCase>("standby_cases", "自宅待機"),
      Info<StandbyDay>("standby_days", "行動歴"),
      Info<Device>("devices", "端末機"),
      Info<Loan>("loans", "端末借用"),
      Info<Incident>("incidents", "事故"),
      Info<PersonalNumberAsset>("personal_number_assets", "特定個人情報資産"),
      Info<PersonalNumberStaff>("personal_number_staff", "個人番号事務取扱担当者"),
      Info<Waiver>("waivers", "特例承認"),
      Info<History>("history", "実績"),
      Info<Closure>("closures", "休日"),
  };
  return tables;
}

const TableInfo* FindTable(std::string_view name) {
  for (const TableInfo& table : AllTables()) {
    if (table.name == name) return &table;
  }
  return nullptr;
}

std::string_view ChoiceText(const ColumnInfo& column, ChoiceIndex choice) {
  return choice.value == 0 || choice.value > column.choices.size() ? Words() : column.choices[choice.value - 1];
}

namespace {
std::string_view WordOf(std::span<const Words> words, std::size_t index) {
  return index == 0 ? Words() : words[index - 1];
}
}  // namespace

std::string_view StatusText(Status status) { return WordOf(kStatuses, static_cast<std::size_t>(status)); }
std::string_view ShiftText(Shift shift) { return WordOf(kShifts, static_cast<std::size_t>(shift)); }
std::string_view RosterMethodText(RosterMethod method) {
  return WordOf(kRosterMethods, static_cast<std::size_t>(method));
}
std::string_view CaseKindText(CaseKind kind) { return WordOf(kCaseKinds, static_cast<std::size_t>(kind)); }

}  // namespace chohyo
