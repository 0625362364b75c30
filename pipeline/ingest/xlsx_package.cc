#include "pipeline/ingest/xlsx_package.h"

#include <map>
#include <utility>

#include "pipeline/workbook/rich_text.h"
#include "pipeline/workbook/xml_values.h"

namespace chohyo {
namespace {

class StyleHandler : public XmlHandler {
 public:
  void OnStart(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") in_cell_formats_ = true;
    if (name == "numFmt") AddCustom(attributes);
    if (name == "xf" && in_cell_formats_) format_ids_.push_back(ReadXmlInt(attributes.Get("numFmtId")).value_or(0));
  }
  void OnEnd(std::string_view name) override {
    if (name == "cellXfs") in_cell_formats_ = false;
  }
  std::vector<NumberStyle> Styles() const {
    std::vector<NumberStyle> styles;
    for (const int id : format_ids_) {
      const auto custom = custom_.find(id);
      styles.push_back(custom != custom_.end() ? custom->second : BuiltinNumberStyle(id));
    }
    return styles;
  }

 private:
  void AddCustom(const XmlAttributes& attributes) {
    const auto id = ReadXmlInt(attributes.Get("numFmtId"));
    if (id) custom_[*id] = CustomNumberStyle(attributes.Get("formatCode"));
  }

  bool in_cell_formats_ = false;
  std::vector<int> format_ids_;
  std::map<int, NumberStyle> custom_;
};

class SharedStringHandler : public XmlHandler {
 public:
  explicit SharedStringHandler(std::string* text) : text_(text) {}
  void OnStart(std::string_view name, const XmlAttributes&) override {
    if (name == "si") rich_.Clear();
    rich_.OnStart(name);
  }
  void OnEnd(std::string_view name) override {
    rich_.OnEnd(name);
    if (name != "si") return;
    const std::string string = rich_.Text();
    spans_.push_back({static_cast<std::uint32_t>(text_->size()), static_cast<std::uint32_t>(string.size())});
    *text_ += string;
  }
  void OnText(std::string_view text) override { rich_.OnText(text); }
  std::vector<TextSpan> Take() { return std::move(spans_); }

 private:
  RichText rich_;
  std::string* text_;
  std::vector<TextSpan> spans_;
};

}  // namespace

std::vector<NumberStyle> ReadNumberStyles(const WorkbookPackage& package, const WorkbookParts& parts) {
  if (parts.styles.empty()) return {};
  StyleHandler handler;
  package.Parse(parts.styles, &handler);
  return handler.Styles();
}

std::vector<TextSpan> ReadSharedTexts(const WorkbookPackage& package, const WorkbookParts& parts, std::string* text) {
  if (parts.shared_strings.empty()) return {};
  SharedStringHandler handler(text);
  package.Parse(parts.shared_strings, &handler);
  return handler.Take();
}

}  // namespace chohyo
