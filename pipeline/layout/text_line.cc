#include "pipeline/layout/text_line.h"

namespace chohyo {
namespace {

/// Lines of one paragraph, the first that fits first.
class ParagraphBreaker {
 public:
  ParagraphBreaker(const TextStore& store, EmUnits width, std::vector<Line>* lines)
      : clusters_(store.clusters), width_(width), lines_(lines) {}

  void Run(std::uint32_t begin, std::uint32_t end) {
    Restart(begin);
    for (std::uint32_t i = begin; i < end; ++i) {
      while (!Fits(clusters_[i]) && i > line_begin_) EndLine(i);
      used_ += clusters_[i].advance;
      if (clusters_[i].Is(Cluster::kBreakAfter)) RememberBreak(i + 1);
    }
    Finish(end, true);
  }
  bool words_whole() const { return words_whole_; }

 private:
  /// Spaces may hang over the edge; what has no width stays with what it belongs to.
  bool Fits(const Cluster& cluster) const {
    return cluster.Is(Cluster::kSpace) || cluster.advance == 0 || used_ + cluster.advance <= width_;
  }
  void Restart(std::uint32_t begin) {
    line_begin_ = break_at_ = begin;
    used_ = used_at_break_ = 0;
  }
  void RememberBreak(std::uint32_t at) {
    break_at_ = at;
    used_at_break_ = used_;
  }

  /// The cluster `next` does not fit any more.
  void EndLine(std::uint32_t next) {
    const bool at_break = break_at_ > line_begin_;
    const std::uint32_t end = at_break ? break_at_ : next;
    Finish(end, false);
    words_whole_ = words_whole_ && at_break;
    const EmUnits carried = at_break ? used_ - used_at_break_ : 0;
    Restart(end);
    used_ = carried;
  }

  void Finish(std::uint32_t end, bool ends_paragraph) {
    Line line{line_begin_, end, 0, ends_paragraph};
    while (line.end > line.begin && clusters_[line.end - 1].Is(Cluster::kSpace)) --line.end;
    for (std::uint32_t i = line.begin; i < line.end; ++i) line.width += clusters_[i].advance;
    words_whole_ = words_whole_ && line.width <= width_;
    lines_->push_back(line);
  }

  const std::vector<Cluster>& clusters_;
  EmUnits width_;
  std::vector<Line>* lines_;
  std::uint32_t line_begin_ = 0, break_at_ = 0;
  EmUnits used_ = 0, used_at_break_ = 0;
  bool words_whole_ = true;
};

}  // namespace

bool BreakLines(const TextStore& store, const MeasuredText& text, EmUnits width, std::vector<Line>* lines) {
  ParagraphBreaker breaker(store, width, lines);
  std::uint32_t begin = text.begin;
  for (std::uint32_t i = text.begin; i < text.end; ++i) {
    if (!store.clusters[i].Is(Cluster::kNewline)) continue;
    breaker.Run(begin, i);
    begin = i + 1;
  }
  if (begin < text.end) breaker.Run(begin, text.end);
  return breaker.words_whole();
}

void SetOneLine(const TextStore& store, const MeasuredText& text, std::vector<Line>* lines) {
  Line line{text.begin, text.end, text.width, true};
  while (line.end > line.begin && store.clusters[line.end - 1].Is(Cluster::kSpace)) {
    line.width -= store.clusters[--line.end].advance;
  }
  lines->push_back(line);
}

}  // namespace chohyo
