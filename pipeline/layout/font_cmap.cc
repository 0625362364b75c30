#include "pipeline/layout/font_cmap.h"

namespace chohyo {

GlyphMemory::~GlyphMemory() {
  for (std::atomic<Page*>& page : pages_) delete page.load(std::memory_order_relaxed);
}

GlyphMemory::Page& GlyphMemory::MakePage(std::size_t index) {
  auto page = std::make_unique<Page>();
  for (std::atomic<std::uint32_t>& slot : *page) slot.store(kUnknown, std::memory_order_relaxed);
  Page* expected = nullptr;
  if (pages_[index].compare_exchange_strong(expected, page.get(), std::memory_order_acq_rel)) return *page.release();
  return *expected;
}

}  // namespace chohyo
