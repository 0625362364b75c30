#include "forms/general_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "forms/common.h"
#include "forms/list_condition.h"
#include "forms/table_columns.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/base/yaml_writer.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kPad = 3.0;  ///< mm left and right of a text together
constexpr double kLeastWidth = 9, kMostWidth = 70;
constexpr double kPortrait = 174.8, kLandscape = 266.8;  ///< mm between the margins of A4, with room for rounding
constexpr double kSize = 10, kSmallSize = 8;             ///< points
constexpr int kBlankRows = 25, kBlankRowsLandscape = 16;

/// Em of a text's longest line: full-width characters are as wide as they are high, others half.
double EmOf(std::string_view text) {
  double widest = 0;
  for (const std::string_view line : Split(text, '\n')) {
    double em = 0;
    for (std::size_t at = 0; at < line.size();) em += NextCodePoint(line, &at) < 0x100 ? 0.5 : 1;
    widest = std::max(widest, em);
  }
  return widest;
}

std::string TextOf(const Value& value) {
  if (!value.IsList()) return FormatValue(value.scalar(), {});
  std::string joined;
  for (const Value& entry : value.list()) joined += (joined.empty() ? "" : "、") + FormatValue(entry.scalar(), {});
  return joined;
}

struct SortColumn {
  TableColumn column;
  bool descending = false;
};

/// A row that was chosen.
struct ListRow {
  Value row;
  std::vector<Value> cells;
  std::string group;  ///< what its group is told by
};

class ListMaker {
 public:
  ListMaker(const std::string& form, const ListSpec& list, const FormContext& context)
      : form_(form), list_(list), context_(context), table_(list.table, context) {
    for (const std::string& name : list.columns) {
      if (!Trim(name).empty()) columns_.push_back(table_.Find(std::string(Trim(name))));
    }
    if (columns_.empty()) columns_ = table_.All();
    for (const std::string& name : list.sort) sort_.push_back(SortOf(name));
    if (!list.group.empty()) group_ = table_.Find(list.group);
  }

  std::string title() const { return list_.title.empty() ? table_.title() + "一覧" : list_.title; }

  void Choose(ListRows which) {
    const auto conditions = ReadConditions(list_.where, table_);
    for (std::size_t i = 0; i < table_.row_count(); ++i) {
      if (which == ListRows::kOfPeriod && !table_.TouchesPeriod(i)) continue;
      ListRow row{table_.Row(i), {}, {}};
      const auto holds = [&](const ListCondition& condition) { return condition.Holds(row.row); };
      if (!std::all_of(conditions.begin(), conditions.end(), holds)) continue;
      for (const TableColumn& column : columns_) row.cells.push_back(ValueAt(row.row, column));
      if (group_) row.group = TextOf(ValueAt(row.row, *group_));
      rows_.push_back(std::move(row));
    }
    if (list_.columns.empty()) DropEmptyColumns();
    Sort();
  }

  Template Draw(bool blank) {
    Measure();
    return Template::Parse(WriteYaml(TemplateTree(blank)), form_);
  }

  Value Values() const {
    ValueList groups;
    for (std::size_t first = 0; first < rows_.size();) {
      std::size_t end = first + 1;
      while (end < rows_.size() && group_ && rows_[end].group == rows_[first].group) ++end;
      if (!group_) end = rows_.size();
      groups.push_back(GroupValue(first, end));
      first = end;
    }
    return Value(ValueMap{{"title", title()},
                          {"condition", Join(list_.where, "、")},
                          {"count", static_cast<std::int64_t>(rows_.size())},
                          {"groups", Value(std::move(groups))}});
  }

 private:
  SortColumn SortOf(const std::string& written) const {
    std::string_view name = Trim(written);
    SortColumn sort;
    constexpr std::string_view kDown = "降順";
    sort.descending = name.starts_with('-') || name.ends_with(kDown);
    if (name.starts_with('-')) name.remove_prefix(1);
    if (name.ends_with(kDown)) name.remove_suffix(kDown.size());
    sort.column = table_.Find(std::string(Trim(name)));
    return sort;
  }

  /// All columns were asked for: those in which nothing stands only take room.
  void DropEmptyColumns() {
    std::vector<TableColumn> kept;
    std::vector<std::size_t> places;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const bool filled =
          std::any_of(rows_.begin(), rows_.end(), [c](const ListRow& r) { return !r.cells[c].IsEmpty(); });
      if (!filled) continue;
      kept.push_back(columns_[c]);
      places.push_back(c);
    }
    if (kept.empty()) return;
    columns_ = std::move(kept);
    for (ListRow& row : rows_) {
      std::vector<Value> cells;
      for (const std::size_t c : places) cells.push_back(row.cells[c]);
      row.cells = std::move(cells);
    }
  }

  /// Names of people are ordered by their ふりがな.
  static Value SortValue(const Value& row, const TableColumn& column) {
    TableColumn kana = column;
    if (!kana.path.empty() && kana.path.back() == "name") {
      kana.path.back() = "kana";
      const Value value = ValueAt(row, kana);
      if (!value.IsEmpty()) return value;
    }
    return ValueAt(row, column);
  }

  /// Bytes that order values: numbers and dates by size, texts as a dictionary does; nothing comes last.
  static std::string OrderOf(const Value& value) {
    const Scalar& scalar = value.scalar();
    if (value.IsEmpty()) return "\x7F";
    const auto number = [](double n) { return fmt::format("{:030.6f}", n + 1e15); };
    if (const auto* whole = std::get_if<std::int64_t>(&scalar)) return number(static_cast<double>(*whole));
    if (const auto* broken = std::get_if<double>(&scalar)) return number(*broken);
    if (const auto* date = std::get_if<Date>(&scalar)) return date->Iso();
    if (const auto* month = std::get_if<Month>(&scalar)) return month->Iso();
    if (const auto* time = std::get_if<TimeOfDay>(&scalar)) return fmt::format("{:>5}", FormatValue(*time, {}));
    return "\x01" + SortKey(TextOf(value));
  }

  void Sort() {
    std::vector<std::vector<std::string>> orders;
    for (const ListRow& row : rows_) {
      std::vector<std::string>& order = orders.emplace_back();
      if (group_) order.push_back(OrderOf(ValueAt(row.row, *group_)));
      for (const SortColumn& sort : sort_) order.push_back(OrderOf(SortValue(row.row, sort.column)));
    }
    std::vector<std::size_t> places(rows_.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      for (std::size_t i = 0; i < orders[a].size(); ++i) {
        const bool turned = i >= (group_ ? 1U : 0U) && sort_[i - (group_ ? 1 : 0)].descending;
        if (const int order = orders[a][i].compare(orders[b][i]); order != 0) return turned ? order > 0 : order < 0;
      }
      return false;
    });
    std::vector<ListRow> sorted;
    for (const std::size_t place : places) sorted.push_back(std::move(rows_[place]));
    rows_ = std::move(sorted);
  }

  /// Widths of the columns, the paper's direction and the size of the text.
  void Measure() {
    size_ = kSize;
    std::vector<double> natural = Natural();
    double all = std::accumulate(natural.begin(), natural.end(), 0.0);
    landscape_ = all > kPortrait;
    if (landscape_ && all > kLandscape) {
      size_ = kSmallSize;
      natural = Natural();
      all = std::accumulate(natural.begin(), natural.end(), 0.0);
    }
    widths_ = Fitted(std::move(natural), all, landscape_ ? kLandscape : kPortrait);
  }

  std::vector<double> Natural() const {
    std::vector<double> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      double em = EmOf(columns_[c].header);
      for (const ListRow& row : rows_) em = std::max(em, EmOf(TextOf(row.cells[c])));
      widths.push_back(std::clamp(em * size_ * kMmPerPoint + kPad, kLeastWidth, kMostWidth));
    }
    return widths;
  }

  /// Too wide: the widest columns give way, down to equal ones. Room left: shared out, though no list of two narrow
  /// columns is blown up to the page.
  static std::vector<double> Fitted(std::vector<double> widths, double all, double room) {
    constexpr double kMostStretch = 1.5;
    if (all <= room) {
      const double stretch = std::min(room / all, kMostStretch);
      for (double& width : widths) width *= stretch;
      return widths;
    }
    double cap = kMostWidth;
    const auto capped = [&](double most) {
      double sum = 0;
      for (const double width : widths) sum += std::min(width, most);
      return sum;
    };
    while (capped(cap) > room && cap > 1) cap -= 0.25;
    for (double& width : widths) width = std::min(width, cap);
    return widths;
  }

  Value RowValue(const ListRow& row) const {
    ValueMap cells;
    for (std::size_t c = 0; c < row.cells.size(); ++c) cells.emplace_back(fmt::format("c{}", c + 1), row.cells[c]);
    return Value(std::move(cells));
  }

  Value GroupValue(std::size_t first, std::size_t end) const {
    ValueList start{RowValue(rows_[first])};
    ValueList rest;
    for (std::size_t i = first + 1; i < end; ++i) rest.push_back(RowValue(rows_[i]));
    return Value(ValueMap{{"label", GroupLabel(rows_[first])},
                          {"count", static_cast<std::int64_t>(end - first)},
                          {"start", Value(std::move(start))},
                          {"rest", Value(std::move(rest))}});
  }

  /// Of a reference its key and name: 1010　総務課.
  std::string GroupLabel(const ListRow& row) const {
    if (!group_) return {};
    if (!group_->is_reference) return row.group.empty() ? "（空欄）" : row.group;
    TableColumn name = *group_;
    name.path.emplace_back("name");
    const std::string text = TextOf(ValueAt(row.row, name));
    return row.group + (text.empty() || text == row.group ? "" : "　" + text);
  }

  static YamlTree MapOf(std::vector<std::pair<std::string, YamlTree>> entries) {
    YamlTree tree;
    tree.kind = YamlTree::Kind::kMap;
    tree.entries = std::move(entries);
    return tree;
  }
  static YamlTree ListOf(std::vector<YamlTree> items) {
    YamlTree tree;
    tree.kind = YamlTree::Kind::kList;
    tree.items = std::move(items);
    return tree;
  }
  static YamlTree T(std::string_view text) { return YamlTree::Text(text); }

  YamlTree HeadRow() const {
    std::vector<YamlTree> cells;
    for (const TableColumn& column : columns_) cells.push_back(MapOf({{"label", T(column.header)}}));
    return MapOf(
        {{"band", T("heading")}, {"freeze", T("true")}, {"fill", T("grey")}, {"cells", ListOf(std::move(cells))}});
  }

  YamlTree DataRow(std::string_view each) const {
    std::vector<YamlTree> cells;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      cells.push_back(MapOf({{"text", T(fmt::format("{{{{r.c{}}}}}", c + 1))}}));
    }
    return MapOf({{"each", T(each)}, {"cells", ListOf(std::move(cells))}});
  }

  YamlTree GroupRows() const {
    const YamlTree head = MapOf({{"fill", T("light_grey")},
                                 {"cells", ListOf({MapOf({{"text", T("{{g.label}}　　{{g.count}} 件")},
                                                          {"span", T("*")},
                                                          {"align", T("left")},
                                                          {"bold", T("true")}})})}});
    const YamlTree start = MapOf({{"keep", T("true")}, {"rows", ListOf({head, DataRow("g.start as r")})}});
    return MapOf({{"each", T("list.groups as g")}, {"rows", ListOf({start, DataRow("g.rest as r")})}});
  }

  YamlTree Rows(bool blank) const {
    if (blank) {
      YamlTree row = DataRow("list.rows as r");
      const int count = landscape_ ? kBlankRowsLandscape : kBlankRows;
      row.entries.insert(row.entries.begin() + 1, {"at_least", T(std::to_string(count))});
      return ListOf({HeadRow(), row});
    }
    if (group_) return ListOf({HeadRow(), GroupRows()});
    const YamlTree plain =
        MapOf({{"each", T("list.groups as g")}, {"rows", ListOf({DataRow("g.start as r"), DataRow("g.rest as r")})}});
    return ListOf({HeadRow(), plain});
  }

  YamlTree Formats() const {
    std::vector<YamlTree> formats;
    for (const std::string& format : list_.formats) formats.push_back(T(format));
    return ListOf(std::move(formats));
  }

  YamlTree TemplateTree(bool blank) const {
    std::string columns;
    for (const double width : widths_) columns += fmt::format("{}{:.2f}mm", columns.empty() ? "" : " ", width);
    const YamlTree page = MapOf({{"paper", T("A4")},
                                 {"orientation", T(landscape_ ? "landscape" : "portrait")},
                                 {"margins", T(landscape_ ? "15mm" : "15mm 15mm 15mm 20mm")},
                                 {"font", T(fmt::format("mincho {}pt", size_))}});
    const YamlTree table = MapOf({{"columns", T(columns)}, {"row_height", T("7mm")}, {"rows", Rows(blank)}});
    return MapOf(
        {{"form", T(form_)},
         {"title", T(title())},
         {"formats", Formats()},
         {"page", page},
         {"body", ListOf({MapOf({{"title", T("{{list.title}}")}, {"size", T("14pt")}}),
                          MapOf({{"right", T("{{office.name}}")}}),
                          MapOf({{"left", T("{{list.condition | prefix: 条件：}}")}, {"if", T("list.condition")}}),
                          MapOf({{"left", T("全 {{list.count}} 件")}, {"if", T("!document.blank")}}),
                          MapOf({{"table", table}, {"space_before", T("1mm")}})})}});
  }

  std::string form_;
  ListSpec list_;
  FormContext context_;
  AnyTable table_;
  std::vector<TableColumn> columns_;
  std::vector<SortColumn> sort_;
  std::optional<TableColumn> group_;
  std::vector<ListRow> rows_;
  std::vector<double> widths_;
  double size_ = kSize;
  bool landscape_ = false;
};

DocumentPlan PlanOf(const std::string& form, const ListMaker& list) {
  DocumentPlan plan;
  plan.form = form;
  plan.title = list.title();
  return plan;
}

}  // namespace

DocumentPlan PlanList(const std::string& form, const ListSpec& list, const FormContext& context, ListRows rows) {
  const auto maker = std::make_shared<ListMaker>(form, list, context);
  maker->Choose(rows);
  DocumentPlan plan = PlanOf(form, *maker);
  plan.key = form == kGeneralList ? (list.title.empty() ? list.table : list.title) : context.period.text;
  plan.own_template = std::make_shared<const Template>(maker->Draw(false));
  const DocumentPlan bare = plan;
  plan.values = [maker, bare, context] {
    ValueMap values = ValuesOf(bare, context);
    values.emplace_back("list", maker->Values());
    return Value(std::move(values));
  };
  return plan;
}

DocumentPlan PlanBlankList(const std::string& form, const ListSpec& list, const FormContext& context) {
  const auto maker = std::make_shared<ListMaker>(form, list, context);
  DocumentPlan plan = PlanOf(form, *maker);
  plan.key = kBlankKey;
  plan.own_template = std::make_shared<const Template>(maker->Draw(true));
  const DocumentPlan bare = plan;
  plan.values = [maker, bare, context] {
    ValueMap values = ValuesOf(bare, context);
    values.emplace_back("list", maker->Values());
    return Value(std::move(values));
  };
  return plan;
}

}  // namespace chohyo
