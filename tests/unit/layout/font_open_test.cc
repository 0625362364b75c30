#include <unistd.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/layout/font.h"
#include "pipeline/layout/font_finder.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

fs::path FileOf(const std::string& name) { return FontFinder(".").Find(name).file; }

std::string FaultOf(const std::string& name, const fs::path& folder) {
  try {
    const FontPlace place = FontFinder(folder).Find(name);
    Font::Open(place.file, place.index);
  } catch (const InputFault& fault) {
    return fault.what();
  }
  return "no fault";
}

/// A folder that goes away with the test.
struct Folder {
  Folder() : path(fs::temp_directory_path() / ("chohyo-font-" + std::to_string(::getpid()))) {
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  std::string File(const std::string& name, std::string_view bytes) const {
    std::ofstream(path / name, std::ios::binary) << bytes;
    return (path / name).string();
  }
  fs::path path;
};

std::string WithoutTable(std::string font, std::string_view tag) {
  const std::size_t at = font.substr(0, 600).find(tag);
  REQUIRE(at != std::string::npos);
  font[at] = 'X';
  return font;
}

TEST_CASE("a known font has its metrics") {
  const auto font = Font::Open(FileOf("IPAexMincho"));
  CHECK(font->postscript_name() == "IPAexMincho");
  CHECK(font->units_per_em() == 2048);
  CHECK(font->ascent() == 1802);
  CHECK(font->descent() == 246);
  CHECK(font->cap_height() > 1200);
  CHECK(font->bounding_box().x_max >= 2048);
  const GlyphId kanji = font->GlyphOf(U'漢').value();
  CHECK(font->Advance(kanji) == 2048);
  CHECK(font->VerticalAdvance(kanji) == 2048);
  CHECK(font->VerticalOrigin(kanji) == 1802);
  CHECK(font->Advance(font->GlyphOf(U'ｱ').value()) == 1024);
}

TEST_CASE("names of fonts ignore spaces, hyphens and case") {
  CHECK(FileOf("ipaex mincho") == FileOf("IPAexMincho"));
  CHECK(FileOf("BIZ UDMincho").filename() == "BIZUDMincho-Regular.ttf");
  CHECK(FileOf("biz-ud-p-gothic").filename() == "BIZUDPGothic-Regular.ttf");
  CHECK(FileOf("ipaexg.ttf") == FileOf("IPAexGothic"));
  CHECK(FileOf("ipaexg") == FileOf("IPAexGothic"));
}

TEST_CASE("a path relative to the office folder goes before the font folders") {
  const Folder folder;
  folder.File("office.ttf", ReadWholeFile(FileOf("IPAexGothic")));
  FontFinder finder(folder.path);
  CHECK(finder.Find("office.ttf") == FontPlace{folder.path / "office.ttf", 0});
  CHECK(finder.Find("office.ttf#3") == FontPlace{folder.path / "office.ttf", 3});
  CHECK(finder.Find(FileOf("IPAexGothic").string()).file == FileOf("IPAexGothic"));
}

TEST_CASE("a missing font is named, with the places where it was looked for") {
  ::setenv("XDG_DATA_HOME", "/nowhere/data", 1);
  ::setenv("HOME", "/nowhere/home", 1);
  CHECK(FaultOf("Nothing Mincho", "/office") ==
        "エラー: フォント「Nothing Mincho」がありません。chohyo.yaml の fonts には、ファイルのパス（この設定フォルダー"
        "から）か、次の名前が書けます: IPAexMincho, IPAexGothic, IPAmjMincho, BIZUDMincho, BIZUDPMincho, BIZUDGothic, "
        "BIZUDPGothic。探した場所: /office/Nothing Mincho, /nowhere/data/fonts, /nowhere/home/.fonts, "
        "/usr/local/share/fonts, /usr/share/fonts");
  ::unsetenv("XDG_DATA_HOME");
  CHECK(FontFolders().front() == "/nowhere/home/.local/share/fonts");
}

TEST_CASE("files that are no fonts are refused by name") {
  const Folder folder;
  const std::string sound = ReadWholeFile(FileOf("IPAexGothic"));
  const std::string text = folder.File("text.ttf", "これはフォントではない");
  CHECK(FaultOf(text, "/") ==
        text + ": エラー: フォントとして読めません。TrueType フォント（.ttf、.ttc）を指定してください。");
  const std::string empty = folder.File("empty.ttf", "");
  CHECK(FaultOf(empty, "/").find("フォントとして読めません") != std::string::npos);
  const std::string cff = folder.File("cff.otf", WithoutTable(sound, "glyf"));
  CHECK(FaultOf(cff, "/") ==
        cff +
            ": エラー: CFF 輪郭の OpenType フォントは PDF に埋め込めません。TrueType 輪郭（glyf）の"
            "フォントを指定してください。");
  const std::string lost = folder.File("lost.ttf", WithoutTable(sound, "loca"));
  CHECK(FaultOf(lost, "/") == lost + ": エラー: フォントファイルが壊れています。正しいファイルに置き換えてください。");
  const std::string cut = folder.File("cut.ttf", sound.substr(0, sound.size() / 2));
  CHECK(FaultOf(cut, "/") != "no fault");
  CHECK(FaultOf(folder.File("one.ttf", sound) + "#1", "/").find("フォントとして読めません") != std::string::npos);
}

TEST_CASE("the hard names of the registry are found") {
  const auto ex = Font::Open(FileOf("IPAexMincho"));
  const auto mj = Font::Open(FileOf("IPAmjMincho"));
  CHECK(!ex->GlyphOf(U'𠮷'));
  CHECK(mj->GlyphOf(U'𠮷'));
  CHECK(ex->GlyphOf(U'髙'));
  CHECK(ex->GlyphOf(U'﨑'));
  CHECK(ex->GlyphOf(U'㋿'));
  CHECK(!mj->GlyphOf(U'㋿'));
  CHECK(!ex->GlyphOf(0x10FFFF));
  CHECK(!ex->GlyphOf(0xFFFFFFFF));
  CHECK(ex->GlyphOf(U'自') == ex->GlyphOf(U'⾃'));
}

TEST_CASE("a selector chooses only the glyph of its pair") {
  const auto mj = Font::Open(FileOf("IPAmjMincho"));
  const auto plain = mj->GlyphOf(U'葛');
  const auto first = mj->GlyphOf(U'葛', 0xE0102);
  REQUIRE(plain);
  REQUIRE(first);
  CHECK(!mj->GlyphOf(U'葛', 0xE01EF));
  CHECK(!mj->GlyphOf(U'あ', 0xE0100));
}

TEST_CASE("vertical forms replace what stands on its side") {
  const auto font = Font::Open(FileOf("IPAexMincho"));
  const GlyphId dash = font->GlyphOf(U'ー').value();
  const GlyphId stop = font->GlyphOf(U'。').value();
  const GlyphId kanji = font->GlyphOf(U'漢').value();
  CHECK(font->VerticalGlyph(dash) != dash);
  CHECK(font->VerticalGlyph(stop) != stop);
  CHECK(font->VerticalGlyph(kanji) == kanji);
}

TEST_CASE("shaping joins a base and its dakuten in one cluster") {
  const auto font = Font::Open(FileOf("IPAexMincho"));
  const auto shaped = font->Shape("Aか\u3099");
  REQUIRE(shaped.size() >= 2);
  CHECK(shaped[0].cluster == 0);
  CHECK(shaped[1].cluster == 1);
  CHECK(shaped.back().cluster == 1);
}

TEST_CASE("many threads see the same glyphs") {
  const auto font = Font::Open(FileOf("IPAmjMincho"));
  const auto same = Font::Open(FileOf("IPAmjMincho"));
  std::vector<std::vector<std::optional<GlyphId>>> seen(4);
  std::vector<std::thread> threads;
  threads.reserve(seen.size());
  for (auto& glyphs : seen) {
    threads.emplace_back([&font, &glyphs] {
      for (char32_t c = 0x3000; c < 0xA000; ++c) glyphs.push_back(font->GlyphOf(c));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (char32_t c = 0x3000; c < 0xA000; ++c) {
    const auto expected = same->GlyphOf(c);
    for (const auto& glyphs : seen) {
      if (glyphs[c - 0x3000] != expected) FAIL("U+" << std::hex << static_cast<unsigned>(c));
    }
  }
}

}  // namespace
}  // namespace chohyo
