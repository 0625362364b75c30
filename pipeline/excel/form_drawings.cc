#include "pipeline/excel/form_drawings.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/excel/form_reference.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

GridPlace PlaceOf(const WorkbookAnchor& anchor) {
  return {std::max(0, anchor.row), std::max(0, anchor.column), anchor.dx, anchor.dy};
}

CellRange RangeOf(const WorkbookRange& range) {
  return {0, range.first_row, range.first_column, range.last_row, range.last_column};
}

std::optional<Shape::Kind> KindOf(const std::string& geometry) {
  if (geometry == "line" || geometry.starts_with("straightConnector")) return Shape::Kind::kLine;
  if (geometry == "rect" || geometry == "textBox" || geometry.empty()) return Shape::Kind::kRectangle;
  if (geometry == "roundRect") return Shape::Kind::kRoundedRectangle;
  if (geometry == "ellipse") return Shape::Kind::kEllipse;
  return std::nullopt;
}

LineStyle DashOf(const std::string& dash) {
  if (dash == "dash" || dash == "sysDash" || dash == "lgDash") return LineStyle::kDashed;
  if (dash == "dot" || dash == "sysDot") return LineStyle::kDotted;
  if (dash == "dashDot" || dash == "sysDashDot" || dash == "lgDashDot") return LineStyle::kDashDot;
  if (dash == "lgDashDotDot" || dash == "sysDashDotDot") return LineStyle::kDashDotDot;
  return LineStyle::kThin;
}

HAlign AlignOf(const std::string& word) {
  if (word == "ctr") return HAlign::kCenter;
  if (word == "r") return HAlign::kRight;
  if (word == "just") return HAlign::kJustify;
  return word == "dist" ? HAlign::kDistribute : HAlign::kLeft;
}

VAlign AnchorOf(const std::string& word) {
  if (word == "ctr") return VAlign::kCenter;
  return word == "b" ? VAlign::kBottom : VAlign::kTop;
}

std::string TextOfRuns(const std::vector<WorkbookRun>& runs) {
  std::string text;
  for (const WorkbookRun& run : runs) text += run.text;
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

CellStyle ShapeStyle(const WorkbookShape& shape, const FormStyles& styles) {
  WorkbookFont font;
  for (const WorkbookRun& run : shape.text) {
    if (run.font && !Trim(run.text).empty()) {
      font = *run.font;
      break;
    }
  }
  CellStyle style = styles.FontStyle(font);
  style.h_align = AlignOf(shape.text_align);
  style.v_align = AnchorOf(shape.text_anchor);
  style.vertical = shape.vertical_text;
  style.pad_x = 2540;  // what Office keeps clear inside of figures
  style.pad_y = 1270;
  return style;
}

/// The texts of a range of cells, each once.
std::vector<std::string> TextsIn(const WorkbookSheet& sheet, const WorkbookRange& range, const Workbook& book) {
  std::vector<std::string> texts;
  for (const WorkbookCell& cell : sheet.cells) {
    if (cell.row < range.first_row || cell.row > range.last_row) continue;
    if (cell.column < range.first_column || cell.column > range.last_column) continue;
    std::string text;
    if (const auto* own = std::get_if<std::string>(&cell.value)) text = *own;
    if (const auto* number = std::get_if<double>(&cell.value)) {
      const std::string& code = book.formats[static_cast<std::size_t>(cell.format)].number_code;
      text = FormatValue(Scalar(*number), std::string(kExcelFormatPrefix) + code);
    }
    if (!text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

const WorkbookSheet* SheetNamed(const Workbook& book, const std::string& name) {
  for (const WorkbookSheet& sheet : book.sheets) {
    if (sheet.name == name) return &sheet;
  }
  return nullptr;
}

/// The choices of a list: written out, or those of a range or name.
std::vector<std::string> ChoicesOf(const Workbook& book, const WorkbookSheet& own, std::string formula) {
  if (formula.starts_with('"') && formula.ends_with('"') && formula.size() >= 2) {
    std::vector<std::string> choices;
    for (const std::string_view choice : Split(std::string_view(formula).substr(1, formula.size() - 2), ',')) {
      choices.emplace_back(Trim(choice));
    }
    return choices;
  }
  for (const WorkbookName& name : book.names) {
    if (name.name == formula) {
      formula = name.formula;
      break;
    }
  }
  std::string sheet;
  const auto range = RangeOfReference(formula, &sheet);
  const WorkbookSheet* target = sheet.empty() ? &own : SheetNamed(book, sheet);
  if (!range || target == nullptr) return {};
  return TextsIn(*target, *range, book);
}

}  // namespace

void ReadPictures(const WorkbookSheet& sheet, FormNotes* notes, OfficeForm* form) {
  for (const WorkbookPicture& picture : sheet.pictures) {
    const WorkbookAnchor& anchor = picture.anchor;
    if (picture.kind != "png" && picture.kind != "jpeg") {
      notes->Add(anchor.row, anchor.column,
                 Say("画像（{}）は PNG でも JPEG でもないので、印字しません。PNG で貼り直してください。",
                     "a picture ({}) is neither PNG nor JPEG and is left out; paste it again as PNG.", picture.kind));
      continue;
    }
    form->pictures.push_back({PlaceOf(anchor), anchor.width, anchor.height,
                              std::make_shared<const std::string>(picture.bytes), picture.alt_text});
  }
}

void ReadShapes(const WorkbookSheet& sheet, const std::string* sheet_name, FormLanguage* language, FormStyles* styles,
                FormNotes* notes, OfficeForm* form) {
  for (const WorkbookShape& shape : sheet.shapes) {
    FormShape& own = form->shapes.emplace_back();
    const auto kind = KindOf(shape.geometry);
    if (!kind) {
      notes->Add(
          shape.anchor.row, shape.anchor.column,
          Say("図形「{}」は四角形として印字します。", "the figure \"{}\" is drawn as a rectangle.", shape.geometry));
    }
    own.shape.kind = kind.value_or(Shape::Kind::kRectangle);
    own.shape.place = PlaceOf(shape.anchor);
    own.shape.width = shape.anchor.width;
    own.shape.height = shape.anchor.height;
    own.shape.flip = shape.flip_horizontal != shape.flip_vertical;
    own.shape.line_width = shape.line_width;
    own.shape.line_style = DashOf(shape.dash);
    own.shape.line_rgb = shape.line.value_or(kBlack);
    own.shape.fill_rgb = shape.fill;
    own.shape.style = styles->Intern(ShapeStyle(shape, *styles));
    const Place place{shape.anchor.row + 1, shape.anchor.column + 1, sheet_name};
    const std::string text = WithPlainBraces(TextOfRuns(shape.text));
    if (HasMarkers(text)) {
      notes->Warn(shape.anchor.row, shape.anchor.column,
                  Say("図形の中の {{{{#each}}}} と {{{{#if}}}} は使えません。",
                      "{{{{#each}}}} and {{{{#if}}}} cannot be used inside figures."));
    } else if (!text.empty()) {
      own.text = language->CompileText(text, place);
    }
  }
}

std::map<std::pair<int, int>, int> ReadChoices(const Workbook& book, const FormGrid& grid, FormNotes* notes,
                                               SheetBody* body) {
  std::map<std::pair<int, int>, int> choices;
  for (const WorkbookValidation& rule : grid.sheet().validations) {
    if (rule.type != "list" || rule.ranges.empty()) continue;
    std::vector<std::string> list = ChoicesOf(book, grid.sheet(), rule.formula1);
    if (list.empty()) {
      notes->Add(rule.ranges[0].first_row, rule.ranges[0].first_column,
                 Say("入力規則のリスト「{}」の値が分からないので、リストを付けません。",
                     "the choices of the list \"{}\" are not known, so it is left out.", rule.formula1));
      continue;
    }
    const int index = static_cast<int>(body->choice_lists.size());
    body->choice_lists.push_back(std::move(list));
    for (const WorkbookRange& range : rule.ranges) {
      for (int row = std::max(0, range.first_row); row <= std::min(range.last_row, grid.rows() - 1); ++row) {
        for (int column = std::max(0, range.first_column); column <= std::min(range.last_column, grid.columns() - 1);
             ++column) {
          choices.emplace(std::pair(row, column), index);
        }
      }
    }
  }
  return choices;
}

void ReadCellRules(const WorkbookSheet& sheet, OfficeForm* form) {
  for (const WorkbookValidation& rule : sheet.validations) {
    if (rule.type == "list" || rule.type.empty() || rule.type == "none") continue;
    for (const WorkbookRange& range : rule.ranges) {
      CellRule own;
      own.range = RangeOf(range);
      own.type = rule.type;
      own.op = rule.op;
      own.formula1 = rule.formula1;
      own.formula2 = rule.formula2;
      own.allow_blank = rule.allow_blank;
      if (rule.show_error) own.error_title = rule.error_title;
      if (rule.show_error) own.error = rule.error;
      if (rule.show_input) own.prompt_title = rule.prompt_title;
      if (rule.show_input) own.prompt = rule.prompt;
      form->cell_rules.push_back(std::move(own));
    }
  }
}

void NoteLosses(const WorkbookSheet& sheet, FormNotes* notes) {
  struct Word {
    std::string_view what, ja, en;
  };
  constexpr Word kWords[] = {{"chart", "グラフ", "a chart"},
                             {"group", "グループ化した図形", "a group of figures"},
                             {"ole", "埋め込みオブジェクト", "an embedded object"},
                             {"sparkline", "スパークライン", "a sparkline"},
                             {"control", "フォームの部品", "a form control"},
                             {"comment", "コメント", "a comment"},
                             {"smartart", "SmartArt", "SmartArt"}};
  for (const WorkbookLoss& loss : sheet.losses) {
    const auto* word =
        std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& w) { return w.what == loss.what; });
    const bool known = word != std::end(kWords);
    const std::string name = loss.name.empty() ? std::string() : Say("「{}」", " \"{}\"", loss.name);
    notes->Add(loss.row, std::max(0, loss.column),
               Say("{}{}は印字しません。", "{}{} is left out.",
                   known ? std::string(CurrentLang() == Lang::kJa ? word->ja : word->en) : loss.what, name));
  }
}

}  // namespace chohyo
