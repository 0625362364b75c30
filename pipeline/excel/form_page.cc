#include "pipeline/excel/form_page.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

struct Paper {
  int code;
  const char* name;
  Um width, height;
};

constexpr Paper kPapers[] = {
    {1, "Letter", 215900, 279400}, {5, "Legal", 215900, 355600},     {8, "A3", 297000, 420000},
    {9, "A4", 210000, 297000},     {11, "A5", 148000, 210000},       {12, "B4", 257000, 364000},
    {13, "B5", 182000, 257000},    {43, "Postcard", 100000, 148000}, {66, "A2", 420000, 594000},
    {70, "A6", 105000, 148000},    {88, "B6", 128000, 182000}};
constexpr Paper kA4 = kPapers[3];
constexpr int kSmallestScale = 10, kLargestScale = 400;
constexpr int kMostFitPages = 1000;
constexpr Um kSmallestPrintable = 10000;

const Paper& PaperOf(int code, FormNotes* notes) {
  for (const Paper& paper : kPapers) {
    if (paper.code == code) return paper;
  }
  if (code > 0) {
    notes->Add(-1, 0,
               Say("用紙の番号 {} は知らないので、A4 にします。", "paper {} is not known here; A4 is used.", code));
  }
  return kA4;
}

/// Margins that leave no room are those of a broken file.
void CheckMargins(PageSetup* page, FormNotes* notes) {
  if (page->printable_width() >= kSmallestPrintable && page->printable_height() >= kSmallestPrintable) return;
  page->margin_left = page->margin_right = page->margin_top = page->margin_bottom = kSmallestPrintable;
  notes->Add(
      -1, 0,
      Say("余白が用紙より大きいので、10mm にします。", "the margins leave no room on the paper; 10mm are used."));
}

/// Walks the codes of a header.
class HeaderReader {
 public:
  HeaderReader(const std::string& codes, const std::string& sheet, const std::string& file, FormNotes* notes)
      : codes_(codes), sheet_(sheet), file_(file), notes_(*notes) {}

  HeaderTexts Read() {
    while (at_ < codes_.size()) {
      if (codes_[at_] != '&') {
        if (codes_[at_] != '\r') part_->push_back(codes_[at_]);
        ++at_;
      } else if (++at_ < codes_.size()) {
        ReadCode();
      }
    }
    return std::move(texts_);
  }

 private:
  void ReadCode() {
    const char code = codes_[at_];
    if (code == '"') return SkipFont();
    if (std::isdigit(static_cast<unsigned char>(code)) != 0) return ReadSize();
    ++at_;
    switch (code) {
      case 'L': part_ = &texts_.left; break;
      case 'C': part_ = &texts_.center; break;
      case 'R': part_ = &texts_.right; break;
      case 'P': ReadPage(); break;
      case 'N': *part_ += "{pages}"; break;
      case 'D': *part_ += "{today}"; break;
      case 'A': *part_ += sheet_; break;
      case 'F': *part_ += file_; break;
      case '&': *part_ += '&'; break;
      case 'K': SkipColor(); break;
      case 'T':
      case 'Z':
      case 'G': NoteCode(code); break;
      default: break;  // bold, underline and their like: headers are set plain
    }
  }

  void ReadSize() {
    int size = 0;
    while (at_ < codes_.size() && std::isdigit(static_cast<unsigned char>(codes_[at_])) != 0 && size < 1000) {
      size = size * 10 + (codes_[at_++] - '0');
    }
    if (!has_size_ && size >= 1 && size <= 400) texts_.size = size * 100;
    has_size_ = true;
  }

  /// &P, or &P+2: a number that is counted from elsewhere cannot be kept.
  void ReadPage() {
    *part_ += "{page}";
    const bool shifted = at_ + 1 < codes_.size() && (codes_[at_] == '+' || codes_[at_] == '-') &&
                         std::isdigit(static_cast<unsigned char>(codes_[at_ + 1])) != 0;
    if (!shifted) return;
    for (++at_; at_ < codes_.size() && std::isdigit(static_cast<unsigned char>(codes_[at_])) != 0;) ++at_;
    notes_.Add(-1, 0,
               Say("ヘッダー・フッターの「&P+数」は、ページ番号だけを印字します。",
                   "\"&P+n\" in a header or footer prints the page's number alone."));
  }

  void SkipFont() {
    const auto end = codes_.find('"', at_ + 1);
    at_ = end == std::string::npos ? codes_.size() : end + 1;
  }

  /// &KFF0000 or &K01+000
  void SkipColor() { at_ = std::min(at_ + 6, codes_.size()); }

  void NoteCode(char code) {
    const char* what = code == 'T'   ? Say2("時刻", "the time")
                       : code == 'Z' ? Say2("フォルダ", "the folder")
                                     : Say2("画像", "a picture");
    notes_.Add(-1, 0,
               Say("ヘッダー・フッターの&{}（{}）は印字しません。", "&{} ({}) in a header or footer is not printed.",
                   std::string(1, code), what));
  }

  static const char* Say2(const char* ja, const char* en) { return CurrentLang() == Lang::kJa ? ja : en; }

  const std::string& codes_;
  const std::string& sheet_;
  const std::string& file_;
  FormNotes& notes_;
  HeaderTexts texts_;
  std::string* part_ = &texts_.center;
  std::size_t at_ = 0;
  bool has_size_ = false;
};

}  // namespace

PageSetup PageSetupOf(const WorkbookPage& page, FormNotes* notes) {
  PageSetup setup;
  const Paper& paper = PaperOf(page.paper_code, notes);
  setup.paper = paper.name;
  setup.landscape = page.landscape;
  setup.width = page.landscape ? paper.height : paper.width;
  setup.height = page.landscape ? paper.width : paper.height;
  setup.margin_left = std::max(0, page.left);
  setup.margin_right = std::max(0, page.right);
  setup.margin_top = std::max(0, page.top);
  setup.margin_bottom = std::max(0, page.bottom);
  setup.header_distance = std::max(0, page.header);
  setup.footer_distance = std::max(0, page.footer);
  CheckMargins(&setup, notes);
  setup.fit = page.fit_to_page;
  setup.fit_width = std::clamp(page.fit_width, 0, kMostFitPages);
  setup.fit_height = std::clamp(page.fit_height, 0, kMostFitPages);
  setup.scale_percent = page.fit_to_page ? 100 : std::clamp(page.scale, kSmallestScale, kLargestScale);
  setup.center_horizontally = page.center_horizontally;
  setup.center_vertically = page.center_vertically;
  setup.over_then_down = page.over_then_down;
  setup.first_page_number = page.first_page_number.value_or(1);
  setup.footer_center.clear();
  if (page.print_headings) {
    notes->Add(-1, 0, Say("行番号と列番号は印字しません。", "row and column headings are not printed."));
  }
  return setup;
}

HeaderTexts HeaderTextsOf(const std::string& codes, const std::string& sheet, const std::string& file,
                          FormNotes* notes) {
  return HeaderReader(codes, sheet, file, notes).Read();
}

}  // namespace chohyo
