#include "pipeline/workbook/styles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/workbook/builtin_codes.h"
#include "pipeline/workbook/limits.h"

namespace chohyo {
namespace {

constexpr double kLargestFont = 409;  ///< points, Excel's own limit

struct Fill {
  std::string pattern;
  WorkbookColor color, background;
};

/// The lists that formats point into.
struct Parts {
  std::vector<WorkbookFont> fonts;
  std::vector<Fill> fills;
  std::vector<WorkbookBorder> borders;
  std::map<int, std::string> codes;
  std::vector<WorkbookFormat> parents;
};

template <typename Item, typename Read>
std::vector<Item> ReadList(const XmlNode* list, const char* name, Read read) {
  std::vector<Item> items;
  if (list == nullptr) return items;
  for (const XmlNode& node : list->children) {
    if (node.name == name) items.push_back(read(node));
  }
  return items;
}

WorkbookFont::Underline ReadUnderline(std::string_view word) {
  if (word == "none") return WorkbookFont::Underline::kNone;
  return word.starts_with("double") ? WorkbookFont::Underline::kDouble : WorkbookFont::Underline::kSingle;
}

WorkbookFont::Script ReadScript(std::string_view word) {
  if (word == "superscript") return WorkbookFont::Script::kSuper;
  return word == "subscript" ? WorkbookFont::Script::kSub : WorkbookFont::Script::kNone;
}

void ApplyFontProperty(const XmlNode& node, const WorkbookColors& colors, WorkbookFont* font) {
  if (node.name == "name" || node.name == "rFont") font->name = node.Get("val");
  if (node.name == "b") font->bold = node.Flag("val", true);
  if (node.name == "i") font->italic = node.Flag("val", true);
  if (node.name == "strike") font->strike = node.Flag("val", true);
  if (node.name == "u") font->underline = ReadUnderline(node.Get("val"));
  if (node.name == "vertAlign") font->script = ReadScript(node.Get("val"));
  if (node.name == "color") font->color = ReadColor(&node, colors);
  if (node.name == "sz") {
    const double points = std::clamp(node.Number("val").value_or(11), 1.0, kLargestFont);
    font->size = static_cast<CentiPoint>(std::lround(points * 100));
  }
}

Fill ReadGradient(const XmlNode& gradient, const WorkbookColors& colors) {
  const XmlNode* stop = gradient.Child("stop");
  return {"gradient", ReadColor(stop == nullptr ? nullptr : stop->Child("color"), colors), std::nullopt};
}

Fill ReadFill(const XmlNode& node, const WorkbookColors& colors) {
  if (const XmlNode* gradient = node.Child("gradientFill")) return ReadGradient(*gradient, colors);
  const XmlNode* pattern = node.Child("patternFill");
  if (pattern == nullptr) return {};
  Fill fill{std::string(pattern->Get("patternType")), ReadColor(pattern->Child("fgColor"), colors),
            ReadColor(pattern->Child("bgColor"), colors)};
  if (fill.pattern.empty() || fill.pattern == "none") return {};
  if (!fill.color) fill.color = 0x000000;  // Excel fills with the colour of text where none is said
  return fill;
}

WorkbookLine ReadLine(const XmlNode* node, const WorkbookColors& colors) {
  if (node == nullptr) return {};
  const std::string_view style = node->Get("style");
  return {style == "none" ? std::string() : std::string(style), ReadColor(node->Child("color"), colors)};
}

WorkbookBorder ReadBorder(const XmlNode& node, const WorkbookColors& colors) {
  WorkbookBorder border;
  const auto side = [&](const char* name, const char* strict) {
    const XmlNode* line = node.Child(name);
    return ReadLine(line == nullptr ? node.Child(strict) : line, colors);
  };
  border.left = side("left", "start");
  border.right = side("right", "end");
  border.top = side("top", "top");
  border.bottom = side("bottom", "bottom");
  border.diagonal = side("diagonal", "diagonal");
  border.diagonal_up = node.Flag("diagonalUp");
  border.diagonal_down = node.Flag("diagonalDown");
  return border;
}

/// Degrees as WorkbookFormat has them; the file counts 91…180 for clockwise.
int ReadRotation(int stored) {
  constexpr int kStacked = 255;
  if (stored == kStacked) return kStacked;
  if (stored > 90 && stored <= 180) return 90 - stored;
  return stored >= -90 && stored <= 90 ? stored : 0;
}

void ApplyAlignment(const XmlNode& node, WorkbookFormat* format) {
  constexpr int kMostIndent = 250;
  format->horizontal = node.Get("horizontal");
  format->vertical = node.Get("vertical");
  format->wrap = node.Flag("wrapText");
  format->shrink = node.Flag("shrinkToFit");
  format->justify_last_line = node.Flag("justifyLastLine");
  format->indent = std::clamp(node.Int("indent"), 0, kMostIndent);
  format->rotation = ReadRotation(node.Int("textRotation"));
}

void ClearAlignment(WorkbookFormat* format) { ApplyAlignment(XmlNode(), format); }

template <typename Item>
const Item* Pick(const std::vector<Item>& items, const XmlNode& node, const char* attribute) {
  const int index = node.Int(attribute, -1);
  return index >= 0 && static_cast<std::size_t>(index) < items.size() ? &items[index] : nullptr;
}

std::string CodeOf(int id, const std::map<int, std::string>& custom) {
  const auto found = custom.find(id);
  return found == custom.end() ? BuiltinNumberCode(id) : found->second;
}

/// A format begins as its parent style; what its own element says comes over that.
WorkbookFormat ReadFormat(const XmlNode& node, const Parts& parts) {
  WorkbookFormat format;
  if (!parts.fonts.empty()) format.font = parts.fonts.front();
  format.number_code = "General";
  if (const WorkbookFormat* parent = Pick(parts.parents, node, "xfId")) format = *parent;
  if (const WorkbookFont* font = Pick(parts.fonts, node, "fontId")) format.font = *font;
  if (const WorkbookBorder* border = Pick(parts.borders, node, "borderId")) format.border = *border;
  if (const Fill* fill = Pick(parts.fills, node, "fillId")) {
    format.fill_pattern = fill->pattern;
    format.fill = fill->color;
    format.fill_background = fill->background;
  }
  if (const int id = node.Int("numFmtId", -1); id >= 0) format.number_code = CodeOf(id, parts.codes);
  if (const XmlNode* alignment = node.Child("alignment")) {
    ApplyAlignment(*alignment, &format);
  } else if (node.Flag("applyAlignment")) {
    ClearAlignment(&format);
  }
  if (const XmlNode* protection = node.Child("protection")) {
    format.locked = protection->Flag("locked", true);
    format.hidden = protection->Flag("hidden");
  }
  return format;
}

void ReadPalette(const XmlNode* indexed, std::vector<std::uint32_t>* palette) {
  if (indexed == nullptr) return;
  std::size_t at = 0;
  const WorkbookColors none;
  for (const XmlNode& node : indexed->children) {
    if (at >= palette->size()) return;
    if (const WorkbookColor color = ReadColor(&node, none)) (*palette)[at] = *color;
    ++at;
  }
}

Parts ReadParts(const XmlNode& sheet, const WorkbookColors& colors) {
  Parts parts;
  parts.fonts = ReadList<WorkbookFont>(sheet.Child("fonts"), "font",
                                       [&](const XmlNode& node) { return ReadFont(node, colors, WorkbookFont()); });
  parts.fills =
      ReadList<Fill>(sheet.Child("fills"), "fill", [&](const XmlNode& node) { return ReadFill(node, colors); });
  parts.borders = ReadList<WorkbookBorder>(sheet.Child("borders"), "border",
                                           [&](const XmlNode& node) { return ReadBorder(node, colors); });
  if (const XmlNode* codes = sheet.Child("numFmts")) {
    for (const XmlNode& code : codes->children) parts.codes[code.Int("numFmtId", -1)] = code.Get("formatCode");
  }
  const auto read = [&](const XmlNode& node) { return ReadFormat(node, parts); };
  parts.parents = ReadList<WorkbookFormat>(sheet.Child("cellStyleXfs"), "xf", read);
  return parts;
}

/// The font of the style 標準 (Normal), by which columns are measured.
WorkbookFont DefaultFont(const XmlNode& sheet, const Parts& parts) {
  std::size_t normal = 0;
  if (const XmlNode* styles = sheet.Child("cellStyles")) {
    for (const XmlNode& style : styles->children) {
      if (style.Get("builtinId") == "0") normal = static_cast<std::size_t>(std::max(style.Int("xfId"), 0));
    }
  }
  if (normal < parts.parents.size()) return parts.parents[normal].font;
  return parts.fonts.empty() ? WorkbookFont{.name = "Calibri", .color = {}} : parts.fonts.front();
}

WorkbookFormat PlainFormat(const WorkbookFont& font) {
  WorkbookFormat format;
  format.font = font;
  format.number_code = "General";
  return format;
}

}  // namespace

WorkbookFont ReadFont(const XmlNode& node, const WorkbookColors& colors, const WorkbookFont& base) {
  WorkbookFont font = base;
  for (const XmlNode& property : node.children) ApplyFontProperty(property, colors, &font);
  if (const XmlNode* scheme = node.Child("scheme")) {
    const bool major = scheme->Get("val") == "major";
    const std::string& themed = major ? colors.theme.major_font : colors.theme.minor_font;
    if (!themed.empty() && scheme->Get("val") != "none") font.name = themed;
  }
  return font;
}

ConditionalLook ReadConditionalLook(const XmlNode& dxf, const WorkbookColors& colors) {
  ConditionalLook look;
  if (const XmlNode* font = dxf.Child("font")) {
    look.font = ReadFont(*font, colors, WorkbookFont());
    look.sets_bold = font->Child("b") != nullptr;
    look.sets_italic = font->Child("i") != nullptr;
    look.sets_color = look.font->color.has_value();
  }
  if (const XmlNode* pattern = dxf.Descend({"fill", "patternFill"})) {
    look.fill = ReadColor(pattern->Child("bgColor"), colors);  // here, unlike in cells, the background is the colour
    const std::string_view type = pattern->Get("patternType");
    if (!look.fill && type != "none") look.fill = ReadColor(pattern->Child("fgColor"), colors);
  }
  if (const XmlNode* border = dxf.Child("border")) look.border = ReadBorder(*border, colors);
  if (const XmlNode* code = dxf.Child("numFmt")) look.number_code = code->Get("formatCode");
  return look;
}

WorkbookStyles ReadWorkbookStyles(const WorkbookPackage& package, const WorkbookParts& parts) {
  WorkbookStyles styles;
  if (!parts.theme.empty() && package.Has(parts.theme)) styles.colors.theme = ReadTheme(package.ParseTree(parts.theme));
  const XmlNode sheet = parts.styles.empty() ? XmlNode() : package.ParseTree(parts.styles);
  for (const XmlNode& list : sheet.children) {
    if (list.children.size() > kMostWorkbookFormats) package.TooMuch(Say("書式", "cell formats"));
  }
  ReadPalette(sheet.Descend({"colors", "indexedColors"}), &styles.colors.palette);
  const Parts lists = ReadParts(sheet, styles.colors);
  styles.formats = ReadList<WorkbookFormat>(sheet.Child("cellXfs"), "xf",
                                            [&](const XmlNode& node) { return ReadFormat(node, lists); });
  styles.conditional_looks = ReadList<ConditionalLook>(
      sheet.Child("dxfs"), "dxf", [&](const XmlNode& node) { return ReadConditionalLook(node, styles.colors); });
  styles.default_font = DefaultFont(sheet, lists);
  if (styles.formats.empty()) styles.formats.push_back(PlainFormat(styles.default_font));
  return styles;
}

}  // namespace chohyo
