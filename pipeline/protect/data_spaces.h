// The DataSpaces tree of an encrypted package ([MS-OFFCRYPTO] 2.1 and 2.2): the same in every file, but Excel asks for
// it.
#pragma once

#include <map>
#include <string>

#include "pipeline/protect/ole_container.h"

namespace chohyo {

/// The streams of the tree: version, map, one data space with one transform.
std::map<OlePath, std::string> DataSpaces();

}  // namespace chohyo
