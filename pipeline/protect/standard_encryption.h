// Standard encryption of packages ([MS-OFFCRYPTO] 2.3.4.5–2.3.4.9), as Excel 2007 and old LibreOffice wrote it: read
// only.
#pragma once

#include <string>
#include <string_view>

namespace chohyo {

/// The key of the package; "" if the password is another. Throws std::runtime_error for a damaged stream or a cipher
/// other than AES.
std::string StandardKey(std::string_view info_stream, std::string_view password);

/// The package. There is no seal: a damaged one is found by whoever reads it.
std::string DecryptStandard(std::string_view key, std::string_view encrypted);

}  // namespace chohyo
