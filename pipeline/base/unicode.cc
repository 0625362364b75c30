#include "pipeline/base/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include <array>
#include <memory>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char16_t kGeta = 0x81AC;

[[noreturn]] void LibraryFault(const char* what, UErrorCode status) {
  throw InputFault(Say("文字処理ライブラリ(ICU)が使えません: {} ({})", "The Unicode library (ICU) fails: {} ({})", what,
                       u_errorName(status)));
}

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter OpenCp932() {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open("ibm-943_P15A-2003", &status));  // Windows' code page 932
  if (U_FAILURE(status)) LibraryFault("CP932", status);
  return converter;
}

bool IsCp932Lead(unsigned char byte) { return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC); }

/// Every two-byte code of CP932 as a code point; 0 where there is none.
using Cp932Table = std::array<char16_t, 65536>;

void FillCp932Table(Cp932Table* table) {
  const Converter converter = OpenCp932();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  for (unsigned code = 0x8140; code <= 0xFCFC; ++code) {
    const char bytes[2] = {static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
    if (!IsCp932Lead(static_cast<unsigned char>(bytes[0]))) continue;
    UChar unit[4] = {};
    status = U_ZERO_ERROR;
    ucnv_reset(converter.get());
    const int32_t length = ucnv_toUChars(converter.get(), unit, 4, bytes, 2, &status);
    if (U_SUCCESS(status) && length == 1 && unit[0] != kReplacement) (*table)[code] = unit[0];
  }
}

const Cp932Table& SharedCp932Table() {
  static const auto table = [] {
    auto made = std::make_unique<Cp932Table>();
    made->fill(0);
    FillCp932Table(made.get());
    // 〜, －, ‖, ¢, £, ¬: the two mapping families differ; Windows' choice is taken.
    (*made)[0x8160] = 0xFF5E;
    (*made)[0x817C] = 0xFF0D;
    (*made)[0x8161] = 0x2225;
    (*made)[0x8191] = 0xFFE0;
    (*made)[0x8192] = 0xFFE1;
    (*made)[0x81CA] = 0xFFE2;
    return made;
  }();
  return *table;
}

/// The reverse of the table. Characters that CP932 holds twice or thrice get the code that Windows writes: the JIS one,
/// else NEC's row 13, else IBM's extension, never NEC's copy of it.
const Cp932Table& SharedCp932Codes() {
  static const auto codes = [] {
    const Cp932Table& table = SharedCp932Table();
    auto made = std::make_unique<Cp932Table>();
    made->fill(0);
    const auto fill = [&](unsigned first_lead, unsigned last_lead) {
      for (unsigned code = first_lead * 256; code < (last_lead + 1) * 256; ++code) {
        char16_t& place = (*made)[table[code]];
        if (table[code] != 0 && place == 0) place = static_cast<char16_t>(code);
      }
    };
    fill(0x81, 0x86);
    fill(0x88, 0xEC);
    fill(0x87, 0x87);
    fill(0xEF, 0xFC);
    fill(0xED, 0xEE);
    return made;
  }();
  return *codes;
}

/// The two-byte code of a character, the geta mark's where there is none.
char16_t Cp932CodeOf(char32_t c) {
  if (c == 0x301C) c = 0xFF5E;
  if (c == 0x2212) c = 0xFF0D;
  const char16_t code = c <= 0xFFFF ? SharedCp932Codes()[c] : u'\0';
  return code != 0 ? code : kGeta;
}

void NoteBad(std::size_t offset, std::optional<std::size_t>* bad_offset) {
  if (bad_offset != nullptr && !bad_offset->has_value()) *bad_offset = offset;
}

std::string DecodeCp932(std::string_view bytes, std::optional<std::size_t>* bad_offset) {
  const Cp932Table& table = SharedCp932Table();
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) {
      out.push_back(static_cast<char>(byte));
    } else if (byte >= 0xA1 && byte <= 0xDF) {
      AppendUtf8(0xFF61U + (byte - 0xA1U), &out);  // half-width kana
    } else {
      const unsigned trail = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0U;
      const char16_t unit = IsCp932Lead(byte) ? table[byte * 256U + trail] : u'\0';
      if (unit == 0) NoteBad(i, bad_offset);
      AppendUtf8(unit != 0 ? unit : kReplacement, &out);
      if (unit != 0) ++i;
    }
  }
  return out;
}

std::string DecodeUtf8(std::string_view bytes, std::optional<std::size_t>* bad_offset) {
  if (IsValidUtf8(bytes)) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t start = i;
    const char32_t code_point = NextCodePoint(bytes, &i);
    if (code_point == kReplacement && i == start + 1) NoteBad(start, bad_offset);
    AppendUtf8(code_point, &out);
  }
  return out;
}

std::string DecodeUtf16(std::string_view bytes, bool big_endian, std::optional<std::size_t>* bad_offset) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit_at = [&](std::size_t i) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? first * 256U + second : second * 256U + first;
  };
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t unit = unit_at(i);
    if (unit >= 0xD800 && unit <= 0xDBFF && i + 3 < bytes.size()) {
      const char32_t low = unit_at(i + 2);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        AppendUtf8(0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00), &out);
        i += 2;
        continue;
      }
    }
    if (unit >= 0xD800 && unit <= 0xDFFF) {
      NoteBad(i, bad_offset);
      unit = kReplacement;
    }
    AppendUtf8(unit, &out);
  }
  if (i < bytes.size()) {
    NoteBad(i, bad_offset);
    AppendUtf8(kReplacement, &out);
  }
  return out;
}

char32_t FoldDash(char32_t c) {
  switch (c) {
    case 0x301C: return U'~';
    case 0x2212: return U'-';
    default: return c;
  }
}

}  // namespace

std::string DecodeText(std::string_view bytes, Encoding encoding, std::optional<std::size_t>* bad_offset) {
  switch (encoding) {
    case Encoding::kUtf8: return DecodeUtf8(bytes, bad_offset);
    case Encoding::kCp932: return DecodeCp932(bytes, bad_offset);
    case Encoding::kUtf16Le: return DecodeUtf16(bytes, false, bad_offset);
    case Encoding::kUtf16Be: return DecodeUtf16(bytes, true, bad_offset);
  }
  return {};
}

std::string EncodeCp932(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = NextCodePoint(utf8, &i);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
    } else if (c >= 0xFF61 && c <= 0xFF9F) {
      out.push_back(static_cast<char>(c - 0xFF61U + 0xA1U));  // half-width kana
    } else {
      const char16_t code = Cp932CodeOf(c);
      out.push_back(static_cast<char>(code >> 8U));
      out.push_back(static_cast<char>(code & 0xFFU));
    }
  }
  return out;
}

std::string FoldForComparing(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) LibraryFault("NFKC", status);
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  std::string folded;
  nfkc->normalize(text, status).toUTF8String(folded);
  if (U_FAILURE(status)) LibraryFault("NFKC", status);
  std::string out;
  for (std::size_t i = 0; i < folded.size();) AppendUtf8(FoldDash(NextCodePoint(folded, &i)), &out);
  return std::string(Trim(out));
}

std::string HalfWidth(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t start = i;
    const char32_t c = NextCodePoint(utf8, &i);
    if (c >= 0xFF01 && c <= 0xFF5E) {
      out.push_back(static_cast<char>(c - 0xFF01 + 0x21));
    } else if (c == 0x3000) {
      out.push_back(' ');
    } else {
      out.append(utf8.substr(start, i - start));
    }
  }
  return out;
}

std::string CharacterName(char32_t code_point) {
  std::array<char, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  const auto size = u_charName(static_cast<UChar32>(code_point), U_UNICODE_CHAR_NAME, name.data(),
                               static_cast<std::int32_t>(name.size()), &status);
  return U_SUCCESS(status) != 0 ? std::string(name.data(), static_cast<std::size_t>(size)) : std::string();
}

struct LineBreaker::Impl {
  UBreakIterator* iterator = nullptr;
  UText text = UTEXT_INITIALIZER;
};

LineBreaker::LineBreaker() : impl_(new Impl) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->iterator = ubrk_open(UBRK_LINE, "ja_JP@lb=strict", nullptr, 0, &status);
  if (U_FAILURE(status)) LibraryFault("line breaking", status);
}

LineBreaker::~LineBreaker() {
  utext_close(&impl_->text);
  ubrk_close(impl_->iterator);
  delete impl_;
}

const std::vector<std::size_t>& LineBreaker::BreaksOf(std::string_view utf8) {
  breaks_.clear();
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&impl_->text, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
  ubrk_setUText(impl_->iterator, &impl_->text, &status);
  if (U_FAILURE(status)) LibraryFault("line breaking", status);
  ubrk_first(impl_->iterator);
  for (int32_t at = ubrk_next(impl_->iterator); at != UBRK_DONE; at = ubrk_next(impl_->iterator)) {
    breaks_.push_back(static_cast<std::size_t>(at));
  }
  return breaks_;
}

std::string SortKey(std::string_view utf8) {
  struct Close {
    void operator()(UCollator* collator) const { ucol_close(collator); }
  };
  thread_local const std::unique_ptr<UCollator, Close> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UCollator, Close> opened(ucol_open("ja", &status));
    if (U_FAILURE(status)) LibraryFault("collation", status);
    return opened;
  }();
  std::vector<UChar> text(utf8.size() + 1);
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(text.data(), static_cast<int32_t>(text.size()), &length, utf8.data(),
                       static_cast<int32_t>(utf8.size()), 0xFFFD, nullptr, &status);
  std::string key(static_cast<std::size_t>(ucol_getSortKey(collator.get(), text.data(), length, nullptr, 0)), '\0');
  ucol_getSortKey(collator.get(), text.data(), length, reinterpret_cast<std::uint8_t*>(key.data()),
                  static_cast<int32_t>(key.size()));
  return key;
}

}  // namespace chohyo
