// Cells: their content, look and extras.
#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/format.h"
#include "pipeline/sheet/template_load.h"

namespace chohyo {
namespace {

constexpr std::string_view kCellKeys[] = {"text",   "label",    "spread", "span",   "rows",   "format",   "borders",
                                          "checks", "diagonal", "chosen", "labels", "across", "dropdown", "formula",
                                          "id",     "style_if", "cond",   "if",     "seal"};
constexpr std::string_view kStyleCaseKeys[] = {"cond", "fill", "color", "bold"};
constexpr std::string_view kConditionalKeys[] = {"formula", "when", "fill", "color", "bold"};
constexpr std::size_t kMostStyleCases = 4;
constexpr int kLinesOfCentredLabels = 3;
constexpr double kMostLines = 1000;
constexpr Rgb kSealText = 0xA6A6A6;
constexpr CentiPoint kSealSize = 900;

/// Lines a text needs in a width, if a full-width character is as wide as it is high.
int LinesOf(std::string_view text, CentiPoint size, Um width) {
  int lines = 0;
  for (const std::string_view line : Split(text, '\n')) {
    double em = 0;
    for (std::size_t at = 0; at < line.size();) em += NextCodePoint(line, &at) < 0x80 ? 0.5 : 1.0;
    const double needed = em * size / 100.0 * kUmPerPoint;
    lines += std::max(1, static_cast<int>(std::min(needed / std::max(width, 1), kMostLines) + 0.999));
  }
  return lines;
}

Borders Over(const Borders& row, const Borders& cell) {
  const auto either = [](const auto& a, const auto& b) { return a ? a : b; };
  return {either(cell.top, row.top), either(cell.right, row.right), either(cell.bottom, row.bottom),
          either(cell.left, row.left)};
}

void CollectCases(const YamlNode& node, std::vector<const YamlNode*>* cases) {
  if (!node.IsList()) return cases->push_back(&node.Expect(YamlNode::Kind::kMap));
  for (const YamlNode& item : node.Items()) cases->push_back(&item.Expect(YamlNode::Kind::kMap));
}

const YamlNode& Needed(const YamlNode& map, std::string_view key) {
  if (const YamlNode* node = map.Find(key)) return *node;
  map.Fail(Say("「{}」が必要です。", "\"{}\" is needed here.", key));
}

CellStyle StyleWithCases(CellStyle style, const std::vector<const YamlNode*>& cases, std::size_t mask) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if ((mask >> i & 1U) == 0) continue;
    if (const YamlNode* fill = cases[i]->Find("fill")) style.fill_rgb = ColorOf(*fill);
    if (const YamlNode* color = cases[i]->Find("color")) style.text_rgb = ColorOf(*color).value_or(kBlack);
    style.bold = cases[i]->BoolOr("bold", style.bold);
  }
  return style;
}

HAlign DefaultAlign(AlignBy by) {
  if (by == AlignBy::kNumber) return HAlign::kRight;
  return by == AlignBy::kDate ? HAlign::kCenter : HAlign::kLeft;
}

}  // namespace

Um SheetLoader::WidthOf(int tracks, int first, int span) const {
  const std::vector<Um>& at = body_.boundaries[static_cast<std::size_t>(tracks)].at;
  return at[static_cast<std::size_t>(first + span)] - at[static_cast<std::size_t>(first)];
}

CellSpec SheetLoader::LoadCell(const YamlNode& node, const RowsContext& context, int first, int span) {
  CellSpec cell;
  cell.first = first;
  cell.span = span;
  cell.place = PlaceOf(node);
  cell.inner = context.inner;
  Look look = context.look;
  bool label = false;
  if (context.borders) cell.borders = InternBorders(*context.borders);
  std::vector<const YamlNode*> cases;
  if (node.IsMap()) {
    LoadCellMap(node, context, &look, &label, &cell);
  } else {
    cell.text = TextOf(node);
    label = !cell.text.IsSingle();
  }
  if (label && context.label_fill && node.Find("fill") == nullptr) look.style.fill_rgb = context.label_fill;
  LoadStyleCases(node, context, &cases);
  LoadConditional(node, context, &cell);
  for (const YamlNode* style_case : cases) cell.style_cases.push_back(ConditionOf(Needed(*style_case, "cond")));
  InternStyles(look, label, cases, WidthOf(context.tracks, first, span), &cell);
  return cell;
}

void SheetLoader::LoadCellMap(const YamlNode& node, const RowsContext& context, Look* look, bool* label,
                              CellSpec* cell) {
  RefuseKeys(node, {kCellKeys, kLookKeys});
  LoadContent(node, look, label, cell);
  ApplyLook(node, look);
  if (node.BoolOr("spread", false)) {
    look->style.h_align = HAlign::kDistribute;
    look->has_h = true;
  }
  if (const YamlNode* borders = node.Find("borders")) {
    cell->borders = InternBorders(Over(context.borders.value_or(Borders{}), BordersOf(*borders)));
  }
  LoadCellExtras(node, cell);
}

void SheetLoader::LoadContent(const YamlNode& node, Look* look, bool* label, CellSpec* cell) {
  constexpr std::string_view kContents[] = {"text", "label", "checks", "seal"};
  int contents = 0;
  for (const std::string_view key : kContents) contents += node.Find(key) != nullptr ? 1 : 0;
  if (contents > 1) {
    node.Fail(
        Say("text、label、checks、seal は一つだけ書いてください。", "write only one of text, label, checks, seal."));
  }
  if (const YamlNode* text = node.Find("text")) cell->text = TextOf(*text);
  if (const YamlNode* text = node.Find("label")) {
    cell->text = TextOf(*text);
    *label = true;
  }
  if (node.BoolOr("seal", false)) {
    cell->text.pieces.push_back({"印", std::nullopt});
    look->style.text_rgb = kSealText;
    look->style.size = std::min(look->style.size, kSealSize);
    *label = true;
  }
  // A mapping with plain words only, e.g. {rows: 3, text: 使用者}, is a label like a bare string.
  if (node.Find("text") != nullptr && !cell->text.HasPlaceholder() && !cell->text.empty()) *label = true;
  LoadChecks(node, cell);
}

void SheetLoader::LoadChecks(const YamlNode& node, CellSpec* cell) {
  const YamlNode* checks = node.Find("checks");
  if (checks == nullptr) return;
  cell->checks = std::make_unique<Checks>();
  cell->checks->choices = node.TextsOf("checks");
  cell->checks->labels = cell->checks->choices;
  cell->checks->across = node.BoolOr("across", false);
  cell->checks->chosen = compiler_.CompilePath(SourceOf(Needed(node, "chosen")));
  const YamlNode* labels = node.Find("labels");
  if (labels == nullptr) return;
  for (const auto& [key, label] : labels->Expect(YamlNode::Kind::kMap).Entries()) {
    const auto& choices = cell->checks->choices;
    const auto found = std::find(choices.begin(), choices.end(), key.Text());
    if (found == choices.end()) {
      key.Fail(Say("「{}」は checks にありません（{}）。", "\"{}\" is not among checks ({}).", key.Text(),
                   Join(choices, ", ")));
    }
    cell->checks->labels[static_cast<std::size_t>(found - choices.begin())] = label.Text();
  }
}

void SheetLoader::LoadCellExtras(const YamlNode& node, CellSpec* cell) {
  if (const YamlNode* format = node.Find("format")) {
    cell->format = format->Text();
    if (!IsFormat(cell->format)) {
      const auto nearest = NearestName(cell->format, FormatNames());
      format->Fail(nearest ? Say("知らない形式「{}」です。「{}」ではありませんか。",
                                 "unknown format \"{}\"; did you mean \"{}\"?", cell->format, *nearest)
                           : Say("知らない形式「{}」です。使えるのは {} です。", "unknown format \"{}\"; known are {}.",
                                 cell->format, Join(FormatNames(), ", ")));
    }
  }
  if (const YamlNode* diagonal = node.Find("diagonal")) {
    cell->diagonal = diagonal->Text() == "true";
    if (!cell->diagonal && diagonal->Text() != "false") cell->diagonal_if = ConditionOf(*diagonal);
  }
  if (node.Find("dropdown") != nullptr) cell->choices = InternChoices(node.TextsOf("dropdown"));
  if (const YamlNode* formula = node.Find("formula")) {
    if (node.Find("text") == nullptr) {
      formula->Fail(Say("式のある欄には、計算した値を text に書いてください。",
                        "a cell with a formula needs its computed value as text."));
    }
    cell->formula = std::make_unique<Formula>(LoadFormula(*formula));
  }
  if (const YamlNode* id = node.Find("id")) {
    cell->id = InternId(id->Text());
    body_.id_defined[static_cast<std::size_t>(cell->id)] = true;
  }
  if (const YamlNode* condition = node.Find("if")) cell->shown_if = ConditionOf(*condition);
}

void SheetLoader::LoadStyleCases(const YamlNode& node, const RowsContext& context,
                                 std::vector<const YamlNode*>* cases) {
  *cases = context.style_if;
  if (const YamlNode* own = node.Find("style_if")) CollectCases(*own, cases);
  for (const YamlNode* style_case : *cases) RefuseKeys(*style_case, {kStyleCaseKeys});
  if (cases->size() > kMostStyleCases) {
    node.Fail(Say("style_if は一つの欄に {} つまでです。", "a cell can have at most {} style_if.", kMostStyleCases));
  }
}

void SheetLoader::LoadConditional(const YamlNode& node, const RowsContext& context, CellSpec* cell) {
  std::vector<const YamlNode*> specs = context.cond;
  if (const YamlNode* own = node.Find("cond")) CollectCases(*own, &specs);
  for (const YamlNode* spec : specs) {
    const auto [known, is_new] = conditional_of_.emplace(spec, static_cast<int>(body_.conditional.size()));
    cell->conditional.push_back(known->second);
    if (!is_new) continue;
    RefuseKeys(*spec, {kConditionalKeys});
    ConditionalSpec conditional;
    conditional.formula = LoadFormula(Needed(*spec, "formula"));
    conditional.when = ConditionOf(Needed(*spec, "when"));
    if (const YamlNode* fill = spec->Find("fill")) conditional.fill_rgb = ColorOf(*fill);
    if (const YamlNode* color = spec->Find("color")) conditional.text_rgb = ColorOf(*color);
    conditional.bold = spec->BoolOr("bold", false);
    body_.conditional.push_back(std::move(conditional));
  }
}

void SheetLoader::InternStyles(const Look& look, bool label, const std::vector<const YamlNode*>& cases, Um width,
                               CellSpec* cell) {
  const bool single = cell->text.IsSingle();
  if (single && !cell->text.pieces[0].expression->format.empty()) {
    cell->format = cell->text.pieces[0].expression->format;
  }
  CellStyle style = look.style;
  style.format = cell->format;
  if (label && !look.has_h) {
    const std::string_view words = cell->text.empty() ? std::string_view() : cell->text.pieces[0].literal;
    const bool long_label = LinesOf(words, style.size, width - 2 * style.pad_x) > kLinesOfCentredLabels;
    style.h_align = long_label ? HAlign::kLeft : HAlign::kCenter;
  }
  for (int by = 0; by < kAlignments; ++by) {
    if (!label && !look.has_h) style.h_align = DefaultAlign(static_cast<AlignBy>(by));
    for (std::size_t mask = 0; mask < std::size_t{1} << cases.size(); ++mask) {
      cell->styles.push_back(InternStyle(StyleWithCases(style, cases, mask)));
    }
  }
}

/// A cell in one style, over the only column of its row.
CellSpec SheetLoader::PlainCell(Text text, const CellStyle& style, Place place) {
  CellSpec cell;
  cell.text = std::move(text);
  cell.place = place;
  if (cell.text.IsSingle()) cell.format = cell.text.pieces[0].expression->format;
  CellStyle own = style;
  own.format = cell.format;
  cell.styles.assign(kAlignments, InternStyle(own));
  return cell;
}

}  // namespace chohyo
