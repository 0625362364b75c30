#include "pipeline/workbook/relationships.h"

#include <algorithm>

namespace chohyo {

void Relationships::OnStart(std::string_view name, const XmlAttributes& attributes) {
  if (name != "Relationship" || attributes.Get("TargetMode") == "External") return;
  const std::string_view type = attributes.Get("Type");
  RelatedPart& part = parts_[std::string(attributes.Get("Id"))];
  part.kind = type.substr(type.rfind('/') + 1);  // npos + 1 is 0: the whole type
  part.path = Resolve(attributes.Get("Target"));
}

const RelatedPart* Relationships::Find(std::string_view id) const {
  const auto found = parts_.find(std::string(id));
  return found == parts_.end() ? nullptr : &found->second;
}

std::string Relationships::FirstOfKind(std::string_view kind) const {
  const std::vector<std::string> all = AllOfKind(kind);
  return all.empty() ? std::string() : all.front();
}

std::vector<std::string> Relationships::AllOfKind(std::string_view kind) const {
  std::vector<std::string> paths;
  for (const auto& [id, part] : parts_) {
    if (part.kind == kind) paths.push_back(part.path);
  }
  return paths;
}

std::string Relationships::Resolve(std::string_view target) const {
  std::string slashed(target);
  std::replace(slashed.begin(), slashed.end(), '\\', '/');  // some writers take them for paths of Windows
  target = slashed;
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder = folder_;
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = folder.size() < 2 ? std::string::npos : folder.rfind('/', folder.size() - 2);
    folder = slash == std::string::npos ? std::string() : folder.substr(0, slash + 1);
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  folder += target;
  return folder;
}

}  // namespace chohyo
