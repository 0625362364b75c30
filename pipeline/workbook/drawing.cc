#include "pipeline/workbook/drawing.h"

#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/workbook/drawing_place.h"
#include "pipeline/workbook/drawing_shape.h"
#include "pipeline/workbook/limits.h"

namespace chohyo {
namespace {

class DrawingReader {
 public:
  DrawingReader(const std::string& part, const SheetTracks& tracks, SheetContext* context, WorkbookSheet* sheet)
      : relationships_(context->package.RelationshipsOf(part)), tracks_(tracks), context_(context), sheet_(sheet) {}

  /// Anchors may stand inside an AlternateContent, whose first choice Excel takes.
  void ReadAnchors(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
      if (child.name == "AlternateContent") {
        if (const XmlNode* choice = ChoiceOf(child)) ReadAnchors(*choice);
      } else if (const auto box = ReadAnchor(child, tracks_)) {
        ReadContents(child, *box);
      }
    }
  }

 private:
  static const XmlNode* ChoiceOf(const XmlNode& alternatives) {
    const XmlNode* choice = alternatives.Child("Choice");
    return choice != nullptr && !choice->children.empty() ? choice : alternatives.Child("Fallback");
  }

  void ReadContents(const XmlNode& anchor, const ScreenBox& box) {
    const XmlNode* data = anchor.Child("clientData");
    if (data != nullptr && !data->Flag("fPrintsWithSheet", true)) {
      Lose(box, "unprinted drawing", "");
      return;
    }
    for (const XmlNode& child : anchor.children) ReadItem(child, box);
  }

  void ReadItem(const XmlNode& node, const ScreenBox& box) {
    if (node.name == "AlternateContent") {
      const XmlNode* choice = ChoiceOf(node);
      if (choice == nullptr) return;
      for (const XmlNode& child : choice->children) ReadItem(child, box);
      return;
    }
    const std::string name = NameOf(node);
    if (IsHidden(node)) return;
    if (node.name == "sp" || node.name == "cxnSp") AddShape(node, box, name);
    if (node.name == "pic") AddPicture(node, box, name);
    if (node.name == "grpSp") ReadGroup(node, box, name);
    if (node.name == "graphicFrame") Lose(box, FrameKind(node), name);
    if (node.name == "contentPart") Lose(box, "ink", name);
  }

  /// The element with name and description: cNvPr inside nvSpPr, nvPicPr …
  static const XmlNode* Identity(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
      if (const XmlNode* identity = child.Child("cNvPr")) return identity;
    }
    return nullptr;
  }
  static std::string NameOf(const XmlNode& node) {
    const XmlNode* identity = Identity(node);
    return identity == nullptr ? std::string() : std::string(identity->Get("name"));
  }
  static bool IsHidden(const XmlNode& node) {
    const XmlNode* identity = Identity(node);
    return identity != nullptr && identity->Flag("hidden");
  }

  static const char* FrameKind(const XmlNode& node) {
    const XmlNode* data = node.Descend({"graphic", "graphicData"});
    const std::string_view kind = data == nullptr ? std::string_view() : data->Get("uri");
    if (kind.find("chart") != std::string_view::npos) return "chart";
    if (kind.find("diagram") != std::string_view::npos) return "smartart";
    return kind.find("slicer") == std::string_view::npos ? "graphic" : "slicer";
  }

  void Count() {
    if (++context_->drawings > kMostWorkbookDrawings) context_->package.TooMuch(Say("図形", "drawings"));
  }

  void Lose(const ScreenBox& box, const std::string& what, const std::string& name) {
    Count();
    const WorkbookAnchor place = PrintedPlace(box, tracks_);
    sheet_->losses.push_back({place.row, place.column, what, name});
  }

  void AddShape(const XmlNode& node, const ScreenBox& box, const std::string& name) {
    Count();
    ReadShape read = ReadDrawnShape(node, context_->styles.colors.theme, context_->styles.default_font);
    read.shape.anchor = PrintedPlace(box, tracks_);
    read.shape.name = name;
    for (const std::string& what : read.lost) Lose(box, what, name);
    sheet_->shapes.push_back(std::move(read.shape));
  }

  void AddPicture(const XmlNode& node, const ScreenBox& box, const std::string& name) {
    Count();
    const XmlNode* fill = node.Child("blipFill");
    const XmlNode* blip = fill == nullptr ? nullptr : fill->Child("blip");
    const RelatedPart* part = blip == nullptr ? nullptr : relationships_.Find(blip->GetPrefixed("embed"));
    if (part == nullptr || !context_->package.Has(part->path)) return Lose(box, "picture", name);
    WorkbookPicture picture;
    picture.anchor = PrintedPlace(box, tracks_);
    picture.bytes = context_->package.Bytes(part->path, kMostPictureBytes - context_->picture_bytes);
    context_->picture_bytes += picture.bytes.size();
    picture.kind = PictureKind(picture.bytes);
    const XmlNode* identity = Identity(node);
    if (identity != nullptr) picture.alt_text = identity->Get("descr");
    sheet_->pictures.push_back(std::move(picture));
    LoseChanges(node, *fill, box, name);
  }

  /// Crops and turns of a picture are not brought along.
  void LoseChanges(const XmlNode& node, const XmlNode& fill, const ScreenBox& box, const std::string& name) {
    const XmlNode* crop = fill.Child("srcRect");
    bool cropped = false;
    for (const char* side : {"l", "t", "r", "b"}) cropped = cropped || (crop != nullptr && crop->Long(side) != 0);
    if (cropped) Lose(box, "crop", name);
    const XmlNode* transform = node.Descend({"spPr", "xfrm"});
    if (transform == nullptr) return;
    if (transform->Long("rot") != 0) Lose(box, "rotation", name);
    if (transform->Flag("flipH") || transform->Flag("flipV")) Lose(box, "flip", name);
  }

  /// The children of a group stand by themselves, in its measure; a turned group is lost as a whole.
  void ReadGroup(const XmlNode& node, const ScreenBox& box, const std::string& name) {
    const XmlNode* transform = node.Descend({"grpSpPr", "xfrm"});
    const bool turned =
        transform == nullptr || transform->Long("rot") != 0 || transform->Flag("flipH") || transform->Flag("flipV");
    if (turned) return Lose(box, "group", name);
    for (const XmlNode& child : node.children) {
      const XmlNode* own = child.Descend({child.name == "grpSp" ? "grpSpPr" : "spPr", "xfrm"});
      if (child.name == "graphicFrame") own = child.Child("xfrm");
      if (own != nullptr) ReadItem(child, BoxInGroup(own, transform, box));
    }
  }

  Relationships relationships_;
  const SheetTracks& tracks_;
  SheetContext* context_;
  WorkbookSheet* sheet_;
};

}  // namespace

std::string PictureKind(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "jpeg";
  if (bytes.starts_with("GIF8")) return "gif";
  if (bytes.starts_with("BM")) return "bmp";
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return "tiff";
  if (bytes.starts_with("\xD7\xCD\xC6\x9A"sv) || bytes.starts_with("\1\0\x09\0"sv)) return "wmf";
  if (bytes.starts_with("\1\0\0\0"sv) && bytes.size() > 44 && bytes.substr(40, 4) == " EMF") return "emf";
  return bytes.substr(0, 1000).find("<svg") == std::string_view::npos ? "" : "svg";
}

void ReadDrawing(const std::string& part, const SheetTracks& tracks, SheetContext* context, WorkbookSheet* sheet) {
  const XmlNode drawing = context->package.ParseTree(part);
  DrawingReader(part, tracks, context, sheet).ReadAnchors(drawing);
}

}  // namespace chohyo
