#include "pipeline/doctor_text.h"

#include <algorithm>
#include <optional>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/ingest/table_encoding.h"

namespace chohyo {
namespace {

/// What a decoding made of the bytes.
struct Decoded {
  std::size_t characters = 0;  ///< beyond ASCII
  std::size_t damaged = 0;     ///< U+FFFD
  std::size_t small_kana = 0;  ///< half-width katakana: rare in tables, common where EUC-JP is read as CP932
};

Decoded CountOf(std::string_view text) {
  constexpr char32_t kReplacement = 0xFFFD, kFirstSmallKana = 0xFF61, kLastSmallKana = 0xFF9F;
  Decoded count;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    count.characters += c >= 0x80 ? 1 : 0;
    count.damaged += c == kReplacement ? 1 : 0;
    count.small_kana += kFirstSmallKana <= c && c <= kLastSmallKana ? 1 : 0;
  }
  return count;
}

bool HasBom(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

void TellUtf8(std::string_view bytes, TextFacts* facts) {
  const Decoded as_cp932 = CountOf(DecodeText(bytes, Encoding::kCp932));
  const std::size_t characters = CountOf(bytes).characters;
  facts->encoding = "utf-8";
  facts->certainty = as_cp932.damaged > 0 ? Certainty::kCertain : Certainty::kLikely;
  facts->evidence =
      Say("日本語などの {} 字がすべて読め、CP932 としては {} か所が読めない",
          "all {} characters beyond ASCII can be read; as CP932 {} could not", characters, as_cp932.damaged);
}

void TellCp932(std::string_view bytes, TextFacts* facts) {
  const Decoded count = CountOf(DecodeText(bytes, Encoding::kCp932));
  facts->encoding = "cp932";
  facts->evidence = Say("UTF-8 としては読めず、CP932 としては {} 字のうち {} 字が読めない",
                        "no UTF-8; as CP932 {1} of {0} characters cannot be read", count.characters, count.damaged);
  facts->certainty = count.damaged > 0 ? Certainty::kUnsure : Certainty::kLikely;
  if (count.small_kana * 2 <= count.characters) return;
  facts->certainty = Certainty::kUnsure;
  facts->evidence += Say("。半角カナが多く、EUC-JP かもしれない", "; so much half-width katakana may be EUC-JP");
}

void TellEncoding(std::string_view bytes, TextFacts* facts) {
  facts->bom = HasBom(bytes);
  const Encoding found = DetectEncoding(bytes);
  if (facts->bom) {
    facts->encoding = found == Encoding::kUtf8 ? "utf-8" : "utf-16";
    facts->evidence = Say("先頭に印（BOM）がある", "it begins with a byte order mark");
  } else if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    facts->encoding = "ascii";
    facts->evidence =
        Say("英数字だけなので、どの文字コードでも同じに読める", "ASCII only: every encoding reads it alike");
  } else if (found == Encoding::kUtf8 && IsValidUtf8(bytes)) {
    TellUtf8(bytes, facts);
  } else if (found == Encoding::kUtf8) {
    facts->encoding = "utf-8";
    facts->certainty = Certainty::kUnsure;
    facts->evidence = Say("{} か所が読めない", "{} places cannot be read", CountOf(bytes).damaged);
  } else {
    TellCp932(bytes, facts);
  }
}

/// Line ends outside of quotes, where rows end.
void CountLineEnds(std::string_view text, TextFacts* facts) {
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (quoted) continue;
    const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (pair) {
      ++facts->crlf;
      ++at;
    } else if (text[at] == '\n') {
      ++facts->lf;
    } else if (text[at] == '\r') {
      ++facts->cr;
    }
  }
}

/// The first line that is neither empty nor a comment, and its number.
std::pair<std::string_view, std::uint32_t> HeaderLine(std::string_view text) {
  std::uint32_t number = 1;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    if (!Trim(line).empty() && Trim(line).front() != '#') return {line, number};
    text.remove_prefix(std::min(text.size(), line.size() + (text.substr(line.size()).starts_with("\r\n") ? 2 : 1)));
    ++number;
  }
  return {{}, 1};
}

std::size_t CountIn(std::string_view line, char c) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), c));
}

void ExamineHeader(std::string_view text, TextFacts* facts, std::vector<DoctorNote>* notes) {
  const auto [line, number] = HeaderLine(text);
  if (CountIn(line, ',') == 0 && CountIn(line, '\t') > 0) facts->delimiter = '\t';
  if (CountIn(line, ',') == 0 && CountIn(line, '\t') == 0 && CountIn(line, ';') > 0) {
    facts->delimiter = ';';
    notes->push_back({"delimiter", Severity::kError, number, 0,
                      Say("列が ; で区切られているようです。読めるのは「,」とタブだけです。",
                          "columns seem to be separated by ; — only commas and tabs are read."),
                      Say("カンマ区切りの CSV で書き出し直してください。", "Export it as CSV with commas.")});
  }
  std::string_view rest = line;
  while (!rest.empty() && (rest.back() == facts->delimiter || rest.back() == ' ')) {
    facts->trailing_columns += rest.back() == facts->delimiter ? 1 : 0;
    rest.remove_suffix(1);
  }
  if (facts->trailing_columns == 0) return;
  notes->push_back({"trailing-columns", Severity::kInfo, number, 0,
                    Say("見出しの行の末尾に空の列が {} 列あります。読みません。",
                        "the header row ends in {} empty columns; they are not read.", facts->trailing_columns),
                    ""});
}

void NoteLineEnds(const TextFacts& facts, std::vector<DoctorNote>* notes) {
  const int kinds = (facts.crlf > 0 ? 1 : 0) + (facts.lf > 0 ? 1 : 0) + (facts.cr > 0 ? 1 : 0);
  if (kinds < 2) return;
  notes->push_back({"mixed-line-ends", Severity::kWarning, 0, 0,
                    Say("行末が混ざっています（CRLF {}、LF {}、CR {}）。どれも行の終わりと読みます。",
                        "line ends are mixed (CRLF {}, LF {}, CR {}); each is read as the end of a row.", facts.crlf,
                        facts.lf, facts.cr),
                    Say("別々のファイルをつないでいないか、セルの中の改行が \" で囲まれているかを確かめてください。",
                        "Check whether files were joined, and that line breaks inside cells stand in quotes.")});
}

}  // namespace

TextFacts ExamineText(std::string_view bytes, const std::string& encoding, const std::string& file,
                      std::vector<DoctorNote>* notes) {
  TextFacts facts;
  TellEncoding(bytes, &facts);
  if (encoding != "auto" && !facts.bom) {
    facts.encoding = encoding;
    facts.evidence += Say("。chohyo.yaml の encoding: の指定による", "; as encoding: in chohyo.yaml says");
  }
  const DecodedText decoded = DecodeTableText(bytes, encoding, file);
  CountLineEnds(decoded.text, &facts);
  ExamineHeader(decoded.text, &facts, notes);
  NoteLineEnds(facts, notes);
  if (facts.certainty != Certainty::kUnsure || encoding != "auto") return facts;
  notes->push_back({"encoding", Severity::kWarning, 0, 0,
                    Say("文字コードに確信が持てません（{} と読みました: {}）。",
                        "the encoding is not sure (read as {}: {}).", facts.encoding, facts.evidence),
                    Say("chohyo.yaml の encoding: に表ごとの文字コードを書くか、UTF-8 で保存し直してください。",
                        "Say it per table under encoding: in chohyo.yaml, or save the file as UTF-8.")});
  return facts;
}

}  // namespace chohyo
