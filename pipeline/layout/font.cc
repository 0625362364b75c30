#include "pipeline/layout/font.h"

#include <hb-ot.h>
#include <hb.h>

#include <array>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/layout/font_cmap.h"
#include "pipeline/layout/font_glyphs.h"
#include "pipeline/layout/font_subset.h"

namespace chohyo {
namespace {

struct Release {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

/// Where a font has no OS/2 values: capitals of Japanese fonts are about this part of the em.
constexpr double kUsualCapHeight = 0.7;

std::string_view BytesOf(hb_blob_t* blob) {
  unsigned length = 0;
  const char* const data = hb_blob_get_data(blob, &length);
  return {data, length};
}

[[noreturn]] void NotReadable(const std::string& file) {
  throw InputFault(Say("{}: エラー: フォントとして読めません。TrueType フォント（.ttf、.ttc）を指定してください。",
                       "{}: error: cannot be read as a font. Name a TrueType font (.ttf, .ttc).", file));
}

[[noreturn]] void NotTrueType(const std::string& file) {
  throw InputFault(
      Say("{}: エラー: CFF 輪郭の OpenType フォントは PDF に埋め込めません。TrueType 輪郭（glyf）の"
          "フォントを指定してください。",
          "{}: error: an OpenType font with CFF outlines cannot be embedded. Name one with TrueType "
          "outlines (glyf).",
          file));
}

Owned<hb_face_t> OpenFace(const std::string& file, int index) {
  const Owned<hb_blob_t> blob(hb_blob_create_from_file_or_fail(file.c_str()));
  if (!blob || index < 0 || static_cast<unsigned>(index) >= hb_face_count(blob.get())) NotReadable(file);
  return Owned<hb_face_t>(hb_face_create(blob.get(), static_cast<unsigned>(index)));
}

std::string NameOf(hb_face_t* face) {
  std::array<char, 128> text{};
  unsigned size = text.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1), &size, text.data());
  std::string name;
  // What ISO 32000 allows in a name without escapes, and fonts in their PostScript names.
  constexpr std::string_view kSpecial = "[](){}<>/%#";
  for (const char c : std::string_view(text.data(), size)) {
    if (c > ' ' && c < '\x7F' && kSpecial.find(c) == std::string_view::npos) name.push_back(c);
  }
  return name.empty() ? "Font" : name;
}

/// Where the vertical font keeps glyph ids among the code points: private ones, with which shaping does nothing else.
constexpr char32_t kGlyphPlane = 0xF0000;

/// A view of the font whose characters are its own glyph ids: HarfBuzz applies feature `vert` only to whole texts.
Owned<hb_font_t> VerticalFont(hb_font_t* parent) {
  Owned<hb_font_t> font(hb_font_create_sub_font(parent));
  hb_font_funcs_t* const funcs = hb_font_funcs_create();
  const auto glyph_of = [](hb_font_t*, void*, hb_codepoint_t c, hb_codepoint_t* glyph, void*) -> hb_bool_t {
    *glyph = c - kGlyphPlane;
    return c >= kGlyphPlane;
  };
  hb_font_funcs_set_nominal_glyph_func(funcs, glyph_of, nullptr, nullptr);
  hb_font_set_funcs(font.get(), funcs, nullptr, nullptr);
  hb_font_funcs_destroy(funcs);
  hb_font_make_immutable(font.get());
  return font;
}

/// The form of one glyph in a vertical text.
GlyphId VerticalForm(hb_font_t* vertical_font, char32_t glyph) {
  const Owned<hb_buffer_t> buffer(hb_buffer_create());
  hb_buffer_add(buffer.get(), kGlyphPlane + glyph, 0);
  hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_direction(buffer.get(), HB_DIRECTION_TTB);
  hb_buffer_set_script(buffer.get(), HB_SCRIPT_KATAKANA);
  hb_buffer_set_language(buffer.get(), hb_language_from_string("ja", -1));
  hb_shape(vertical_font, buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  return count == 1 ? infos[0].codepoint : glyph;
}

Font::Shaped ShapedOf(const hb_glyph_info_t& info, const hb_glyph_position_t& position) {
  return {info.codepoint, info.cluster, position.x_advance, position.x_offset, position.y_offset};
}

}  // namespace

struct Font::Impl {
  Owned<hb_face_t> face;
  Owned<hb_font_t> font;
  std::vector<Owned<hb_blob_t>> blobs;
  GlyphTables tables;
  std::string name;
  int ascent = 0, descent = 0, cap_height = 0;
  GlyphMemory glyphs;
  Owned<hb_font_t> vertical_font;
  GlyphMemory vertical_forms;

  void Open(const std::string& file, int index) {
    face = OpenFace(file, index);
    if (hb_face_get_glyph_count(face.get()) == 0) NotReadable(file);
    ReadTables(file);
    font.reset(hb_font_create(face.get()));
    hb_font_make_immutable(font.get());
    vertical_font = VerticalFont(font.get());
    name = NameOf(face.get());
    ReadMetrics();
  }

  TableView Table(const char* tag) {
    blobs.emplace_back(hb_face_reference_table(face.get(), hb_tag_from_string(tag, -1)));
    return TableView(BytesOf(blobs.back().get()));
  }

  void ReadTables(const std::string& file) {
    tables = {Table("head"), Table("hhea"), Table("maxp"), Table("hmtx"), Table("loca"), Table("glyf"), file};
    if (tables.glyf.size() == 0) NotTrueType(file);
    tables.Check();
  }

  void ReadMetrics() {
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font.get(), &extents);
    ascent = extents.ascender;
    descent = -extents.descender;
    hb_position_t height = 0;
    const bool known = hb_ot_metrics_get_position(font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &height) && height > 0;
    cap_height = known ? height : static_cast<int>(tables.units_per_em() * kUsualCapHeight);
  }
};

Font::Font() : impl_(std::make_unique<Impl>()) {}
Font::~Font() = default;

std::shared_ptr<const Font> Font::Open(const std::filesystem::path& file, int index) {
  std::shared_ptr<Font> font(new Font);
  font->impl_->Open(file.string(), index);
  return font;
}

const std::string& Font::postscript_name() const { return impl_->name; }
int Font::units_per_em() const { return impl_->tables.units_per_em(); }
int Font::ascent() const { return impl_->ascent; }
int Font::descent() const { return impl_->descent; }
int Font::cap_height() const { return impl_->cap_height; }

Font::Box Font::bounding_box() const {
  const TableView& head = impl_->tables.head;
  return {head.I16(36), head.I16(38), head.I16(40), head.I16(42)};
}

std::optional<GlyphId> Font::GlyphOf(char32_t code_point, char32_t selector) const {
  hb_font_t* const font = impl_->font.get();
  hb_codepoint_t glyph = 0;
  if (selector != 0) {
    return hb_font_get_variation_glyph(font, code_point, selector, &glyph) ? std::optional<GlyphId>(glyph)
                                                                           : std::nullopt;
  }
  return impl_->glyphs.Find(code_point, [font](char32_t c) {
    hb_codepoint_t found = 0;
    return hb_font_get_nominal_glyph(font, c, &found) ? std::optional<GlyphId>(found) : std::nullopt;
  });
}

int Font::Advance(GlyphId glyph) const { return impl_->tables.Advance(glyph); }

int Font::VerticalAdvance(GlyphId glyph) const { return -hb_font_get_glyph_v_advance(impl_->font.get(), glyph); }

int Font::VerticalOrigin(GlyphId glyph) const {
  hb_position_t x = 0, y = 0;
  hb_font_get_glyph_v_origin(impl_->font.get(), glyph, &x, &y);
  return y;
}

GlyphId Font::VerticalGlyph(GlyphId glyph) const {
  hb_font_t* const font = impl_->vertical_font.get();
  return *impl_->vertical_forms.Find(glyph, [font](char32_t id) { return std::optional(VerticalForm(font, id)); });
}

std::vector<Font::Shaped> Font::Shape(std::string_view utf8) const {
  thread_local const Owned<hb_buffer_t> buffer(hb_buffer_create());
  hb_buffer_clear_contents(buffer.get());
  const int size = static_cast<int>(utf8.size());
  hb_buffer_add_utf8(buffer.get(), utf8.data(), size, 0, size);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_buffer_set_language(buffer.get(), hb_language_from_string("ja", -1));
  hb_shape(impl_->font.get(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  std::vector<Shaped> shaped;
  shaped.reserve(count);
  for (unsigned i = 0; i < count; ++i) shaped.push_back(ShapedOf(infos[i], positions[i]));
  return shaped;
}

Font::Subset Font::MakeSubset(const std::vector<GlyphId>& glyphs) const {
  return MakeGlyphSubset(impl_->tables, glyphs);
}

}  // namespace chohyo
