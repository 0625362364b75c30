// The rows of an Excel form as the rows of a template: cells with their contents, markers as repetitions and
// conditions.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/excel/form_grid.h"
#include "pipeline/excel/form_language.h"
#include "pipeline/excel/form_regions.h"
#include "pipeline/excel/form_styles.h"
#include "pipeline/excel/notes.h"
#include "pipeline/sheet/body.h"

namespace chohyo {

class FormRows {
 public:
  struct Parts {
    const Workbook& book;
    const FormGrid& grid;
    const std::string& file;
    const std::string* sheet_name;  ///< that places point to
    const std::vector<NamedRegion>& regions;
    const std::map<std::pair<int, int>, int>& choices;  ///< of cells: index into SheetBody::choice_lists
  };
  FormRows(const Parts& parts, FormLanguage* language, FormNotes* notes, SheetBody* body)
      : parts_(parts),
        grid_(parts.grid),
        language_(*language),
        notes_(*notes),
        body_(*body),
        styles_(parts.book, body, notes) {}

  /// Fills SheetBody::root. Throws InputFault at a cell for markers that do not pair.
  void Read();
  FormStyles& styles() { return styles_; }

 private:
  struct Marker {
    MarkerPiece piece;
    Place place;
  };
  /// What the markers of a row say.
  struct RowMarks {
    std::vector<Marker> markers;
    std::map<int, std::string> texts;  ///< of cells with markers: what is left, by column
    std::map<int, std::string> shown_if;
    bool vanishes = false;
  };
  /// A repetition or condition that is open.
  struct Open {
    Node node;
    MarkerPiece::Kind kind = MarkerPiece::Kind::kText;
    std::string condition;
    Place place;
  };

  Place PlaceAt(int row, int column) const { return {row + 1, column + 1, parts_.sheet_name}; }
  RowMarks MarksOf(int row) const;
  void ReadCellMarks(int row, int column, const std::string& text, RowMarks* marks) const;
  void ReadRow(int row);
  void OpenMarker(const Marker& marker);
  void CloseMarker(const Marker& marker);
  void TakeMarker(const Marker& marker);
  void Negate(const Marker& marker);
  void AddRow(int row, const RowMarks& marks);
  Um HeightOf(int row, bool* grows) const;
  CellSpec MakeCell(int row, int column, const RowMarks& marks);
  void FillContent(const WorkbookCell& cell, const RowMarks& marks, CellUse* use, CellSpec* spec);
  void FillText(const WorkbookCell& cell, std::string text, CellUse* use, CellSpec* spec);
  void FillConstant(const WorkbookCell& cell, CellSpec* spec);
  void SetFormCell(const WorkbookCell* cell, int row, int column, CellSpec* spec);
  void NoteRuns(const WorkbookCell& cell);
  void CloseSpans(std::vector<Node>* nodes);
  std::vector<Node>& Nodes() { return open_.empty() ? body_.root.children : open_.back().node.children; }

  Parts parts_;
  const FormGrid& grid_;
  FormLanguage& language_;
  FormNotes& notes_;
  SheetBody& body_;
  FormStyles styles_;
  std::vector<Open> open_;
  bool break_next_ = false;
};

/// A text with one constant in it, which keeps its type.
Text ConstantText(Scalar value);

}  // namespace chohyo
