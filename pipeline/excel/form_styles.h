// Excel's cell formats as styles of a sheet.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/excel/notes.h"
#include "pipeline/sheet/body.h"
#include "pipeline/workbook/workbook.h"

namespace chohyo {

/// What a cell holds, as far as its style depends on it.
struct CellUse {
  enum class Content : std::uint8_t {
    kNothing,
    kConstant,     ///< a text or number that stands in the form
    kPlaceholder,  ///< something is filled in
    kFormula,
  } content = Content::kNothing;
  bool merged = false;
  std::string format;  ///< a display format that a placeholder names; "" = by the cell
};

/// The font chain that stands in for a font: names with 明朝, Mincho and their like are "mincho", the rest "gothic".
std::string FontChainOf(const std::string& font_name);

LineStyle LineStyleOfWord(const std::string& word);
Edge EdgeOf(const WorkbookLine& line);
/// What a cell is filled with: patterns by the mean of their two colours.
std::optional<Rgb> FillOf(const WorkbookFormat& format);

/// The font of the longest part of a rich text; nullptr if that is the cell's.
const WorkbookFont* FontOfRuns(const WorkbookCell& cell);

/// Styles of one sheet, each kept once.
class FormStyles {
 public:
  FormStyles(const Workbook& book, SheetBody* body, FormNotes* notes) : book_(book), body_(*body), notes_(*notes) {}

  /// The styles of a cell for the types of its value (CellSpec::styles). `font`: in place of the format's; nullptr for
  /// none.
  std::vector<int> StylesOf(int format, const CellUse& use, const WorkbookFont* font, int row, int column);
  /// The display format of a cell: "excel:…", or "" where its value's type says it.
  std::string DisplayFormat(int format, const CellUse& use) const;
  int Intern(const CellStyle& style);
  CellStyle StyleOf(const WorkbookFormat& format, const CellUse& use, const WorkbookFont* font) const;
  CellStyle FontStyle(const WorkbookFont& font) const;

 private:
  void NoteAlignment(const WorkbookFormat& format, int row, int column);

  const Workbook& book_;
  SheetBody& body_;
  FormNotes& notes_;
  std::map<std::string, int> interned_;
  std::map<std::string, std::vector<int>> known_;
};

}  // namespace chohyo
