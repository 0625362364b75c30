// The head of a template, and its sheets.
#include "pipeline/sheet/template.h"

#include <algorithm>
#include <set>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/yaml.h"
#include "pipeline/sheet/body.h"
#include "pipeline/sheet/evaluate.h"
#include "pipeline/sheet/template_load.h"

namespace chohyo {
namespace {

constexpr std::string_view kHeadKeys[] = {"form", "title",   "number", "records", "where", "key",    "department",
                                          "date", "formats", "page",   "columns", "body",  "sheets", "list"};
constexpr std::string_view kListKeys[] = {"table", "where", "columns", "sort", "group"};
constexpr std::string_view kSheetKeys[] = {"name", "page", "columns", "body", "if"};
constexpr std::size_t kMostSheets = 50;

const YamlNode& Needed(const YamlNode& map, std::string_view key) {
  if (const YamlNode* node = map.Find(key)) return *node;
  map.Fail(Say("「{}」が必要です。", "\"{}\" is needed here.", key));
}

/// `loans as loan`
void ReadRecords(const YamlNode& node, TemplateHead* head) {
  const auto words = Split(node.Text(), ' ');
  if (words.size() != 3 || words[1] != "as" || words[0].empty() || words[2].empty()) {
    node.Fail(Say("records は「表 as 名前」と書いてください（例: loans as loan）。",
                  "write records as \"table as name\" (e.g. loans as loan)."));
  }
  head->records_table = words[0];
  head->records_name = words[2];
}

std::vector<std::string> ReadFormats(const YamlNode& map) {
  std::vector<std::string> formats = map.TextsOf("formats");
  for (const std::string& format : formats) {
    if (format == "pdf" || format == "xlsx" || format == "csv") continue;
    map.Find("formats")->Fail(
        Say("formats は pdf、xlsx、csv です（今は「{}」）。", "formats are pdf, xlsx, csv (found \"{}\").", format));
  }
  return formats;
}

/// Columns and conditions: a list, or one text with commas between.
std::vector<std::string> WordsOf(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.Find(key);
  if (node == nullptr || !node->IsScalar()) return map.TextsOf(key);
  std::vector<std::string> words;
  for (const std::string_view word : Split(node->Text(), ',')) words.emplace_back(Trim(word));
  return words;
}

ListSpec ReadList(const YamlNode& node, const std::string& title) {
  RefuseKeys(node.Expect(YamlNode::Kind::kMap), {kListKeys});
  ListSpec list;
  list.table = Needed(node, "table").Text();
  list.where = node.TextsOf("where");
  list.columns = WordsOf(node, "columns");
  list.sort = WordsOf(node, "sort");
  list.group = node.TextOr("group", "");
  list.title = title;
  return list;
}

class TemplateLoader {
 public:
  TemplateLoader(Template::Body* body, const YamlNode& root)
      : body_(*body), root_(root.Expect(YamlNode::Kind::kMap)), compiler_(body->file) {}

  void Load() {
    RefuseKeys(root_, {kHeadKeys});
    ReadHead();
    PageLook page;
    if (const YamlNode* node = root_.Find("page")) ApplyPage(*node, &page);
    const YamlNode* sheets = root_.Find("sheets");
    if (body_.head.list) {
      RefuseBesideList();
    } else if (sheets == nullptr) {
      LoadSheet(root_, root_, page, body_.head.title);
    } else {
      LoadSheets(*sheets, page);
    }
    CheckReferences();
    body_.hint_count = compiler_.hint_count();
    const std::set<std::string> paths(compiler_.paths().begin(), compiler_.paths().end());
    body_.placeholders.assign(paths.begin(), paths.end());
    body_.uses = compiler_.uses();
  }

 private:
  /// A placeholder text of the head: kept as text, but its language is checked here.
  std::string HeadText(std::string_view key) {
    const YamlNode* node = root_.Find(key);
    if (node == nullptr) return {};
    compiler_.CompileText(SourceOf(*node));
    return node->Text();
  }

  void ReadHead() {
    TemplateHead& head = body_.head;
    head.form = Needed(root_, "form").Text();
    const YamlNode* list = root_.Find("list");
    const std::string name = head.form.substr(head.form.find('.') + 1);
    head.title = list != nullptr ? root_.TextOr("title", name) : Needed(root_, "title").Text();
    if (list != nullptr) head.list = ReadList(*list, head.title);
    head.number = root_.TextOr("number", "");
    if (const YamlNode* records = root_.Find("records")) ReadRecords(*records, &head);
    head.key = HeadText("key");
    head.department = HeadText("department");
    head.date = HeadText("date");
    head.where = root_.TextOr("where", "");
    if (const YamlNode* where = root_.Find("where")) compiler_.CompileCondition(SourceOf(*where));
    if (root_.Find("formats") != nullptr) head.formats = ReadFormats(root_);
    if (head.list) head.list->formats = head.formats;
  }

  /// A list draws itself.
  void RefuseBesideList() const {
    for (const char* key : {"body", "sheets", "columns", "records", "page"}) {
      if (const YamlNode* node = root_.Find(key)) {
        node->Fail(Say("list のある様式に「{}」は書けません。", "a template with list cannot have \"{}\".", key));
      }
    }
  }

  void LoadSheets(const YamlNode& sheets, const PageLook& page) {
    for (const char* key : {"body", "columns"}) {
      if (const YamlNode* node = root_.Find(key)) {
        node->Fail(Say("sheets があるときは「{}」をその中に書いてください。",
                       "with sheets, write \"{}\" inside of them.", key));
      }
    }
    const auto& items = sheets.Expect(YamlNode::Kind::kList).Items();
    if (items.empty() || items.size() > kMostSheets) {
      sheets.Fail(Say("シートは 1 枚から {} 枚までです。", "there can be 1 to {} sheets.", kMostSheets));
    }
    for (const YamlNode& item : items) {
      RefuseKeys(item.Expect(YamlNode::Kind::kMap), {kSheetKeys});
      PageLook own = page;
      if (const YamlNode* node = item.Find("page")) ApplyPage(*node, &own);
      LoadSheet(item, root_, own, Needed(item, "name").Text());
    }
  }

  void LoadSheet(const YamlNode& node, const YamlNode& root, const PageLook& page, const std::string& name) {
    SheetBody& sheet = body_.sheets.emplace_back();
    sheet.place = PlaceOf(node);
    sheet.reference_name = name;
    const YamlNode* name_node = node.Find("name");
    sheet.name = compiler_.CompileText(name_node != nullptr ? SourceOf(*name_node) : Source{name, {}, false});
    if (const YamlNode* condition = node.Find("if")) sheet.condition = compiler_.CompileCondition(SourceOf(*condition));
    LoadFooter(node.Find("page"), root.Find("page"), &sheet);
    SheetLoader(&sheet, &compiler_, body_.sheets.size() - 1, &references_)
        .Load(node.Find("columns"), Needed(node, "body"), page);
  }

  /// Footers of the sheet's own page, else of the form's, else the usual ones.
  void LoadFooter(const YamlNode* own, const YamlNode* common, SheetBody* sheet) {
    const YamlNode* footer = own != nullptr ? own->Find("footer") : nullptr;
    if (footer == nullptr && common != nullptr) footer = common->Find("footer");
    if (footer != nullptr && footer->IsScalar() && footer->Text() == "none") return;
    constexpr std::string_view kKeys[] = {"left", "center", "right"};
    if (footer != nullptr) RefuseKeys(footer->Expect(YamlNode::Kind::kMap), {kKeys});
    const auto text = [&](std::string_view key, std::string_view usual) {
      const YamlNode* node = footer != nullptr ? footer->Find(key) : nullptr;
      return compiler_.CompileText(node != nullptr ? SourceOf(*node) : Source{usual, {}, false});
    };
    sheet->footer_left = text("left", "");
    sheet->footer_center = text("center", "{page}／{pages}");
    sheet->footer_right = text("right", "{{document.form}} {{document.key}}");
    if (footer != nullptr && footer->Find("right") != nullptr) return;
    for (Text::Piece& piece : sheet->footer_right.pieces) piece.expression->path.lenient = true;
  }

  void CheckReferences() const {
    for (const PendingReference& pending : references_) {
      const CellReference& reference = pending.reference;
      const SheetBody* sheet = &body_.sheets[pending.sheet];
      if (!reference.sheet.empty()) sheet = SheetNamed(reference);
      std::vector<std::string> defined;
      for (std::size_t i = 0; i < sheet->ids.size(); ++i) {
        if (sheet->id_defined[i]) defined.push_back(sheet->ids[i]);
      }
      if (std::find(defined.begin(), defined.end(), reference.id) != defined.end()) continue;
      const auto nearest = NearestName(reference.id, defined);
      FailAt(body_.file, reference.place,
             nearest ? Say("id「{}」の欄はありません。「{}」ではありませんか。",
                           "no cell has the id \"{}\"; did you mean \"{}\"?", reference.id, *nearest)
                     : Say("id「{}」の欄はありません。その欄に id: {} を書いてください。",
                           "no cell has the id \"{}\"; write id: {} in it.", reference.id, reference.id));
    }
  }

  const SheetBody* SheetNamed(const CellReference& reference) const {
    std::vector<std::string> names;
    for (const SheetBody& sheet : body_.sheets) {
      if (sheet.reference_name == reference.sheet) return &sheet;
      names.push_back(sheet.reference_name);
    }
    FailAt(body_.file, reference.place,
           Say("シート「{}」はありません。あるのは {} です。", "there is no sheet \"{}\"; there are {}.",
               reference.sheet, Join(names, ", ")));
  }

  Template::Body& body_;
  const YamlNode& root_;
  ExpressionCompiler compiler_;
  std::vector<PendingReference> references_;
};

}  // namespace

Template::Template() : body_(std::make_unique<Body>()) {}
Template::Template(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Template::~Template() = default;
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;

Template Template::Parse(std::string_view yaml, const std::string& file) { return Parse(ParseYaml(yaml, file), file); }

Template Template::Parse(const YamlNode& root, const std::string& file) {
  Template form;
  form.body_->file = file;
  TemplateLoader(form.body_.get(), root).Load();
  return form;
}

const TemplateHead& Template::head() const { return body_->head; }
std::vector<std::string> Template::Placeholders() const { return body_->placeholders; }
const std::vector<TemplateNote>& Template::Notes() const { return body_->notes; }

const std::vector<PathUse>& Template::PathUses() const { return body_->uses; }

std::string FillText(std::string_view text, const Value& values, const std::string& where) {
  ExpressionCompiler compiler(where);
  const Text compiled = compiler.CompileText({text, {}, false});
  return Evaluator(values, false, where, compiler.hint_count()).FillToText(compiled);
}

bool TestCondition(std::string_view condition, const Value& values, const std::string& where) {
  ExpressionCompiler compiler(where);
  const Condition compiled = compiler.CompileCondition({condition, {}, false});
  return Evaluator(values, false, where, compiler.hint_count()).Holds(compiled);
}

}  // namespace chohyo
