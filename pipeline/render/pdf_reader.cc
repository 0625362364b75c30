#include "pipeline/render/pdf_reader.h"

#include <charconv>
#include <map>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/render/pdf_deflate.h"

namespace chohyo {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\f";
constexpr int kDeepestPages = 32;

using CodeTexts = std::map<std::uint16_t, std::string>;

double NumberAt(std::string_view text) {
  while (!text.empty() && (kSpaces.find(text.front()) != std::string_view::npos || text.front() == '[')) {
    text.remove_prefix(1);
  }
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// What follows a key of a dictionary; "" without it.
std::string_view After(std::string_view dictionary, std::string_view key) {
  for (std::size_t at = dictionary.find(key); at != std::string_view::npos; at = dictionary.find(key, at + 1)) {
    const std::size_t end = at + key.size();
    if (end < dictionary.size() &&
        (kSpaces.find(dictionary[end]) != std::string_view::npos || dictionary[end] == '[')) {
      return dictionary.substr(end);
    }
  }
  return {};
}

/// The numbers of `4 0 R 5 0 R …`, up to the end of the list or dictionary.
std::vector<int> References(std::string_view text) {
  std::vector<int> numbers;
  std::vector<int> words;
  std::size_t at = 0;
  while (at < text.size()) {
    at = text.find_first_not_of(" \t\r\n\f[", at);
    if (at == std::string_view::npos || text[at] == ']' || text[at] == '>' || text[at] == '/') break;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n\f]>/", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end;
    if (word == "R") {
      if (words.size() >= 2) numbers.push_back(words[words.size() - 2]);
      words.clear();
      continue;
    }
    int number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    words.push_back(number);
  }
  return numbers;
}

/// A word or string of a content stream.
struct Token {
  enum class Kind { kEnd, kWord, kString } kind = Kind::kEnd;
  std::string text;
};

class Content {
 public:
  explicit Content(std::string_view bytes) : bytes_(bytes) {}

  Token Next() {
    at_ = bytes_.find_first_not_of(kSpaces, at_);
    if (at_ == std::string_view::npos) return {};
    if (bytes_[at_] == '(') return String();
    if (bytes_[at_] == '[' || bytes_[at_] == ']') return {Token::Kind::kWord, std::string(1, bytes_[at_++])};
    const std::size_t end = std::min(bytes_.find_first_of(" \t\r\n\f()[]", at_), bytes_.size());
    Token token{Token::Kind::kWord, std::string(bytes_.substr(at_, end - at_))};
    at_ = end == at_ ? at_ + 1 : end;
    return token;
  }

 private:
  Token String() {
    Token token{Token::Kind::kString, {}};
    for (++at_; at_ < bytes_.size() && bytes_[at_] != ')'; ++at_) {
      char c = bytes_[at_];
      if (c == '\\' && at_ + 1 < bytes_.size()) {
        c = bytes_[++at_];
        if (c == 'r') c = '\r';
        if (c == 'n') c = '\n';
      }
      token.text += c;
    }
    ++at_;
    return token;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

class PdfReader {
 public:
  PdfReader(std::string_view pdf, const std::string& file) : pdf_(pdf), file_(file) { FindObjects(); }

  std::vector<PdfPageText> Read() {
    std::vector<PdfPageText> pages;
    const std::string_view catalog = FirstOfType("/Catalog");
    for (const int root : References(After(catalog, "/Pages"))) ReadPages(root, 0, &pages);
    if (pages.empty()) Fail();
    return pages;
  }

 private:
  [[noreturn]] void Fail() const {
    throw InputFault(Say("{}: エラー: この形の PDF は読めません。chohyo が作ったままのファイルか確かめてください。",
                         "{}: error: this PDF is not as chohyo writes it; is the file as it was made?", file_));
  }

  /// Where every `n 0 obj` begins, by the table at the end.
  void FindObjects() {
    const std::size_t start = pdf_.rfind("startxref");
    if (start == std::string_view::npos) Fail();
    const auto table = static_cast<std::size_t>(NumberAt(pdf_.substr(start + 9)));
    if (table >= pdf_.size() || !pdf_.substr(table).starts_with("xref")) Fail();
    std::size_t at = pdf_.find_first_not_of(kSpaces, table + 4);
    const int first = static_cast<int>(NumberAt(pdf_.substr(at)));
    at = pdf_.find(' ', at) + 1;
    const int count = static_cast<int>(NumberAt(pdf_.substr(at)));
    at = pdf_.find_first_not_of(kSpaces, pdf_.find_first_of("\r\n", at));
    constexpr std::size_t kEntry = 20;
    for (int i = 0; i < count && at + kEntry <= pdf_.size(); ++i, at += kEntry) {
      if (pdf_[at + 17] == 'n') offsets_[first + i] = static_cast<std::size_t>(NumberAt(pdf_.substr(at)));
    }
  }

  std::string_view ObjectAt(std::size_t offset) const {
    if (offset >= pdf_.size()) Fail();
    const std::string_view rest = pdf_.substr(offset);
    return rest.substr(0, rest.find("endobj"));
  }

  std::string_view Object(int number) const {
    const auto found = offsets_.find(number);
    if (found == offsets_.end()) Fail();
    return ObjectAt(found->second);
  }

  std::string_view Dictionary(int number) const {
    const std::string_view object = Object(number);
    return object.substr(0, object.find("stream"));
  }

  std::string_view FirstOfType(std::string_view type) const {
    for (const auto& [number, offset] : offsets_) {
      const std::string_view dictionary = Dictionary(number);
      const std::string_view name = After(dictionary, "/Type");
      if (name.substr(std::min(name.find('/'), name.size())).starts_with(type)) return dictionary;
    }
    Fail();
  }

  /// The length is told, here or in an object of its own: bytes of a stream may look like its end.
  std::string Stream(int number) const {
    const std::string_view dictionary = Dictionary(number);
    const std::string_view length_text = After(dictionary, "/Length");
    const std::vector<int> references = References(length_text);
    std::string_view told = length_text;
    if (!references.empty()) {
      const std::string_view object = Object(references[0]);
      told = object.substr(std::min(object.find("obj") + 3, object.size()));
    }
    const auto length = static_cast<std::size_t>(NumberAt(told));
    std::size_t at = offsets_.at(number) + dictionary.size() + 6;
    if (at < pdf_.size() && pdf_[at] == '\r') ++at;
    if (at < pdf_.size() && pdf_[at] == '\n') ++at;
    if (at + length > pdf_.size()) Fail();
    const std::string_view bytes = pdf_.substr(at, length);
    if (dictionary.find("/FlateDecode") == std::string_view::npos) return std::string(bytes);
    auto plain = Inflate(bytes);
    if (!plain) Fail();
    return std::move(*plain);
  }

  void ReadPages(int number, int depth, std::vector<PdfPageText>* pages) {
    if (depth > kDeepestPages) Fail();
    const std::string_view dictionary = Dictionary(number);
    const std::string_view kids = After(dictionary, "/Kids");
    for (const int kid : References(kids)) ReadPages(kid, depth + 1, pages);
    if (kids.empty()) pages->push_back(ReadPage(dictionary));
  }

  PdfPageText ReadPage(std::string_view dictionary) {
    PdfPageText page;
    std::string_view box = After(dictionary, "/MediaBox");
    double sides[4] = {};
    box.remove_prefix(std::min(box.find('[') + 1, box.size()));
    for (double& side : sides) {
      box.remove_prefix(std::min(box.find_first_not_of(kSpaces), box.size()));
      side = NumberAt(box);
      box.remove_prefix(std::min(box.find_first_of(kSpaces), box.size()));
    }
    page.width = sides[2];
    page.height = sides[3];
    const std::vector<int> resources = References(After(dictionary, "/Resources"));
    ReadFonts(resources.empty() ? dictionary : Dictionary(resources[0]));
    for (const int content : References(After(dictionary, "/Contents"))) ReadContent(Stream(content), &page);
    return page;
  }

  /// `/Font << /F3 13 0 R … >>`
  void ReadFonts(std::string_view resources) {
    std::string_view fonts = After(resources, "/Font");
    fonts = fonts.substr(0, fonts.find(">>"));
    for (std::size_t at = fonts.find('/'); at != std::string_view::npos; at = fonts.find('/', at + 1)) {
      const std::size_t end = std::min(fonts.find_first_of(kSpaces, at), fonts.size());
      const std::string name(fonts.substr(at, end - at));
      const std::vector<int> number = References(fonts.substr(end));
      if (!number.empty() && !fonts_.contains(number[0])) fonts_[number[0]] = ReadToUnicode(number[0]);
      if (!number.empty()) font_of_[name] = number[0];
    }
  }

  CodeTexts ReadToUnicode(int font) const {
    CodeTexts texts;
    const std::vector<int> map = References(After(Dictionary(font), "/ToUnicode"));
    if (map.empty()) return texts;
    const std::string cmap = Stream(map[0]);
    for (std::size_t at = cmap.find("beginbfchar"); at != std::string::npos; at = cmap.find("beginbfchar", at)) {
      const std::size_t end = std::min(cmap.find("endbfchar", at), cmap.size());
      while ((at = cmap.find('<', at)) < end) {
        const std::size_t close = cmap.find('>', at);
        const std::size_t open = cmap.find('<', close);
        const std::size_t last = cmap.find('>', open);
        if (last == std::string::npos) return texts;
        texts[Utf16At(cmap, at + 1)] = TextOfHex(std::string_view(cmap).substr(open + 1, last - open - 1));
        at = last;
      }
      at = end;
    }
    return texts;
  }

  static std::uint16_t Utf16At(std::string_view hex, std::size_t at) {
    std::uint16_t unit = 0;
    std::from_chars(hex.data() + at, hex.data() + std::min(at + 4, hex.size()), unit, 16);
    return unit;
  }

  static std::string TextOfHex(std::string_view hex) {
    std::string text;
    for (std::size_t at = 0; at + 4 <= hex.size(); at += 4) {
      char32_t c = Utf16At(hex, at);
      if (c >= 0xD800 && c < 0xDC00 && at + 8 <= hex.size()) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (Utf16At(hex, at + 4) - 0xDC00U);
        at += 4;
      }
      AppendUtf8(c, &text);
    }
    return text;
  }

  void ReadContent(const std::string& bytes, PdfPageText* page) const {
    Content content(bytes);
    std::vector<Token> operands;
    const CodeTexts* font = nullptr;
    double x = 0, y = 0;
    const auto number = [&](std::size_t from_end) {
      return operands.size() < from_end ? 0.0 : NumberAt(operands[operands.size() - from_end].text);
    };
    for (Token token = content.Next(); token.kind != Token::Kind::kEnd; token = content.Next()) {
      const bool word = token.kind == Token::Kind::kWord;
      const char first = word ? token.text.front() : '(';
      const bool is_operator = word && ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z'));
      if (!is_operator) {
        operands.push_back(std::move(token));
        continue;
      }
      if (token.text == "BT") x = y = 0;
      if (token.text == "Tf" && operands.size() >= 2) font = FontNamed(operands[operands.size() - 2].text);
      if (token.text == "Td") {
        x += number(2);
        y += number(1);
      }
      if (token.text == "Tm") {
        x = number(2);
        y = number(1);
      }
      if (token.text == "TJ" || token.text == "Tj") AddRun(operands, font, x, y, page);
      operands.clear();
    }
  }

  const CodeTexts* FontNamed(const std::string& name) const {
    const auto found = font_of_.find(name);
    return found == font_of_.end() ? nullptr : &fonts_.at(found->second);
  }

  static void AddRun(const std::vector<Token>& operands, const CodeTexts* font, double x, double y, PdfPageText* page) {
    PdfTextRun run{x, y, {}};
    for (const Token& token : operands) {
      if (token.kind != Token::Kind::kString) continue;
      for (std::size_t at = 0; at + 1 < token.text.size(); at += 2) {
        const auto high = static_cast<unsigned char>(token.text[at]);
        const auto low = static_cast<unsigned char>(token.text[at + 1]);
        const auto code = static_cast<std::uint16_t>(high << 8U | low);
        const auto known = font != nullptr ? font->find(code) : CodeTexts::const_iterator();
        if (font != nullptr && known != font->end()) run.text += known->second;
      }
    }
    page->runs.push_back(std::move(run));
  }

  std::string_view pdf_;
  const std::string& file_;
  std::map<int, std::size_t> offsets_;
  std::map<int, CodeTexts> fonts_;
  std::map<std::string, int> font_of_;
};

}  // namespace

std::vector<PdfPageText> ReadPdfText(const std::string& pdf, const std::string& file) {
  return PdfReader(pdf, file).Read();
}

}  // namespace chohyo
