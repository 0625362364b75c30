#include "pipeline/protect/encryption_info.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

#include "pipeline/base/lang.h"
#include "pipeline/protect/base64.h"
#include "pipeline/protect/byte_order.h"
#include "pipeline/workbook/xml_parser.h"

namespace chohyo {
namespace {

constexpr std::size_t kHeadSize = 8;  ///< version and flags
constexpr std::uint32_t kAgileFlag = 0x40;
constexpr std::uint32_t kMostSpins = 10000000;  ///< the limit of the specification
constexpr std::string_view kPasswordUri = "http://schemas.microsoft.com/office/2006/keyEncryptor/password";

[[noreturn]] void Refuse(const std::string& reason) { throw std::runtime_error(reason); }

std::size_t HashSize(HashKind kind) { return HashOf(kind, "").size(); }

std::string_view NameOfHash(HashKind kind) {
  switch (kind) {
    case HashKind::kSha1: return "SHA1";
    case HashKind::kSha256: return "SHA256";
    case HashKind::kSha384: return "SHA384";
    case HashKind::kSha512: break;
  }
  return "SHA512";
}

std::string CipherAttributes(const CipherInfo& cipher) {
  return fmt::format(R"(saltSize="{}" blockSize="16" keyBits="{}" hashSize="{}" cipherAlgorithm="AES" )"
                     R"(cipherChaining="ChainingModeCBC" hashAlgorithm="{}" saltValue="{}")",
                     cipher.salt.size(), cipher.key_size * 8, HashSize(cipher.hash), NameOfHash(cipher.hash),
                     EncodeBase64(cipher.salt));
}

std::uint32_t NumberOf(const XmlAttributes& attributes, std::string_view name) {
  const std::string_view text = attributes.Get(name);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) Refuse(fmt::format("{}=\"{}\"", name, text));
  return number;
}

std::string BytesOf(const XmlAttributes& attributes, std::string_view name) {
  const auto bytes = DecodeBase64(attributes.Get(name));
  if (!bytes || bytes->empty()) Refuse(std::string(name));
  return *bytes;
}

HashKind HashNamed(std::string_view name) {
  for (const HashKind kind : {HashKind::kSha1, HashKind::kSha256, HashKind::kSha384, HashKind::kSha512}) {
    if (name == NameOfHash(kind)) return kind;
  }
  if (name == "SHA-1") return HashKind::kSha1;
  Refuse(fmt::format("hashAlgorithm=\"{}\"", name));
}

CipherInfo CipherOf(const XmlAttributes& attributes) {
  if (attributes.Get("cipherAlgorithm") != "AES" || attributes.Get("cipherChaining") != "ChainingModeCBC") {
    Refuse(fmt::format("{}, {}", attributes.Get("cipherAlgorithm"), attributes.Get("cipherChaining")));
  }
  CipherInfo cipher;
  const std::uint32_t bits = NumberOf(attributes, "keyBits");
  if ((bits != 128 && bits != 192 && bits != 256) || NumberOf(attributes, "blockSize") != 16) {
    Refuse(fmt::format("keyBits=\"{}\"", bits));
  }
  cipher.key_size = bits / 8;
  cipher.hash = HashNamed(attributes.Get("hashAlgorithm"));
  cipher.salt = BytesOf(attributes, "saltValue");
  return cipher;
}

/// Collects what the XML says.
class InfoHandler : public XmlHandler {
 public:
  void OnStart(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "keyData") {
      info.package = CipherOf(attributes);
      has_package = true;
    } else if (name == "dataIntegrity") {
      info.hmac_key = BytesOf(attributes, "encryptedHmacKey");
      info.hmac_value = BytesOf(attributes, "encryptedHmacValue");
    } else if (name == "keyEncryptor") {
      by_password_ = attributes.Get("uri") == kPasswordUri;
    } else if (name == "encryptedKey" && by_password_ && !has_password) {
      TakePassword(attributes);
    }
  }

  AgileInfo info;
  bool has_package = false, has_password = false;

 private:
  void TakePassword(const XmlAttributes& attributes) {
    info.password = CipherOf(attributes);
    info.spins = NumberOf(attributes, "spinCount");
    if (info.spins > kMostSpins) Refuse(fmt::format("spinCount=\"{}\"", info.spins));
    info.verifier_input = BytesOf(attributes, "encryptedVerifierHashInput");
    info.verifier_hash = BytesOf(attributes, "encryptedVerifierHashValue");
    info.key = BytesOf(attributes, "encryptedKeyValue");
    has_password = true;
  }

  bool by_password_ = false;
};

}  // namespace

std::string WriteAgileInfo(const AgileInfo& info) {
  constexpr std::string_view kSchemas = "http://schemas.microsoft.com/office/2006/";
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
  xml += fmt::format(R"(<encryption xmlns="{0}encryption" xmlns:p="{0}keyEncryptor/password")"
                     R"( xmlns:c="{0}keyEncryptor/certificate">)",
                     kSchemas);
  xml += fmt::format("<keyData {}/>", CipherAttributes(info.package));
  xml += fmt::format(R"(<dataIntegrity encryptedHmacKey="{}" encryptedHmacValue="{}"/>)", EncodeBase64(info.hmac_key),
                     EncodeBase64(info.hmac_value));
  xml += fmt::format(R"(<keyEncryptors><keyEncryptor uri="{}"><p:encryptedKey spinCount="{}" {})", kPasswordUri,
                     info.spins, CipherAttributes(info.password));
  xml += fmt::format(R"( encryptedVerifierHashInput="{}" encryptedVerifierHashValue="{}" encryptedKeyValue="{}"/>)",
                     EncodeBase64(info.verifier_input), EncodeBase64(info.verifier_hash), EncodeBase64(info.key));
  xml += "</keyEncryptor></keyEncryptors></encryption>";
  return LittleEndian(4, 2) + LittleEndian(4, 2) + LittleEndian(kAgileFlag, 4) + xml;
}

int EncryptionVersion(std::string_view stream) {
  const auto major = ReadLittleEndian(stream, 0, 2);
  const auto minor = ReadLittleEndian(stream, 2, 2);
  return major && minor && *major < 100 && *minor < 100 ? static_cast<int>(*major * 100 + *minor) : 0;
}

AgileInfo ReadAgileInfo(std::string_view stream) {
  InfoHandler handler;
  XmlParser parser(&handler);
  parser.Feed(stream.size() > kHeadSize ? stream.substr(kHeadSize) : "");
  parser.Finish();
  if (!handler.has_package) Refuse(Say("keyData がない", "keyData is missing"));
  if (!handler.has_password) Refuse(Say("パスワードでは開けない方式", "it cannot be opened by a password"));
  return handler.info;
}

}  // namespace chohyo
