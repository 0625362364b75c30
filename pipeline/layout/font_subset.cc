#include "pipeline/layout/font_subset.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace chohyo {
namespace {

// Bits of a composite glyph's component (OpenType specification, table `glyf`).
constexpr std::uint16_t kWordArguments = 0x0001, kScale = 0x0008, kMoreComponents = 0x0020, kTwoScales = 0x0040,
                        kMatrix = 0x0080, kInstructions = 0x0100;
constexpr std::size_t kGlyphHeader = 10;
constexpr std::size_t kLongestShortGlyf = 0x1FFFE;
constexpr std::size_t kDirectoryEntry = 16;
constexpr std::uint32_t kChecksumOfFile = 0xB1B0AFBA;

void PutU16(std::size_t value, std::string* out) {
  out->push_back(static_cast<char>(value >> 8));
  out->push_back(static_cast<char>(value));
}

void PutU32(std::size_t value, std::string* out) {
  PutU16(value >> 16 & 0xFFFF, out);
  PutU16(value & 0xFFFF, out);
}

void SetU16(std::size_t at, std::size_t value, std::string* bytes) {
  (*bytes)[at] = static_cast<char>(value >> 8);
  (*bytes)[at + 1] = static_cast<char>(value);
}

/// The sum of a table's 32-bit words; `bytes` is padded to whole words.
std::uint32_t Checksum(std::string_view bytes) {
  std::uint32_t sum = 0;
  const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data());
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) {
    sum += std::uint32_t{data[at]} << 24 | std::uint32_t{data[at + 1]} << 16 | std::uint32_t{data[at + 2]} << 8 |
           data[at + 3];
  }
  return sum;
}

std::size_t ComponentSize(std::uint16_t flags) {
  std::size_t size = flags & kWordArguments ? 8 : 6;
  if (flags & kScale) size += 2;
  if (flags & kTwoScales) size += 4;
  if (flags & kMatrix) size += 8;
  return size;
}

class SubsetWriter {
 public:
  SubsetWriter(const GlyphTables& tables, const std::vector<GlyphId>& glyphs) : tables_(tables) {
    sources_.reserve(glyphs.size() + 1);
    sources_.push_back(0);
    sources_.insert(sources_.end(), glyphs.begin(), glyphs.end());
  }

  Font::Subset Write() {
    WriteOutlines();
    Font::Subset subset;
    subset.glyph_count = static_cast<int>(sources_.size());
    subset.bytes = Assemble();
    return subset;
  }

 private:
  /// sources_ grows while composites are met: their parts come after all glyphs asked for.
  void WriteOutlines() {
    glyf_.reserve(sources_.size() * 300);
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      offsets_.push_back(glyf_.size());
      WriteOutline(tables_.Outline(sources_[i]));
      if (glyf_.size() % 2 != 0) glyf_.push_back('\0');
    }
    offsets_.push_back(glyf_.size());
  }

  void WriteOutline(std::string_view outline) {
    if (outline.empty()) return;
    if (outline.size() < kGlyphHeader) tables_.Damaged();
    const int contours = TableView(outline).I16(0);
    if (contours > 0) WriteSimple(outline, static_cast<std::size_t>(contours));
    if (contours < 0) WriteComposite(outline);
  }

  void WriteSimple(std::string_view outline, std::size_t contours) {
    const std::size_t hints = kGlyphHeader + contours * 2;
    const std::size_t points = hints + 2 + TableView(outline).U16(hints);
    if (points > outline.size()) tables_.Damaged();
    glyf_.append(outline.substr(0, hints));
    PutU16(0, &glyf_);
    glyf_.append(outline.substr(points));
  }

  void WriteComposite(std::string_view outline) {
    const TableView view(outline);
    glyf_.append(outline.substr(0, kGlyphHeader));
    std::uint16_t flags = kMoreComponents;
    for (std::size_t at = kGlyphHeader; flags & kMoreComponents;) {
      flags = view.U16(at);
      const std::size_t size = ComponentSize(flags);
      if (at + size > outline.size()) tables_.Damaged();
      PutU16(flags & ~kInstructions, &glyf_);
      PutU16(IdOfPart(view.U16(at + 2)), &glyf_);
      glyf_.append(outline.substr(at + 4, size - 4));
      at += size;
    }
  }

  std::size_t IdOfPart(GlyphId part) {
    const auto [place, is_new] = parts_.emplace(part, sources_.size());
    if (is_new) sources_.push_back(part);
    return place->second;
  }

  std::string Head() const {
    std::string head(tables_.head.bytes().substr(0, 54));
    std::fill_n(head.begin() + 8, 4, '\0');
    SetU16(50, IsShort() ? 0 : 1, &head);
    return head;
  }

  /// Glyph count, and no limits for the hinting that is gone.
  std::string Maxp() const {
    std::string maxp(tables_.maxp.bytes().substr(0, 32));
    SetU16(4, sources_.size(), &maxp);
    std::fill(maxp.begin() + 16, maxp.begin() + 28, '\0');
    return maxp;
  }

  std::string Hhea() const {
    std::string hhea(tables_.hhea.bytes().substr(0, 36));
    SetU16(34, sources_.size(), &hhea);
    return hhea;
  }

  std::string Hmtx() const {
    std::string hmtx;
    hmtx.reserve(sources_.size() * 4);
    for (const GlyphId source : sources_) {
      PutU16(static_cast<std::uint16_t>(tables_.Advance(source)), &hmtx);
      PutU16(static_cast<std::uint16_t>(tables_.SideBearing(source)), &hmtx);
    }
    return hmtx;
  }

  bool IsShort() const { return glyf_.size() <= kLongestShortGlyf; }

  std::string Loca() const {
    std::string loca;
    loca.reserve(offsets_.size() * 4);
    for (const std::size_t offset : offsets_) IsShort() ? PutU16(offset / 2, &loca) : PutU32(offset, &loca);
    return loca;
  }

  /// Table directory and tables; the outlines come last.
  std::string Assemble() {
    using Table = std::pair<std::string_view, std::string>;
    std::array<Table, 6> tables{Table{"head", Head()}, Table{"hhea", Hhea()}, Table{"maxp", Maxp()},
                                Table{"hmtx", Hmtx()}, Table{"loca", Loca()}, Table{"glyf", std::move(glyf_)}};
    std::map<std::string_view, std::string> directory;
    std::size_t offset = 12 + tables.size() * kDirectoryEntry;
    const std::size_t first = offset;
    for (auto& [tag, bytes] : tables) {
      std::string& entry = directory[tag];
      const std::size_t length = bytes.size();
      bytes.resize((length + 3) / 4 * 4);
      entry.append(tag);
      PutU32(Checksum(bytes), &entry);
      PutU32(offset, &entry);
      PutU32(length, &entry);
      offset += bytes.size();
    }
    std::string font;
    font.reserve(offset);
    // Version 1.0, 6 tables, and the search hints that follow from 6.
    for (const std::size_t word : {0x0001, 0x0000, 6, 64, 2, 32}) PutU16(word, &font);
    for (const auto& [tag, entry] : directory) font.append(entry);
    for (const auto& [tag, bytes] : tables) font.append(bytes);
    const std::uint32_t adjustment = kChecksumOfFile - Checksum(font);
    SetU16(first + 8, adjustment >> 16, &font);
    SetU16(first + 10, adjustment & 0xFFFF, &font);
    return font;
  }

  const GlyphTables& tables_;
  std::vector<GlyphId> sources_;          ///< glyph of the large font for every id of the small one
  std::map<GlyphId, std::size_t> parts_;  ///< ids of the parts of composites
  std::vector<std::size_t> offsets_;      ///< of each glyph in glyf_, and its end
  std::string glyf_;
};

}  // namespace

Font::Subset MakeGlyphSubset(const GlyphTables& tables, const std::vector<GlyphId>& glyphs) {
  Font::Subset subset = SubsetWriter(tables, glyphs).Write();
  for (std::size_t i = 0; i < glyphs.size(); ++i) subset.new_ids.push_back(static_cast<GlyphId>(i + 1));
  return subset;
}

}  // namespace chohyo
