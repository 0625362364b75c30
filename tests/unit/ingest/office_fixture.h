// A throw-away office folder for tests, and findings as one line each.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/ingest/import.h"

namespace chohyo {

/// Makes an office folder with an empty data/ and removes it at the end.
class OfficeFixture {
 public:
  OfficeFixture();
  ~OfficeFixture();
  OfficeFixture(const OfficeFixture&) = delete;
  OfficeFixture& operator=(const OfficeFixture&) = delete;

  /// Writes data/NAME.
  void Write(const std::string& name, std::string_view bytes) const;
  Office& office() { return office_; }
  Imported Import() const { return ImportOffice(office_); }
  /// What the InputFault of Import() says; "no fault" if there is none.
  std::string Fault() const;

 private:
  Office office_;
};

/// "rule table:line:column key", in the order given.
std::vector<std::string> Places(const Findings& findings);

/// The text as UTF-16 with its byte order mark.
std::string Utf16(std::string_view utf8, bool big_endian);

/// Bytes of a file in tests/data/ingest.
std::string TestData(const std::string& name);

}  // namespace chohyo
