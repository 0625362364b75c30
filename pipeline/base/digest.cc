#include "pipeline/base/digest.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {

std::string Sha256Hex(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE] = {};
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr) != 1) {
    throw OutputFault(Say("SHA-256 が計算できません（OpenSSL）。", "SHA-256 cannot be computed (OpenSSL)."));
  }
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

}  // namespace chohyo
