// Blocks of a body: titles, lines, tables and what is built from them.
#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/template_load.h"

namespace chohyo {
namespace {

constexpr std::string_view kBlockNames[] = {"title", "number",     "text",   "left",     "center",
                                            "right", "note",       "sender", "table",    "grid",
                                            "space", "page_break", "chart",  "approval", "beside"};
constexpr std::string_view kCommonKeys[] = {"if",         "each",         "at_least",   "keep",
                                            "page_break", "space_before", "space_after"};
constexpr std::string_view kTitleKeys[] = {"spread"};
constexpr std::string_view kTableKeys[] = {"columns", "rows", "outer", "inner", "indent", "row_height", "label_fill"};
constexpr CentiPoint kTitleSize = 1600;
constexpr CentiPoint kNumberSize = 900;
constexpr CentiPoint kNoteSize = 850;
constexpr Um kTitlePad = 2000;
constexpr Um kParagraphPad = 700;
constexpr CentiPoint kSmallTableSize = 1000;
constexpr Um kRowHeight = 8000;
constexpr Um kSmallRowHeight = 6000;

bool IsBlockName(std::string_view key) {
  return std::find(std::begin(kBlockNames), std::end(kBlockNames), key) != std::end(kBlockNames);
}

const YamlNode::Entry& BlockEntry(const YamlNode& node) {
  const YamlNode::Entry* found = nullptr;
  const YamlNode::Entry* page_break = nullptr;  // a block of its own, or a key of another
  for (const YamlNode::Entry& entry : node.Entries()) {
    if (!IsBlockName(entry.first.Text())) continue;
    if (entry.first.Text() == "page_break") {
      page_break = &entry;
      continue;
    }
    if (found != nullptr) {
      entry.first.Fail(Say("「{}」と「{}」は別々のブロック（- で始まる行）に分けてください。",
                           "write \"{}\" and \"{}\" as two blocks, each with its own \"-\".", found->first.Text(),
                           entry.first.Text()));
    }
    found = &entry;
  }
  if (found == nullptr) found = page_break;
  if (found != nullptr) return *found;
  std::vector<std::string> names(std::begin(kBlockNames), std::end(kBlockNames));
  const std::string key = node.Entries().empty() ? "" : node.Entries().front().first.Text();
  const auto nearest = NearestName(key, names);
  node.Fail(nearest ? Say("知らないブロック「{}」です。「{}」ではありませんか。",
                          "unknown block \"{}\"; did you mean \"{}\"?", key, *nearest)
                    : Say("ブロックの種類がありません。使えるのは {} です。", "this is no block; there are {}.",
                          Join(names, ", ")));
}

/// How the one-line blocks look.
void ApplyBlockLook(std::string_view block, Look* look) {
  look->style.pad_x = 0;
  if (block == "title") {
    look->style.size = kTitleSize;
    look->style.pad_y = kTitlePad;
  } else if (block == "number") {
    look->style.size = kNumberSize;
  } else if (block == "note") {
    look->style.size = kNoteSize;
  } else if (block == "text") {
    look->style.pad_y = kParagraphPad;
  }
  const bool centred = block == "title" || block == "center";
  look->style.h_align = centred ? HAlign::kCenter : block == "right" ? HAlign::kRight : HAlign::kLeft;
}

bool IsTextBlock(std::string_view block) {
  constexpr std::string_view kTextBlocks[] = {"title", "number", "text", "left", "center", "right", "note"};
  return std::find(std::begin(kTextBlocks), std::end(kTextBlocks), block) != std::end(kTextBlocks);
}

}  // namespace

std::vector<Node> SheetLoader::LoadBlocks(const YamlNode& list, const Look& look, Region region) {
  std::vector<Node> nodes;
  for (const YamlNode& node : list.Expect(YamlNode::Kind::kList).Items()) {
    nodes.push_back(LoadBlock(node.Expect(YamlNode::Kind::kMap), look, region));
  }
  return nodes;
}

Node SheetLoader::LoadBlock(const YamlNode& node, const Look& look, Region region) {
  const YamlNode::Entry& entry = BlockEntry(node);
  const std::string_view name[] = {entry.first.Text()};
  const bool plain = name[0] == "space" || name[0] == "page_break" || name[0] == "chart";
  const std::span<const std::string_view> look_keys = plain ? std::span<const std::string_view>() : kLookKeys;
  const std::span<const std::string_view> title_keys =
      name[0] == "title" ? std::span<const std::string_view>(kTitleKeys) : std::span<const std::string_view>();
  RefuseKeys(node, {name, kCommonKeys, title_keys, look_keys});
  Node out;
  LoadRepetition(node, &out);
  const Place place = PlaceOf(node);
  if (const YamlNode* space = node.Find("space_before")) {
    out.children.push_back(SpaceRow(LengthOf(*space), 0, region, place));
  }
  LoadBlockBody(node, entry, look, region, &out);
  if (const YamlNode* space = node.Find("space_after")) {
    out.children.push_back(SpaceRow(LengthOf(*space), 0, region, place));
  }
  if (out.each) compiler_.LeaveLoop();
  return out;
}

void SheetLoader::LoadBlockBody(const YamlNode& node, const YamlNode::Entry& entry, Look look, Region region,
                                Node* out) {
  const std::string& block = entry.first.Text();
  const YamlNode& content = entry.second;
  if (IsTextBlock(block)) {
    ApplyBlockLook(block, &look);
    ApplyLook(node, &look);
    const bool spread = block == "title" && node.Find("spread") != nullptr;
    out->children.push_back(spread ? SpreadTitle(node, content, look, region) : TextRow(content, look, region));
    return;
  }
  ApplyLook(node, &look);
  if (block == "space") out->children.push_back(LoadSpace(content, region));
  if (block == "table" || block == "grid") out->children.push_back(LoadTable(content, block == "table", look, region));
  if (block == "sender") out->children.push_back(LoadSender(content, look, region));
  if (block == "approval") out->children.push_back(LoadApproval(content, look, region));
  if (block == "beside") out->children.push_back(LoadBeside(content, look, region));
  if (block == "chart") out->children.push_back(LoadChart(content, region));
}

Node SheetLoader::TextRow(const YamlNode& text, const Look& look, Region region) {
  Node out;
  out.kind = Node::Kind::kRow;
  out.row = std::make_unique<RowSpec>();
  out.row->place = PlaceOf(text);
  out.row->tracks = AddBoundaries({region.left, region.right});
  UseBoundary(out.row->tracks, 0);
  UseBoundary(out.row->tracks, 1);
  CellRun run;
  run.cells.push_back(PlainCell(TextOf(text), look.style, PlaceOf(text)));
  out.row->runs.push_back(std::move(run));
  return out;
}

/// A title spread over a width of its own in the middle.
Node SheetLoader::SpreadTitle(const YamlNode& node, const YamlNode& text, const Look& look, Region region) {
  const YamlNode& spread = *node.Find("spread");
  const Um width = LengthOf(spread);
  if (width > region.width()) {
    spread.Fail(Say("spread が用紙の幅を越えています。", "spread is wider than the page."));
  }
  const Um left = region.left + (region.width() - width) / 2;
  Look own = look;
  own.style.h_align = HAlign::kDistribute;
  return TextRow(text, own, {left, left + width});
}

Node SheetLoader::SpaceRow(Um height, int fill, Region region, Place place) {
  Node out;
  out.kind = Node::Kind::kRow;
  out.row = std::make_unique<RowSpec>();
  out.row->place = place;
  out.row->height = std::max(height, 1);
  out.row->fill = fill;
  out.row->grows = false;
  out.row->tracks = AddBoundaries({region.left, region.right});
  return out;
}

Node SheetLoader::LoadSpace(const YamlNode& node, Region region) {
  Node out = SpaceRow(0, 0, region, PlaceOf(node));
  ApplyHeight(node, out.row.get());
  out.row->height = std::max(out.row->height, 1);
  return out;
}

/// Keys of a table that is written as a mapping.
void SheetLoader::ApplyTableKeys(const YamlNode& node, RowsContext* context, Node* table, Region* region) {
  RefuseKeys(node, {kTableKeys, kLookKeys});
  ApplyLook(node, &context->look);
  if (const YamlNode* inner = node.Find("inner")) context->inner = LineStyleOf(*inner);
  if (const YamlNode* outer = node.Find("outer")) table->outer = LineStyleOf(*outer);
  if (const YamlNode* fill = node.Find("label_fill")) context->label_fill = ColorOf(*fill);
  if (const YamlNode* indent = node.Find("indent")) {
    region->left = std::min(region->left + LengthOf(*indent), region->right);
  }
  if (node.Find("rows") == nullptr) node.Fail(Say("表には rows が必要です。", "a table needs rows."));
}

/// The boundaries of a table's own columns, or of the form's.
std::vector<Um> SheetLoader::TableBoundaries(const YamlNode& node, Region region) {
  const YamlNode* own = node.IsMap() ? node.Find("columns") : nullptr;
  std::vector<Track> tracks = own != nullptr ? TracksOf(*own) : columns_;
  if (tracks.empty()) tracks.push_back({0, 1});
  auto at = Boundaries(tracks, region);
  if (at) return std::move(*at);
  const YamlNode* where = own != nullptr ? own : columns_node_ != nullptr ? columns_node_ : &node;
  where->Fail(Say("列の幅が合いません。使える幅は {:.1f}mm です（0.3mm より狭い列はできません）。",
                  "the columns do not fit: there is room for {:.1f}mm (and no column may be below 0.3mm).",
                  region.width() / 1000.0));
}

Node SheetLoader::LoadTable(const YamlNode& node, bool ruled, const Look& look, Region region) {
  RowsContext context;
  context.look = look;
  context.complete = ruled;
  context.inner = ruled ? LineStyle::kThin : LineStyle::kNone;
  Node out;
  if (ruled) out.outer = LineStyle::kMedium;
  if (node.IsMap()) ApplyTableKeys(node, &context, &out, &region);
  if (ruled) context.height = context.look.style.size < kSmallTableSize ? kSmallRowHeight : kRowHeight;
  if (const YamlNode* height = node.Find("row_height")) context.height = LengthOf(*height);
  std::vector<Um> at = TableBoundaries(node, region);
  context.columns = static_cast<int>(at.size()) - 1;
  context.tracks = out.tracks = AddBoundaries(std::move(at));
  if (ruled) {
    UseBoundary(context.tracks, 0);
    UseBoundary(context.tracks, context.columns);
  }
  const YamlNode& rows = node.IsMap() ? *node.Find("rows") : node;
  out.children = LoadRows(rows, context, std::vector<bool>(static_cast<std::size_t>(context.columns), false));
  return out;
}

}  // namespace chohyo
