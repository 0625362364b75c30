#include "pipeline/parity.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "pipeline/base/lang.h"
#include "pipeline/base/length.h"
#include "pipeline/base/text.h"
#include "pipeline/formula/number_code.h"
#include "pipeline/render/pdf_reader.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {
namespace {

constexpr char32_t kGeta = U'〓';
constexpr std::size_t kMostCompared = 16'000'000;  ///< pairs of characters that are aligned

/// Text without what layout may add or take: spaces, line breaks, selectors of variants.
std::u32string Bare(std::string_view text) {
  std::u32string bare;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    const bool space = c == U' ' || c == U'\u3000' || c == U'\u00A0' || c == U'\n' || c == U'\t' || c == U'\r';
    if (!space && !IsVariationSelector(c)) bare += c;
  }
  return bare;
}

std::string Utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) AppendUtf8(c, &out);
  return out;
}

std::string CellName(const WorkbookSheet& sheet, int row, int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return fmt::format("{}!{}{}", sheet.name, letters, row + 1);
}

/// What a cell of the XLSX shows.
std::string ShownText(const Workbook& book, const WorkbookCell& cell) {
  const ExcelValue value = std::visit(
      [](const auto& v) -> ExcelValue {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, WorkbookError>) {
          return v.code;
        } else {
          return v;
        }
      },
      cell.value);
  const std::string& code = book.formats[static_cast<std::size_t>(cell.format)].number_code;
  return ShowByCode(value, code, book.since_1904).text;
}

/// A cell on a page of the XLSX.
struct PrintedCell {
  std::string place;
  std::string text;
  std::u32string bare;
};

struct PrintedPage {
  std::vector<PrintedCell> cells;
  int first_row = 0, last_row = 0;
  const WorkbookSheet* sheet = nullptr;
  bool with_chart = false;
};

bool IsHiddenRow(const WorkbookSheet& sheet, int row) {
  const auto found = sheet.rows.find(row);
  return found != sheet.rows.end() && (found->second.hidden || found->second.height == 0);
}

bool IsHiddenColumn(const WorkbookSheet& sheet, int column) {
  const auto found = sheet.columns.find(column);
  return found != sheet.columns.end() && found->second.hidden;
}

bool IsPrinted(const WorkbookSheet& sheet, const WorkbookCell& cell) {
  if (IsHiddenRow(sheet, cell.row) || IsHiddenColumn(sheet, cell.column)) return false;
  const auto& areas = sheet.page.print_areas;
  return areas.empty() || std::any_of(areas.begin(), areas.end(), [&](const WorkbookRange& area) {
           return cell.row >= area.first_row && cell.row <= area.last_row && cell.column >= area.first_column &&
                  cell.column <= area.last_column;
         });
}

/// The pages of a sheet: the rows between its breaks, each with the repeated rows on top.
class SheetPages {
 public:
  SheetPages(const Workbook& book, const WorkbookSheet& sheet) : book_(book), sheet_(sheet) {}

  std::vector<PrintedPage> Make() {
    std::vector<int> starts{0};
    for (const int row : sheet_.page.row_breaks) {
      if (row > 0 && row < sheet_.row_count) starts.push_back(row);
    }
    std::vector<PrintedPage> pages;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const int last = i + 1 < starts.size() ? starts[i + 1] - 1 : sheet_.row_count - 1;
      pages.push_back(MakePage(starts[i], last, i > 0));
    }
    return pages;
  }

 private:
  PrintedPage MakePage(int first, int last, bool with_titles) const {
    PrintedPage page;
    page.sheet = &sheet_;
    page.first_row = first;
    page.last_row = last;
    page.with_chart = std::any_of(sheet_.losses.begin(), sheet_.losses.end(),
                                  [](const WorkbookLoss& loss) { return loss.what == "chart"; });
    const auto& titles = sheet_.page.title_rows;
    if (with_titles && titles && titles->second < first) AddRows(titles->first, titles->second, &page);
    AddRows(first, last, &page);
    return page;
  }

  void AddRows(int first, int last, PrintedPage* page) const {
    for (const WorkbookCell& cell : sheet_.cells) {
      if (cell.row < first || cell.row > last || !IsPrinted(sheet_, cell)) continue;
      PrintedCell printed{CellName(sheet_, cell.row, cell.column), ShownText(book_, cell), {}};
      printed.bare = Bare(printed.text);
      if (!printed.bare.empty()) page->cells.push_back(std::move(printed));
    }
  }

  const Workbook& book_;
  const WorkbookSheet& sheet_;
};

/// The texts of a page of the PDF between its margins.
std::u32string TextBetweenMargins(const PdfPageText& page, const WorkbookPage& setup) {
  const double bottom = setup.bottom / kUmPerPoint;
  const double top = page.height - setup.top / kUmPerPoint;
  std::u32string text;
  for (const PdfTextRun& run : page.runs) {
    if (run.y >= bottom - 0.5 && run.y <= top + 0.5) text += Bare(run.text);
  }
  return text;
}

std::u32string TextOf(const PrintedPage& page) {
  std::u32string text;
  for (const PrintedCell& cell : page.cells) text += cell.bare;
  return text;
}

std::u32string Sorted(std::u32string text) {
  std::sort(text.begin(), text.end());
  return text;
}

/// For each character of `a` the place in `b` of the one it stands for, -1 where there is none: as many as possible, in
/// the same order.
std::vector<int> Align(std::u32string_view a, std::u32string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint16_t> best((a.size() + 1) * width, 0);
  const auto same = [&](std::size_t i, std::size_t j) { return a[i] == b[j] || b[j] == kGeta; };
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      best[i * width + j] = same(i, j) ? static_cast<std::uint16_t>(best[(i + 1) * width + j + 1] + 1)
                                       : std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  std::vector<int> places(a.size(), -1);
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (same(i, j)) {
      places[i++] = static_cast<int>(j++);
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return places;
}

class Comparison {
 public:
  std::vector<ParityDifference> Compare(const std::string& pdf, const std::string& xlsx) {
    const Workbook book = ReadWorkbook(xlsx, "XLSX");
    for (const WorkbookSheet& sheet : book.sheets) {
      if (sheet.state != WorkbookSheet::State::kVisible) continue;
      for (PrintedPage& page : SheetPages(book, sheet).Make()) printed_.push_back(std::move(page));
    }
    const std::vector<PdfPageText> pages = ReadPdfText(pdf, "PDF");
    if (pages.size() != printed_.size()) {
      Note(Say("ページ数", "pages"), std::to_string(pages.size()), std::to_string(printed_.size()));
    }
    for (std::size_t i = 0; i < std::min(pages.size(), printed_.size()); ++i) ComparePage(i, pages[i]);
    return std::move(differences_);
  }

 private:
  void Note(std::string place, std::string pdf, std::string xlsx) {
    differences_.push_back({std::move(place), std::move(pdf), std::move(xlsx)});
  }

  void ComparePage(std::size_t number, const PdfPageText& pdf) {
    const PrintedPage& page = printed_[number];
    const std::u32string drawn = TextBetweenMargins(pdf, page.sheet->page);
    const std::u32string stored = TextOf(page);
    if (drawn == stored || Sorted(drawn) == Sorted(stored)) return;
    if (drawn.size() * stored.size() > kMostCompared) {
      return Note(PageName(number), Utf8(drawn.substr(0, 40)) + "…", Utf8(stored.substr(0, 40)) + "…");
    }
    const std::vector<int> places = Align(stored, drawn);
    CompareCells(page, drawn, places);
    NoteWhatIsOnlyDrawn(number, drawn, places);
  }

  std::string PageName(std::size_t number) const {
    const PrintedPage& page = printed_[number];
    return Say("{} の {} ページ目（{}〜{} 行）", "{}, page {} (rows {}–{})", page.sheet->name, number + 1,
               page.first_row + 1, page.last_row + 1);
  }

  /// Cells with a character that the PDF lacks.
  void CompareCells(const PrintedPage& page, std::u32string_view drawn, const std::vector<int>& places) {
    std::size_t at = 0;
    for (const PrintedCell& cell : page.cells) {
      const auto begin = places.begin() + static_cast<std::ptrdiff_t>(at);
      const auto end = begin + static_cast<std::ptrdiff_t>(cell.bare.size());
      at += cell.bare.size();
      if (std::find(begin, end, -1) == end) continue;
      std::u32string shown;
      for (auto place = begin; place != end; ++place) {
        if (*place >= 0) shown += drawn[static_cast<std::size_t>(*place)];
      }
      Note(cell.place, Utf8(shown), cell.text);
    }
  }

  /// Charts are drawn with titles and labels that no cell holds.
  void NoteWhatIsOnlyDrawn(std::size_t number, std::u32string_view drawn, const std::vector<int>& places) {
    if (printed_[number].with_chart) return;
    std::vector<bool> found(drawn.size(), false);
    for (const int place : places) {
      if (place >= 0) found[static_cast<std::size_t>(place)] = true;
    }
    std::u32string only;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      if (!found[i] && drawn[i] != kGeta) only += drawn[i];
    }
    if (!only.empty()) Note(PageName(number), Utf8(only), "");
  }

  std::vector<PrintedPage> printed_;
  std::vector<ParityDifference> differences_;
};

}  // namespace

std::vector<ParityDifference> CompareFilesOfDocument(const std::string& pdf, const std::string& xlsx) {
  return Comparison().Compare(pdf, xlsx);
}

}  // namespace chohyo
