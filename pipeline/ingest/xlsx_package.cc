#include "pipeline/ingest/xlsx_package.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr std::string_view kOleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view kZipMagic = "PK";

/// A name as OLE directories hold it, in UTF-16.
bool HoldsOleName(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide.push_back(c);
    wide.push_back('\0');
  }
  return bytes.find(wide) != std::string_view::npos;
}

void RefuseOtherFormats(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with(kZipMagic)) return;
  if (!bytes.starts_with(kOleMagic)) {
    throw InputFault(
        Say("{}: エラー: XLSX ファイルではありません。Excel で「Excel ブック (.xlsx)」として保存するか、CSV なら名前を "
            ".csv にしてください。",
            "{}: error: not an XLSX file. Save it as \"Excel Workbook (.xlsx)\", or name it .csv if it is one.", file));
  }
  if (HoldsOleName(bytes, "EncryptedPackage")) {
    throw InputFault(Say("{}: エラー: パスワードで保護されています。保護を外して保存し直してください。",
                         "{}: error: it is protected by a password. Remove the protection and save it again.", file));
  }
  throw InputFault(
      Say("{}: エラー: 古い形式 (.xls) のファイルです。Excel で「Excel ブック (.xlsx)」として保存し直してください。",
          "{}: error: an old .xls file. Save it as \"Excel Workbook (.xlsx)\".", file));
}

/// The bytes, if they may be a workbook.
std::string&& RefusedUnlessWorkbook(std::string&& bytes, const std::string& file) {
  RefuseOtherFormats(bytes, file);
  return std::move(bytes);
}

/// Relationships of a part: id → (kind, target).
class RelationshipHandler : public XmlHandler {
 public:
  struct Target {
    std::string kind;  ///< last step of the type's address: "worksheet", "styles" …
    std::string path;
  };
  /// `folder` holds the part whose relationships these are, "xl/".
  explicit RelationshipHandler(std::string folder) : folder_(std::move(folder)) {}

  void OnStart(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.Get("TargetMode") == "External") return;
    const std::string_view type = attributes.Get("Type");
    Target& target = targets_[std::string(attributes.Get("Id"))];
    target.kind = type.substr(type.rfind('/') + 1);  // npos + 1 is 0: the whole type
    target.path = Resolve(attributes.Get("Target"));
  }

  const Target* Find(std::string_view id) const {
    const auto found = targets_.find(std::string(id));
    return found == targets_.end() ? nullptr : &found->second;
  }
  std::string FirstOfKind(std::string_view kind) const {
    for (const auto& [id, target] : targets_) {
      if (target.kind == kind) return target.path;
    }
    return {};
  }

 private:
  std::string Resolve(std::string_view target) const {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string folder = folder_;
    while (target.starts_with("../")) {
      target.remove_prefix(3);
      const std::size_t slash = folder.empty() ? std::string::npos : folder.rfind('/', folder.size() - 2);
      folder = slash == std::string::npos ? std::string() : folder.substr(0, slash + 1);
    }
    if (target.starts_with("./")) target.remove_prefix(2);
    folder += target;
    return folder;
  }

  std::string folder_;
  std::map<std::string, Target> targets_;
};

class WorkbookHandler : public XmlHandler {
 public:
  void OnStart(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "sheet") sheet_ids_.emplace_back(attributes.GetPrefixed("id"));
    if (name == "workbookPr") {
      const std::string_view flag = attributes.Get("date1904");
      since_1904_ = flag == "1" || flag == "true" || flag == "on";
    }
  }
  const std::vector<std::string>& sheet_ids() const { return sheet_ids_; }
  bool since_1904() const { return since_1904_; }

 private:
  std::vector<std::string> sheet_ids_;
  bool since_1904_ = false;
};

std::optional<int> ReadInt(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

class StyleHandler : public XmlHandler {
 public:
  void OnStart(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") in_cell_formats_ = true;
    if (name == "numFmt") AddCustom(attributes);
    if (name == "xf" && in_cell_formats_) format_ids_.push_back(ReadInt(attributes.Get("numFmtId")).value_or(0));
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
    const auto id = ReadInt(attributes.Get("numFmtId"));
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

/// The character of an escape "_x000A_" at the start of a text.
std::optional<char32_t> EscapedCharacter(std::string_view text) {
  constexpr std::size_t kSize = 7;
  if (text.size() < kSize || text[1] != 'x' || text[kSize - 1] != '_') return std::nullopt;
  unsigned code = 0;
  const auto read = std::from_chars(text.data() + 2, text.data() + kSize - 1, code, 16);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (read.ec != std::errc() || read.ptr != text.data() + kSize - 1 || surrogate) return std::nullopt;
  return code;
}

}  // namespace

void RichText::Clear() {
  text_.clear();
  in_text_ = in_furigana_ = 0;
}

void RichText::OnStart(std::string_view name) {
  if (name == "t") ++in_text_;
  if (name == "rPh") ++in_furigana_;
}

void RichText::OnEnd(std::string_view name) {
  if (name == "t") --in_text_;
  if (name == "rPh") --in_furigana_;
}

void RichText::OnText(std::string_view text) {
  if (in_text_ > 0 && in_furigana_ == 0) text_ += text;
}

std::string RichText::Text() const {
  constexpr std::size_t kEscapeSize = 7;
  if (text_.find("_x") == std::string::npos) return text_;
  std::string plain;
  for (std::size_t i = 0; i < text_.size();) {
    const auto escaped = text_[i] == '_' ? EscapedCharacter(std::string_view(text_).substr(i)) : std::nullopt;
    if (escaped) {
      AppendUtf8(*escaped, &plain);
      i += kEscapeSize;
    } else {
      plain.push_back(text_[i++]);
    }
  }
  return plain;
}

XlsxPackage::XlsxPackage(std::string bytes, std::string file)
    : file_(std::move(file)), archive_(RefusedUnlessWorkbook(std::move(bytes), file_), file_) {
  FindParts();
}

void XlsxPackage::Damaged(const std::string& reason) const {
  throw InputFault(Say("{}: エラー: XLSX ファイルが壊れているようです（{}）。Excel で開いて保存し直してください。",
                       "{}: error: the XLSX file seems to be damaged ({}). Open it in Excel and save it again.", file_,
                       reason));
}

void XlsxPackage::Parse(const std::string& part, XmlHandler* handler) const {
  try {
    XmlParser parser(handler);
    archive_.Read(part, [&](std::string_view piece) { parser.Feed(piece); });
    parser.Finish();
  } catch (const XmlError& error) {
    Damaged(part + ": " + error.what());
  }
}

void XlsxPackage::FindParts() {
  RelationshipHandler root("");
  if (archive_.Has("_rels/.rels")) Parse("_rels/.rels", &root);
  std::string workbook_part("xl/workbook.xml");
  if (const std::string declared = root.FirstOfKind("officeDocument"); !declared.empty()) workbook_part = declared;
  const std::size_t slash = workbook_part.rfind('/') + 1;  // npos + 1 is 0: no folder
  const std::string folder = workbook_part.substr(0, slash);
  WorkbookHandler workbook;
  Parse(workbook_part, &workbook);
  RelationshipHandler relationships(folder);
  Parse(folder + "_rels/" + workbook_part.substr(slash) + ".rels", &relationships);
  for (const std::string& id : workbook.sheet_ids()) {
    const auto* target = relationships.Find(id);
    if (target == nullptr || target->kind != "worksheet" || !parts_.sheet.empty()) continue;
    parts_.sheet = target->path;
  }
  if (parts_.sheet.empty()) Damaged(Say("ワークシートがない", "there is no worksheet"));
  parts_.styles = relationships.FirstOfKind("styles");
  parts_.shared_strings = relationships.FirstOfKind("sharedStrings");
  parts_.since_1904 = workbook.since_1904();
}

std::vector<NumberStyle> XlsxPackage::ReadStyles() const {
  if (parts_.styles.empty()) return {};
  StyleHandler handler;
  Parse(parts_.styles, &handler);
  return handler.Styles();
}

std::vector<TextSpan> XlsxPackage::ReadSharedStrings(std::string* text) const {
  if (parts_.shared_strings.empty()) return {};
  SharedStringHandler handler(text);
  Parse(parts_.shared_strings, &handler);
  return handler.Take();
}

}  // namespace chohyo
