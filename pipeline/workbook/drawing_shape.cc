#include "pipeline/workbook/drawing_shape.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/workbook/sheet_tracks.h"

namespace chohyo {
namespace {

class ShapeReader {
 public:
  ShapeReader(const XmlNode& node, const WorkbookTheme& theme, const WorkbookFont& font)
      : node_(node), theme_(theme), default_font_(font), style_(node.Child("style")) {}

  ReadShape Read() {
    const XmlNode* properties = node_.Child("spPr");
    ReadGeometry(properties);
    ReadLine(properties == nullptr ? nullptr : properties->Child("ln"));
    ReadFill(properties);
    if (const XmlNode* text = node_.Child("txBody")) ReadText(*text);
    if (!node_.Get("textlink").empty()) Lose("linked text");
    return std::move(out_);
  }

 private:
  void Lose(const char* what) { out_.lost.emplace_back(what); }

  void ReadGeometry(const XmlNode* properties) {
    WorkbookShape& shape = out_.shape;
    const XmlNode* preset = properties == nullptr ? nullptr : properties->Child("prstGeom");
    shape.geometry = preset == nullptr ? (node_.name == "cxnSp" ? "line" : "rect") : std::string(preset->Get("prst"));
    if (properties != nullptr && properties->Child("custGeom") != nullptr) {
      shape.geometry = "custom";
      Lose("custom shape");
    }
    if (shape.geometry.starts_with("straightConnector")) shape.geometry = "line";
    const XmlNode* box = node_.Descend({"nvSpPr", "cNvSpPr"});
    if (box != nullptr && box->Flag("txBox") && shape.geometry == "rect") shape.geometry = "textBox";
    const XmlNode* transform = properties == nullptr ? nullptr : properties->Child("xfrm");
    if (transform == nullptr) return;
    shape.flip_horizontal = transform->Flag("flipH");
    shape.flip_vertical = transform->Flag("flipV");
    if (transform->Long("rot") != 0) Rotate(transform->Long("rot"));
  }

  /// Half a turn of a line is no turn; every other turn is lost.
  void Rotate(std::int64_t turn) {
    constexpr std::int64_t kHalf = 10'800'000;
    if (turn != kHalf || out_.shape.geometry != "line") Lose("rotation");
  }

  const XmlNode* StylePart(const char* name) const { return style_ == nullptr ? nullptr : style_->Child(name); }

  /// The theme's width of a line's style in EMU; 0 = no line.
  std::int64_t StyleWidth() const {
    const XmlNode* reference = StylePart("lnRef");
    const int index = reference == nullptr ? 0 : reference->Int("idx");
    if (index <= 0 || theme_.line_widths.empty()) return 0;
    return theme_.line_widths[std::min<std::size_t>(index, theme_.line_widths.size()) - 1];
  }

  void ReadLine(const XmlNode* line) {
    WorkbookShape& shape = out_.shape;
    constexpr std::int64_t kUsual = 9'525, kWidest = 20'116'800;
    std::int64_t width = StyleWidth();
    if (width > 0) shape.line = ReadDrawingColor(StylePart("lnRef"), theme_);
    if (line != nullptr) {
      if (line->Child("noFill") != nullptr) {
        shape.line = std::nullopt;
        return;
      }
      const XmlNode* fill = line->Child("solidFill");
      if (fill != nullptr) shape.line = ReadDrawingColor(fill, theme_, shape.line);
      if (fill != nullptr && width == 0) width = kUsual;
      if (width > 0) width = line->Long("w", width);
      if (const XmlNode* dash = line->Child("prstDash")) shape.dash = dash->Get("val");
      if (width > 0) ReadLineExtras(*line);
    }
    shape.line_width = static_cast<Um>(std::clamp<std::int64_t>(width, 0, kWidest) / kEmuPerUm);
  }

  void ReadLineExtras(const XmlNode& line) {
    for (const char* end : {"headEnd", "tailEnd"}) {
      const XmlNode* arrow = line.Child(end);
      if (arrow != nullptr && !arrow->Get("type").empty() && arrow->Get("type") != "none") Lose("arrowhead");
    }
    if (!line.Get("cmpd").empty() && line.Get("cmpd") != "sng") Lose("double line");
  }

  void ReadFill(const XmlNode* properties) {
    const XmlNode* reference = StylePart("fillRef");
    if (reference != nullptr && reference->Int("idx") > 0) out_.shape.fill = ReadDrawingColor(reference, theme_);
    if (properties == nullptr) return;
    if (properties->Child("noFill") != nullptr) out_.shape.fill = std::nullopt;
    if (const XmlNode* solid = properties->Child("solidFill")) {
      out_.shape.fill = ReadDrawingColor(solid, theme_, out_.shape.fill);
    } else if (const XmlNode* gradient = properties->Child("gradFill")) {
      const XmlNode* stop = gradient->Descend({"gsLst", "gs"});
      out_.shape.fill = ReadDrawingColor(stop, theme_, out_.shape.fill);
      Lose("gradient");
    } else if (const XmlNode* pattern = properties->Child("pattFill")) {
      out_.shape.fill = ReadDrawingColor(pattern->Child("bgClr"), theme_, out_.shape.fill);
      Lose("pattern");
    } else if (properties->Child("blipFill") != nullptr) {
      Lose("picture fill");
    }
  }

  void ReadText(const XmlNode& body) {
    WorkbookShape& shape = out_.shape;
    if (const XmlNode* box = body.Child("bodyPr")) {
      shape.text_anchor = box->Get("anchor");
      const std::string_view direction = box->Get("vert");
      shape.vertical_text = direction == "eaVert" || direction == "wordArtVertRtl" || direction == "wordArtVert";
      if (!shape.vertical_text && !direction.empty() && direction != "horz") Lose("text direction");
    }
    for (const XmlNode& paragraph : body.children) {
      if (paragraph.name == "p") ReadParagraph(paragraph);
    }
    const auto empty = [](const WorkbookRun& run) { return run.text.find_first_not_of('\n') == std::string::npos; };
    if (std::all_of(shape.text.begin(), shape.text.end(), empty)) shape.text.clear();
  }

  void ReadParagraph(const XmlNode& paragraph) {
    WorkbookShape& shape = out_.shape;
    const XmlNode* properties = paragraph.Child("pPr");
    if (shape.text_align.empty() && properties != nullptr) shape.text_align = properties->Get("algn");
    for (const XmlNode& piece : paragraph.children) {
      if (piece.name == "br") shape.text.push_back({"\n", std::nullopt});
      if (piece.name != "r" && piece.name != "fld") continue;
      const XmlNode* text = piece.Child("t");
      if (text != nullptr) shape.text.push_back({text->text, FontOf(piece.Child("rPr"))});
    }
    if (shape.text.empty()) {
      shape.text.push_back({"\n", std::nullopt});
    } else {
      shape.text.back().text += "\n";
    }
  }

  WorkbookFont FontOf(const XmlNode* look) const {
    WorkbookFont font;
    font.name = theme_.minor_font.empty() ? default_font_.name : theme_.minor_font;
    font.color = ReadDrawingColor(StylePart("fontRef"), theme_);
    if (look == nullptr) return font;
    constexpr int kLargest = 40'000;
    font.size = std::clamp(look->Int("sz", font.size), 100, kLargest);
    font.bold = look->Flag("b");
    font.italic = look->Flag("i");
    const std::string_view underline = look->Get("u");
    if (!underline.empty() && underline != "none") {
      font.underline = underline == "dbl" ? WorkbookFont::Underline::kDouble : WorkbookFont::Underline::kSingle;
    }
    font.strike = !look->Get("strike").empty() && look->Get("strike") != "noStrike";
    if (const XmlNode* fill = look->Child("solidFill")) font.color = ReadDrawingColor(fill, theme_, font.color);
    SetFace(*look, &font);
    return font;
  }

  /// The East Asian face draws Japanese; "+mj-ea" and its like name the theme's.
  void SetFace(const XmlNode& look, WorkbookFont* font) const {
    const XmlNode* face = look.Child("ea");
    if (face == nullptr) face = look.Child("latin");
    if (face == nullptr) return;
    const std::string_view name = face->Get("typeface");
    if (name.starts_with("+mj") && !theme_.major_font.empty()) font->name = theme_.major_font;
    if (!name.empty() && !name.starts_with('+')) font->name = name;
  }

  const XmlNode& node_;
  const WorkbookTheme& theme_;
  const WorkbookFont& default_font_;
  const XmlNode* style_;
  ReadShape out_;
};

}  // namespace

ReadShape ReadDrawnShape(const XmlNode& node, const WorkbookTheme& theme, const WorkbookFont& default_font) {
  return ShapeReader(node, theme, default_font).Read();
}

}  // namespace chohyo
