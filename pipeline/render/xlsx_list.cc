#include "pipeline/render/xlsx_list.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "pipeline/base/text.h"
#include "pipeline/render/xlsx_book.h"
#include "pipeline/render/xlsx_names.h"
#include "pipeline/render/xlsx_text.h"

namespace chohyo {
namespace {

constexpr Rgb kHeadingFill = 0xD9D9D9;
constexpr Rgb kLinkText = 0x0563C1;
constexpr std::size_t kMostListRows = 1'048'575;

constexpr double kLineHeight = 13.5, kRowPadding = 3;  ///< points
constexpr double kHalfWidthMm = 1.77;                  ///< half a character of 10 pt
constexpr int kMostLines = 29;                         ///< Excel's highest row

/// The width of a text in half-width characters; full width counts two.
int HalfWidthsOf(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) width += NextCodePoint(text, &at) < 0x80 ? 1 : 2;
  return width;
}

XlsxFormat PlainFormat() {
  XlsxFormat format;
  format.font = "ＭＳ 明朝";
  format.size = 1000;
  format.v_align = VAlign::kTop;
  format.wrap = true;
  format.top = format.bottom = format.left = format.right = {LineStyle::kThin};
  return format;
}

/// Writes one list.
class ListWriter {
 public:
  explicit ListWriter(const ListWorkbook& list)
      : list_(list), book_({list.title, list.author, list.created}, /*streaming=*/true) {
    XlsxFormat format = PlainFormat();
    plain_ = book_.AddFormat(format);
    format.text_rgb = kLinkText;
    format.underline = true;
    link_ = book_.AddFormat(format);
    format = PlainFormat();
    format.bold = true;
    format.h_align = HAlign::kCenter;
    format.fill_rgb = kHeadingFill;
    heading_ = book_.AddFormat(format);
  }

  std::string Write() {
    XlsxNames names;
    for (const ListSheet& sheet : list_.sheets) WriteSheet(sheet, names.Take(sheet.name));
    return book_.Finish();
  }

 private:
  void WriteSheet(const ListSheet& sheet, const std::string& name) {
    XlsxTab tab = book_.AddTab(name);
    const std::size_t rows = std::min(sheet.rows.size(), kMostListRows);
    const int last_column = static_cast<int>(list_.columns.size()) - 1;
    for (int i = 0; i <= last_column; ++i) {
      const ListColumn& column = list_.columns[static_cast<std::size_t>(i)];
      tab.SetColumn(i, static_cast<int>(column.width_mm * 1000 / kXlsxColumnStep), false);
    }
    for (int i = 0; i <= last_column; ++i) {
      tab.Text(0, i, XlsxText(list_.columns[static_cast<std::size_t>(i)].title), heading_);
    }
    std::size_t links = 0;
    for (std::size_t row = 0; row < rows; ++row) WriteRow(*sheet.rows[row], static_cast<int>(row) + 1, &tab, &links);
    tab.Freeze(1, 0);
    tab.Filter({0, 0, 0, static_cast<int>(rows), last_column});
    tab.Print(PrintOf());
  }

  void WriteRow(const ListRow& row, int at, XlsxTab* tab, std::size_t* links) {
    tab->SetRow(at, LinesOf(row) * kLineHeight + kRowPadding, false);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const ListCell& cell = row.cells[i];
      const int column = static_cast<int>(i);
      const XlsxFormatId format = i == 0 && row.fill_rgb ? Filled(*row.fill_rgb) : plain_;
      if (cell.number) {
        tab->Number(at, column, static_cast<double>(*cell.number), format);
      } else if (!cell.link.empty() && (*links)++ < kMostLinks) {
        tab->Link(at, column, cell.link, XlsxText(cell.text), link_);
      } else {
        tab->Text(at, column, XlsxText(cell.text), format);
      }
    }
  }

  /// How many lines the row's longest text takes in its column.
  int LinesOf(const ListRow& row) const {
    int lines = 1;
    for (std::size_t i = 0; i < row.cells.size() && i < list_.columns.size(); ++i) {
      const double room = std::max(1.0, list_.columns[i].width_mm / kHalfWidthMm - 2);
      lines = std::max(lines, static_cast<int>(std::ceil(HalfWidthsOf(row.cells[i].text) / room)));
    }
    return std::min(lines, kMostLines);
  }

  XlsxFormatId Filled(Rgb rgb) {
    const auto known = filled_.find(rgb);
    if (known != filled_.end()) return known->second;
    XlsxFormat format = PlainFormat();
    format.fill_rgb = rgb;
    format.h_align = HAlign::kCenter;
    return filled_[rgb] = book_.AddFormat(format);
  }

  static XlsxPrint PrintOf() {
    constexpr double kMargin = 0.4;
    XlsxPrint print;
    print.landscape = true;
    print.left = print.right = print.top = kMargin;
    print.bottom = 2 * kMargin;
    print.footer_margin = kMargin;
    print.footer = "&C&P／&N";
    print.repeat_first = print.repeat_last = 0;
    print.fit = true;
    print.fit_width = 1;
    return print;
  }

  const ListWorkbook& list_;
  XlsxBook book_;
  XlsxFormatId plain_ = 0, link_ = 0, heading_ = 0;
  std::map<Rgb, XlsxFormatId> filled_;
};

}  // namespace

std::string RenderList(const ListWorkbook& list) { return ListWriter(list).Write(); }

}  // namespace chohyo
