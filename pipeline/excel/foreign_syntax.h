// Placeholders in the syntax of other tools: they would be printed as they stand, so their cells are named.
#pragma once

#include <optional>
#include <string>

namespace chohyo {

/// What to say of a text that holds another tool's placeholder; nothing for plain texts.
std::optional<std::string> ForeignSyntaxIn(const std::string& text);

}  // namespace chohyo
