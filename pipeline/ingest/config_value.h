// Reading single values of chohyo.yaml: texts, words of a closed list, shares, durations, times.
// Whatever does not fit is refused by YamlNode::Fail, with file, line, column and what to write instead.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/date.h"
#include "pipeline/base/yaml.h"

namespace chohyo {

/// The value under a key, or nullptr where the key is missing or its value empty.
const YamlNode* FindFilled(const YamlNode& map, std::string_view key);

/// Expects a map with no keys but these.
void ExpectKeys(const YamlNode& map, std::initializer_list<std::string_view> known);

/// Writes the text under a key into `target`; leaves it alone where there is none.
void ReadText(const YamlNode& map, std::string_view key, std::string* target);

/// The text under a key that must be there; `path` is how messages call it ("office.name").
std::string NeedText(const YamlNode& map, std::string_view key, std::string_view path);

/// A list of texts, or one text as a list of one. Empty texts are refused.
std::vector<std::string> TextList(const YamlNode& node);

/// A word that must be one of `known`; the nearest is suggested.
const std::string& ExpectWord(const YamlNode& node, const std::vector<std::string>& known);

/// A whole number between two limits.
int ExpectInt(const YamlNode& node, int least, int most);

/// A share between 0 and 1, written "0.5".
double ExpectShare(const YamlNode& node);

/// "30s", "10min" or "1h" in seconds, at most a day.
int ExpectSeconds(const YamlNode& node);

/// As ExpectSeconds, but whole minutes only.
Minutes ExpectMinutes(const YamlNode& node);

/// "17:00", 0:00 to 24:00.
TimeOfDay ExpectTime(const YamlNode& node);

}  // namespace chohyo
