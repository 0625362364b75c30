// The spool: whole messages that wait to leave, a folder each. It appears whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/deliver/mime.h"

namespace chohyo {

struct SpooledMessage {
  std::string eml;                ///< the mail; "" if none is sent (a drop without notice)
  std::vector<Attachment> files;  ///< of a drop: what is put there
};

class Spool {
 public:
  /// In OUT/spool.
  explicit Spool(const std::filesystem::path& out) : folder_(out / "spool") {}

  /// Takes a message in, over what stood there for the id; on the disk when it returns. Throws OutputFault.
  void Put(const std::string& id, const SpooledMessage& message) const;
  bool Has(const std::string& id) const;
  /// All messages, and what was left of those that never became whole.
  std::vector<std::string> Ids() const;
  /// Throws InputFault if it is not there.
  SpooledMessage Get(const std::string& id) const;
  /// Takes a message away, and the spool's folder with the last one.
  void Remove(const std::string& id) const;

 private:
  std::filesystem::path folder_;
};

/// Puts a file into a shared folder under a name: written aside, then renamed. True if it stands there now, also if
/// the same bytes did before; false if something else has the name. Throws OutputFault.
bool DropFile(const std::filesystem::path& folder, const Attachment& file);

}  // namespace chohyo
