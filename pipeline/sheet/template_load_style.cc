// Looks: sizes, colours, alignments, edges.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/template_load.h"

namespace chohyo {
namespace {

constexpr std::string_view kLookKeyList[] = {"align", "size",     "font",  "bold", "italic", "underline", "strike",
                                             "wrap",  "vertical", "color", "fill", "faint",  "pad"};
constexpr Rgb kGreyFill = 0xEDEDED;       // 7 % black
constexpr Rgb kLightGreyFill = 0xF5F5F5;  // 4 % black
constexpr Rgb kDarkGreyFill = 0xD9D9D9;   // 15 % black
constexpr Rgb kFaintText = 0xA6A6A6;
constexpr Um kTopPad = 1500;  // text of a long-text box keeps clear of the rule above it
constexpr CentiPoint kSmallestSize = 300;
constexpr CentiPoint kLargestSize = 20000;

/// In the order of LineStyle.
constexpr std::string_view kLineStyleNames[] = {"none",           "dotted",
                                                "hair",           "dash-dot-dot",
                                                "dash-dot",       "dashed",
                                                "thin",           "medium-dash-dot-dot",
                                                "slant-dash-dot", "medium-dash-dot",
                                                "medium-dashed",  "medium",
                                                "double",         "thick"};

std::vector<std::string> LineStyleNames() { return {std::begin(kLineStyleNames), std::end(kLineStyleNames)}; }

struct AlignWord {
  std::string_view word;
  std::optional<HAlign> h;
  std::optional<VAlign> v;
};

constexpr AlignWord kAlignWords[] = {
    {"left", HAlign::kLeft, {}},       {"center", HAlign::kCenter, {}},     {"right", HAlign::kRight, {}},
    {"justify", HAlign::kJustify, {}}, {"spread", HAlign::kDistribute, {}}, {"across", HAlign::kCenterAcross, {}},
    {"top", {}, VAlign::kTop},         {"middle", {}, VAlign::kCenter},     {"bottom", {}, VAlign::kBottom}};

void ApplyAlign(const YamlNode& node, Look* look) {
  for (const std::string_view word : Split(node.Text(), ' ')) {
    const auto* found = std::find_if(std::begin(kAlignWords), std::end(kAlignWords),
                                     [word](const AlignWord& known) { return known.word == word; });
    if (found == std::end(kAlignWords)) {
      node.Fail(
          Say("align の「{}」が読めません。left center right justify spread across と top middle bottom が使えます。",
              "align: \"{}\" is not understood; use left center right justify spread across and top middle bottom.",
              std::string(word)));
    }
    if (found->h) {
      look->style.h_align = *found->h;
      look->has_h = true;
    }
    if (found->v) {
      look->style.v_align = *found->v;
      look->has_v = true;
      if (*found->v == VAlign::kTop) look->style.pad_y = kTopPad;
    }
  }
}

void ApplyFlag(const YamlNode& map, std::string_view key, bool* flag) { *flag = map.BoolOr(key, *flag); }

}  // namespace

const std::span<const std::string_view> kLookKeys(kLookKeyList);

Um LengthOf(const YamlNode& node) {
  constexpr Um kLongest = 1'200'000;
  const auto length = ParseLength(node.Text());
  if (length && *length <= kLongest) return *length;
  node.Fail(Say("「{}」は長さではありません。5mm、1.5cm、10.5pt のように書いてください（1200mm まで）。",
                "\"{}\" is no length; write 5mm, 1.5cm or 10.5pt (up to 1200mm).", node.Text()));
}

CentiPoint SizeOf(const YamlNode& node) {
  const std::string& text = node.Text();
  double points = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), points);
  const bool understood = error == std::errc() && std::string_view(end, text.data() + text.size()) == "pt";
  if (understood && points >= kSmallestSize / 100.0 && points <= kLargestSize / 100.0) {
    return static_cast<CentiPoint>(std::lround(points * 100));
  }
  node.Fail(Say("「{}」は文字の大きさではありません。10.5pt のように書いてください（3pt〜200pt）。",
                "\"{}\" is no size of text; write e.g. 10.5pt (3pt to 200pt).", text));
}

std::optional<Rgb> ColorOf(const YamlNode& node) {
  const std::string& text = node.Text();
  if (text == "none") return std::nullopt;
  if (text == "black") return kBlack;
  if (text == "white") return 0xFFFFFF;
  if (text == "grey") return kGreyFill;
  if (text == "light_grey") return kLightGreyFill;
  if (text == "dark_grey") return kDarkGreyFill;
  Rgb rgb = 0;
  const auto [end, error] = std::from_chars(text.data() + (text.empty() ? 0 : 1), text.data() + text.size(), rgb, 16);
  if (text.size() == 7 && text[0] == '#' && error == std::errc() && end == text.data() + text.size()) return rgb;
  node.Fail(Say(
      "色「{}」が読めません。grey、light_grey、dark_grey、none か \"#F2F2F2\" のように（引用符つきで）書いてください。",
      "colour \"{}\" is not understood; write grey, light_grey, dark_grey, none or \"#F2F2F2\" (in quotes).", text));
}

LineStyle LineStyleOf(const YamlNode& node) {
  const auto* found = std::find(std::begin(kLineStyleNames), std::end(kLineStyleNames), node.Text());
  if (found != std::end(kLineStyleNames)) return static_cast<LineStyle>(found - std::begin(kLineStyleNames));
  const auto nearest = NearestName(node.Text(), LineStyleNames());
  node.Fail(nearest ? Say("罫線「{}」はありません。「{}」ではありませんか。",
                          "there is no line style \"{}\"; did you mean \"{}\"?", node.Text(), *nearest)
                    : Say("罫線「{}」はありません。使えるのは {} です。",
                          "there is no line style \"{}\"; there are {}.", node.Text(), Join(LineStyleNames(), " ")));
}

Borders BordersOf(const YamlNode& node) {
  if (node.IsScalar()) {
    const LineStyle style = LineStyleOf(node);
    return {style, style, style, style};
  }
  constexpr std::string_view kSides[] = {"top", "right", "bottom", "left"};
  RefuseKeys(node.Expect(YamlNode::Kind::kMap), {kSides});
  Borders borders;
  if (const YamlNode* top = node.Find("top")) borders.top = LineStyleOf(*top);
  if (const YamlNode* right = node.Find("right")) borders.right = LineStyleOf(*right);
  if (const YamlNode* bottom = node.Find("bottom")) borders.bottom = LineStyleOf(*bottom);
  if (const YamlNode* left = node.Find("left")) borders.left = LineStyleOf(*left);
  return borders;
}

void ApplyLook(const YamlNode& map, Look* look) {
  CellStyle& style = look->style;
  if (const YamlNode* align = map.Find("align")) ApplyAlign(*align, look);
  if (const YamlNode* font = map.Find("font")) ApplyFont(*font, &style);
  if (const YamlNode* size = map.Find("size")) style.size = SizeOf(*size);
  ApplyFlag(map, "bold", &style.bold);
  ApplyFlag(map, "italic", &style.italic);
  ApplyFlag(map, "underline", &style.underline);
  ApplyFlag(map, "strike", &style.strike);
  ApplyFlag(map, "wrap", &style.wrap);
  ApplyFlag(map, "vertical", &style.vertical);
  if (map.BoolOr("faint", false)) style.text_rgb = kFaintText;
  if (const YamlNode* color = map.Find("color")) style.text_rgb = ColorOf(*color).value_or(kBlack);
  if (const YamlNode* fill = map.Find("fill")) style.fill_rgb = ColorOf(*fill);
  if (const YamlNode* pad = map.Find("pad")) style.pad_x = LengthOf(*pad);
}

/// `mincho`, `mincho 10.5pt`
void ApplyFont(const YamlNode& node, CellStyle* style) {
  const auto words = Split(node.Text(), ' ');
  style->font = words[0];
  if (words.size() == 1 && !words[0].empty()) return;
  const auto size = words.size() == 2 ? ParseLength(words[1]) : std::nullopt;
  if (!size || !words[1].ends_with("pt")) {
    node.Fail(Say("font「{}」が読めません。「mincho」か「mincho 10.5pt」のように書いてください。",
                  "font \"{}\" is not understood; write \"mincho\" or \"mincho 10.5pt\".", node.Text()));
  }
  style->size = static_cast<CentiPoint>(std::lround(PointsOfUm(*size) * 20)) * 5;
  if (style->size < kSmallestSize || style->size > kLargestSize) {
    node.Fail(Say("文字の大きさは 3pt から 200pt までです。", "sizes of text go from 3pt to 200pt."));
  }
}

}  // namespace chohyo
