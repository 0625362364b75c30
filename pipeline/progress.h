// A progress bar, drawn only where somebody watches.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>

namespace chohyo {

class ProgressBar {
 public:
  /// Draws on `stream` if `wanted` and the stream is a terminal; else never writes anything.
  ProgressBar(std::FILE* stream, bool wanted, std::string title);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void Show(std::size_t done, std::size_t all);

 private:
  std::FILE* stream_;
  bool on_;
  std::string title_;
  int shown_percent_ = -1;
};

}  // namespace chohyo
