#include "pipeline/base/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>
#include <tuple>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr int kDeepestNesting = 64;
constexpr std::size_t kMostNodes = 1'000'000;  // aliases can multiply a small file into a huge tree

[[noreturn]] void FailAt(const std::string& file, int line, int column, const std::string& message) {
  throw InputFault(Say("{}:{}:{}: エラー: {}", "{}:{}:{}: error: {}", file, line, column, message));
}

/// Turns yaml-cpp's places into those an editor shows: lines from 1, columns in characters instead of bytes.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      line_starts_.push_back(at + 1);
    }
  }

  /// Line and column. An empty text has no places: its first line.
  std::pair<int, int> Of(const YAML::Mark& mark) const {
    if (mark.line < 0 || static_cast<std::size_t>(mark.line) >= line_starts_.size()) return {1, 1};
    const std::string_view line = text_.substr(line_starts_[static_cast<std::size_t>(mark.line)]);
    const auto before = line.substr(0, static_cast<std::size_t>(mark.column));
    return {mark.line + 1, 1 + static_cast<int>(std::count_if(before.begin(), before.end(), BeginsCharacter))};
  }

 private:
  static bool BeginsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

  std::string_view text_;
  std::vector<std::size_t> line_starts_{0};
};

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
  YamlLoader(const std::string& file, const Places& places)
      : file_(std::make_shared<const std::string>(file)), places_(places) {}

  YamlNode Load(const YAML::Node& from, int depth) {
    YamlNode node;
    node.file_ = file_;
    std::tie(node.line_, node.column_) = places_.Of(from.Mark());
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
  const Places& places_;
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

/// Notes where a document begins and nothing else.
class DocumentStart : public YAML::EventHandler {
 public:
  YAML::Mark mark;
  void OnDocumentStart(const YAML::Mark& start) override { mark = start; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

/// yaml-cpp stops in silence where a bracket too many or a second document ends the first one: all that follows would
/// be lost. (YAML::LoadAll would show it, but never ends on some texts.)
void RefuseWhatFollows(const std::string& text, const std::string& file, const Places& places) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  DocumentStart start;
  parser.HandleNextDocument(start);
  if (!parser || !parser.HandleNextDocument(start)) return;
  const auto [line, column] = places.Of(start.mark);
  FailAt(
      file, line, column,
      Say("ここから後が読めません。閉じ括弧が多すぎないか、「---」で二つ目の文書が始まっていないか確かめてください。",
          "what follows cannot be read. Check for a closing bracket too many, or a second document after \"---\"."));
}

}  // namespace

YamlNode ParseYaml(std::string_view text, const std::string& file) {
  if (!IsValidUtf8(text)) {
    FailAt(file, 1, 1, Say("UTF-8 で保存してください。", "save the file as UTF-8."));
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const Places places(text);
  try {
    const std::string copy(text);
    const YAML::Node root = YAML::Load(copy);
    RefuseWhatFollows(copy, file, places);
    return YamlLoader(file, places).Load(root, 0);
  } catch (const YAML::Exception& error) {
    const auto [line, column] = places.Of(error.mark);
    FailAt(file, line, column,
           Say("YAML として読めません（{}）。字下げ、「:」のあとの空白、引用符を確かめてください。",
               "this is no YAML ({}). Check indentation, the space after ':', and quotes.", error.msg));
  }
}

}  // namespace chohyo
