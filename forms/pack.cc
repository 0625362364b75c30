#include "forms/pack.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPackFile = "pack.yaml";

/// Template files of a folder, in the order of their names; none if there is no such folder.
std::vector<fs::path> TemplatesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const fs::path& file = at->path();
    const std::string name = file.filename().string();
    const fs::path ending = file.extension();
    const bool is_template = ending == ".yaml" || ending == ".yml" || ending == ".xlsx";
    const bool is_open_elsewhere = name.starts_with("~$");  // Excel's own lock file
    if (is_template && name != kPackFile && !name.starts_with(".") && !is_open_elsewhere) files.push_back(file);
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The value of a line `form: ID  # comment`.
std::string FormOfLine(std::string_view line) {
  constexpr std::string_view kKey = "form:";
  if (!line.starts_with(kKey)) return {};
  line.remove_prefix(kKey.size());
  if (const auto comment = line.find(" #"); comment != std::string_view::npos) line = line.substr(0, comment);
  line = Trim(line);
  const bool quoted = line.size() >= 2 && (line.front() == '"' || line.front() == '\'') && line.back() == line.front();
  return std::string(quoted ? line.substr(1, line.size() - 2) : line);
}

/// The form a template file is for, from its first `form:` line; its path if that cannot be told.
std::string FormOfFile(const fs::path& file) {
  if (file.extension() == ".xlsx") return file.string();  // only reading all of it tells
  try {
    const std::string text = ReadWholeFile(file);
    for (const std::string_view line : Split(text, '\n')) {
      std::string form = FormOfLine(line);
      if (!form.empty()) return form;
    }
  } catch (const InputFault&) {
    return file.string();  // whoever opens it next says why it cannot be read
  }
  return file.string();
}

/// One folder's templates. Two for one form would make the result depend on chance, so they are refused.
std::map<std::string, fs::path> TemplatesByForm(const fs::path& folder) {
  std::map<std::string, fs::path> by_form;
  for (const fs::path& file : TemplatesIn(folder)) {
    const auto [at, is_new] = by_form.emplace(FormOfFile(file), file);
    if (is_new) continue;
    throw InputFault(Say("{}: エラー: 帳票「{}」の様式は {} にもあります。どちらか一つにしてください。",
                         "{}: error: the form \"{}\" has another template in {}; keep one of them.", file.string(),
                         at->first, at->second.string()));
  }
  return by_form;
}

std::map<std::string, std::string> ReadBasis(const YamlNode* node) {
  std::map<std::string, std::string> basis;
  if (node == nullptr || node->IsNull()) return basis;
  for (const auto& [rule, article] : node->Expect(YamlNode::Kind::kMap).Entries()) basis[rule.Text()] = article.Text();
  return basis;
}

void RefuseBasisWithoutRule(const Pack& pack, const YamlNode& node) {
  for (const auto& [rule, article] : pack.basis) {
    if (std::find(pack.rules.begin(), pack.rules.end(), rule) != pack.rules.end()) continue;
    const auto nearest = NearestName(rule, pack.rules);
    node.Fail(nearest ? Say("basis: の規則「{}」は rules: にありません。「{}」ではありませんか。",
                            "basis: names the rule \"{}\", which rules: lacks; did you mean \"{}\"?", rule, *nearest)
                      : Say("basis: の規則「{}」は rules: にありません。",
                            "basis: names the rule \"{}\", which rules: lacks.", rule));
  }
}

}  // namespace

Pack LoadPack(const fs::path& folder) {
  const fs::path file = folder / kPackFile;
  const YamlNode root = ParseYaml(ReadWholeFile(file), file.string());
  root.Expect(YamlNode::Kind::kMap);
  static const std::array<std::string, 6> kKeys = {"pack", "title", "forms", "rules", "basis", "limits"};
  root.RefuseUnknownKeys(kKeys);
  Pack pack;
  pack.name = root.TextOr("pack", "");
  if (pack.name.empty()) root.Fail(Say("pack:（パックの名前）がありません。", "pack: (the pack's name) is missing."));
  pack.title = root.TextOr("title", pack.name);
  pack.folder = folder;
  pack.forms = root.TextsOf("forms");
  pack.rules = root.TextsOf("rules");
  pack.basis = ReadBasis(root.Find("basis"));
  RefuseBasisWithoutRule(pack, root);
  if (const YamlNode* limits = root.Find("limits")) pack.limits = *limits;
  return pack;
}

std::map<std::string, fs::path> TemplateFiles(const std::vector<Pack>& packs, const fs::path& office_templates) {
  std::map<std::string, fs::path> files = TemplatesByForm(office_templates);
  for (const Pack& pack : packs) files.merge(TemplatesByForm(pack.folder));
  return files;
}

}  // namespace chohyo
