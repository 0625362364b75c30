#include "pipeline/excel/excel_template.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <set>
#include <utility>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/excel/form_drawings.h"
#include "pipeline/excel/form_names.h"
#include "pipeline/excel/form_page.h"
#include "pipeline/excel/form_rows.h"
#include "pipeline/excel/form_settings.h"

namespace chohyo {
namespace {

constexpr CentiPoint kSmallestSize = 400;
constexpr const char* kPageVariable = "page";

/// Makes a template's body of a workbook.
class FormReader {
 public:
  FormReader(const Workbook& book, const std::string& file, const ExcelFormOptions& options)
      : book_(book), plan_(PlanForm(book, file, options)), language_(file, plan_.built) {
    body_->file = file;
    body_->head = plan_.head;
  }

  std::unique_ptr<Template::Body> Read() {
    if (!plan_.built && plan_.records != nullptr && !plan_.sheet_each) {
      language_.EnterRecord(plan_.head.records_name, plan_.records);
    }
    for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
      if (static_cast<int>(i) != plan_.settings_sheet) ReadSheet(i);
    }
    if (body_->sheets.empty()) {
      throw InputFault(
          Say("{}: エラー: 帳票のシートがありません。", "{}: error: there is no sheet with a form.", body_->file));
    }
    NoteFonts();
    body_->hint_count = language_.compiler().hint_count();
    body_->uses = language_.compiler().uses();
    const auto& paths = language_.compiler().paths();
    const std::set<std::string> distinct(paths.begin(), paths.end());
    body_->placeholders.assign(distinct.begin(), distinct.end());
    body_->notes = notes_.Take();
    return std::move(body_);
  }

 private:
  void ReadSheet(std::size_t index) {
    const WorkbookSheet& sheet = book_.sheets[index];
    notes_.Enter(sheet.name);
    body_->sheet_names.push_back(std::make_unique<const std::string>(sheet.name));
    const std::string* name = body_->sheet_names.back().get();
    SheetBody& own = body_->sheets.emplace_back();
    own.place = {1, 1, name};
    own.reference_name = sheet.name;
    own.smallest_size = own.reported_size = kSmallestSize;
    own.form = std::make_unique<OfficeForm>();
    const FormGrid grid(book_, sheet, body_->file);
    MakeGrid(grid, &own);
    const int scopes = EnterPages(index, &own);
    own.name = language_.CompileText(WithPlainBraces(sheet.name), {0, 0, name});
    ReadPage(sheet, &own);
    ReadFormParts(grid, name, index, &own);
    for (int i = 0; i < scopes; ++i) language_.LeaveLoop();
  }

  static void MakeGrid(const FormGrid& grid, SheetBody* own) {
    TrackGrid& tracks = own->grids.emplace_back();
    for (int column = 0; column < grid.columns(); ++column) {
      const auto stored = grid.sheet().columns.find(column);
      const bool hidden = stored != grid.sheet().columns.end() && stored->second.hidden;
      if (hidden) own->form->hidden_columns.push_back(column);
      tracks.widths.push_back(hidden ? stored->second.width : grid.sheet().ColumnWidth(column));
    }
    std::vector<int>& map = tracks.maps.emplace_back(static_cast<std::size_t>(grid.columns()) + 1);
    std::iota(map.begin(), map.end(), 0);
  }

  /// Sheets for every record, and for every so many numbered ones; how many loops that opened.
  int EnterPages(std::size_t index, SheetBody* own) {
    if (plan_.sheet_each && plan_.records != nullptr) {
      std::optional<Condition> none;
      own->each =
          language_.EnterLoop(std::string(plan_.records->name) + " as " + plan_.head.records_name, own->place, &none);
      if (!plan_.head.where.empty())
        own->condition = language_.compiler().CompileCondition({plan_.head.where, own->place, false});
      return 1;
    }
    if (plan_.numbered == nullptr) return 0;
    const FormNamesUsed used = NamesUsedOn(book_, index);
    if (used.most_number == 0) return 0;
    own->each = language_.EnterPageLoop(*plan_.numbered, kPageVariable, used.most_number, own->place);
    own->per = used.most_number;
    return 1;
  }

  void ReadPage(const WorkbookSheet& sheet, SheetBody* own) {
    own->page = PageSetupOf(sheet.page, &notes_);
    const WorkbookHeaderFooter& texts = sheet.page.header_footer;
    const std::string file = body_->file.substr(body_->file.find_last_of('/') + 1);
    const HeaderTexts header = HeaderTextsOf(texts.odd_header, sheet.name, file, &notes_);
    const HeaderTexts footer = HeaderTextsOf(texts.odd_footer, sheet.name, file, &notes_);
    own->page.header_size = header.size;
    own->page.footer_size = footer.size;
    const auto text = [&](const std::string& part) {
      return language_.CompileText(WithPlainBraces(part), {0, 0, nullptr});
    };
    own->header_left = text(header.left);
    own->header_center = text(header.center);
    own->header_right = text(header.right);
    own->footer_left = text(footer.left);
    own->footer_center = text(footer.center);
    own->footer_right = text(footer.right);
    const bool others =
        (texts.different_first && texts.first_header + texts.first_footer != texts.odd_header + texts.odd_footer) ||
        (texts.different_odd_even && texts.even_header + texts.even_footer != texts.odd_header + texts.odd_footer);
    if (!others) return;
    notes_.Add(
        -1, 0,
        Say("先頭ページや偶数ページだけのヘッダー・フッターは使わず、どのページにも奇数ページのものを印字します。",
            "headers and footers of first or even pages are not used; those of odd pages stand on all."));
  }

  void ReadFormParts(const FormGrid& grid, const std::string* name, std::size_t index, SheetBody* own) {
    const WorkbookSheet& sheet = grid.sheet();
    OfficeForm& form = *own->form;
    form.hidden = sheet.state != WorkbookSheet::State::kVisible;
    form.print_gridlines = sheet.page.print_gridlines;
    form.freeze_row = sheet.freeze_row;
    form.freeze_column = sheet.freeze_column;
    form.title_rows = sheet.page.title_rows;
    form.title_columns = sheet.page.title_columns;
    form.column_breaks = sheet.page.column_breaks;
    for (const WorkbookRange& area : sheet.page.print_areas) {
      form.print_areas.push_back({0, area.first_row, area.first_column, area.last_row, area.last_column});
    }
    for (const WorkbookName& defined : book_.names) form.names.emplace_back(defined.name, defined.formula);
    const auto choices = ReadChoices(book_, grid, &notes_, own);
    const std::vector<NamedRegion> regions = RegionsOf(book_, index);
    FormRows rows({book_, grid, body_->file, name, regions, choices}, &language_, &notes_, own);
    rows.Read();
    ReadPictures(sheet, &notes_, &form);
    ReadShapes(sheet, name, &language_, &rows.styles(), &notes_, &form);
    ReadCellRules(sheet, &form);
    ReadConditionals(sheet, &notes_, &form);
    NoteLosses(sheet, &notes_);
    if (own->styles.empty()) own->styles.emplace_back();
  }

  void NoteFonts() {
    std::set<std::string> names;
    for (const SheetBody& sheet : body_->sheets) {
      for (const CellStyle& style : sheet.styles) names.insert(style.font_name);
    }
    for (const std::string& name : names) {
      if (name.empty()) continue;
      const std::string chain = FontChainOf(name);
      notes_.AddOnce(Say("書体「{}」は、PDF では事務所の設定の「{}」で印字します（Excel ではそのままです）。",
                         "the font \"{}\" is printed in the office's \"{}\" in PDF (XLSX keeps it).", name, chain));
    }
  }

  const Workbook& book_;
  FormPlan plan_;
  FormLanguage language_;
  FormNotes notes_;
  std::unique_ptr<Template::Body> body_ = std::make_unique<Template::Body>();
};

}  // namespace

Template TemplateFromWorkbook(const Workbook& book, const std::string& file, const ExcelFormOptions& options) {
  return Template(FormReader(book, file, options).Read());
}

Template ReadExcelTemplate(std::string bytes, const std::string& file, const ExcelFormOptions& options) {
  return TemplateFromWorkbook(ReadWorkbook(std::move(bytes), file), file, options);
}

}  // namespace chohyo
