#include "pipeline/model/office.h"

namespace chohyo {

const std::vector<std::string>& Office::ApprovalFor(const std::string& form) const {
  static const std::vector<std::string> kNone;
  auto found = approval.find(form);
  if (found == approval.end()) found = approval.find("default");
  return found == approval.end() ? kNone : found->second;
}

}  // namespace chohyo
