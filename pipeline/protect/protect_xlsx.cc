#include <exception>
#include <optional>

#include "pipeline/base/lang.h"
#include "pipeline/protect/agile_encryption.h"
#include "pipeline/protect/data_spaces.h"
#include "pipeline/protect/ole_container.h"
#include "pipeline/protect/protect.h"
#include "pipeline/protect/standard_encryption.h"

namespace chohyo {
namespace {

constexpr const char* kInfo = "EncryptionInfo";
constexpr const char* kPackage = "EncryptedPackage";
constexpr int kAgile = 404;

[[noreturn]] void Damaged(const std::string& file, const std::string& reason) {
  throw InputFault(Say("{}: エラー: 暗号化されたファイルを読めません（{}）。Excel で開いて保存し直してください。",
                       "{}: error: the encrypted file cannot be read ({}). Open it in Excel and save it again.", file,
                       reason));
}

[[noreturn]] void Wrong(const std::string& file) {
  throw WrongPassword(Say("{}: エラー: パスワードが違うので開けません。届いたときのパスワードか確かめてください。",
                          "{}: error: the password does not open it. Check that it is the one it was sent with.",
                          file));
}

bool IsStandard(int version) { return version == 202 || version == 302 || version == 402; }

/// Faults without a file name get one.
std::string Open(const std::string& info, const std::string& package, const std::string& file,
                 std::string_view password) {
  const int version = EncryptionVersion(info);
  if (version == kAgile) {
    const AgileInfo agile = ReadAgileInfo(info);
    const std::string key = AgileKey(agile, password);
    if (key.empty()) Wrong(file);
    return DecryptAgile(agile, key, package);
  }
  if (!IsStandard(version)) Damaged(file, Say("知らない暗号方式", "an unknown kind of encryption"));
  const std::string key = StandardKey(info, password);
  if (key.empty()) Wrong(file);
  return DecryptStandard(key, package);
}

}  // namespace

std::string ProtectXlsx(std::string_view package, const Password& password, const RandomSource& random) {
  const EncryptedPackage encrypted = EncryptAgile(package, password.text(), random);
  std::map<OlePath, std::string> streams = DataSpaces();
  streams[{kInfo}] = encrypted.info;
  streams[{kPackage}] = encrypted.package;
  std::string container = WriteOleContainer(streams);
  if (UnprotectXlsx(container, "XLSX", password) == package) return container;
  throw OutputFault(Say("暗号化した XLSX を開き直したところ、元と違いました。送らないでください。",
                        "The encrypted XLSX, opened again, was not what it had been. Do not send it."));
}

bool IsProtectedPackage(std::string_view bytes) {
  return ReadOleStream(bytes, kInfo).has_value() && ReadOleStream(bytes, kPackage).has_value();
}

std::string UnprotectXlsx(std::string_view bytes, const std::string& file, const Password& password) {
  const std::optional<std::string> info = ReadOleStream(bytes, kInfo);
  const std::optional<std::string> package = ReadOleStream(bytes, kPackage);
  if (!info || !package) Damaged(file, Say("暗号化された文書がない", "it holds no encrypted document"));
  try {
    return Open(*info, *package, file, password.text());
  } catch (const Fault&) {
    throw;
  } catch (const std::runtime_error& reason) {
    Damaged(file, reason.what());
  }
}

}  // namespace chohyo
