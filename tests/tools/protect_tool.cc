// Protects a file, or opens a protected XLSX again, as delivery and collecting do: for the system tests.
//   PASSWORD=… protect_tool xlsx|pdf|zip|open INPUT OUTPUT
#include <fmt/core.h>
#include <filesystem>

#include "pipeline/base/file.h"
#include "pipeline/protect/protect.h"

namespace chohyo {
namespace {

std::string Convert(const std::string& kind, const std::filesystem::path& input, const Password& password) {
  const std::string bytes = ReadWholeFile(input);
  if (kind == "xlsx") return ProtectXlsx(bytes, password);
  if (kind == "pdf") return ProtectPdf(bytes, password, {});
  if (kind == "open") return UnprotectXlsx(bytes, input.string(), password);
  const ZipMember member = {input.filename().string(), bytes};
  return ProtectZip({&member, 1}, password);
}

int Main(int argc, char** argv) {
  if (argc != 4) return static_cast<int>(ExitCode::kUsage);
  try {
    const Password password = ReadPassword({"", "PASSWORD", ""}, "");
    WriteWholeFile(argv[3], Convert(argv[1], argv[2], password));
    return 0;
  } catch (const Fault& fault) {
    fmt::print(stderr, "{}\n", fault.what());
    return static_cast<int>(fault.code());
  }
}

}  // namespace
}  // namespace chohyo

int main(int argc, char** argv) { return chohyo::Main(argc, argv); }
