#include "pipeline/sheet/template_load.h"

#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr Um kApprovalWidth = 20000;
constexpr Um kNarrowApprovalWidth = 18000;
constexpr int kWideApprovalBoxes = 4;

/// A label's text keeps its line breaks; the one that `|` blocks end in goes.
std::string_view WithoutLastBreak(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

/// Boxes stand at the right of their region, narrower where it is too small for them.
std::vector<Um> ApprovalBoundaries(Region region, int boxes) {
  const Um wanted = boxes <= kWideApprovalBoxes ? kApprovalWidth : kNarrowApprovalWidth;
  const Um width = std::min(wanted, region.width() / std::max(boxes, 1));
  std::vector<Um> at;
  for (int i = boxes; i >= 0; --i) at.push_back(region.right - i * width);
  return at;
}

template <typename T>
int Intern(const T& item, std::vector<T>* items) {
  const auto found = std::find(items->begin(), items->end(), item);
  if (found != items->end()) return static_cast<int>(found - items->begin());
  items->push_back(item);
  return static_cast<int>(items->size()) - 1;
}

}  // namespace

Place PlaceOf(const YamlNode& node) { return {node.line(), node.column()}; }

Source SourceOf(const YamlNode& node) {
  Source source;
  source.text = WithoutLastBreak(node.Text());
  source.place = PlaceOf(node);
  source.exact = source.text.find('\n') == std::string_view::npos && source.text.size() == node.Text().size();
  if (source.exact && node.quoted()) ++source.place.column;
  return source;
}

void RefuseKeys(const YamlNode& map, std::initializer_list<std::span<const std::string_view>> known) {
  std::vector<std::string> names;
  for (const auto& list : known) names.insert(names.end(), list.begin(), list.end());
  map.RefuseUnknownKeys(names);
}

Text SheetLoader::TextOf(const YamlNode& node) { return compiler_.CompileText(SourceOf(node)); }

int SheetLoader::InternStyle(const CellStyle& style) { return Intern(style, &body_.styles); }
int SheetLoader::InternId(const std::string& id) {
  const int index = Intern(id, &body_.ids);
  body_.id_defined.resize(body_.ids.size(), false);
  return index;
}
int SheetLoader::InternBorders(const Borders& borders) { return Intern(borders, &body_.borders); }
int SheetLoader::InternChoices(std::vector<std::string> choices) { return Intern(choices, &body_.choice_lists); }

int SheetLoader::AddBoundaries(std::vector<Um> at) {
  for (std::size_t i = 0; i < body_.boundaries.size(); ++i) {
    if (body_.boundaries[i].at == at) return static_cast<int>(i);
  }
  BoundarySet set;
  set.used.assign(at.size(), false);
  set.at = std::move(at);
  body_.boundaries.push_back(std::move(set));
  return static_cast<int>(body_.boundaries.size()) - 1;
}

/// One grid for each number of approval boxes that an office may have configured.
void SheetLoader::MakeGrids(const YamlNode& node) {
  const int most = approvals_.empty() ? 0 : kMostApprovalBoxes;
  for (int boxes = 0; boxes <= most; ++boxes) {
    std::vector<BoundarySet> sets = body_.boundaries;
    for (const auto& [tracks, region] : approvals_) {
      BoundarySet& set = sets[static_cast<std::size_t>(tracks)];
      set.at = ApprovalBoundaries(region, boxes);
      set.used.assign(set.at.size(), boxes > 0);
    }
    body_.grids.push_back(LayOver(sets, body_.page.printable_width()));
    if (body_.grids.back().widths.size() > kMostColumns) {
      node.Fail(Say("すべての表の列を重ねると {} 列を越えます。",
                    "the columns of all tables laid over each other are more than {}.", kMostColumns));
    }
  }
}

void SheetLoader::Load(const YamlNode* columns, const YamlNode& body, const PageLook& page) {
  body_.page = page.page;
  body_.smallest_size = page.smallest_size;
  body_.reported_size = page.reported_size;
  if (columns != nullptr) {
    columns_ = TracksOf(*columns);
    columns_node_ = columns;
  }
  Look look;
  look.style = page.style;
  CellStyle note = page.style;
  note.h_align = HAlign::kCenter;
  note.bold = true;
  note.fill_rgb = 0xEDEDED;
  body_.note_style = InternStyle(note);
  body_.root.children = LoadBlocks(body, look, {0, page.page.printable_width()});
  MakeGrids(body);
  std::vector<std::set<int>> around;
  SetDepths(&body_.root, &around);
}

}  // namespace chohyo
