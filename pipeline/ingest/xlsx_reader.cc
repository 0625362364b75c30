#include "pipeline/ingest/xlsx_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/ingest/xlsx_package.h"
#include "pipeline/workbook/rich_text.h"
#include "pipeline/workbook/xml_values.h"

namespace chohyo {
namespace {

/// The column of an address such as "AB12"; 0 if it is none or beyond reason.
std::uint32_t ColumnOfAddress(std::string_view address) {
  std::uint32_t column = 0;
  for (const char c : address) {
    if (c < 'A' || c > 'Z') return column;
    column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    if (column > kMaxColumns) return kMaxColumns + 1;
  }
  return 0;
}

/// Turns the events of a worksheet into rows. Cells and rows without an address follow the one before.
class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const WorkbookPackage& package, const WorkbookParts& parts, TableBuilder* builder)
      : package_(package),
        builder_(builder),
        styles_(ReadNumberStyles(package, parts)),
        shared_(ReadSharedTexts(package, parts, &builder->text())),
        since_1904_(parts.since_1904) {}

  void OnStart(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      StartRow(attributes);
    } else if (name == "c" && in_row_) {
      StartCell(attributes);
    } else if (in_cell_) {
      if (name == "v") in_value_ = has_value_ = true;
      if (name == "f") has_formula_ = true;
      if (name == "is") has_value_ = true;
      rich_.OnStart(name);
    }
  }

  void OnEnd(std::string_view name) override {
    if (name == "row" && in_row_) {
      in_row_ = false;
      builder_->EndRow();
    } else if (name == "c" && in_cell_) {
      EndCell();
    } else if (in_cell_) {
      if (name == "v") in_value_ = false;
      rich_.OnEnd(name);
    }
  }

  void OnText(std::string_view text) override {
    if (!in_cell_) return;
    if (in_value_) value_ += text;
    rich_.OnText(text);
  }

 private:
  void StartRow(const XmlAttributes& attributes) {
    const std::string_view address = attributes.Get("r");
    const std::uint32_t row = address.empty() ? row_ + 1 : ReadXmlWhole<std::uint32_t>(address).value_or(0);
    if (in_row_ || row <= row_ || row > kMaxRows) {
      package_.Damaged(Say("行番号「{}」がおかしい", "bad row number \"{}\"", address));
    }
    row_ = row;
    column_ = 0;
    in_row_ = true;
    builder_->BeginRow(row);
  }

  void StartCell(const XmlAttributes& attributes) {
    const std::string_view address = attributes.Get("r");
    const std::uint32_t column = address.empty() ? column_ + 1 : ColumnOfAddress(address);
    if (in_cell_ || column <= column_ || column > kMaxColumns) {
      package_.Damaged(Say("セル番地「{}」がおかしい", "bad cell address \"{}\"", address));
    }
    column_ = column;
    type_ = attributes.Get("t");
    style_ = ReadXmlWhole<std::uint32_t>(attributes.Get("s")).value_or(0);
    value_.clear();
    rich_.Clear();
    in_cell_ = true;
    in_value_ = has_value_ = has_formula_ = false;
  }

  void EndCell() {
    in_cell_ = false;
    if (type_ == "s") {
      AddShared();
    } else if (!has_value_ && has_formula_) {
      Add({}, CellKind::kNoValue);
    } else if (type_ == "inlineStr") {
      Add(rich_.Text(), CellKind::kText);
    } else if (type_ == "e") {
      Add(value_, CellKind::kErrorValue);
    } else if (type_ == "b") {
      Add(value_ == "1" || value_ == "true" ? "TRUE" : "FALSE", CellKind::kText);
    } else if (type_ == "d") {
      AddIsoDate();
    } else if (type_ == "str") {
      Add(value_, CellKind::kText);
    } else {
      AddNumber();
    }
  }

  void AddShared() {
    if (!has_value_) return;
    const auto index = ReadXmlWhole<std::uint32_t>(Trim(value_));
    if (!index || *index >= shared_.size()) {
      package_.Damaged(Say("共有文字列「{}」がない", "there is no shared string \"{}\"", value_.substr(0, 20)));
    }
    const TextSpan span = shared_[*index];
    builder_->AddCell(column_, span.offset, span.size, CellKind::kText);
  }

  void AddNumber() {
    if (value_.empty()) return;
    const NumberStyle style = style_ < styles_.size() ? styles_[style_] : NumberStyle::kPlain;
    const CellText shown = NumberText(Trim(value_), style, since_1904_);
    Add(shown.text, shown.kind);
  }

  /// Dates of the strict variant: "2021-01-13T08:30:00", with or without either half.
  void AddIsoDate() {
    const std::size_t t = value_.find('T');
    if (t == std::string::npos) {
      Add(value_, value_.find(':') == std::string::npos ? CellKind::kDate : CellKind::kTime);
    } else {
      const bool midnight = value_.substr(t).starts_with("T00:00:00");
      Add(midnight ? value_.substr(0, t) : value_.substr(0, t) + " " + value_.substr(t + 1),
          midnight ? CellKind::kDate : CellKind::kDateTime);
    }
  }

  void Add(std::string_view text, CellKind kind) {
    const std::size_t offset = builder_->text().size();
    builder_->text() += text;
    builder_->AddCell(column_, offset, text.size(), kind);
  }

  const WorkbookPackage& package_;
  TableBuilder* builder_;
  std::vector<NumberStyle> styles_;
  std::vector<TextSpan> shared_;
  bool since_1904_ = false;

  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_value_ = false;
  bool has_value_ = false;
  bool has_formula_ = false;
  std::string type_;
  std::uint32_t style_ = 0;
  std::string value_;
  RichText rich_;
};

}  // namespace

Table ReadXlsx(std::string bytes, const std::string& file) {
  const WorkbookPackage package(std::move(bytes), file);
  const WorkbookParts parts = FindWorkbookParts(package);
  const auto first = std::find_if(parts.sheets.begin(), parts.sheets.end(),
                                  [](const SheetPart& sheet) { return sheet.kind == "worksheet"; });
  TableBuilder builder;
  SheetHandler handler(package, parts, &builder);
  package.Parse(first->path, &handler);
  return builder.Finish();
}

}  // namespace chohyo
