#include "pipeline/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <utility>

namespace chohyo {

ProgressBar::ProgressBar(std::FILE* stream, bool wanted, std::string title)
    : stream_(stream), on_(wanted && ::isatty(::fileno(stream)) == 1), title_(std::move(title)) {}

ProgressBar::~ProgressBar() {
  if (shown_percent_ >= 0) fmt::print(stream_, "\r\x1b[K");
}

void ProgressBar::Show(std::size_t done, std::size_t all) {
  if (!on_ || all == 0) return;
  const int percent = static_cast<int>(done * 100 / all);
  if (percent == shown_percent_) return;
  shown_percent_ = percent;
  constexpr int kBarWidth = 30;
  const int filled = percent * kBarWidth / 100;
  fmt::print(stream_, "\r{} [{:#<{}}{: <{}}] {:3}% ({}/{})", title_, "", filled, "", kBarWidth - filled, percent, done,
             all);
  std::fflush(stream_);
}

}  // namespace chohyo
