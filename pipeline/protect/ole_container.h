// OLE compound files ([MS-CFB]) in memory: the container around an encrypted package (libgsf).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chohyo {

/// The name of a stream with the storages around it, from the outermost: {"\6DataSpaces", "Version"}.
using OlePath = std::vector<std::string>;

/// True if the bytes begin like a compound file.
bool IsOleContainer(std::string_view bytes);

/// A compound file of these streams; the same streams give the same bytes. Throws OutputFault.
std::string WriteOleContainer(const std::map<OlePath, std::string>& streams);

/// A stream of the outermost storage; nothing if there is none or the container is damaged.
std::optional<std::string> ReadOleStream(std::string_view bytes, const std::string& name);

}  // namespace chohyo
