// The outlines of a subset are compared with those of the whole font as HarfBuzz draws them.
#include <hb-ot.h>
#include <hb.h>
#include <catch2/catch.hpp>

#include <memory>
#include <random>
#include <set>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/layout/font.h"
#include "pipeline/layout/font_finder.h"
#include "pipeline/layout/font_glyphs.h"
#include "pipeline/layout/font_subset.h"

namespace chohyo {
namespace {

struct Release {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using HbFont = std::unique_ptr<hb_font_t, Release>;

HbFont Read(const std::string& bytes) {
  hb_blob_t* const blob =
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* const face = hb_face_create(blob, 0);
  HbFont font(hb_font_create(face));
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return font;
}

void Put(void* text, char kind, float x, float y) {
  *static_cast<std::string*>(text) += kind + std::to_string(x) + "," + std::to_string(y) + " ";
}

/// The path of a glyph, written out, and its advance.
std::string Drawn(hb_font_t* font, GlyphId glyph) {
  static hb_draw_funcs_t* const funcs = [] {
    hb_draw_funcs_t* const made = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(
        made, [](hb_draw_funcs_t*, void* t, hb_draw_state_t*, float x, float y, void*) { Put(t, 'M', x, y); }, nullptr,
        nullptr);
    hb_draw_funcs_set_line_to_func(
        made, [](hb_draw_funcs_t*, void* t, hb_draw_state_t*, float x, float y, void*) { Put(t, 'L', x, y); }, nullptr,
        nullptr);
    hb_draw_funcs_set_quadratic_to_func(
        made,
        [](hb_draw_funcs_t*, void* t, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
          Put(t, 'q', cx, cy);
          Put(t, 'Q', x, y);
        },
        nullptr, nullptr);
    return made;
  }();
  std::string text = std::to_string(hb_font_get_glyph_h_advance(font, glyph)) + ": ";
  hb_font_get_glyph_shape(font, glyph, funcs, &text);
  return text;
}

void CompareAll(const std::string& name, GlyphId step) {
  const auto file = FontFinder(".").Find(name).file;
  const auto font = Font::Open(file);
  const std::string whole = ReadWholeFile(file);
  const HbFont original = Read(whole);
  const GlyphId count = hb_face_get_glyph_count(hb_font_get_face(original.get()));
  std::vector<GlyphId> glyphs;
  for (GlyphId glyph = 0; glyph < count; glyph += step) glyphs.push_back(glyph);
  const Font::Subset subset = font->MakeSubset(glyphs);
  const HbFont small = Read(subset.bytes);
  REQUIRE(subset.new_ids.size() == glyphs.size());
  REQUIRE(static_cast<unsigned>(subset.glyph_count) == hb_face_get_glyph_count(hb_font_get_face(small.get())));
  std::size_t drawn = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const std::string expected = Drawn(original.get(), glyphs[i]);
    if (Drawn(small.get(), subset.new_ids[i]) != expected) FAIL(name << " glyph " << glyphs[i]);
    drawn += expected.size() > 20;
  }
  CHECK(drawn > glyphs.size() / 2);
}

TEST_CASE("a subset draws what the font draws") {
  CompareAll("IPAexMincho", 7);
  CompareAll("IPAmjMincho", 41);
  CompareAll("BIZUDMincho", 9);
  CompareAll("BIZUDPGothic", 9);
  CompareAll("DejaVuSans", 1);
}

TEST_CASE("a subset holds its glyphs in the order asked for, twice where asked twice") {
  const auto file = FontFinder(".").Find("IPAexMincho").file;
  const auto font = Font::Open(file);
  const std::string whole = ReadWholeFile(file);
  const HbFont original = Read(whole);
  const GlyphId a = font->GlyphOf(U'自').value(), b = font->GlyphOf(U'一').value();
  const Font::Subset subset = font->MakeSubset({a, b, a});
  CHECK(subset.new_ids == std::vector<GlyphId>{1, 2, 3});
  CHECK(subset.glyph_count == 4);
  const HbFont small = Read(subset.bytes);
  CHECK(Drawn(small.get(), 1) == Drawn(original.get(), a));
  CHECK(Drawn(small.get(), 2) == Drawn(original.get(), b));
  CHECK(Drawn(small.get(), 3) == Drawn(original.get(), a));
  CHECK(font->MakeSubset({}).glyph_count == 1);
}

/// Checksums and directory, recomputed straight from the OpenType specification.
TEST_CASE("a subset's directory is sorted and its checksums are right") {
  const auto font = Font::Open(FontFinder(".").Find("DejaVuSans").file);
  const std::string bytes = font->MakeSubset({36, 37, 200, 201}).bytes;
  const TableView view(bytes);
  std::uint32_t total = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 4) total += view.U32(at);
  CHECK(total == 0xB1B0AFBA);
  REQUIRE(view.U32(0) == 0x00010000);
  REQUIRE(view.U16(4) == 6);
  std::string tags;
  for (std::size_t i = 0; i < 6; ++i) {
    const std::size_t entry = 12 + i * 16;
    const std::string tag = bytes.substr(entry, 4);
    tags += tag;
    const std::size_t offset = view.U32(entry + 8), length = view.U32(entry + 12);
    REQUIRE(offset % 4 == 0);
    REQUIRE(offset + length <= bytes.size());
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < (length + 3) / 4 * 4; at += 4) sum += view.U32(offset + at);
    if (tag == "head") sum -= view.U32(offset + 8);
    CHECK(sum == view.U32(entry + 4));
  }
  CHECK(tags == "glyfheadhheahmtxlocamaxp");
}

GlyphTables Tables(const std::string& font) {
  const auto table = [&](std::string_view tag) {
    const TableView view(font);
    for (std::size_t i = 0; i < view.U16(4); ++i) {
      const std::size_t entry = 12 + i * 16;
      if (font.compare(entry, 4, tag) != 0) continue;
      return TableView(std::string_view(font).substr(view.U32(entry + 8), view.U32(entry + 12)));
    }
    return TableView();
  };
  return {table("head"), table("hhea"), table("maxp"), table("hmtx"), table("loca"), table("glyf"), "test.ttf"};
}

/// Whatever a damaged font says, the answer is a subset or an InputFault, never a read outside the file.
TEST_CASE("damaged outlines are refused or harmless") {
  const auto font = Font::Open(FontFinder(".").Find("DejaVuSans").file);
  std::vector<GlyphId> glyphs;
  for (GlyphId glyph = 100; glyph < 400; ++glyph) glyphs.push_back(glyph);
  const std::string sound = font->MakeSubset(glyphs).bytes;
  std::mt19937 random(20210113);
  int refused = 0;
  for (int round = 0; round < 400; ++round) {
    std::string bytes = sound;
    for (int i = 0; i < 20; ++i) bytes[108 + random() % (bytes.size() - 108)] = static_cast<char>(random());
    const GlyphTables tables = Tables(bytes);
    try {
      tables.Check();
      MakeGlyphSubset(tables, glyphs);
    } catch (const InputFault& fault) {
      ++refused;
      CHECK(std::string(fault.what()) ==
            "test.ttf: エラー: フォントファイルが壊れています。正しいファイルに置き換えてください。");
    }
  }
  CHECK(refused > 0);
}

}  // namespace
}  // namespace chohyo
