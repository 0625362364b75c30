// What of an Excel form is not honoured as it stands: collected while it is read, each thing once.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "pipeline/sheet/template.h"

namespace chohyo {

class FormNotes {
 public:
  /// The sheet that the following notes are about.
  void Enter(const std::string& sheet) { sheet_ = sheet; }

  /// About a cell, counted from 0; row < 0 = the whole sheet.
  void Add(int row, int column, std::string message);
  /// The form probably does not do what its author wants.
  void Warn(int row, int column, std::string message);
  /// About the whole workbook; the same message is noted once.
  void AddOnce(std::string message);

  std::vector<TemplateNote> Take() { return std::move(notes_); }

 private:
  void AddNote(int row, int column, std::string message, bool warning);

  std::string sheet_;
  std::vector<TemplateNote> notes_;
  std::set<std::string> said_;
};

}  // namespace chohyo
