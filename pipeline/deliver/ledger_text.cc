#include "pipeline/deliver/ledger_text.h"

#include <charconv>

#include "pipeline/base/text.h"

namespace chohyo {
namespace {

void AppendEscaped(std::string_view value, std::string* text) {
  for (const char c : value) {
    switch (c) {
      case '\\': *text += "\\\\"; break;
      case '\n': *text += "\\n"; break;
      case '\r': *text += "\\r"; break;
      default: *text += c;
    }
  }
}

std::string Unescaped(std::string_view text) {
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      value += text[i];
      continue;
    }
    ++i;
    value += text[i] == 'n' ? '\n' : text[i] == 'r' ? '\r' : text[i];
  }
  return value;
}

/// Tabs keep parts apart, so none may stand inside of one.
std::string WithoutTabs(std::string_view part) {
  std::string plain(part);
  for (char& c : plain) c = c == '\t' ? ' ' : c;
  return plain;
}

}  // namespace

void LedgerFields::Add(std::string_view name, std::string_view value) {
  if (!value.empty()) fields_.emplace_back(name, value);
}

void LedgerFields::Add(std::string_view name, std::int64_t number) { Add(name, std::to_string(number)); }

void LedgerFields::AddParts(std::string_view name, const std::vector<std::string>& parts) {
  std::string value;
  for (std::size_t i = 0; i < parts.size(); ++i) value += (i == 0 ? "" : "\t") + WithoutTabs(parts[i]);
  fields_.emplace_back(name, value);
}

std::string LedgerFields::Get(std::string_view name) const {
  for (const auto& [field, value] : fields_) {
    if (field == name) return value;
  }
  return {};
}

std::int64_t LedgerFields::Number(std::string_view name) const {
  const std::string text = Get(name);
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<std::string> LedgerFields::All(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [field, value] : fields_) {
    if (field == name) values.push_back(value);
  }
  return values;
}

std::vector<std::vector<std::string>> LedgerFields::AllParts(std::string_view name, std::size_t count) const {
  std::vector<std::vector<std::string>> all;
  for (const std::string& value : All(name)) {
    auto& parts = all.emplace_back();
    for (const std::string_view part : Split(value, '\t')) parts.emplace_back(part);
    if (parts.size() < count) parts.resize(count);
  }
  return all;
}

std::string LedgerFields::Text() const {
  std::string text;
  for (const auto& [name, value] : fields_) {
    text += name + "=";
    AppendEscaped(value, &text);
    text += '\n';
  }
  return text;
}

LedgerFields LedgerFields::Parse(std::string_view text) {
  LedgerFields fields;
  for (const std::string_view line : Split(text, '\n')) {
    const std::size_t at = line.find('=');
    if (at != std::string_view::npos) fields.fields_.emplace_back(line.substr(0, at), Unescaped(line.substr(at + 1)));
  }
  return fields;
}

}  // namespace chohyo
