#include "pipeline/template_check.h"

#include <algorithm>
#include <optional>
#include <set>

#include "forms/general_list.h"
#include "forms/own_values.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/yaml_repair.h"
#include "pipeline/form_findings.h"
#include "pipeline/model/schema.h"
#include "pipeline/template_file.h"

namespace chohyo {
namespace {

constexpr std::size_t kMostProblems = 100;
constexpr std::size_t kMostNames = 20;  ///< of unused values in a message
constexpr std::size_t kMostTrials = 3;  ///< documents filled for a trial

bool IsYaml(const std::filesystem::path& file) { return file.extension() == ".yaml" || file.extension() == ".yml"; }

std::vector<std::string> NamesOf(const Offer& offer) {
  std::vector<std::string> names;
  for (const auto& [name, member] : offer.members) names.push_back(name);
  return names;
}

/// What all documents offer besides the form's own values.
bool IsCommon(std::string_view name) {
  return name == "office" || name == "period" || name == "issued" || name == "document";
}

bool BeginsWith(const std::vector<std::string>& names, const std::vector<std::string>& start) {
  return names.size() >= start.size() && std::equal(start.begin(), start.end(), names.begin());
}

class TemplateChecker {
 public:
  TemplateChecker(const std::filesystem::path& path, const std::vector<FormContext>& offices)
      : file_(path.string()), offices_(offices) {
    if (IsYaml(path)) {
      root_ = ParseYaml(ReadWholeFile(path), file_);
      as_written_ = root_;
      ReadWithRepairs();
    } else {
      form_.emplace(ReadTemplateFile(path));
    }
  }

  std::vector<TemplateProblem> Check() {
    if (!root_.IsMap() && form_) {
      CheckExcelForm();
    } else if (form_ && FormIsKnown()) {
      CheckAgainstForm();
    }
    std::stable_sort(problems_.begin(), problems_.end(), [](const TemplateProblem& a, const TemplateProblem& b) {
      return std::tuple(a.severity != Severity::kError, a.line, a.column) <
             std::tuple(b.severity != Severity::kError, b.line, b.column);
    });
    return std::move(problems_);
  }

 private:
  /// Reads the template again and again, each time without what was wrong before.
  void ReadWithRepairs() {
    YamlRepair repair(&root_);
    for (std::size_t turn = 0; turn < kMostProblems; ++turn) {
      try {
        form_.emplace(Template::Parse(root_, file_));
        return;
      } catch (const InputFault& fault) {
        const auto place = PlaceOfFault(fault.what(), file_);
        if (!place || !repair.IsAround(*place)) AddFault(fault.what());
        if (!place || !repair.TakeOut(*place)) return;
      }
    }
  }

  /// A whole message; none is said twice, nor two of one place.
  void AddFault(const std::string& message) {
    const auto place = PlaceOfFault(message, file_).value_or(YamlPlace());
    const auto same = [&](const TemplateProblem& known) {
      return known.text == message || (place.line > 0 && known.line == place.line && known.column == place.column);
    };
    if (std::any_of(problems_.begin(), problems_.end(), same)) return;
    problems_.push_back({Severity::kError, place.line, place.column, message});
  }

  void AddError(Place place, const std::string& message) {
    try {
      FailAt(file_, place, message);
    } catch (const InputFault& fault) {
      AddFault(fault.what());
    }
  }

  void AddWarning(Place place, const std::string& message) {
    const std::string text =
        place.line == 0 ? Say("{}: 警告: {}", "{}: warning: {}", file_, message)
                        : Say("{}:{}:{}: 警告: {}", "{}:{}:{}: warning: {}", file_, place.line, place.column, message);
    problems_.push_back({Severity::kWarning, place.line, place.column, text});
  }

  /// Where a key of the head stands.
  Place HeadPlace(std::string_view key) const {
    const YamlNode* node = as_written_.IsMap() ? as_written_.Find(key) : nullptr;
    return node != nullptr ? Place{node->line(), node->column()} : Place{};
  }

  bool FormIsKnown() {
    const TemplateHead& head = form_->head();
    if (FormBuilders().contains(head.form)) return true;
    if (head.list) return ListIsKnown(*head.list);
    if (!head.records_table.empty()) return TableIsKnown(head.records_table);
    if (HasBuilder(head.form)) return true;
    if (head.form.starts_with("general.")) return false;  // made on request, or by the run itself
    for (const FormContext& office : offices_) {
      if (AsksForOwnTables(*form_, office)) return true;
    }
    std::vector<std::string> names;
    for (const auto& [name, builder] : FormBuilders()) names.push_back(name);
    const auto nearest = NearestName(head.form, names);
    AddError(HeadPlace("form"),
             nearest
                 ? Say("帳票「{}」はありません。「{}」ではありませんか。",
                       "there is no form \"{}\"; did you mean \"{}\"?", head.form, *nearest)
                 : Say("帳票「{}」の値を作るものがありません。表から作るなら records: 表 as 名前 を書いてください。",
                       "nothing makes values for the form \"{}\"; to make it of a table write records: table as "
                       "name.",
                       head.form));
    return false;
  }

  /// The table of the office's own that an office has under a name; nullptr if none has.
  const OwnTable* OwnTableNamed(const std::string& name) const {
    for (const FormContext& office : offices_) {
      if (const OwnTable* table = FindOwnTable(office, name)) return table;
    }
    return nullptr;
  }

  /// False: a list asks for nothing else.
  bool ListIsKnown(const ListSpec& list) {
    for (const FormContext& office : offices_) {
      const bool last = &office == &offices_.back();
      if (!last && FindTable(list.table) == nullptr && FindOwnTable(office, list.table) == nullptr) continue;
      try {
        PlanList(form_->head().form, list, office, ListRows::kAll);
      } catch (const InputFault& fault) {
        AddError(HeadPlace("list"), fault.what());
      }
      break;
    }
    return false;
  }

  bool TableIsKnown(const std::string& table) {
    if (FindTable(table) != nullptr || OwnTableNamed(table) != nullptr) return true;
    std::vector<std::string> names;
    for (const TableInfo& known : AllTables()) names.emplace_back(known.name);
    for (const FormContext& office : offices_) {
      if (office.own_tables == nullptr) continue;
      for (const auto& [name, own] : *office.own_tables) names.push_back(name);
    }
    const auto nearest = NearestName(table, names);
    AddError(HeadPlace("records"), nearest ? Say("表「{}」はありません。「{}」ではありませんか。",
                                                 "there is no table \"{}\"; did you mean \"{}\"?", table, *nearest)
                                           : Say("表「{}」はありません。使えるのは {} です。",
                                                 "there is no table \"{}\"; tables are {}.", table, Join(names, ", ")));
    return false;
  }

  void CheckAgainstForm() {
    try {
      offer_ = OffersOf(*form_, offices_);
    } catch (const InputFault& fault) {
      AddFault(fault.what());
      return;
    }
    for (const PathUse& use : form_->PathUses()) CheckPath(use);
    for (const FormContext& office : offices_) TryToFill(office);
    if (FormBuilders().contains(form_->head().form) || form_->head().records_table.empty()) {
      WarnOfUnusedValues();
    } else {
      WarnOfUnusedColumns();
    }
  }

  void CheckPath(const PathUse& use) {
    if (use.counter) return;
    const Offer* at = &offer_;
    Offer followed;
    for (std::size_t i = 0; i < use.names.size(); ++i) {
      if (at->deeper) {
        followed = OffersOfRecord(at->table);
        at = &followed;
      }
      if (at->own_columns || at->members.empty()) return CheckLeaf(use, *at, i);
      const Offer* next = at->Find(use.names[i]);
      if (next == nullptr) return RefuseName(use, *at, i);
      if (at == &followed) {
        const Offer copy = *next;
        followed = copy;
      } else {
        at = next;
      }
    }
  }

  /// Names after a single value lead nowhere; where no value was seen nothing can be said.
  void CheckLeaf(const PathUse& use, const Offer& leaf, std::size_t index) {
    const bool seen = leaf.known_kind || !std::holds_alternative<std::monostate>(leaf.example);
    if (leaf.own_columns || !seen || index < use.own) return;
    AddError(use.place,
             Say("「{}」の「{}」の前は一つの値で、中に項目はありません。",
                 "\"{}\": what stands before \"{}\" is a single value without members.", use.text, use.names[index]));
  }

  void RefuseName(const PathUse& use, const Offer& at, std::size_t index) {
    if (index < use.own) return;  // said where the list's name is written
    const auto nearest = NearestName(use.names[index], NamesOf(at));
    AddError(use.place, nearest ? Say("「{}」の「{}」は知らない項目です。「{}」ではありませんか。",
                                      "\"{}\": there is no \"{}\" here; did you mean \"{}\"?", use.text,
                                      use.names[index], *nearest)
                                : Say("「{}」の「{}」は知らない項目です。あるのは {} です。",
                                      "\"{}\": there is no \"{}\" here; there are {}.", use.text, use.names[index],
                                      Shortened(NamesOf(at))));
  }

  static std::string Shortened(std::vector<std::string> names) {
    const std::size_t all = names.size();
    if (all > kMostNames) names.resize(kMostNames);
    return Join(names, ", ") + (all > kMostNames ? Say(" ほか {} 件", " and {} more", all - kMostNames) : "");
  }

  /// An Excel form has read its names by itself; what it does not print as drawn is told of.
  void CheckExcelForm() {
    for (const FormContext& office : offices_) TryToFill(office);
    for (const TemplateNote& note : form_->Notes()) {
      const Finding finding = FindingOfNote(*form_, note);
      problems_.push_back(
          {finding.severity, 0, 0, fmt::format("{}: {}: {}", file_, SeverityWord(finding.severity), finding.message)});
    }
  }

  /// What only filling shows.
  void TryToFill(const FormContext& office) {
    const std::string& table = form_->head().records_table;
    if (!table.empty() && FindTable(table) == nullptr && FindOwnTable(office, table) == nullptr) return;
    try {
      const std::vector<DocumentPlan> plans = PlanForm(*form_, office);
      for (std::size_t i = 0; i < plans.size() && i < kMostTrials; ++i) Bind(*form_, plans[i].values(), {});
      BindOptions blank;
      blank.blank = true;
      Bind(*form_, BlankPlan(*form_, office).values(), blank);
    } catch (const InputFault& fault) {
      AddFault(fault.what());
    }
  }

  bool IsUsed(const std::vector<std::string>& path) const {
    const auto& uses = form_->PathUses();
    return std::any_of(uses.begin(), uses.end(), [&](const PathUse& use) { return BeginsWith(use.names, path); });
  }

  void WarnOfUnusedColumns() {
    const TemplateHead& head = form_->head();
    std::vector<std::string> unused;
    if (const OwnTable* own = OwnTableNamed(head.records_table)) return WarnOfUnusedColumns(*own);
    const auto& columns = FindTable(head.records_table)->columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string alias(columns[i].alias);
      const bool by_id = i == 0 && IsUsed({head.records_name, "id"});
      if (!by_id && !IsUsed({head.records_name, alias}))
        unused.push_back(alias + "（" + std::string(columns[i].ja) + "）");
    }
    Warn(HeadPlace("records"), unused);
  }

  /// A key counts as used where the record it leads to is.
  void WarnOfUnusedColumns(const OwnTable& table) {
    const std::string& name = form_->head().records_name;
    std::vector<std::string> unused;
    for (const OwnColumn& column : table.columns) {
      const bool by_record =
          (column.refers_to == "staff" && (IsUsed({name, "staff"}) || IsUsed({name, "職員"}))) ||
          (column.refers_to == "departments" && (IsUsed({name, "department"}) || IsUsed({name, "所属"}))) ||
          (column.refers_to == "devices" && (IsUsed({name, "device"}) || IsUsed({name, "端末機"})));
      if (!by_record && !IsUsed({name, column.header})) unused.push_back(column.header);
    }
    Warn(HeadPlace("records"), unused);
  }

  void WarnOfUnusedValues() {
    std::vector<std::string> unused;
    for (const auto& [name, member] : offer_.members) {
      if (!IsCommon(name)) Collect({name}, member, &unused);
    }
    Warn(HeadPlace("form"), unused);
  }

  /// Of a record that is used at all, no column counts: nobody prints whole persons.
  void Collect(const std::vector<std::string>& path, const Offer& offer, std::vector<std::string>* unused) const {
    if (!IsUsed(path)) return unused->push_back(Join(path, "."));
    if (!offer.table.empty()) return;
    for (const auto& [name, member] : offer.members) {
      std::vector<std::string> deeper = path;
      deeper.push_back(name);
      Collect(deeper, member, unused);
    }
  }

  void Warn(Place place, const std::vector<std::string>& unused) {
    if (unused.empty()) return;
    AddWarning(place, Say("使われていない項目があります: {}。載せないつもりなら、このままで構いません。",
                          "values that the form offers and the template never shows: {}. If that is meant, leave it.",
                          Shortened(unused)));
  }

  std::string file_;
  const std::vector<FormContext>& offices_;
  YamlNode root_, as_written_;
  std::optional<Template> form_;
  Offer offer_;
  std::vector<TemplateProblem> problems_;
};

}  // namespace

std::vector<TemplateProblem> CheckTemplate(const std::filesystem::path& file, const std::vector<FormContext>& offices) {
  return TemplateChecker(file, offices).Check();
}

}  // namespace chohyo
