// What `chohyo doctor` says of one file.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/model/finding.h"

namespace chohyo {

/// Something about a file that a clerk should know, or be asked.
struct DoctorNote {
  std::string code;  ///< "ambiguous-date": stays the same in every language
  Severity severity = Severity::kInfo;
  std::uint32_t line = 0;
  std::uint16_t column = 0;
  std::string message, hint;
};

/// How sure the encoding of a file is.
enum class Certainty { kCertain, kLikely, kUnsure };

/// The bytes of a text file: how they are encoded and laid out.
struct TextFacts {
  std::string encoding;  ///< "utf-8", "cp932", "utf-16", "ascii"
  Certainty certainty = Certainty::kCertain;
  std::string evidence;  ///< what speaks for it
  bool bom = false;
  std::uint64_t crlf = 0, lf = 0, cr = 0;  ///< line ends outside of quotes
  char delimiter = ',';
  std::uint32_t trailing_columns = 0;  ///< empty cells at the end of the header row
};

/// A column of a file and what it was taken for.
struct DoctorColumn {
  std::uint16_t number = 0;
  std::string header;
  std::string name;  ///< alias of the contract; "" for a column that no one asked for
};

/// What a font other than the first has to draw.
struct FontUse {
  std::string font;
  std::vector<std::string> characters;
  std::vector<std::string> texts;  ///< the first few cells that hold them
};

struct DoctorReport {
  std::string file;
  std::string table, table_ja;  ///< "" if no table fits
  std::uint64_t bytes = 0;
  bool readable = true;
  bool is_text = false;  ///< CSV: `facts` says how
  TextFacts facts;
  std::uint64_t rows = 0;
  std::vector<DoctorColumn> columns;
  std::vector<std::string> missing;  ///< required columns that are not there, by alias
  std::vector<std::string> absent;   ///< other columns that are not there, by alias
  std::vector<FontUse> fonts;
  std::vector<DoctorNote> notes;

  /// A clerk has something to mend or to answer.
  bool NeedsWork() const;
};

/// The report as a terminal shows it.
std::string DoctorText(const DoctorReport& report);

/// "certain", "likely", "unsure": as JSON writes it.
const char* CertaintyName(Certainty certainty);

}  // namespace chohyo
