#include "pipeline/render/pdf_deflate.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <vector>

namespace chohyo {
namespace {

constexpr int kHighestLevel = 12;

struct Release {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, Release>;

/// Making a compressor costs more than a page: every thread keeps its own, one a level.
libdeflate_compressor* CompressorOf(int level) {
  thread_local std::array<Compressor, kHighestLevel + 1> compressors;
  Compressor& compressor = compressors[static_cast<std::size_t>(level)];
  if (!compressor) compressor.reset(libdeflate_alloc_compressor(level));
  if (!compressor) throw std::bad_alloc();
  return compressor.get();
}

}  // namespace

std::string Deflate(std::string_view bytes, int level) {
  libdeflate_compressor* const compressor = CompressorOf(std::clamp(level, 0, kHighestLevel));
  thread_local std::vector<char> buffer;
  buffer.resize(std::max(buffer.size(), libdeflate_zlib_compress_bound(compressor, bytes.size())));
  return {buffer.data(),
          libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), buffer.data(), buffer.size())};
}

std::optional<std::string> Inflate(std::string_view bytes) {
  constexpr std::size_t kFirst = 1U << 16U, kMost = 1U << 28U;
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  if (!decompressor) throw std::bad_alloc();
  for (std::size_t room = kFirst; room <= kMost; room *= 4) {
    std::string out(room, '\0');
    std::size_t size = 0;
    const auto result =
        libdeflate_zlib_decompress(decompressor.get(), bytes.data(), bytes.size(), out.data(), out.size(), &size);
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE) continue;
    if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
    out.resize(size);
    return out;
  }
  return std::nullopt;
}

}  // namespace chohyo
