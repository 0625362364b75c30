#include "pipeline/catalog.h"

#include <algorithm>
#include <set>

#include "forms/offers.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/resources.h"
#include "pipeline/template_file.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGeneralPack = "general";

std::vector<std::string> BuiltInNames() {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(ResourceFolder() / "templates")) {
    if (fs::exists(entry.path() / "pack.yaml")) names.insert(entry.path().filename().string());
  }
  return {names.begin(), names.end()};
}

/// A built-in name, else a folder of the office.
fs::path PackFolder(const Office& office, const std::string& name, const std::vector<std::string>& built_in) {
  if (std::find(built_in.begin(), built_in.end(), name) != built_in.end()) return ResourceFolder() / "templates" / name;
  const fs::path own = office.folder / name;
  if (fs::exists(own / "pack.yaml")) return own;
  const auto nearest = NearestName(name, built_in);
  throw InputFault(Say(
      "{}: エラー: packs の「{}」がありません。{}内蔵のパックは {} です。自前のパックは pack.yaml "
      "のあるフォルダを書いてください。",
      "{}: error: there is no pack \"{}\". {}Built in are {}; for a pack of your own write a folder with pack.yaml.",
      (office.folder / "chohyo.yaml").string(), name,
      nearest ? Say("「{}」ではありませんか。", "Did you mean \"{}\"? ", *nearest) : std::string(),
      Join(built_in, ", ")));
}

/// Puts templates into a catalog. One in `office_folder` goes before a pack's for the same form; two there, or two in
/// packs, would make the result depend on chance.
class TemplateShelf {
 public:
  TemplateShelf(fs::path office_folder, Catalog* catalog)
      : office_folder_(std::move(office_folder)), catalog_(*catalog) {}

  void Load(const std::string& name, const fs::path& file) {
    try {
      Template form = ReadTemplateFile(file);
      // Only reading an Excel form tells which form it is.
      const std::string own = file.extension() == ".xlsx" ? form.head().form : name;
      Put(own, file, std::move(form));
    } catch (const InputFault& fault) {
      catalog_.problems.emplace_back(fault.what());
    }
  }

 private:
  bool IsOffices(const fs::path& file) const { return file.parent_path() == office_folder_; }

  void Put(const std::string& name, const fs::path& file, Template form) {
    const auto [known, is_new] = files_.emplace(name, file);
    if (!is_new && IsOffices(known->second) == IsOffices(file)) {
      throw InputFault(Say("{}: エラー: 帳票「{}」の様式は {} にもあります。どちらか一つにしてください。",
                           "{}: error: the form \"{}\" has another template in {}; keep one of them.", file.string(),
                           name, known->second.string()));
    }
    if (!is_new && !IsOffices(file)) return;
    known->second = file;
    catalog_.templates.insert_or_assign(name, std::move(form));
  }

  fs::path office_folder_;
  Catalog& catalog_;
  std::map<std::string, fs::path> files_;
};

/// The office's packs; the general one is on everywhere.
std::vector<std::string> PacksOf(const Office& office) {
  std::vector<std::string> packs = office.packs;
  if (std::find(packs.begin(), packs.end(), kGeneralPack) == packs.end()) packs.emplace_back(kGeneralPack);
  return packs;
}

bool IsActive(const std::vector<Pack>& packs, const std::string& form) {
  return std::any_of(packs.begin(), packs.end(), [&](const Pack& pack) {
    return std::find(pack.forms.begin(), pack.forms.end(), form) != pack.forms.end();
  });
}

FormLine LineOf(const Catalog& catalog, const std::string& pack, const std::string& form, bool active) {
  const Template* found = catalog.Find(form);
  FormLine line{form, pack, {}, {}, active};
  if (found != nullptr) line.title = found->head().title;
  if (found != nullptr) line.formats = found->head().formats;
  return line;
}

}  // namespace

std::vector<std::string> Catalog::ActiveForms() const {
  std::vector<std::string> forms;
  for (const Pack& pack : packs) forms.insert(forms.end(), pack.forms.begin(), pack.forms.end());
  for (const auto& [name, form] : templates) {
    const bool listed = std::find(forms.begin(), forms.end(), form.head().form) != forms.end();
    const bool in_general = form.head().form.starts_with("general.");  // made on request, or by the run itself
    if (!listed && !in_general && !HasBuilder(form.head().form)) forms.push_back(form.head().form);
  }
  return forms;
}

const Template* Catalog::Find(const std::string& template_name) const {
  const auto found = templates.find(template_name);
  return found == templates.end() ? nullptr : &found->second;
}

Catalog LoadCatalog(const Office& office) {
  Catalog catalog;
  const auto built_in = BuiltInNames();
  for (const std::string& name : PacksOf(office)) catalog.packs.push_back(LoadPack(PackFolder(office, name, built_in)));
  TemplateShelf shelf(office.folder / "templates", &catalog);
  for (const auto& [name, file] : TemplateFiles(catalog.packs, office.folder / "templates")) shelf.Load(name, file);
  return catalog;
}

std::vector<Pack> BuiltInPacks() {
  std::vector<Pack> packs;
  for (const std::string& name : BuiltInNames()) packs.push_back(LoadPack(ResourceFolder() / "templates" / name));
  return packs;
}

std::vector<FormLine> ListForms(const Office* office) {
  Catalog all;
  all.packs = BuiltInPacks();
  Catalog own;
  if (office != nullptr) own = LoadCatalog(*office);
  TemplateShelf shelf({}, &all);
  for (const auto& [name, file] : TemplateFiles(all.packs, {})) shelf.Load(name, file);
  std::vector<FormLine> lines;
  for (const Pack& pack : all.packs) {
    for (const std::string& form : pack.forms) lines.push_back(LineOf(all, pack.name, form, IsActive(own.packs, form)));
  }
  for (const std::string& form : own.ActiveForms()) {
    if (!IsActive(all.packs, form)) lines.push_back(LineOf(own, "", form, true));
  }
  return lines;
}

}  // namespace chohyo
