#include "forms/record_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>
#include <utility>

#include "forms/form.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPeopleColumns = {
    {{"standby_cases", "reporter"}, {"loans", "erased_by"}, {"waivers", "by"}}};

template <typename R>
Origin OriginOf(const TableOf<R>& table, const R& record, std::size_t schema_column) {
  const std::uint16_t column = schema_column < table.columns.size() ? table.columns[schema_column] : std::uint16_t{0};
  return {record.line, column, table.file.empty() ? nullptr : &table.file};
}

Value Leaf(const ColumnInfo& info, const CellValue& cell, Origin origin) {
  return std::visit(
      [&](const auto& typed) -> Value {
        using T = std::decay_t<decltype(typed)>;
        if constexpr (std::is_same_v<T, ChoiceIndex>) {
          return Value(Scalar(std::string(ChoiceText(info, typed))), origin);
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          ValueList list;
          for (const std::string& text : typed) list.push_back(Value(Scalar(text), origin));
          return Value(std::move(list));
        } else {
          return Value(Scalar(typed), origin);
        }
      },
      cell);
}

/// True if the table's first column is its own key.
bool HasOwnKey(const TableInfo& table) {
  return table.columns.front().kind == ColumnKind::kId && table.columns.front().refers_to.empty();
}

/// The key is offered as `id` whatever its column is called.
void OfferKeyAsId(const TableInfo& table, ValueMap* map) {
  if (HasOwnKey(table) && table.columns.front().alias != "id") map->emplace_back("id", map->front().second);
}

template <typename R>
Value UnknownColumns(const TableOf<R>& table, const R& record) {
  ValueMap row;
  for (std::size_t i = 0; i < table.unknown_headers.size() && i < record.unknown.size(); ++i) {
    const Origin origin{record.line, 0, table.file.empty() ? nullptr : &table.file};
    row.emplace_back(table.unknown_headers[i], Value(Scalar(record.unknown[i]), origin));
  }
  return Value(std::move(row));
}

/// "1月4日～8日" or "12月28日～1月3日" for a record with 開始日 and 終了日; "1月4日" where it lasts one day.
std::string SpanText(Date first, Date last) {
  const std::string from = fmt::format("{}月{}日", first.month(), first.day());
  if (first == last) return from;
  if (Month::Of(first) == Month::Of(last)) return fmt::format("{}～{}日", from, last.day());
  return fmt::format("{}～{}月{}日", from, last.month(), last.day());
}

/// History rows and telework plans, whose spans are closed, also offer `span`.
template <typename R>
void OfferSpan(const TableOf<R>& table, const R& record, ValueMap* map) {
  if constexpr (requires { record.span(); }) {
    const DateSpan span = record.span();
    map->emplace_back("span", Value(Scalar(SpanText(span.first, span.last)), OriginOf(table, record, 1)));
  }
}

/// The other party of a standby case as the form's heading names it: 友人関係者; 関係者 alone where nobody or the
/// person in question is named.
std::string PartyText(const std::string& related) {
  constexpr std::string_view kParty = "関係者", kSelf = "本人";
  if (related.empty() || related == kSelf) return std::string(kParty);
  return related.ends_with(kParty) ? related : related + std::string(kParty);
}

/// Standby cases also offer `party`.
template <typename R>
void OfferParty(const TableOf<R>& table, const R& record, ValueMap* map) {
  if constexpr (std::is_same_v<R, StandbyCase>) {
    constexpr std::size_t kRelatedColumn = 3;
    map->emplace_back("party", Value(Scalar(PartyText(record.related)), OriginOf(table, record, kRelatedColumn)));
  }
}

/// A record's columns as plain leaves, references unfollowed.
template <typename R>
ValueMap PlainMap(std::string_view table_name, const TableOf<R>& table, const R& record) {
  ValueMap map;
  const auto& columns = ColumnsOf<R>();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    map.emplace_back(columns[i].alias, Leaf(columns[i], columns[i].get(record), OriginOf(table, record, i)));
  }
  OfferKeyAsId(*FindTable(table_name), &map);
  OfferSpan(table, record, &map);
  OfferParty(table, record, &map);
  map.emplace_back("row", UnknownColumns(table, record));
  return map;
}

void Replace(ValueMap* map, std::string_view key, Value value) {
  for (auto& [name, member] : *map) {
    if (name != key) continue;
    member = std::move(value);
    return;
  }
}

const std::string* TextOf(const Value& value) { return std::get_if<std::string>(&value.scalar()); }

Value PersonByName(const Value& name) {
  if (name.IsEmpty()) return Value();
  ValueMap person = EmptyRecord("staff");
  Replace(&person, "name", name);
  return Value(std::move(person));
}

/// The first date of a record, by which lists of records are ordered.
template <typename R>
std::optional<Date> FirstDate(const R& record) {
  for (const auto& column : ColumnsOf<R>()) {
    if (column.kind != ColumnKind::kDate) continue;
    const CellValue cell = column.get(record);
    if (const Date* date = std::get_if<Date>(&cell)) return *date;
    return std::nullopt;
  }
  return std::nullopt;
}

/// The keys of `parent` that a record names, each once.
template <typename R>
std::vector<std::string> NamedKeys(const R& record, std::string_view parent) {
  std::vector<std::string> keys;
  const auto add = [&keys](const std::string& key) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  };
  for (const auto& column : ColumnsOf<R>()) {
    if (column.refers_to != parent) continue;
    const CellValue cell = column.get(record);
    if (const auto* key = std::get_if<std::string>(&cell)) add(*key);
    if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) std::for_each(list->begin(), list->end(), add);
  }
  return keys;
}

template <typename R>
std::size_t RowNumber(const TableOf<R>& table, const R* record) {
  return static_cast<std::size_t>(record - table.rows.data());
}

/// Turns the references of a plain record into the records they name.
class Follower {
 public:
  explicit Follower(const RecordValues& values) : values_(values) {}

  void Follow(const TableInfo& table, ValueMap* map) const {
    for (const ColumnInfo& column : table.columns) {
      for (auto& [name, member] : *map) {
        if (name == column.alias) member = Followed(table.name, column, member);
      }
    }
  }

 private:
  Value Followed(std::string_view table, const ColumnInfo& column, const Value& plain) const {
    if (HoldsPerson(table, column.alias)) return Person(plain);
    if (column.refers_to.empty()) return plain;
    if (!plain.IsList()) return Record(column.refers_to, plain);
    ValueList list;
    for (const Value& key : plain.list()) list.push_back(Record(column.refers_to, key));
    return Value(std::move(list));
  }

  Value Person(const Value& plain) const {
    const std::string* text = TextOf(plain);
    const bool known = text != nullptr && values_.records().FindStaff(*text) != nullptr;
    return known ? values_.StaffOf(*text) : PersonByName(plain);
  }

  Value Record(std::string_view table, const Value& key) const {
    const std::string* id = TextOf(key);
    if (id == nullptr || id->empty()) return Value();
    const Records& records = values_.records();
    if (table == "staff") return values_.StaffOf(*id);
    if (table == "departments") return values_.DepartmentOf(*id);
    if (const Device* device = records.FindDevice(*id); device != nullptr && table == "devices") {
      return Value(values_.RowOf(table, RowNumber(records.devices, device)));
    }
    if (const StandbyCase* found = records.FindCase(*id); found != nullptr && table == "standby_cases") {
      return Value(values_.RowOf(table, RowNumber(records.standby_cases, found)));
    }
    return Value(EmptyRecord(table, *id));
  }

  const RecordValues& values_;
};

}  // namespace

std::shared_ptr<const RecordValues> MakeRecordValues(const Records& records) {
  return std::make_shared<const RecordValues>(records);
}

ValueMap EmptyRecord(std::string_view table, const std::string& key) {
  const TableInfo& info = *FindTable(table);
  ValueMap map;
  for (const ColumnInfo& column : info.columns) map.emplace_back(column.alias, Value());
  if (!key.empty()) map.front().second = Value(key);
  OfferKeyAsId(info, &map);
  if (table == "staff") map.emplace_back("superior", Value());
  if (table == "standby_cases") map.emplace_back("party", Value());
  if (table == "standby_days" || table == "telework_plans") map.emplace_back("span", Value());
  map.emplace_back("row", Value());
  return map;
}

ValueMap RecordValues::RowOf(std::string_view table, std::size_t row) const {
  ValueMap map;
  ForEachTable(records_, [&](std::string_view name, const auto& rows) {
    if (name == table) map = PlainMap(name, rows, rows.rows.at(row));
  });
  Follower(*this).Follow(*FindTable(table), &map);
  return map;
}

Value RecordValues::StaffOf(const std::string& id) const {
  if (id.empty()) return Value();
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (const auto found = staff_.find(id); found != staff_.end()) return found->second;
  }
  Value built = BuildStaff(id);
  const std::lock_guard<std::mutex> lock(mutex_);
  return staff_.emplace(id, std::move(built)).first->second;
}

Value RecordValues::BuildStaff(const std::string& id) const {
  const Staff* person = records_.FindStaff(id);
  if (person == nullptr) return Value(EmptyRecord("staff", id));
  ValueMap map = RowOf("staff", RowNumber(records_.staff, person));
  map.emplace_back("superior", HeadValue(person->department, id));
  return Value(std::move(map));
}

Value RecordValues::DepartmentOf(const std::string& code) const {
  if (code.empty()) return Value();
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (const auto found = departments_.find(code); found != departments_.end()) return found->second;
  }
  Value built = BuildDepartment(code);
  const std::lock_guard<std::mutex> lock(mutex_);
  return departments_.emplace(code, std::move(built)).first->second;
}

Value RecordValues::BuildDepartment(const std::string& code) const {
  const std::vector<const Department*> chain = records_.Ancestry(code);
  if (chain.empty()) return Value(EmptyRecord("departments", code));
  Value above;
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    ValueMap map = PlainMap("departments", records_.departments, **at);
    Replace(&map, "parent", above);
    Replace(&map, "head", HeadValue((*at)->code));
    above = Value(std::move(map));
  }
  return above;
}

Value RecordValues::HeadValue(const std::string& department, const std::string& except) const {
  for (const Department* at : records_.Ancestry(department)) {
    const Staff* head = records_.FindStaff(at->head);
    if (head == nullptr || head->id == except) continue;
    ValueMap map = PlainMap("staff", records_.staff, *head);
    Replace(&map, "department", PlainDepartment(records_.FindDepartment(head->department)));
    map.emplace_back("of", PlainDepartment(at));
    return Value(std::move(map));
  }
  return Value();
}

/// A department without parent and head, so that heads do not lead in circles.
Value RecordValues::PlainDepartment(const Department* department) const {
  ValueMap map =
      department != nullptr ? PlainMap("departments", records_.departments, *department) : EmptyRecord("departments");
  Replace(&map, "parent", Value());
  Replace(&map, "head", Value());
  return Value(std::move(map));
}

std::vector<std::size_t> RecordValues::ChildRows(std::string_view parent, const std::string& key,
                                                 std::string_view child) const {
  const RowsByKey& rows = RowsNaming(parent, child);
  const auto found = rows.find(key);
  return found == rows.end() ? std::vector<std::size_t>() : found->second;
}

ValueList RecordValues::Children(std::string_view parent, const std::string& key, std::string_view child) const {
  ValueList list;
  for (const std::size_t row : ChildRows(parent, key, child)) list.push_back(Value(RowOf(child, row)));
  return list;
}

const RecordValues::RowsByKey& RecordValues::RowsNaming(std::string_view parent, std::string_view child) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto [at, is_new] = rows_naming_.try_emplace(std::string(parent) + "/" + std::string(child));
  if (!is_new) return at->second;
  RowsByKey& by_key = at->second;
  ForEachTable(records_, [&](std::string_view name, const auto& table) {
    if (name != child) return;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (const std::string& key : NamedKeys(table.rows[row], parent)) by_key[key].push_back(row);
    }
    for (auto& [key, rows] : by_key) {
      std::stable_sort(rows.begin(), rows.end(), [&table](std::size_t a, std::size_t b) {
        return FirstDate(table.rows[a]) < FirstDate(table.rows[b]);
      });
    }
  });
  return by_key;
}

bool HoldsPerson(std::string_view table, std::string_view alias) {
  return std::find(kPeopleColumns.begin(), kPeopleColumns.end(), std::pair(table, alias)) != kPeopleColumns.end();
}

const Value* FindPath(const Value& root, std::string_view path) {
  const Value* at = &root;
  while (at != nullptr && !path.empty()) {
    const std::size_t dot = path.find('.');
    at = at->Find(path.substr(0, dot));
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  return at;
}

}  // namespace chohyo
