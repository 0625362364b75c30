#include "pipeline/layout/characters.h"

#include <algorithm>
#include <iterator>

namespace chohyo {
namespace {

struct Range {
  char32_t first, last;
  CharKind kind;
};

/// Ascending, not overlapping; what is not here is plain. After Unicode 15 (general category, Bidi_Class, scripts with
/// shaping in HarfBuzz).
constexpr Range kRanges[] = {
    {0x0000, 0x0008, CharKind::kIgnored},       {0x0009, 0x0009, CharKind::kSpace},
    {0x000A, 0x000D, CharKind::kNewline},       {0x000E, 0x001F, CharKind::kIgnored},
    {0x0020, 0x0020, CharKind::kSpace},         {0x007F, 0x0084, CharKind::kIgnored},
    {0x0085, 0x0085, CharKind::kNewline},       {0x0086, 0x009F, CharKind::kIgnored},
    {0x00A0, 0x00A0, CharKind::kSpace},         {0x00AD, 0x00AD, CharKind::kIgnored},
    {0x0300, 0x034E, CharKind::kMark},          {0x034F, 0x034F, CharKind::kIgnored},
    {0x0350, 0x036F, CharKind::kMark},          {0x0483, 0x0489, CharKind::kMark},
    {0x0590, 0x061B, CharKind::kRightToLeft},   {0x061C, 0x061C, CharKind::kIgnored},
    {0x061D, 0x08FF, CharKind::kRightToLeft},   {0x0900, 0x10FF, CharKind::kComplex},
    {0x1100, 0x11FF, CharKind::kComplex},       {0x135D, 0x135F, CharKind::kMark},
    {0x1680, 0x1680, CharKind::kSpace},         {0x1700, 0x180A, CharKind::kComplex},
    {0x180B, 0x180F, CharKind::kIgnored},       {0x1810, 0x1AAF, CharKind::kComplex},
    {0x1AB0, 0x1AFF, CharKind::kMark},          {0x1B00, 0x1C7F, CharKind::kComplex},
    {0x1CD0, 0x1CFF, CharKind::kComplex},       {0x1DC0, 0x1DFF, CharKind::kMark},
    {0x2000, 0x200A, CharKind::kSpace},         {0x200B, 0x200F, CharKind::kIgnored},
    {0x2028, 0x2029, CharKind::kNewline},       {0x202A, 0x202E, CharKind::kIgnored},
    {0x202F, 0x202F, CharKind::kSpace},         {0x205F, 0x205F, CharKind::kSpace},
    {0x2060, 0x206F, CharKind::kIgnored},       {0x20D0, 0x20FF, CharKind::kMark},
    {0x3000, 0x3000, CharKind::kSpace},         {0x302A, 0x302F, CharKind::kMark},
    {0x3099, 0x309A, CharKind::kMark},          {0xA800, 0xABFF, CharKind::kComplex},
    {0xD7B0, 0xD7FF, CharKind::kComplex},       {0xFB1D, 0xFDFF, CharKind::kRightToLeft},
    {0xFE00, 0xFE0F, CharKind::kSelector},      {0xFE20, 0xFE2F, CharKind::kMark},
    {0xFE70, 0xFEFE, CharKind::kRightToLeft},   {0xFEFF, 0xFEFF, CharKind::kIgnored},
    {0xFFF9, 0xFFFB, CharKind::kIgnored},       {0x10800, 0x10FFF, CharKind::kRightToLeft},
    {0x11000, 0x11FFF, CharKind::kComplex},     {0x1D173, 0x1D17A, CharKind::kIgnored},
    {0x1E800, 0x1EFFF, CharKind::kRightToLeft}, {0xE0000, 0xE00FF, CharKind::kIgnored},
    {0xE0100, 0xE01EF, CharKind::kSelector},    {0xE01F0, 0xE0FFF, CharKind::kIgnored},
};

}  // namespace

CharKind KindOf(char32_t code_point) {
  const auto* range = std::upper_bound(std::begin(kRanges), std::end(kRanges), code_point,
                                       [](char32_t c, const Range& r) { return c < r.first; });
  if (range == std::begin(kRanges)) return CharKind::kPlain;
  --range;
  return code_point <= range->last ? range->kind : CharKind::kPlain;
}

bool IsSquare(char32_t code_point) {
  return (code_point >= 0x2E80 && code_point <= 0xA4CF) || (code_point >= 0xAC00 && code_point <= 0xD7A3) ||
         (code_point >= 0xE000 && code_point <= 0xFAFF) || (code_point >= 0xFE30 && code_point <= 0xFE4F) ||
         (code_point >= 0xFF01 && code_point <= 0xFF60) || (code_point >= 0x20000 && code_point <= 0x3FFFF);
}

}  // namespace chohyo
