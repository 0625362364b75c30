// The language of placeholders as offices write it in Excel: column headers as names, numbered names, markers. It is
// turned into the language of templates, which compiles and evaluates it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/excel/field_names.h"
#include "pipeline/sheet/expression.h"

namespace chohyo {

/// A name that ends in a number: 氏名_3, 氏名(3), 氏名３.
struct NumberedName {
  std::string base;
  int number = 0;
};
std::optional<NumberedName> NumberedNameOf(std::string_view name);

/// Reads placeholders and conditions where certain records are known.
class FormLanguage {
 public:
  /// `as_written`: names that are not known are left as they stand, for forms whose values a builder makes.
  FormLanguage(std::string file, bool as_written) : compiler_(std::move(file)), as_written_(as_written) {}

  /// From now on `variable` is a record of `table` (nullptr: of something else).
  void EnterRecord(const std::string& variable, const TableInfo* table) { scopes_.push_back({variable, table, 0}); }
  /// A text and a condition in the language of templates.
  std::string TranslateText(const std::string& text, Place place);
  std::string TranslateCondition(std::string_view text, Place place);
  Text CompileText(const std::string& text, Place place);
  Condition CompileCondition(std::string_view text, Place place);
  /// `staff`, `職員 as s`, `loans as loan where 区分 == '紛失'`; the condition, if any, is compiled too.
  Loop EnterLoop(std::string_view text, Place place, std::optional<Condition>* where);
  void LeaveLoop();
  /// The list of a table's records: of the innermost record they belong to, else of the whole document.
  std::string ListPath(const TableInfo& table) const;
  /// A loop over so many records of a table at a time, through which numbered names go.
  Loop EnterPageLoop(const TableInfo& table, const std::string& variable, int per, Place place);

  ExpressionCompiler& compiler() { return compiler_; }

 private:
  struct Scope {
    std::string variable;
    const TableInfo* table = nullptr;
    int per = 0;  ///< of pages: how many records one has
  };

  std::string Translate(std::string_view inner, Place place);
  std::string TranslateValue(std::string_view value, Place place);
  std::string TranslateFilter(std::string_view filter, Place place);
  std::string Path(std::string_view written, Place place);
  std::optional<std::string> NumberedPath(std::string_view name) const;
  std::optional<std::string> ScopedPath(std::string_view first, std::string_view rest) const;
  std::optional<std::string> HeaderPath(std::string_view name) const;
  std::optional<std::string> TablePath(std::string_view first, std::string_view rest);
  std::string UnknownPath(std::string_view name, Place place);
  std::string MemberPath(const TableInfo* table, std::string_view name) const;
  [[noreturn]] void FailUnknown(std::string_view name, Place place) const;

  ExpressionCompiler compiler_;
  bool as_written_;
  std::vector<Scope> scopes_;
};

/// A piece of a cell's text: plain text (with placeholders), or a marker.
struct MarkerPiece {
  enum class Kind : std::uint8_t { kText, kEach, kEndEach, kIf, kElse, kEndIf } kind = Kind::kText;
  std::string text;  ///< what is said after #each and #if; the text itself of kText
};
std::vector<MarkerPiece> SplitMarkers(const std::string& text);
bool HasMarkers(const std::string& text);

/// The inner texts of all placeholders of a text that are no markers.
std::vector<std::string> PlaceholdersOf(const std::string& text);
/// The name at the beginning of a placeholder: of "氏名 | half" 氏名, of "count(staff)" staff.
std::string NameOf(std::string_view placeholder);
/// ｛｛ and ｝｝ as half-width braces.
std::string WithPlainBraces(std::string text);

}  // namespace chohyo
