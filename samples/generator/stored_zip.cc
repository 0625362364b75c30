#include "samples/generator/stored_zip.h"

#include <array>

namespace chohyo::city {
namespace {

constexpr std::array<std::uint32_t, 256> kCrcTable = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t c = i;
    for (int bit = 0; bit < 8; ++bit) c = (c & 1u) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
    table[i] = c;
  }
  return table;
}();

std::uint32_t Crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char byte : bytes) crc = kCrcTable[(crc ^ static_cast<unsigned char>(byte)) & 0xFFu] ^ (crc >> 8);
  return ~crc;
}

void Put(std::uint32_t value, int bytes, std::string* out) {
  for (int i = 0; i < bytes; ++i) out->push_back(static_cast<char>(value >> (8 * i) & 0xFFu));
}

/// What the local header and the directory have in common: version … length of the extra field.
void PutMember(std::string_view name, std::string_view bytes, std::string* out) {
  constexpr std::uint32_t kNewYear1980 = 0x21;
  Put(20, 2, out);
  Put(0, 2, out);
  Put(0, 2, out);
  Put(0, 2, out);
  Put(kNewYear1980, 2, out);
  Put(Crc32(bytes), 4, out);
  Put(static_cast<std::uint32_t>(bytes.size()), 4, out);
  Put(static_cast<std::uint32_t>(bytes.size()), 4, out);
  Put(static_cast<std::uint32_t>(name.size()), 2, out);
  Put(0, 2, out);
}

}  // namespace

void StoredZip::Add(std::string_view name, std::string_view bytes) {
  const auto offset = static_cast<std::uint32_t>(out_.size());
  Put(0x04034B50u, 4, &out_);
  PutMember(name, bytes, &out_);
  out_.append(name).append(bytes);

  Put(0x02014B50u, 4, &directory_);
  Put(20, 2, &directory_);
  PutMember(name, bytes, &directory_);
  Put(0, 2, &directory_);  // comment
  Put(0, 2, &directory_);  // disk
  Put(0, 2, &directory_);  // internal attributes
  Put(0, 4, &directory_);  // external attributes
  Put(offset, 4, &directory_);
  directory_.append(name);
  ++members_;
}

std::string StoredZip::Finish() {
  const auto offset = static_cast<std::uint32_t>(out_.size());
  out_ += directory_;
  Put(0x06054B50u, 4, &out_);
  Put(0, 4, &out_);
  Put(members_, 2, &out_);
  Put(members_, 2, &out_);
  Put(static_cast<std::uint32_t>(directory_.size()), 4, &out_);
  Put(offset, 4, &out_);
  Put(0, 2, &out_);
  return std::move(out_);
}

}  // namespace chohyo::city
