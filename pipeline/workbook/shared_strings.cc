#include "pipeline/workbook/shared_strings.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/workbook/limits.h"
#include "pipeline/workbook/rich_text.h"

namespace chohyo {
namespace {

class SharedStringsHandler : public XmlHandler {
 public:
  SharedStringsHandler(const WorkbookPackage& package, const WorkbookStyles& styles)
      : package_(package), styles_(styles) {}

  void OnStart(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "si" || builder_.open()) builder_.OnStart(name, attributes);
  }
  void OnEnd(std::string_view name) override {
    if (!builder_.open()) return;
    builder_.OnEnd(name);
    if (!builder_.open()) Add(ReadRichString(builder_.Take(), styles_));
  }
  void OnText(std::string_view text) override { builder_.OnText(text); }
  std::vector<RichString> Take() { return std::move(strings_); }

 private:
  void Add(RichString string) {
    bytes_ += string.Bytes() + sizeof(RichString);
    if (bytes_ > kMostWorkbookText) package_.TooMuch(Say("文字", "characters"));
    strings_.push_back(std::move(string));
  }

  const WorkbookPackage& package_;
  const WorkbookStyles& styles_;
  XmlTreeBuilder builder_;
  std::vector<RichString> strings_;
  std::size_t bytes_ = 0;
};

WorkbookRun ReadRun(const XmlNode& node, const WorkbookStyles& styles) {
  WorkbookRun run;
  if (const XmlNode* text = node.Child("t")) run.text = UnescapedText(text->text);
  if (const XmlNode* look = node.Child("rPr")) run.font = ReadFont(*look, styles.colors, WorkbookFont());
  if (run.font && run.font->name.empty()) run.font->name = styles.default_font.name;
  return run;
}

}  // namespace

std::size_t RichString::Bytes() const {
  std::size_t bytes = text.size();
  for (const WorkbookRun& run : runs) bytes += sizeof(WorkbookRun) + run.text.size();
  return bytes;
}

RichString ReadRichString(const XmlNode& node, const WorkbookStyles& styles) {
  RichString string;
  for (const XmlNode& child : node.children) {
    if (child.name == "t") string.runs.push_back({UnescapedText(child.text), std::nullopt});
    if (child.name == "r") string.runs.push_back(ReadRun(child, styles));
  }
  for (const WorkbookRun& run : string.runs) string.text += run.text;
  const auto plain = [](const WorkbookRun& run) { return !run.font.has_value(); };
  if (std::all_of(string.runs.begin(), string.runs.end(), plain)) string.runs.clear();
  return string;
}

std::vector<RichString> ReadSharedStrings(const WorkbookPackage& package, const WorkbookParts& parts,
                                          const WorkbookStyles& styles) {
  if (parts.shared_strings.empty() || !package.Has(parts.shared_strings)) return {};
  SharedStringsHandler handler(package, styles);
  package.Parse(parts.shared_strings, &handler);
  return handler.Take();
}

}  // namespace chohyo
