// Blocks that are built for the writer: sender, approval boxes, blocks side by side, charts.
#include <algorithm>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/format.h"
#include "pipeline/sheet/template_load.h"

namespace chohyo {
namespace {

constexpr Um kSenderWidth = 85000;
constexpr Um kSenderLabels = 25000;
constexpr Um kSealWidth = 12000;
constexpr Um kSenderRow = 7000;
constexpr Rgb kSealText = 0xA6A6A6;
constexpr CentiPoint kSealSize = 900;
constexpr Um kApprovalHead = 6000;
constexpr Um kApprovalBody = 18000;
constexpr CentiPoint kApprovalSize = 800;
constexpr Um kLeastApprovalWidth = 40000;
constexpr Um kChartHeight = 70000;
constexpr Rgb kSeriesColors[] = {0x404040, 0xA6A6A6, 0x737373, 0xD0D0D0, 0x595959, 0xBFBFBF};

bool IsSenderKey(std::string_view key) {
  return key == "seal" || key == "width" || key == "labels" || key == "row_height";
}

ChartKind ChartKindOf(const YamlNode& node) {
  constexpr std::string_view kNames[] = {"column", "stacked_column", "bar", "stacked_bar", "line"};
  const auto* found = std::find(std::begin(kNames), std::end(kNames), node.Text());
  if (found == std::end(kNames)) {
    node.Fail(Say("グラフの種類は column、stacked_column、bar、stacked_bar、line のどれかです（今は「{}」）。",
                  "kind is one of column, stacked_column, bar, stacked_bar, line (found \"{}\").", node.Text()));
  }
  return static_cast<ChartKind>(found - std::begin(kNames));
}

}  // namespace

Node SheetLoader::LoadSender(const YamlNode& node, const Look& look, Region region) {
  const auto& entries = node.Expect(YamlNode::Kind::kMap).Entries();
  const YamlNode* width_node = node.Find("width");
  const YamlNode* labels_node = node.Find("labels");
  const Um width = width_node != nullptr ? LengthOf(*width_node) : std::min(kSenderWidth, region.width());
  const Um labels = labels_node != nullptr ? LengthOf(*labels_node) : kSenderLabels;
  const bool seal = node.BoolOr("seal", false);
  const Um left = region.right - width;
  const Um value_end = region.right - (seal ? kSealWidth : 0);
  if (left < region.left || value_end - left - labels < kSnap) {
    node.Fail(Say("差出人欄の幅が合いません。", "the widths of the sender block do not fit."));
  }
  std::vector<Um> at{left};
  if (labels > 0) at.push_back(left + labels);
  at.push_back(value_end);
  if (seal) at.push_back(region.right);
  const int tracks = AddBoundaries(at);
  for (std::size_t i = 0; i < at.size(); ++i) UseBoundary(tracks, static_cast<int>(i));
  const YamlNode::Entry* last = nullptr;
  for (const auto& entry : entries) last = IsSenderKey(entry.first.Text()) ? last : &entry;
  Node out;
  for (const auto& entry : entries) {
    if (IsSenderKey(entry.first.Text())) continue;
    out.children.push_back(
        SenderLine(labels > 0 ? &entry.first : nullptr, entry.second, seal && &entry == last, look, tracks, node));
  }
  return out;
}

Node SheetLoader::SenderLine(const YamlNode* label, const YamlNode& value, bool seal, const Look& look, int tracks,
                             const YamlNode& block) {
  Node out;
  out.kind = Node::Kind::kRow;
  out.row = std::make_unique<RowSpec>();
  out.row->place = PlaceOf(value);
  out.row->tracks = tracks;
  const YamlNode* height = block.Find("row_height");
  out.row->height = height != nullptr ? LengthOf(*height) : kSenderRow;
  const auto add = [&out](CellSpec cell, int column) {
    cell.first = column;
    out.row->runs.emplace_back().cells.push_back(std::move(cell));
  };
  CellStyle style = look.style;
  int column = 0;
  if (label != nullptr) {
    style.h_align = HAlign::kDistribute;
    add(PlainCell(TextOf(*label), style, PlaceOf(*label)), column++);
  }
  style.h_align = HAlign::kLeft;
  add(PlainCell(TextOf(value), style, PlaceOf(value)), column++);
  if (!seal) return out;
  style.h_align = HAlign::kCenter;
  style.text_rgb = kSealText;
  style.size = kSealSize;
  Text mark;
  mark.pieces.push_back({"印", std::nullopt});
  add(PlainCell(std::move(mark), style, PlaceOf(value)), column);
  return out;
}

Node SheetLoader::LoadApproval(const YamlNode& node, const Look& look, Region region) {
  Node out;
  if (node.IsScalar() && !node.AsBool()) return out;
  constexpr std::string_view kKeys[] = {"name", "date", "head", "body"};
  out.kind = Node::Kind::kApproval;
  out.approval = std::make_unique<ApprovalSpec>();
  ApprovalSpec& approval = *out.approval;
  approval.region = region;
  approval.head_height = kApprovalHead;
  approval.body_height = kApprovalBody;
  if (!node.IsScalar()) {
    RefuseKeys(node.Expect(YamlNode::Kind::kMap), {kKeys});
    if (const YamlNode* name = node.Find("name")) approval.name = TextOf(*name);
    if (const YamlNode* date = node.Find("date")) approval.date = TextOf(*date);
    if (const YamlNode* head = node.Find("head")) approval.head_height = LengthOf(*head);
    if (const YamlNode* body = node.Find("body")) approval.body_height = LengthOf(*body);
  }
  if (region.width() < kLeastApprovalWidth) {
    node.Fail(Say("決裁欄には幅 {}mm 以上が要ります（今は {:.1f}mm）。",
                  "the approval boxes need a width of {}mm (found {:.1f}mm).", kLeastApprovalWidth / 1000,
                  region.width() / 1000.0));
  }
  approval.tracks = static_cast<int>(body_.boundaries.size());
  body_.boundaries.emplace_back();
  CellStyle style = look.style;
  style.h_align = HAlign::kCenter;
  style.size = kApprovalSize;
  style.pad_x = kSnap;
  approval.head_style = approval.body_style = InternStyle(style);
  approvals_.push_back({approval.tracks, region});
  return out;
}

/// Columns of blocks side by side: the rows of all of them are laid over each other when the form is filled.
Node SheetLoader::LoadBeside(const YamlNode& node, const Look& look, Region region) {
  constexpr std::string_view kKeys[] = {"width", "body", "approval"};
  const auto& columns = node.Expect(YamlNode::Kind::kList).Items();
  std::vector<Track> tracks;
  for (const YamlNode& column : columns) {
    RefuseKeys(column.Expect(YamlNode::Kind::kMap), {kKeys});
    const YamlNode* width = column.Find("width");
    if (width == nullptr) {
      tracks.push_back({0, 1});
    } else if (!AppendTracks(width->Text(), &tracks)) {
      width->Fail(Say("幅「{}」が読めません。110mm か * のように書いてください。",
                      "width \"{}\" is not understood; write 110mm or *.", width->Text()));
    }
  }
  const auto at = Boundaries(tracks, region);
  if (!at || at->size() != columns.size() + 1) {
    node.Fail(Say("並べた幅が合いません。使える幅は {:.1f}mm です。",
                  "the widths do not fit: there is room for {:.1f}mm.", region.width() / 1000.0));
  }
  Node out;
  out.kind = Node::Kind::kBeside;
  ++beside_depth_;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Node& group = out.children.emplace_back();
    const Region own{(*at)[i], (*at)[i + 1]};
    if (const YamlNode* body = columns[i].Find("body")) group.children = LoadBlocks(*body, look, own);
    if (const YamlNode* boxes = columns[i].Find("approval")) {
      group.children.push_back(LoadApproval(*boxes, look, own));
    }
  }
  --beside_depth_;
  return out;
}

Node SheetLoader::LoadChart(const YamlNode& node, Region region) {
  constexpr std::string_view kKeys[] = {"kind",    "title",   "height", "categories", "series",
                                        "x_title", "y_title", "alt",    "format"};
  RefuseKeys(node.Expect(YamlNode::Kind::kMap), {kKeys});
  for (const char* needed : {"kind", "categories", "series"}) {
    if (node.Find(needed) == nullptr) node.Fail(Say("「{}」が必要です。", "\"{}\" is needed here.", needed));
  }
  Node out = SpaceRow(kChartHeight, 0, region, PlaceOf(node));
  if (const YamlNode* height = node.Find("height")) ApplyHeight(*height, out.row.get());
  if (out.row->height == 0) out.row->height = kChartHeight;
  UseBoundary(out.row->tracks, 0);
  UseBoundary(out.row->tracks, 1);
  out.chart = std::make_unique<ChartSpec>();
  ChartSpec& chart = *out.chart;
  chart.kind = ChartKindOf(*node.Find("kind"));
  const auto text = [&](const char* key) { return node.Find(key) != nullptr ? TextOf(*node.Find(key)) : Text{}; };
  chart.title = text("title");
  chart.x_title = text("x_title");
  chart.y_title = text("y_title");
  chart.alt_text = text("alt");
  chart.number_format = node.TextOr("format", "");
  if (!chart.number_format.empty() && !IsFormat(chart.number_format)) {
    node.Find("format")->Fail(Say("知らない形式「{}」です。", "unknown format \"{}\".", chart.number_format));
  }
  chart.categories = LoadChartReference(*node.Find("categories"));
  const auto& series = node.Find("series")->Expect(YamlNode::Kind::kList).Items();
  for (std::size_t i = 0; i < series.size(); ++i) chart.series.push_back(LoadSeries(series[i], i));
  return out;
}

ChartSpec::Series SheetLoader::LoadSeries(const YamlNode& node, std::size_t index) {
  constexpr std::string_view kKeys[] = {"name", "values", "color"};
  RefuseKeys(node.Expect(YamlNode::Kind::kMap), {kKeys});
  ChartSpec::Series series;
  series.rgb = kSeriesColors[index % std::size(kSeriesColors)];
  if (const YamlNode* name = node.Find("name")) series.name = TextOf(*name);
  if (node.Find("values") == nullptr) node.Fail(Say("「values」が必要です。", "\"values\" is needed here."));
  series.values = LoadChartReference(*node.Find("values"));
  if (const YamlNode* color = node.Find("color")) series.rgb = ColorOf(*color).value_or(series.rgb);
  return series;
}

}  // namespace chohyo
