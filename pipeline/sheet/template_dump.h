// A template in its canonical writing: one order of keys, one form of what can be written in several ways.
#pragma once

#include <string>
#include <string_view>

namespace chohyo {

/// The same template written canonically: keys in a fixed order, short forms where there are any (`[…]` for
/// `{cells: […]}` and `{rows: […]}`, bare words for `{label: …}`), margins as four lengths, lists for single entries.
/// Comments are lost. The dump of a dump is the dump. Throws InputFault for what is no template.
std::string DumpTemplate(std::string_view yaml, const std::string& file);

}  // namespace chohyo
