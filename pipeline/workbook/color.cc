#include "pipeline/workbook/color.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "pipeline/workbook/xml_values.h"

namespace chohyo {
namespace {

/// Hue, lightness, saturation, each 0…1.
struct Hls {
  double hue = 0, lightness = 0, saturation = 0;
};

double Channel(std::uint32_t rgb, unsigned shift) { return static_cast<double>(rgb >> shift & 0xFFU) / 255.0; }

Hls HlsOf(std::uint32_t rgb) {
  const double r = Channel(rgb, 16), g = Channel(rgb, 8), b = Channel(rgb, 0);
  const double most = std::max({r, g, b}), least = std::min({r, g, b}), range = most - least;
  Hls hls{0, (most + least) / 2, 0};
  if (range <= 0) return hls;
  hls.saturation = range / (hls.lightness <= 0.5 ? most + least : 2 - most - least);
  const double sixth = most == r ? (g - b) / range : most == g ? 2 + (b - r) / range : 4 + (r - g) / range;
  hls.hue = (sixth < 0 ? sixth + 6 : sixth) / 6;
  return hls;
}

std::uint32_t Byte(double share) {
  return static_cast<std::uint32_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255.0));
}

std::uint32_t RgbOf(const Hls& hls) {
  const double high = hls.lightness <= 0.5 ? hls.lightness * (1 + hls.saturation)
                                           : hls.lightness + hls.saturation - hls.lightness * hls.saturation;
  const double low = 2 * hls.lightness - high;
  const auto channel = [&](double hue) {
    hue -= std::floor(hue);
    if (hue * 6 < 1) return low + (high - low) * hue * 6;
    if (hue * 2 < 1) return high;
    return hue * 3 < 2 ? low + (high - low) * (2.0 / 3 - hue) * 6 : low;
  };
  return Byte(channel(hls.hue + 1.0 / 3)) << 16U | Byte(channel(hls.hue)) << 8U | Byte(channel(hls.hue - 1.0 / 3));
}

/// "FF112233" or "112233".
WorkbookColor HexColor(std::string_view text) {
  std::uint32_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number & 0xFFFFFFU;
}

/// Index in WorkbookTheme::colors of a name of a drawing.
std::optional<std::size_t> SchemeIndex(std::string_view name) {
  static const std::map<std::string_view, std::size_t> names = {
      {"lt1", 0},     {"bg1", 0},     {"dk1", 1},     {"tx1", 1},      {"lt2", 2},     {"bg2", 2},
      {"dk2", 3},     {"tx2", 3},     {"accent1", 4}, {"accent2", 5},  {"accent3", 6}, {"accent4", 7},
      {"accent5", 8}, {"accent6", 9}, {"hlink", 10},  {"folHlink", 11}};
  const auto found = names.find(name);
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

WorkbookColor PresetColor(std::string_view name) {
  static const std::map<std::string_view, std::uint32_t> presets = {
      {"black", 0x000000},   {"white", 0xFFFFFF},  {"red", 0xFF0000},    {"green", 0x008000},  {"blue", 0x0000FF},
      {"yellow", 0xFFFF00},  {"gray", 0x808080},   {"grey", 0x808080},   {"silver", 0xC0C0C0}, {"maroon", 0x800000},
      {"navy", 0x000080},    {"purple", 0x800080}, {"orange", 0xFFA500}, {"lime", 0x00FF00},   {"cyan", 0x00FFFF},
      {"magenta", 0xFF00FF}, {"teal", 0x008080},   {"olive", 0x808000},  {"pink", 0xFFC0CB},   {"brown", 0xA52A2A}};
  const auto found = presets.find(name);
  return found == presets.end() ? std::nullopt : WorkbookColor(found->second);
}

/// A percentage in thousandths ("75000"), as a share.
double Share(const XmlNode& node) { return static_cast<double>(node.Long("val", 100'000)) / 100'000.0; }

WorkbookColor BaseColor(const XmlNode& node, const WorkbookTheme& theme, WorkbookColor placeholder) {
  if (node.name == "srgbClr") return HexColor(node.Get("val"));
  if (node.name == "sysClr") {
    if (const WorkbookColor last = HexColor(node.Get("lastClr"))) return last;
    return node.Get("val") == "window" ? 0xFFFFFFU : 0U;
  }
  if (node.name == "prstClr") return PresetColor(node.Get("val"));
  if (node.name == "scrgbClr") {
    const auto channel = [&](const char* name) { return Byte(static_cast<double>(node.Long(name)) / 100'000.0); };
    return channel("r") << 16U | channel("g") << 8U | channel("b");
  }
  if (node.name != "schemeClr") return std::nullopt;
  if (node.Get("val") == "phClr") return placeholder;
  const auto index = SchemeIndex(node.Get("val"));
  return index ? WorkbookColor(theme.colors[*index]) : std::nullopt;
}

std::uint32_t Mixed(std::uint32_t rgb, std::uint32_t with, double share_of_rgb) {
  const auto channel = [&](unsigned shift) {
    return Byte(Channel(rgb, shift) * share_of_rgb + Channel(with, shift) * (1 - share_of_rgb)) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/// One change of a drawing's colour (ECMA-376 §20.1.2.3).
std::uint32_t Changed(std::uint32_t rgb, const XmlNode& change) {
  if (change.name == "shade") return Mixed(rgb, 0x000000, Share(change));
  if (change.name == "tint") return Mixed(rgb, 0xFFFFFF, Share(change));
  Hls hls = HlsOf(rgb);
  if (change.name == "lumMod") {
    hls.lightness *= Share(change);
  } else if (change.name == "lumOff") {
    hls.lightness += Share(change);
  } else if (change.name == "satMod") {
    hls.saturation *= Share(change);
  } else {
    return rgb;
  }
  hls.lightness = std::clamp(hls.lightness, 0.0, 1.0);
  hls.saturation = std::clamp(hls.saturation, 0.0, 1.0);
  return RgbOf(hls);
}

/// The font a theme has for Japanese: the one named for it, else for East Asia.
std::string JapaneseFont(const XmlNode* fonts) {
  if (fonts == nullptr) return {};
  for (const XmlNode& font : fonts->children) {
    if (font.name == "font" && font.Get("script") == "Jpan") return std::string(font.Get("typeface"));
  }
  const XmlNode* east_asian = fonts->Child("ea");
  return east_asian == nullptr ? std::string() : std::string(east_asian->Get("typeface"));
}

void ReadThemeLines(const XmlNode* lines, WorkbookTheme* theme) {
  if (lines == nullptr || lines->children.empty()) return;
  theme->line_widths.clear();
  for (const XmlNode& line : lines->children) theme->line_widths.push_back(line.Long("w", 9525));
}

}  // namespace

WorkbookTheme ReadTheme(const XmlNode& node) {
  WorkbookTheme theme;
  const XmlNode* elements = node.Child("themeElements");
  if (elements == nullptr) return theme;
  if (const XmlNode* scheme = elements->Child("clrScheme")) {
    for (const XmlNode& color : scheme->children) {
      const auto index = SchemeIndex(color.name);
      const WorkbookColor rgb = ReadDrawingColor(&color, theme);
      if (index && rgb) theme.colors[*index] = *rgb;
    }
  }
  theme.major_font = JapaneseFont(elements->Descend({"fontScheme", "majorFont"}));
  theme.minor_font = JapaneseFont(elements->Descend({"fontScheme", "minorFont"}));
  ReadThemeLines(elements->Descend({"fmtScheme", "lnStyleLst"}), &theme);
  return theme;
}

std::vector<std::uint32_t> StandardPalette() {
  return {0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x000000, 0xFFFFFF, 0xFF0000,
          0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080,
          0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080,
          0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF, 0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99,
          0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699,
          0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333};
}

std::uint32_t Tinted(std::uint32_t rgb, double tint) {
  if (tint == 0) return rgb;
  tint = std::clamp(tint, -1.0, 1.0);
  Hls hls = HlsOf(rgb);
  hls.lightness = tint < 0 ? hls.lightness * (1 + tint) : hls.lightness * (1 - tint) + tint;
  return RgbOf(hls);
}

WorkbookColor ReadColor(const XmlNode* node, const WorkbookColors& colors) {
  if (node == nullptr || node->Flag("auto")) return std::nullopt;
  WorkbookColor color = HexColor(node->Get("rgb"));
  if (const int theme = node->Int("theme", -1); theme >= 0 && !color) {
    if (static_cast<std::size_t>(theme) < colors.theme.colors.size()) color = colors.theme.colors[theme];
  } else if (const int index = node->Int("indexed", -1); index >= 0 && !color) {
    if (static_cast<std::size_t>(index) < colors.palette.size()) color = colors.palette[index];
  }
  return color ? WorkbookColor(Tinted(*color, node->Number("tint").value_or(0))) : std::nullopt;
}

WorkbookColor ReadDrawingColor(const XmlNode* holder, const WorkbookTheme& theme, WorkbookColor placeholder) {
  if (holder == nullptr) return std::nullopt;
  for (const XmlNode& node : holder->children) {
    WorkbookColor color = BaseColor(node, theme, placeholder);
    if (!color) continue;
    for (const XmlNode& change : node.children) {
      if (change.name == "alpha" && change.Long("val", 1) == 0) return std::nullopt;
      color = Changed(*color, change);
    }
    return color;
  }
  return std::nullopt;
}

}  // namespace chohyo
