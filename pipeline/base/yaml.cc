#include "pipeline/base/yaml.h"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <set>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr int kDeepestNesting = 64;
constexpr std::size_t kMostNodes = 1'000'000;  // aliases can multiply a small file into a huge tree

[[noreturn]] void FailAt(const std::string& file, int line, int column, const std::string& message) {
  throw InputFault(Say("{}:{}:{}: エラー: {}", "{}:{}:{}: error: {}", file, line, column, message));
}

/// yaml-cpp counts from 0, and says -1 where it knows no place (an empty file).
int OneBased(int mark) { return mark < 0 ? 1 : mark + 1; }

std::string KindName(YamlNode::Kind kind) {
  switch (kind) {
    case YamlNode::Kind::kNull: return Say("空", "nothing");
    case YamlNode::Kind::kScalar: return Say("一つの値", "one value");
    case YamlNode::Kind::kList: return Say("並び（[…] または - …）", "a list ([…] or - …)");
    case YamlNode::Kind::kMap: return Say("項目の組（名前: 値）", "a mapping (name: value)");
  }
  return {};
}

}  // namespace

/// Turns yaml-cpp's nodes into ours.
class YamlLoader {
 public:
  explicit YamlLoader(const std::string& file) : file_(std::make_shared<const std::string>(file)) {}

  YamlNode Load(const YAML::Node& from, int depth) {
    YamlNode node;
    node.file_ = file_;
    node.line_ = OneBased(from.Mark().line);
    node.column_ = OneBased(from.Mark().column);
    if (depth > kDeepestNesting || ++count_ > kMostNodes) {
      node.Fail(Say("入れ子が深すぎるか、内容が多すぎます。", "nested too deeply, or too much content."));
    }
    if (from.IsScalar()) LoadScalar(from, &node);
    if (from.IsSequence()) LoadList(from, depth, &node);
    if (from.IsMap()) LoadMap(from, depth, &node);
    return node;
  }

 private:
  static void LoadScalar(const YAML::Node& from, YamlNode* node) {
    node->kind_ = YamlNode::Kind::kScalar;
    node->scalar_ = from.Scalar();
    node->quoted_ = from.Tag() == "!";
  }

  void LoadList(const YAML::Node& from, int depth, YamlNode* node) {
    node->kind_ = YamlNode::Kind::kList;
    for (const auto& item : from) node->items_.push_back(Load(item, depth + 1));
  }

  void LoadMap(const YAML::Node& from, int depth, YamlNode* node) {
    node->kind_ = YamlNode::Kind::kMap;
    std::set<std::string> seen;
    for (const auto& entry : from) {
      YamlNode key = Load(entry.first, depth + 1);
      if (!key.IsScalar()) key.Fail(Say("項目の名前が読めません。", "a key must be plain text."));
      if (!seen.insert(key.Text()).second) {
        key.Fail(
            Say("「{}」が二度書かれています。一つにしてください。", "\"{}\" is written twice; keep one.", key.Text()));
      }
      node->entries_.emplace_back(std::move(key), Load(entry.second, depth + 1));
    }
  }

  std::shared_ptr<const std::string> file_;
  std::size_t count_ = 0;
};

const std::string& YamlNode::file() const {
  static const std::string kNone;
  return file_ ? *file_ : kNone;
}

const std::string& YamlNode::Text() const {
  if (kind_ == Kind::kList || kind_ == Kind::kMap) Expect(Kind::kScalar);
  return scalar_;
}

const YamlNode* YamlNode::Find(std::string_view key) const {
  for (const Entry& entry : entries_) {
    if (entry.first.scalar_ == key) return &entry.second;
  }
  return nullptr;
}

std::string YamlNode::TextOr(std::string_view key, std::string_view fallback) const {
  const YamlNode* node = Find(key);
  return node != nullptr ? node->Text() : std::string(fallback);
}

bool YamlNode::BoolOr(std::string_view key, bool fallback) const {
  const YamlNode* node = Find(key);
  return node != nullptr ? node->AsBool() : fallback;
}

int YamlNode::IntOr(std::string_view key, int fallback) const {
  const YamlNode* node = Find(key);
  return node != nullptr ? node->AsInt() : fallback;
}

std::vector<std::string> YamlNode::TextsOf(std::string_view key) const {
  std::vector<std::string> texts;
  const YamlNode* node = Find(key);
  if (node == nullptr || node->IsNull()) return texts;
  if (node->IsScalar()) return {node->Text()};
  for (const YamlNode& item : node->Expect(Kind::kList).Items()) texts.push_back(item.Text());
  return texts;
}

bool YamlNode::AsBool() const {
  if (Text() == "true") return true;
  if (Text() == "false") return false;
  Fail(Say("true か false を書いてください（今は「{}」）。", "write true or false (found \"{}\").", Text()));
}

int YamlNode::AsInt() const {
  int number = 0;
  const std::string& text = Text();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return number;
  Fail(Say("整数を書いてください（今は「{}」）。", "write a whole number (found \"{}\").", text));
}

void YamlNode::RefuseUnknownKeys(std::span<const std::string> known) const {
  for (const Entry& entry : entries_) {
    const std::string& key = entry.first.scalar_;
    bool found = false;
    for (const std::string& name : known) found = found || name == key;
    if (found) continue;
    const auto nearest = NearestName(key, known);
    entry.first.Fail(nearest ? Say("知らない項目「{}」です。「{}」ではありませんか。",
                                   "unknown key \"{}\"; did you mean \"{}\"?", key, *nearest)
                             : Say("知らない項目「{}」です。使えるのは {} です。", "unknown key \"{}\"; known are {}.",
                                   key, Join(known, ", ")));
  }
}

const YamlNode& YamlNode::Expect(Kind kind) const {
  if (kind_ == kind) return *this;
  Fail(Say("ここには{}を書いてください（今は{}）。", "write {} here (found {}).", KindName(kind), KindName(kind_)));
}

void YamlNode::Fail(const std::string& message) const { FailAt(file(), line_, column_, message); }

namespace {
[[noreturn]] void FailSecondDocument(const YAML::Node& second, const std::string& file) {
  FailAt(file, OneBased(second.Mark().line), OneBased(second.Mark().column),
         Say("「---」のあとに二つ目の文書があります。一つだけにしてください。",
             "there is a second document after \"---\"; keep one."));
}
}  // namespace

YamlNode ParseYaml(std::string_view text, const std::string& file) {
  if (!IsValidUtf8(text)) {
    FailAt(file, 1, 1, Say("UTF-8 で保存してください。", "save the file as UTF-8."));
  }
  try {
    const std::vector<YAML::Node> documents = YAML::LoadAll(std::string(text));
    if (documents.size() > 1) FailSecondDocument(documents[1], file);
    return YamlLoader(file).Load(documents.empty() ? YAML::Node() : documents[0], 0);
  } catch (const YAML::Exception& error) {
    FailAt(file, OneBased(error.mark.line), OneBased(error.mark.column),
           Say("YAML として読めません（{}）。字下げ、「:」のあとの空白、引用符を確かめてください。",
               "this is no YAML ({}). Check indentation, the space after ':', and quotes.", error.msg));
  }
}

}  // namespace chohyo
