// A pack: the forms and rules of one office's practice, as a folder with pack.yaml and one template a form.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "pipeline/base/yaml.h"

namespace chohyo {

struct Pack {
  std::string name;   ///< "oyama"
  std::string title;  ///< 小山市型 …
  std::filesystem::path folder;
  std::vector<std::string> forms;            ///< form ids, in the order of a submission
  std::vector<std::string> rules;            ///< ids of the rules it switches on
  std::map<std::string, std::string> basis;  ///< rule id → the article that says so
  YamlNode limits;                           ///< defaults of `policy:` that this pack sets; null if none
};

/// Reads `folder`/pack.yaml. Throws InputFault.
Pack LoadPack(const std::filesystem::path& folder);

/// Every template file of the office's own folder and of the packs, by template name: the form id, or for further
/// templates of a form the form id and a suffix ("kawasaki.headcount-city", from `form:` of the file). The office's own
/// come first. Only the head of a file is looked at, so that a broken template stops only its own form.
/// Value: the file. Files without a readable `form:` are returned under their path, so that they are reported; so are
/// Excel forms, of which only reading them tells the form.
std::map<std::string, std::filesystem::path> TemplateFiles(const std::vector<Pack>& packs,
                                                           const std::filesystem::path& office_templates);

}  // namespace chohyo
