// chohyo.yaml: who the office is, its packs, limits, fonts and mail.
#pragma once

#include <filesystem>

#include "pipeline/base/yaml.h"
#include "pipeline/model/office.h"

namespace chohyo {

/// The name of the file in the office folder.
constexpr const char* kOfficeFile = "chohyo.yaml";

/// Reads chohyo.yaml of an office folder. Throws InputFault where it is missing (suggesting `chohyo init`), is no YAML,
/// holds an unknown key or an unfit value, lacks office.name or packs, or holds a secret. Fonts and packs are only
/// names here: whether they exist is found by those who open them.
Office LoadOffice(const std::filesystem::path& folder);

/// An office of which nothing is said: every default, no name and no packs.
Office DefaultOffice(const std::filesystem::path& folder);

/// As LoadOffice, from YAML already parsed.
Office OfficeFromYaml(const YamlNode& root, const std::filesystem::path& folder);

/// Limits as a `policy:` map sets them over others. Throws InputFault for an unknown key or an unfit value.
Policy PolicyOver(Policy limits, const YamlNode& written);

}  // namespace chohyo
