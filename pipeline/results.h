// What a run leaves beside its documents: findings.json and manifest.json (README "Results").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/model/finding.h"

namespace chohyo {

/// One file of a document.
struct MadeFile {
  std::string path;  ///< relative to the results' folder, with '/'
  std::uint64_t bytes = 0;
  std::string sha256;
  int pages = 0;
};

/// A document that was made.
struct MadeDocument {
  std::string form, key, title, department;
  std::vector<MadeFile> files;
  Findings findings;  ///< those that stand behind this document
};

/// `{"period","findings":[…]}`
std::string FindingsJson(const std::string& period, const Findings& findings);

/// `{"period","documents":[…]}`, documents ordered by form and key.
std::string ManifestJson(const std::string& period, const std::vector<MadeDocument>& documents);

/// Both in one object, for --json.
std::string RunJson(const std::string& period, const Findings& findings, const std::vector<MadeDocument>& documents);

/// The documents of an earlier manifest; empty if the text is no manifest.
std::vector<MadeDocument> ReadManifest(const std::string& json);

/// One line of `chohyo forms`.
struct FormLine {
  std::string form, pack, title;
  std::vector<std::string> formats;
  bool active = false;  ///< its pack is on in this office
};

std::string FormsJson(const std::vector<FormLine>& forms);

}  // namespace chohyo
