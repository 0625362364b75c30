// The mark that every XLSX carries in its custom properties, where Excel and LibreOffice keep it: which document it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chohyo {

/// The name of the custom property.
constexpr const char* kMarkProperty = "chohyo";

struct DocumentMark {
  std::string form;    ///< "kawasaki.headcount"
  std::string key;     ///< "010000-2021-01-13"; "" for a blank form
  std::string digest;  ///< of the texts it was made with: another edition of the document has another one
  friend bool operator==(const DocumentMark&, const DocumentMark&) = default;
};

/// "form;key;digest", at most 255 characters, as properties hold them.
std::string MarkText(const DocumentMark& mark);

/// Nothing for a text that is no mark.
std::optional<DocumentMark> ReadMark(std::string_view text);

}  // namespace chohyo
