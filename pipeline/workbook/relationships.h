// Relationships of a part of a package (ECMA-376 part 2): which other parts it uses.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/workbook/xml_parser.h"

namespace chohyo {

/// A part that another one uses.
struct RelatedPart {
  std::string kind;  ///< last step of the type's address: "worksheet", "styles" …
  std::string path;  ///< inside the archive
};

/// The relationships of one part; those to places outside of the package are left out.
class Relationships : public XmlHandler {
 public:
  /// `folder` holds the part whose relationships these are: "xl/", or "".
  explicit Relationships(std::string folder) : folder_(std::move(folder)) {}

  void OnStart(std::string_view name, const XmlAttributes& attributes) override;

  /// The part of an id, or none.
  const RelatedPart* Find(std::string_view id) const;
  /// The path of the first of a kind, or "".
  std::string FirstOfKind(std::string_view kind) const;
  std::vector<std::string> AllOfKind(std::string_view kind) const;

 private:
  std::string Resolve(std::string_view target) const;

  std::string folder_;
  std::map<std::string, RelatedPart> parts_;
};

}  // namespace chohyo
