// The strength rule. Whatever an attacker tries first (the office's own words, well-known passwords, dates, runs of
// keys, repetitions) counts for nothing; what is left must be long enough.
#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/protect/password.h"

namespace chohyo {
namespace {

constexpr std::size_t kLongEnough = 20;
constexpr std::size_t kMixedEnough = 12;
constexpr std::size_t kKindsEnough = 3;
constexpr std::size_t kDifferentEnough = 6;
constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kShortestRun = 4;
constexpr std::size_t kMostBytes = 127;  ///< what a PDF of revision 6 takes

/// Words that lists of leaked passwords begin with, and what offices like to use; in small letters.
constexpr std::array<std::u32string_view, 36> kWellKnown = {
    U"password",   U"passwd",   U"passphrase", U"qwerty",        U"qwertz", U"asdfgh",   U"zxcvbn",   U"1qaz",
    U"2wsx",       U"3edc",     U"admin",      U"administrator", U"root",   U"letmein",  U"welcome",  U"login",
    U"secret",     U"himitsu",  U"iloveyou",   U"dragon",        U"monkey", U"sunshine", U"princess", U"football",
    U"master",     U"changeme", U"default",    U"guest",         U"test",   U"user",     U"jinji",    U"soumu",
    U"shiyakusho", U"kenchou",  U"パスワード", U"暗証番号"};

constexpr std::array<std::u32string_view, 4> kKeyRows = {U"1234567890", U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};

char32_t Small(char32_t c) {
  constexpr char32_t kFullWidth = 0xFEE0;
  if (c >= U'！' && c <= U'～') c -= kFullWidth;
  return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

/// Signs and digits that stand for letters.
char32_t Unmasked(char32_t c) {
  switch (c) {
    case U'0': return U'o';
    case U'1':
    case U'!': return U'i';
    case U'3': return U'e';
    case U'4':
    case U'@': return U'a';
    case U'5':
    case U'$': return U's';
    case U'7': return U't';
    default: return c;
  }
}

template <typename F>
std::u32string Each(std::u32string text, F change) {
  std::transform(text.begin(), text.end(), text.begin(), change);
  return text;
}

/// A password on the scales: which of its characters count.
class Scales {
 public:
  explicit Scales(std::string_view password)
      : written_(CodePoints(password)), small_(Each(written_, Small)), counts_(written_.size(), true) {}

  void DropWord(std::u32string_view word) {
    if (word.size() < (word.empty() || word[0] < 0x80 ? kShortestWord : 2)) return;
    Drop(small_, word);
    Drop(Each(small_, Unmasked), Each(std::u32string(word), Unmasked));
  }

  void DropDates() {
    static const std::regex kDate(
        "(19|20)[0-9]{2}[-/.]?(0?[1-9]|1[0-2])[-/.]?(3[01]|[12][0-9]|0?[1-9])-?"
        "|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](19|20)[0-9]{2}|[mtshr][0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
        "|(19|20)[0-9]{2}");
    const std::string ascii = Ascii();
    for (std::sregex_iterator at(ascii.begin(), ascii.end(), kDate), end; at != end; ++at) {
      DropFrom(static_cast<std::size_t>(at->position()), static_cast<std::size_t>(at->length()));
    }
  }

  /// abcd, 4321, aaaa, qwer: only the first character counts.
  void DropRuns() {
    for (std::size_t first = 0; first + 1 < small_.size();) {
      std::size_t last = first;
      while (last + 1 < small_.size() && Follows(first, last)) ++last;
      if (last - first + 1 >= kShortestRun) DropFrom(first + 1, last - first);
      first = std::max(last, first + 1);
    }
  }

  /// A password that is one piece over and over counts once.
  void DropRepetitions() {
    for (std::size_t period = 1; period * 2 <= small_.size(); ++period) {
      if (std::equal(small_.begin() + static_cast<std::ptrdiff_t>(period), small_.end(), small_.begin())) {
        return DropFrom(period, small_.size() - period);
      }
    }
  }

  bool Strong() const {
    std::set<char32_t> different;
    std::set<int> kinds;
    std::size_t length = 0;
    for (std::size_t i = 0; i < written_.size(); ++i) {
      if (!counts_[i]) continue;
      ++length;
      different.insert(written_[i]);
      kinds.insert(KindOf(written_[i]));
    }
    if (different.size() < kDifferentEnough) return false;
    return length >= kLongEnough || (length >= kMixedEnough && kinds.size() >= kKindsEnough);
  }

 private:
  static int KindOf(char32_t c) {
    if (c >= U'a' && c <= U'z') return 0;
    if (c >= U'A' && c <= U'Z') return 1;
    if (c >= U'0' && c <= U'9') return 2;
    return c < 0x80 ? 3 : 4;
  }

  /// One byte a character, so that places are the same.
  std::string Ascii() const {
    std::string text;
    for (const char32_t c : small_) {
      const bool between = c == U'年' || c == U'月' || c == U'日';
      text += between ? '-' : c < 0x80 ? static_cast<char>(c) : '\x7F';
    }
    return text;
  }

  void Drop(std::u32string_view text, std::u32string_view word) {
    for (std::size_t at = text.find(word); at != std::u32string_view::npos; at = text.find(word, at + 1)) {
      DropFrom(at, word.size());
    }
  }

  void DropFrom(std::size_t at, std::size_t size) {
    std::fill_n(counts_.begin() + static_cast<std::ptrdiff_t>(at), size, false);
  }

  /// The step from one character to the next: 0 same, ±1 neighbours in the alphabet or on a row of keys; else 2.
  int Step(std::size_t i) const {
    const auto difference = static_cast<std::int64_t>(small_[i + 1]) - static_cast<std::int64_t>(small_[i]);
    if (difference >= -1 && difference <= 1) return static_cast<int>(difference);
    for (const std::u32string_view row : kKeyRows) {
      const std::size_t a = row.find(small_[i]);
      const std::size_t b = row.find(small_[i + 1]);
      if (a == std::u32string_view::npos || b == std::u32string_view::npos) continue;
      if (b == a + 1) return 1;
      if (a == b + 1) return -1;
    }
    return 2;
  }

  bool Follows(std::size_t first, std::size_t last) const { return Step(last) != 2 && Step(last) == Step(first); }

  std::u32string written_, small_;
  std::vector<bool> counts_;
};

}  // namespace

std::string WeaknessOf(std::string_view password, std::span<const std::string> names) {
  if (password.size() > kMostBytes) {
    return Say("パスワードが長すぎます（{} バイトまで）。", "the password is too long (at most {} bytes).", kMostBytes);
  }
  Scales scales(password);
  if (scales.Strong()) {
    for (const std::u32string_view word : kWellKnown) scales.DropWord(word);
    for (const std::string& name : names) scales.DropWord(Each(CodePoints(name), Small));
    scales.DropDates();
    scales.DropRuns();
    scales.DropRepetitions();
    if (scales.Strong()) return {};
    return Say(
        "パスワードが弱すぎます。役所の名前、日付、よく使われる語、続き文字や繰返しを除いて、20 文字以上、"
        "または英大文字・英小文字・数字・記号のうち 3 種類以上で 12 文字以上にしてください。",
        "the password is too weak. Without the office's name, dates, common words, runs and repetitions it must have"
        " 20 characters, or 12 of at least three kinds (capitals, small letters, digits, signs).");
  }
  return Say(
      "パスワードが弱すぎます。20 文字以上、または英大文字・英小文字・数字・記号のうち 3 種類以上で 12 文字以上"
      "（違う文字を 6 種類以上）にしてください。",
      "the password is too weak. It must have 20 characters, or 12 of at least three kinds (capitals, small letters,"
      " digits, signs), and at least 6 different ones.");
}

}  // namespace chohyo
