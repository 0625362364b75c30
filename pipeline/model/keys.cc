#include "pipeline/model/keys.h"

#include <map>

namespace chohyo {
namespace {

using Aliases = std::vector<std::string_view>;

const std::map<std::string_view, Aliases>& KeyTable() {
  static const std::map<std::string_view, Aliases> keys = {
      {"departments", {"code"}},
      {"staff", {"id"}},
      {"attendance", {"staff", "date"}},
      {"timecards", {"staff", "date"}},
      {"contacts", {"staff", "date"}},
      {"rosters", {"department"}},
      {"roster_days", {"staff", "date"}},
      {"tasks", {"department"}},
      {"registrations", {"staff", "applied"}},
      {"telework_plans", {"staff", "from"}},
      {"telework_tasks", {"staff", "date", "slot"}},
      {"standby_cases", {"case"}},
      {"standby_days", {"case", "from"}},
      {"devices", {"device"}},
      {"loans", {"loan"}},
      {"incidents", {"incident"}},
      {"personal_number_assets", {"use", "file"}},
      {"personal_number_staff", {"use", "staff"}},
      {"waivers", {"rule", "staff", "department", "from"}},
      {"history", {"month", "item"}},
      {"closures", {"date"}},
  };
  return keys;
}

struct TextOfValue {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Date date) const { return date.Iso(); }
  std::string operator()(Month month) const { return month.Iso(); }
  std::string operator()(TimeOfDay time) const { return time.Text(); }
  std::string operator()(Minutes minutes) const { return std::to_string(minutes.value); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(ChoiceIndex choice) const { return std::to_string(choice.value); }
  std::string operator()(const std::vector<std::string>& list) const { return list.empty() ? "" : list.front(); }
};

}  // namespace

const std::vector<std::string_view>& KeyAliases(std::string_view table) {
  static const Aliases kNone;
  const auto found = KeyTable().find(table);
  return found == KeyTable().end() ? kNone : found->second;
}

std::string KeyText(const CellValue& value) { return std::visit(TextOfValue{}, value); }

std::string KeyText(const ColumnInfo& column, const CellValue& value) {
  const auto* choice = std::get_if<ChoiceIndex>(&value);
  return choice != nullptr ? std::string(ChoiceText(column, *choice)) : KeyText(value);
}

}  // namespace chohyo
