// What the XLSX renderer costs, without reading and layout, beside libxlsxwriter used bare on the same cells:
//   headcount  a workbook of 400 rows × 15 columns with two formulas a row: workbooks a CPU second
//   list       a list of 200,000 rows × 10 columns, half texts, half numbers: rows a CPU second, most memory used
// Both write the same rows, borders and number formats.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/base/file.h"
#include "pipeline/render/xlsx.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr int kHeadcountRows = 400, kHeadcountColumns = 15;
constexpr int kListRows = 200000, kListColumns = 10;

double CpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// CPU seconds of one call, the mean over at least two seconds.
double SecondsOf(const std::function<void()>& work) {
  work();
  const double begin = CpuSeconds();
  int count = 0;
  double spent = 0;
  for (; spent < 2.0; spent = CpuSeconds() - begin, ++count) work();
  return spent / count;
}

/// CPU seconds and most megabytes of one call, in a process of its own.
std::pair<double, double> CostAlone(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  rusage usage = {};
  wait4(child, &status, 0, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {seconds(usage.ru_utime) + seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024};
}

int StyleOf(const std::string& format, Sheet* sheet) {
  CellStyle style;
  style.format = format;
  style.size = 900;
  sheet->styles.push_back(style);
  return static_cast<int>(sheet->styles.size()) - 1;
}

Sheet RuledSheet(int columns, int rows) {
  Sheet sheet;
  sheet.name = "表";
  sheet.columns.assign(static_cast<std::size_t>(columns), 16000);
  sheet.rows.resize(static_cast<std::size_t>(rows));
  sheet.horizontal.assign(static_cast<std::size_t>((rows + 1) * columns), {LineStyle::kHair, kBlack});
  sheet.vertical.assign(static_cast<std::size_t>(rows * (columns + 1)), {LineStyle::kHair, kBlack});
  sheet.cells.reserve(static_cast<std::size_t>(rows * columns));
  return sheet;
}

Cell& Add(int row, int column, const Scalar& value, int style, Sheet* sheet) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.style = style;
  cell.value = value;
  cell.text = FormatValue(value, sheet->styles[static_cast<std::size_t>(style)].format);
  sheet->cells.push_back(std::move(cell));
  return sheet->cells.back();
}

SheetLayout LayoutOf(const Sheet& sheet) {
  SheetLayout layout;
  layout.row_heights.assign(sheet.rows.size(), 6350);
  layout.cell_sizes.assign(sheet.cells.size(), 900);
  layout.page_first_rows = {0};
  return layout;
}

std::string SumFormula(int row) { return fmt::format("SUM(C{0}:K{0})", row + 1); }
std::string RateFormula(int row) { return fmt::format("C{0}/B{0}", row + 1); }

Document Headcount() {
  Document document;
  Sheet sheet = RuledSheet(kHeadcountColumns, kHeadcountRows);
  const int text = StyleOf("", &sheet);
  const int number = StyleOf("integer", &sheet);
  const int rate = StyleOf("percent", &sheet);
  for (int row = 0; row < kHeadcountRows; ++row) {
    Add(row, 0, fmt::format("総務局第{}課", row), text, &sheet);
    for (int column = 1; column < 12; ++column) {
      Add(row, column, std::int64_t{(row * 7 + column * 3) % 40}, number, &sheet);
    }
    Add(row, 12, std::int64_t{33}, number, &sheet).formula = SumFormula(row);
    Add(row, 13, 1.0 / 3, rate, &sheet).formula = RateFormula(row);
    Add(row, 14, std::monostate{}, text, &sheet);
  }
  document.sheets.push_back(std::move(sheet));
  return document;
}

Document List() {
  Document document;
  Sheet sheet = RuledSheet(kListColumns, kListRows);
  const int text = StyleOf("", &sheet);
  for (int row = 0; row < kListRows; ++row) {
    for (int column = 0; column < kListColumns; ++column) {
      Add(row, column,
          column < 5 ? Scalar(fmt::format("文字列{}-{}", row, column)) : Scalar(std::int64_t{row * column}), text,
          &sheet);
    }
  }
  document.sheets.push_back(std::move(sheet));
  return document;
}

/// libxlsxwriter with nothing around it.
class Bare {
 public:
  explicit Bare(bool streaming) {
    lxw_workbook_options options = {};
    options.constant_memory = streaming ? 1 : 0;
    book_ = workbook_new_opt(file_.c_str(), &options);
    sheet_ = workbook_add_worksheet(book_, "表");
  }

  lxw_format* Format(const char* code) {
    lxw_format* format = workbook_add_format(book_);
    format_set_font_name(format, "ＭＳ 明朝");
    format_set_font_size(format, 9);
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_num_format(format, code);
    return format;
  }
  lxw_worksheet* sheet() { return sheet_; }

  std::size_t Finish() {
    workbook_close(book_);
    const std::size_t size = ReadWholeFile(file_).size();
    std::filesystem::remove(file_);
    return size;
  }

 private:
  std::string file_ = (std::filesystem::temp_directory_path() / fmt::format("bare-{}.xlsx", getpid())).string();
  lxw_workbook* book_;
  lxw_worksheet* sheet_;
};

std::size_t BareHeadcount() {
  Bare bare(false);
  lxw_worksheet* sheet = bare.sheet();
  lxw_format* number = bare.Format("#,##0");
  lxw_format* rate = bare.Format("0.0%");
  lxw_format* text = bare.Format("General");
  for (int row = 0; row < kHeadcountRows; ++row) {
    const auto at = static_cast<lxw_row_t>(row);
    worksheet_set_row(sheet, at, 18, nullptr);
    worksheet_write_string(sheet, at, 0, fmt::format("総務局第{}課", row).c_str(), text);
    for (int column = 1; column < 12; ++column) {
      worksheet_write_number(sheet, at, static_cast<lxw_col_t>(column), (row * 7 + column * 3) % 40, number);
    }
    worksheet_write_formula_num(sheet, at, 12, SumFormula(row).c_str(), number, 33);
    worksheet_write_formula_num(sheet, at, 13, RateFormula(row).c_str(), rate, 1.0 / 3);
    worksheet_write_blank(sheet, at, 14, text);
  }
  return bare.Finish();
}

std::size_t BareList() {
  Bare bare(true);
  lxw_worksheet* sheet = bare.sheet();
  lxw_format* text = bare.Format("General");
  lxw_format* number = bare.Format("0");
  for (int row = 0; row < kListRows; ++row) {
    const auto at = static_cast<lxw_row_t>(row);
    worksheet_set_row(sheet, at, 18, nullptr);
    for (int column = 0; column < kListColumns; ++column) {
      const auto place = static_cast<lxw_col_t>(column);
      if (column < 5) {
        worksheet_write_string(sheet, at, place, fmt::format("文字列{}-{}", row, column).c_str(), text);
      } else {
        worksheet_write_number(sheet, at, place, static_cast<double>(row) * column, number);
      }
    }
  }
  return bare.Finish();
}

void Run() {
  const Document headcount = Headcount();
  Pages pages;
  pages.sheets.push_back(LayoutOf(headcount.sheets[0]));
  const double ours = SecondsOf([&] { RenderXlsx(headcount, pages); });
  const double bare = SecondsOf([] { BareHeadcount(); });
  fmt::print("headcount  {:6.0f} workbooks/CPU s ({} KB)   bare libxlsxwriter {:6.0f} ({} KB)\n", 1 / ours,
             RenderXlsx(headcount, pages).size() / 1024, 1 / bare, BareHeadcount() / 1024);

  const Document list = List();
  Pages list_pages;
  list_pages.sheets.push_back(LayoutOf(list.sheets[0]));
  const auto [idle, held] = CostAlone([] {});
  const auto [list_ours, memory_ours] = CostAlone([&] { RenderXlsx(list, list_pages); });
  const auto [list_bare, memory_bare] = CostAlone([] { BareList(); });
  fmt::print("list       {:6.0f} rows/CPU s (+{:.0f} MB)   bare libxlsxwriter {:6.0f} (+{:.0f} MB)\n",
             kListRows / (list_ours - idle), memory_ours - held, kListRows / (list_bare - idle), memory_bare - held);
}

}  // namespace
}  // namespace chohyo

int main() {
  chohyo::Run();
  return 0;
}
