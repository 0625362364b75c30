// The page: paper, margins, font; and columns as they are written.
#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/template_load.h"

namespace chohyo {
namespace {

struct Paper {
  std::string_view name;
  Um width, height;
};

constexpr Paper kPapers[] = {{"A3", 297000, 420000},
                             {"A4", 210000, 297000},
                             {"A5", 148000, 210000},
                             {"B4", 257000, 364000},
                             {"B5", 182000, 257000}};
constexpr Um kMargin = 20000;
constexpr Um kBindingMargin = 25000;
constexpr Um kLandscapeMargin = 15000;
constexpr Um kLeastPrintable = 20000;

void ApplyPaper(const YamlNode& node, PageSetup* page) {
  if (const YamlNode* orientation = node.Find("orientation")) {
    page->landscape = orientation->Text() == "landscape";
    if (!page->landscape && orientation->Text() != "portrait") {
      orientation->Fail(Say("portrait（縦）か landscape（横）を書いてください（今は「{}」）。",
                            "write portrait or landscape (found \"{}\").", orientation->Text()));
    }
    page->margin_left = page->landscape ? kLandscapeMargin : kBindingMargin;
    page->margin_top = page->margin_right = page->margin_bottom = page->landscape ? kLandscapeMargin : kMargin;
  }
  page->paper = node.TextOr("paper", page->paper);
  const auto* paper = std::find_if(std::begin(kPapers), std::end(kPapers),
                                   [page](const Paper& known) { return known.name == page->paper; });
  if (paper == std::end(kPapers)) {
    node.Find("paper")->Fail(Say("用紙「{}」はありません。使えるのは A3 A4 A5 B4 B5 です。",
                                 "there is no paper \"{}\"; there are A3 A4 A5 B4 B5.", page->paper));
  }
  page->width = page->landscape ? paper->height : paper->width;
  page->height = page->landscape ? paper->width : paper->height;
}

/// One to four lengths in the order of CSS: top, right, bottom, left.
void ApplyMargins(const YamlNode& node, PageSetup* page) {
  std::vector<Um> lengths;
  for (const std::string_view word : Split(node.Text(), ' ')) {
    const auto length = ParseLength(word);
    if (!length) {
      node.Fail(
          Say("余白「{}」が読めません。「20mm」か「上 右 下 左」の順に「20mm 20mm 20mm 25mm」のように書いてください。",
              "margins \"{}\" are not understood; write \"20mm\", or top right bottom left as \"20mm 20mm 20mm 25mm\".",
              node.Text()));
    }
    lengths.push_back(*length);
  }
  if (lengths.size() > 4) node.Fail(Say("余白は四つまでです。", "there are at most four margins."));
  page->margin_top = lengths[0];
  page->margin_right = lengths.size() > 1 ? lengths[1] : lengths[0];
  page->margin_bottom = lengths.size() > 2 ? lengths[2] : lengths[0];
  page->margin_left = lengths.size() > 3 ? lengths[3] : page->margin_right;
}

}  // namespace

void ApplyPage(const YamlNode& node, PageLook* look) {
  constexpr std::string_view kKeys[] = {"paper", "orientation", "margins", "font", "smallest", "reported", "footer"};
  RefuseKeys(node.Expect(YamlNode::Kind::kMap), {kKeys});
  ApplyPaper(node, &look->page);
  if (const YamlNode* margins = node.Find("margins")) ApplyMargins(*margins, &look->page);
  if (look->page.printable_width() < kLeastPrintable || look->page.printable_height() < kLeastPrintable) {
    node.Fail(Say("余白が大きすぎて、書く場所がありません。", "the margins leave no room to print on."));
  }
  if (const YamlNode* font = node.Find("font")) ApplyFont(*font, &look->style);
  if (const YamlNode* smallest = node.Find("smallest")) look->smallest_size = SizeOf(*smallest);
  if (const YamlNode* reported = node.Find("reported")) look->reported_size = SizeOf(*reported);
}

std::vector<Track> TracksOf(const YamlNode& node) {
  std::vector<Track> tracks;
  for (std::string_view line : Split(node.Text(), ' ')) {
    const std::string_view word = Trim(line);
    if (word.empty()) continue;
    if (AppendTracks(word, &tracks)) continue;
    node.Fail(Say("列「{}」が読めません。30mm、*、3*、31x5mm のように書いてください（全部で {} 列まで）。",
                  "column \"{}\" is not understood; write 30mm, *, 3* or 31x5mm (up to {} columns in all).",
                  std::string(word), kMostColumns));
  }
  if (tracks.empty()) node.Fail(Say("列が一つもありません。", "there are no columns."));
  return tracks;
}

}  // namespace chohyo
