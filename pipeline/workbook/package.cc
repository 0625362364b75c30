#include "pipeline/workbook/package.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/workbook/limits.h"

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

/// "xl/workbook.xml" → "xl/" and "workbook.xml".
std::pair<std::string, std::string> FolderAndName(const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;  // npos + 1 is 0: no folder
  return {part.substr(0, name), part.substr(name)};
}

SheetPart ReadSheetPart(const XmlNode& node, const Relationships& relationships) {
  SheetPart sheet{std::string(node.Get("name")), std::string(node.Get("state")), {}, {}};
  if (const RelatedPart* part = relationships.Find(node.GetPrefixed("id"))) {
    sheet.kind = part->kind;
    sheet.path = part->path;
  }
  return sheet;
}

std::vector<DefinedName> ReadNames(const XmlNode& workbook) {
  std::vector<DefinedName> names;
  const XmlNode* list = workbook.Child("definedNames");
  if (list == nullptr) return names;
  for (const XmlNode& node : list->children) {
    DefinedName name{std::string(node.Get("name")), node.text, std::nullopt};
    if (!node.Get("localSheetId").empty()) name.sheet = node.Int("localSheetId", -1);
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

WorkbookPackage::WorkbookPackage(std::string bytes, std::string file)
    : file_(std::move(file)), archive_(RefusedUnlessWorkbook(std::move(bytes), file_), file_) {}

void WorkbookPackage::Damaged(const std::string& reason) const {
  throw InputFault(Say("{}: エラー: XLSX ファイルが壊れているようです（{}）。Excel で開いて保存し直してください。",
                       "{}: error: the XLSX file seems to be damaged ({}). Open it in Excel and save it again.", file_,
                       reason));
}

void WorkbookPackage::TooMuch(const std::string& what) const {
  throw InputFault(Say("{}: エラー: {}が多すぎるので、読むのをやめました。様式に要る部分だけのファイルにしてください。",
                       "{}: error: it has too many {} and was not read. Keep only what the form needs.", file_, what));
}

void WorkbookPackage::Parse(const std::string& part, XmlHandler* handler) const {
  try {
    XmlParser parser(handler);
    archive_.Read(part, [&](std::string_view piece) { parser.Feed(piece); });
    parser.Finish();
  } catch (const XmlError& error) {
    Damaged(part + ": " + error.what());
  }
}

XmlNode WorkbookPackage::ParseTree(const std::string& part) const {
  XmlTreeBuilder builder;
  Parse(part, &builder);
  return builder.Take();
}

std::string WorkbookPackage::Bytes(const std::string& part, std::size_t most) const {
  std::string bytes;
  archive_.Read(part, [&](std::string_view piece) {
    if (bytes.size() + piece.size() > most) TooMuch(Say("画像のデータ", "bytes of pictures"));
    bytes += piece;
  });
  return bytes;
}

Relationships WorkbookPackage::RelationshipsOf(const std::string& part) const {
  const auto [folder, name] = FolderAndName(part);
  Relationships relationships(folder);
  const std::string rels = folder + "_rels/" + name + ".rels";
  if (Has(rels)) Parse(rels, &relationships);
  return relationships;
}

std::string WorkbookPackage::WorkbookPart() const {
  const std::string declared = RelationshipsOf("").FirstOfKind("officeDocument");
  return declared.empty() ? "xl/workbook.xml" : declared;
}

WorkbookParts FindWorkbookParts(const WorkbookPackage& package) {
  const std::string part = package.WorkbookPart();
  const XmlNode workbook = package.ParseTree(part);
  const Relationships relationships = package.RelationshipsOf(part);
  WorkbookParts parts;
  if (const XmlNode* sheets = workbook.Child("sheets")) {
    if (sheets->children.size() > kMostSheets) package.TooMuch(Say("シート", "sheets"));
    for (const XmlNode& sheet : sheets->children) parts.sheets.push_back(ReadSheetPart(sheet, relationships));
  }
  const auto is_worksheet = [](const SheetPart& sheet) { return sheet.kind == "worksheet"; };
  if (std::none_of(parts.sheets.begin(), parts.sheets.end(), is_worksheet)) {
    package.Damaged(Say("ワークシートがない", "there is no worksheet"));
  }
  parts.names = ReadNames(workbook);
  parts.styles = relationships.FirstOfKind("styles");
  parts.shared_strings = relationships.FirstOfKind("sharedStrings");
  parts.theme = relationships.FirstOfKind("theme");
  const XmlNode* properties = workbook.Child("workbookPr");
  parts.since_1904 = properties != nullptr && properties->Flag("date1904");
  return parts;
}

}  // namespace chohyo
