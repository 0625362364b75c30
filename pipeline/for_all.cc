#include "pipeline/for_all.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace chohyo {

void ForAll(std::size_t count, unsigned jobs, const std::shared_ptr<const FontSet>& fonts,
            const std::function<void(std::size_t, DocumentMaker*)>& work) {
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t threads = std::min<std::size_t>(jobs == 0 ? cores : jobs, std::max<std::size_t>(count, 1));
  std::atomic<std::size_t> next = 0;
  const auto worker = [&] {
    DocumentMaker maker(fonts);
    for (std::size_t i = next++; i < count; i = next++) work(i, &maker);
  };
  std::vector<std::thread> helpers;
  for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(worker);
  worker();
  for (std::thread& helper : helpers) helper.join();
}

}  // namespace chohyo
