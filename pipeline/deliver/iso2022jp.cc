#include "pipeline/deliver/iso2022jp.h"

#include <iconv.h>

#include <array>
#include <set>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

/// iconv's converter, which closes itself.
class Converter {
 public:
  Converter() : handle_(::iconv_open("ISO-2022-JP", "UTF-8")) {
    if (handle_ == reinterpret_cast<iconv_t>(-1)) {
      throw OutputFault(Say("ISO-2022-JP への変換がこの環境にありません。", "this system cannot write ISO-2022-JP."));
    }
  }
  ~Converter() { ::iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  std::string Convert(std::string text) {
    constexpr std::size_t kMostPerByte = 8;  // two switches of three bytes around a character of two
    std::string converted(text.size() * kMostPerByte + kMostPerByte, '\0');
    char *from = text.data(), *to = converted.data();
    std::size_t left = text.size(), space = converted.size();
    ::iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    ::iconv(handle_, &from, &left, &to, &space);
    ::iconv(handle_, nullptr, nullptr, &to, &space);
    converted.resize(converted.size() - space);
    return converted;
  }

  bool Holds(std::string character) {
    std::array<char, 32> room{};
    char *from = character.data(), *to = room.data();
    std::size_t left = character.size(), space = room.size();
    ::iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    return ::iconv(handle_, &from, &left, &to, &space) == 0;
  }

 private:
  iconv_t handle_;
};

char32_t JisForm(char32_t c) {
  switch (c) {
    case 0xFF5E: return 0x301C;
    case 0xFF0D: return 0x2212;
    case 0x2225: return 0x2016;
    case 0xFFE0: return 0x00A2;
    case 0xFFE1: return 0x00A3;
    case 0xFFE2: return 0x00AC;
    default: return c;
  }
}

}  // namespace

std::string ForIso2022Jp(std::string_view utf8) {
  std::string text;
  for (std::size_t offset = 0; offset < utf8.size();) AppendUtf8(JisForm(NextCodePoint(utf8, &offset)), &text);
  return text;
}

std::string ToIso2022Jp(std::string_view utf8) { return Converter().Convert(ForIso2022Jp(utf8)); }

std::string NotInIso2022Jp(std::string_view utf8) {
  Converter converter;
  std::set<char32_t> named;
  std::string missing;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const char32_t c = NextCodePoint(utf8, &offset);
    std::string character;
    AppendUtf8(c, &character);
    if (c < 0x80 || converter.Holds(character) || !named.insert(c).second) continue;
    missing += (missing.empty() ? "" : "、") + character + "（" + CodePointName(c) + "）";
  }
  return missing;
}

}  // namespace chohyo
