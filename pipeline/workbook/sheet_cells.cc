#include "pipeline/workbook/sheet_cells.h"

#include <algorithm>
#include <map>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/workbook/cell_address.h"
#include "pipeline/workbook/iso_date.h"
#include "pipeline/workbook/limits.h"
#include "pipeline/workbook/rich_text.h"
#include "pipeline/workbook/shared_formula.h"
#include "pipeline/workbook/xml_values.h"

namespace chohyo {
namespace {

constexpr double kTallestRow = 409.5;  ///< points, Excel's own limit

/// A formula stored once, where it stands.
struct SharedFormula {
  std::string text;
  int row = 0, column = 0;
};

/// Turns the events of a worksheet into cells. Cells and rows without an address follow the one before.
class SheetHandler : public XmlHandler {
 public:
  SheetHandler(SheetContext* context, WorkbookSheet* sheet) : context_(context), sheet_(sheet) {}

  void OnStart(std::string_view name, const XmlAttributes& attributes) override {
    if (!in_data_) {
      in_data_ = name == "sheetData";
      rest_.OnStart(name, attributes);
    } else if (in_cell_) {
      StartInCell(name, attributes);
    } else if (name == "row") {
      StartRow(attributes);
    } else if (name == "c") {
      StartCell(attributes);
    }
  }

  void OnEnd(std::string_view name) override {
    if (name == "sheetData") in_data_ = false;
    if (!in_data_) {
      rest_.OnEnd(name);
    } else if (inline_.open()) {
      inline_.OnEnd(name);
    } else if (name == "c" && in_cell_) {
      EndCell();
    } else {
      in_value_ = in_formula_ = false;
    }
  }

  void OnText(std::string_view text) override {
    if (!in_data_) {
      rest_.OnText(text);
    } else if (inline_.open()) {
      inline_.OnText(text);
    } else if (in_value_ || in_formula_) {
      (in_value_ ? value_ : cell_.formula) += text;
    }
  }

  XmlNode TakeRest() { return rest_.Take(); }

 private:
  void StartRow(const XmlAttributes& attributes) {
    const std::string_view address = attributes.Get("r");
    const int row = address.empty() ? row_ + 1 : std::max(ReadXmlInt(address).value_or(0), 0) - 1;
    if (row <= row_ || row >= kWorkbookRows) {
      context_->package.Damaged(Say("行番号「{}」がおかしい", "bad row number \"{}\"", Printable(address)));
    }
    if (++context_->tracks > kMostWorkbookTracks) context_->package.TooMuch(Say("行と列", "rows and columns"));
    row_ = row;
    column_ = -1;
    WorkbookRow stored;
    if (const auto points = ReadXmlNumber(attributes.Get("ht"))) {
      stored.height = UmOfPoints(std::clamp(*points, 0.0, kTallestRow));
      stored.stated = true;
    }
    stored.custom = ReadXmlFlag(attributes.Get("customHeight"));
    stored.hidden = ReadXmlFlag(attributes.Get("hidden"));
    if (ReadXmlFlag(attributes.Get("customFormat"))) stored.format = FormatOf(attributes.Get("s"));
    sheet_->rows[row_] = stored;
  }

  void StartCell(const XmlAttributes& attributes) {
    const std::string_view address = attributes.Get("r");
    const auto place = address.empty() ? std::optional(std::pair(row_, column_ + 1)) : ReadCellAddress(address);
    if (!place || row_ < 0 || place->first != row_ || place->second <= column_ || place->second >= kWorkbookColumns) {
      context_->package.Damaged(Say("セル番地「{}」がおかしい", "bad cell address \"{}\"", Printable(address)));
    }
    if (++context_->cells > kMostWorkbookCells) context_->package.TooMuch(Say("セル", "cells"));
    column_ = place->second;
    cell_ = WorkbookCell();
    cell_.row = row_;
    cell_.column = column_;
    cell_.format = FormatOf(attributes.Get("s"));
    type_ = attributes.Get("t");
    value_.clear();
    formula_kind_.clear();
    shared_id_.clear();
    in_cell_ = true;
  }

  void StartInCell(std::string_view name, const XmlAttributes& attributes) {
    if (name == "is" || inline_.open()) {
      inline_.OnStart(name, attributes);
    } else if (name == "v") {
      in_value_ = true;
    } else if (name == "f") {
      in_formula_ = true;
      formula_kind_ = attributes.Get("t");
      shared_id_ = attributes.Get("si");
    }
  }

  int FormatOf(std::string_view text) const {
    const int format = ReadXmlInt(text).value_or(0);
    return format >= 0 && static_cast<std::size_t>(format) < context_->styles.formats.size() ? format : 0;
  }

  void EndCell() {
    in_cell_ = in_value_ = in_formula_ = false;
    SetFormula();
    SetValue();
    context_->text_bytes += cell_.formula.size();
    if (const auto* text = std::get_if<std::string>(&cell_.value)) context_->text_bytes += text->size();
    context_->text_bytes += cell_.runs.size() * sizeof(WorkbookRun);
    if (context_->text_bytes > kMostWorkbookText) context_->package.TooMuch(Say("文字", "characters"));
    sheet_->cells.push_back(std::move(cell_));
    cell_ = WorkbookCell();
  }

  void SetFormula() {
    if (formula_kind_ == "dataTable") cell_.formula.clear();
    cell_.array_formula = formula_kind_ == "array" && !cell_.formula.empty();
    if (formula_kind_ != "shared") return;
    if (!cell_.formula.empty()) {
      shared_formulas_[shared_id_] = {cell_.formula, row_, column_};
    } else if (const auto found = shared_formulas_.find(shared_id_); found != shared_formulas_.end()) {
      const SharedFormula& shared = found->second;
      cell_.formula = MovedFormula(shared.text, row_ - shared.row, column_ - shared.column);
    }
  }

  void SetValue() {
    if (type_ == "inlineStr") {
      SetRich(ReadRichString(inline_.Take(), context_->styles));
    } else if (type_ == "s") {
      SetShared();
    } else if (type_ == "str") {
      cell_.value = UnescapedText(value_);
    } else if (type_ == "b") {
      cell_.value = ReadXmlFlag(Trim(value_));
    } else if (type_ == "e") {
      cell_.value = WorkbookError{value_};
    } else if (type_ == "d") {
      SetDate();
    } else if (const std::string_view number = Trim(value_); !number.empty()) {
      SetNumber(number);
    }
  }

  void SetRich(RichString string) {
    cell_.value = std::move(string.text);
    cell_.runs = std::move(string.runs);
  }

  void SetShared() {
    const std::string_view text = Trim(value_);
    if (text.empty()) return;
    const auto index = ReadXmlWhole<std::uint32_t>(text);
    if (!index || *index >= context_->shared.size()) {
      context_->package.Damaged(
          Say("共有文字列「{}」がない", "there is no shared string \"{}\"", Printable(text.substr(0, 20))));
    }
    const RichString& shared = context_->shared[*index];
    cell_.value = shared.text;
    cell_.runs = shared.runs;
  }

  void SetNumber(std::string_view text) {
    const auto number = ReadXmlNumber(text);
    if (number) {
      cell_.value = *number;
    } else {
      cell_.value = std::string(text);
    }
  }

  void SetDate() {
    const auto serial = SerialOfIsoDate(Trim(value_), context_->parts.since_1904);
    if (serial) {
      cell_.value = *serial;
    } else {
      cell_.value = value_;
    }
  }

  SheetContext* context_;
  WorkbookSheet* sheet_;
  XmlTreeBuilder rest_, inline_;
  int row_ = -1, column_ = -1;
  bool in_data_ = false, in_cell_ = false, in_value_ = false, in_formula_ = false;
  WorkbookCell cell_;
  std::string type_, value_, formula_kind_, shared_id_;
  std::map<std::string, SharedFormula> shared_formulas_;
};

}  // namespace

XmlNode ReadSheetCells(const std::string& part, SheetContext* context, WorkbookSheet* sheet) {
  SheetHandler handler(context, sheet);
  context->package.Parse(part, &handler);
  return handler.TakeRest();
}

}  // namespace chohyo
