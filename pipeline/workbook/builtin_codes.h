// Number formats that files name by id only.
#pragma once

#include <string>

namespace chohyo {

/// The format code of an id built into Japanese Excel (ECMA-376 §18.8.30); "General" for ids that are not.
std::string BuiltinNumberCode(int id);

}  // namespace chohyo
