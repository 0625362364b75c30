// One document for the period, of whole tables.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "forms/common.h"
#include "forms/form.h"
#include "forms/record_values.h"
#include "forms/whole_tables.h"
#include "pipeline/base/text.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

/// What the paths say after `prefix.`: "staff.department.name" after "" begins with staff.
std::set<std::string> MembersAsked(const std::vector<std::string>& paths, const std::string& prefix) {
  std::set<std::string> members;
  for (const std::string& path : paths) {
    if (!path.starts_with(prefix)) continue;
    std::string_view rest = std::string_view(path).substr(prefix.size());
    while (rest.starts_with('#')) rest.remove_prefix(std::min(rest.size(), rest.find('.') + 1));
    members.emplace(rest.substr(0, rest.find('.')));
  }
  return members;
}

bool Refers(const TableInfo& child, std::string_view parent) {
  return std::any_of(child.columns.begin(), child.columns.end(),
                     [parent](const ColumnInfo& column) { return column.refers_to == parent; });
}

std::string KeyOfRecord(const ValueMap& record) {
  for (const auto& [name, value] : record) {
    const auto* text = std::get_if<std::string>(&value.scalar());
    if ((name == "id" || name == "code") && text != nullptr) return *text;
  }
  return {};
}

/// People who are in office on a day of the period; other records are chosen by their own days.
template <typename R>
bool IsShown(std::string_view table, const R& record, const Period& period) {
  if constexpr (std::is_same_v<R, Staff>) {
    return (!record.from || *record.from <= period.span.last) && (!record.until || *record.until >= period.span.first);
  }
  return RecordTouches(table, record, period);
}

class WholeTables {
 public:
  WholeTables(const std::vector<std::string>& paths, const FormContext& context) : paths_(paths), context_(context) {}

  Value Table(const TableInfo& table, const std::string& prefix) const {
    ValueList list;
    ForEachTable(context_.records, [&](std::string_view name, const auto& rows) {
      if (name != table.name) return;
      for (std::size_t row = 0; row < rows.rows.size(); ++row) {
        if (!IsShown(name, rows.rows[row], context_.period)) continue;
        list.push_back(WithChildren(table, context_.values->RowOf(name, row), prefix));
      }
    });
    return Value(std::move(list));
  }

 private:
  /// The record with the lists of records that name it and that are asked for.
  Value WithChildren(const TableInfo& table, ValueMap record, const std::string& prefix) const {
    for (const std::string& asked : MembersAsked(paths_, prefix)) {
      const TableInfo* child = FindTable(asked);
      const bool taken =
          std::any_of(record.begin(), record.end(), [&](const auto& entry) { return entry.first == asked; });
      if (child == nullptr || taken || !Refers(*child, table.name)) continue;
      record.emplace_back(asked, Children(table, KeyOfRecord(record), *child, prefix + asked + "."));
    }
    return Value(std::move(record));
  }

  Value Children(const TableInfo& parent, const std::string& key, const TableInfo& child,
                 const std::string& prefix) const {
    ValueList list;
    for (const std::size_t row : context_.values->ChildRows(parent.name, key, child.name)) {
      bool shown = false;
      ForEachTable(context_.records, [&](std::string_view name, const auto& rows) {
        if (name == child.name) shown = IsShown(name, rows.rows[row], context_.period);
      });
      if (shown) list.push_back(WithChildren(child, context_.values->RowOf(child.name, row), prefix));
    }
    return Value(std::move(list));
  }

  const std::vector<std::string>& paths_;
  const FormContext& context_;
};

}  // namespace

void OfferWholeTables(const std::vector<std::string>& paths, const FormContext& context, ValueMap* values) {
  const WholeTables tables(paths, context);
  for (const std::string& asked : MembersAsked(paths, "")) {
    const TableInfo* table = FindTable(asked);
    const bool taken =
        std::any_of(values->begin(), values->end(), [&](const auto& entry) { return entry.first == asked; });
    if (table != nullptr && !taken) values->emplace_back(asked, tables.Table(*table, asked + "."));
  }
}

std::vector<DocumentPlan> PlanForPeriod(const Template& form, const FormContext& context) {
  DocumentPlan plan;
  plan.form = form.head().form;
  plan.key = context.period.text;
  plan.title = form.head().title;
  const DocumentPlan bare = plan;
  const std::vector<std::string> paths = form.Placeholders();
  plan.values = [bare, paths, context] {
    ValueMap values = ValuesOf(bare, context);
    OfferWholeTables(paths, context, &values);
    return Value(std::move(values));
  };
  return {std::move(plan)};
}

}  // namespace chohyo
