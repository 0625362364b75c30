#include "pipeline/protect/data_spaces.h"

#include <string_view>

#include "pipeline/protect/byte_order.h"

namespace chohyo {
namespace {

std::string Dword(std::uint32_t number) { return LittleEndian(number, 4); }

/// A text with its length in bytes before it, filled up to whole double words (UNICODE-LP-P4).
std::string Text(std::string_view text) {
  std::string utf16 = Utf16Le(text);
  const std::string length = Dword(static_cast<std::uint32_t>(utf16.size()));
  utf16.resize((utf16.size() + 3) / 4 * 4);
  return length + utf16;
}

/// Reader, updater and writer are of version 1.0.
std::string Versions() { return Dword(1) + Dword(1) + Dword(1); }

/// Which stream lies in which data space.
std::string Map() {
  constexpr std::uint32_t kHeaderSize = 8;
  constexpr std::uint32_t kStream = 0;
  const std::string components =
      Dword(1) + Dword(kStream) + Text("EncryptedPackage") + Text("StrongEncryptionDataSpace");
  const std::string entry = Dword(static_cast<std::uint32_t>(components.size() + 4)) + components;
  return Dword(kHeaderSize) + Dword(1) + entry;
}

/// Which transforms make a data space.
std::string Space() {
  constexpr std::uint32_t kHeaderSize = 8;
  return Dword(kHeaderSize) + Dword(1) + Text("StrongEncryptionTransform");
}

/// The transform: encryption, described in the stream EncryptionInfo.
std::string Transform() {
  constexpr std::uint32_t kPasswordTransform = 1;
  const std::string id = Text("{FF9A3F03-56EF-4613-BDD5-5A41C1D07246}");
  const auto length = static_cast<std::uint32_t>(id.size() + 8);
  const std::string header = Dword(length) + Dword(kPasswordTransform) + id;
  constexpr std::uint32_t kReserved = 4;
  const std::string no_name = Dword(0);  // agile encryption names its cipher elsewhere
  return header + Text("Microsoft.Container.EncryptionTransform") + Versions() + no_name + Dword(0) + Dword(0) +
         Dword(kReserved);
}

}  // namespace

std::map<OlePath, std::string> DataSpaces() {
  const std::string top = "\6DataSpaces";
  return {
      {{top, "Version"}, Text("Microsoft.Container.DataSpaces") + Versions()},
      {{top, "DataSpaceMap"}, Map()},
      {{top, "DataSpaceInfo", "StrongEncryptionDataSpace"}, Space()},
      {{top, "TransformInfo", "StrongEncryptionTransform", "\6Primary"}, Transform()},
  };
}

}  // namespace chohyo
