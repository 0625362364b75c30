#include "pipeline/ingest/config_value.h"

#include <charconv>
#include <optional>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr int kSecondsPerMinute = 60;
constexpr int kSecondsPerDay = 24 * 60 * 60;

/// A number that begins a text; `rest` receives what follows it.
template <typename Number>
std::optional<Number> LeadingNumber(const std::string& text, std::string_view* rest) {
  Number number = 0;
  const char* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  if (error != std::errc()) return std::nullopt;
  *rest = std::string_view(end, static_cast<std::size_t>(last - end));
  return number;
}

std::optional<int> SecondsPerUnit(std::string_view unit) {
  if (unit == "s") return 1;
  if (unit == "min") return kSecondsPerMinute;
  if (unit == "h") return 60 * kSecondsPerMinute;
  return std::nullopt;
}

}  // namespace

const YamlNode* FindFilled(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.Find(key);
  return node == nullptr || node->IsNull() ? nullptr : node;
}

void ExpectKeys(const YamlNode& map, std::initializer_list<std::string_view> known) {
  const std::vector<std::string> names(known.begin(), known.end());
  map.Expect(YamlNode::Kind::kMap).RefuseUnknownKeys(names);
}

void ReadText(const YamlNode& map, std::string_view key, std::string* target) {
  if (const YamlNode* node = FindFilled(map, key)) *target = node->Text();
}

std::string NeedText(const YamlNode& map, std::string_view key, std::string_view path) {
  std::string text;
  ReadText(map, key, &text);
  if (!Trim(text).empty()) return text;
  const YamlNode* place = map.Find(key);
  (place != nullptr ? *place : map).Fail(Say("{} を書いてください。", "write {} here.", path));
}

std::vector<std::string> TextList(const YamlNode& node) {
  if (node.IsScalar()) return {node.Text()};
  std::vector<std::string> texts;
  for (const YamlNode& item : node.Expect(YamlNode::Kind::kList).Items()) {
    if (Trim(item.Text()).empty())
      item.Fail(Say("空の項目です。消すか、書いてください。", "an empty item; remove it."));
    texts.push_back(item.Text());
  }
  return texts;
}

const std::string& ExpectWord(const YamlNode& node, const std::vector<std::string>& known) {
  for (const std::string& word : known) {
    if (node.Text() == word) return node.Text();
  }
  const std::string all = Join(known, ", ");
  const auto nearest = NearestName(node.Text(), known);
  node.Fail(nearest ? Say("「{}」は使えません。「{}」ではありませんか（使えるのは {}）。",
                          "\"{}\" is not known here; did you mean \"{}\"? (known: {})", node.Text(), *nearest, all)
                    : Say("「{}」は使えません。使えるのは {} です。", "\"{}\" is not known here; known are {}.",
                          node.Text(), all));
}

int ExpectInt(const YamlNode& node, int least, int most) {
  const int number = node.AsInt();
  if (number >= least && number <= most) return number;
  node.Fail(Say("{} から {} までの整数を書いてください（今は {}）。", "write a whole number from {} to {} (found {}).",
                least, most, number));
}

double ExpectShare(const YamlNode& node) {
  std::string_view rest;
  const auto share = LeadingNumber<double>(node.Text(), &rest);
  if (share && rest.empty() && *share >= 0 && *share <= 1) return *share;
  node.Fail(Say("0 から 1 までの割合を書いてください（例 0.5。今は「{}」）。",
                "write a share from 0 to 1, like 0.5 (found \"{}\").", node.Text()));
}

int ExpectSeconds(const YamlNode& node) {
  std::string_view rest;
  const auto number = LeadingNumber<int>(node.Text(), &rest);
  const auto unit = SecondsPerUnit(rest);
  if (number && unit && *number >= 0 && *number <= kSecondsPerDay / *unit) return *number * *unit;
  node.Fail(Say("10min、30s、1h のような 24 時間以内の長さを書いてください（今は「{}」）。",
                "write a time span of at most 24 hours like 10min, 30s or 1h (found \"{}\").", node.Text()));
}

Minutes ExpectMinutes(const YamlNode& node) {
  const int seconds = ExpectSeconds(node);
  if (seconds % kSecondsPerMinute == 0) return Minutes{seconds / kSecondsPerMinute};
  node.Fail(Say("分より細かい長さは使えません。10min のように書いてください（今は「{}」）。",
                "whole minutes only, like 10min (found \"{}\").", node.Text()));
}

TimeOfDay ExpectTime(const YamlNode& node) {
  std::string_view rest;
  const auto hour = LeadingNumber<int>(node.Text(), &rest);
  if (hour && *hour >= 0 && rest.size() == 3 && rest[0] == ':') {
    std::string_view end;
    const auto minute = LeadingNumber<int>(std::string(rest.substr(1)), &end);
    const bool exists = minute && end.empty() && *minute >= 0 && *minute < 60;
    if (exists && *hour * 60 + *minute <= 24 * 60) return TimeOfDay{*hour * 60 + *minute};
  }
  node.Fail(Say("17:00 のような時刻を書いてください（今は「{}」）。", "write a time of day like 17:00 (found \"{}\").",
                node.Text()));
}

}  // namespace chohyo
