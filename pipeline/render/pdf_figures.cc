#include "pipeline/render/pdf_figures.h"

#include <algorithm>
#include <initializer_list>

#include "pipeline/render/pdf_images.h"
#include "pipeline/render/pdf_numbers.h"
#include "pipeline/render/pdf_strokes.h"

namespace chohyo {
namespace {

/// How far the control points of a quarter ellipse stand from its ends, in parts of the radius.
constexpr double kBow = 0.5523;
/// Excel's usual rounding: a sixth of the shorter side.
constexpr Um kRounding = 6;

/// Draws one closed outline.
class Outline {
 public:
  Outline(Um page_height, std::string* out) : page_height_(page_height), out_(*out) {}

  /// A rectangle with quarter ellipses of these radii for corners; radii of half its sides make an ellipse.
  void Draw(const PaperBox& box, Um rx, Um ry) {
    const Um left = box.x, right = box.right(), top = box.y, bottom = box.bottom();
    const auto bow_x = static_cast<Um>(rx * (1 - kBow)), bow_y = static_cast<Um>(ry * (1 - kBow));
    Points({left + rx, top}, "m");
    Points({right - rx, top}, "l");
    Points({right - bow_x, top, right, top + bow_y, right, top + ry}, "c");
    Points({right, bottom - ry}, "l");
    Points({right, bottom - bow_y, right - bow_x, bottom, right - rx, bottom}, "c");
    Points({left + rx, bottom}, "l");
    Points({left + bow_x, bottom, left, bottom - bow_y, left, bottom - ry}, "c");
    Points({left, top + ry}, "l");
    Points({left, top + bow_y, left + bow_x, top, left + rx, top}, "c");
    out_.append("h ");
  }

  void DrawRectangle(const PaperBox& box) {
    Points({box.x, box.y}, "m");
    Points({box.right(), box.y}, "l");
    Points({box.right(), box.bottom()}, "l");
    Points({box.x, box.bottom()}, "l");
    out_.append("h ");
  }

 private:
  void Points(std::initializer_list<Um> places, const char* op) {
    bool is_x = true;
    for (const Um place : places) {
      AppendOperand(PageUnitsOf(is_x ? place : page_height_ - place), &out_);
      is_x = !is_x;
    }
    out_.append(op).append("\n");
  }

  Um page_height_;
  std::string& out_;
};

void AppendOutline(const Figure& figure, Um page_height, std::string* out) {
  Outline outline(page_height, out);
  const Um shorter = std::min(figure.box.width, figure.box.height);
  switch (figure.kind) {
    case Shape::Kind::kEllipse: return outline.Draw(figure.box, figure.box.width / 2, figure.box.height / 2);
    case Shape::Kind::kRoundedRectangle: return outline.Draw(figure.box, shorter / kRounding, shorter / kRounding);
    case Shape::Kind::kLine:
    case Shape::Kind::kRectangle: return outline.DrawRectangle(figure.box);
  }
}

void AppendFigure(const Figure& figure, Um page_height, std::string* out) {
  const bool lined = figure.line_width > 0;
  if (!lined && !figure.fill_rgb) return;
  out->append("q\n");
  if (IsClipped(figure.box, figure.clip)) AppendClip(figure.clip, page_height, out);
  if (figure.fill_rgb) AppendColour(*figure.fill_rgb, false, out);
  if (lined) AppendStrokeLook(figure.line_width, figure.line_rgb, figure.pattern, out);
  AppendOutline(figure, page_height, out);
  out->append(!lined ? "f\nQ\n" : figure.fill_rgb ? "B\nQ\n" : "S\nQ\n");
}

}  // namespace

void AppendFigures(const std::vector<Figure>& figures, Um page_height, std::string* out) {
  for (const Figure& figure : figures) AppendFigure(figure, page_height, out);
}

}  // namespace chohyo
