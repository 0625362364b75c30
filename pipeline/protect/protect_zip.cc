#include <cstdint>
#include <set>

#include "pipeline/base/lang.h"
#include "pipeline/protect/aes_zip.h"
#include "pipeline/protect/byte_order.h"
#include "pipeline/protect/protect.h"

namespace chohyo {
namespace {

// APPNOTE.TXT 4.3 and WinZip's note on AES. Members are stored as they are: documents are compressed already.
constexpr std::uint32_t kLocalHead = 0x04034B50, kCentralHead = 0x02014B50, kEnd = 0x06054B50;
constexpr std::uint16_t kNeeds = 51;           // version 5.1: AES
constexpr std::uint16_t kFlags = 0x0801;       // encrypted; names are UTF-8
constexpr std::uint16_t kAes = 99;             // the method: see the extra field
constexpr std::uint16_t kDate = (1 << 5) | 1;  // 1 January 1980: the archive does not tell when it was made
constexpr std::uint32_t kMostBytes = 0xFFFFFFFE;
constexpr std::size_t kMostMembers = 0xFFFE;

std::string Word(std::uint64_t number) { return LittleEndian(number, 2); }
std::string Dword(std::uint64_t number) { return LittleEndian(number, 4); }

/// AE-2 of vendor AE, AES-256, stored.
std::string Extra() { return Word(0x9901) + Word(7) + Word(2) + "AE" + '\3' + Word(0); }

/// What the head before a member and its line in the directory have in common.
std::string Common(const ZipMember& member, std::size_t stored) {
  constexpr std::uint32_t kNoChecksum = 0;  // AE-2
  return Word(kNeeds) + Word(kFlags) + Word(kAes) + Word(0) + Word(kDate) + Dword(kNoChecksum) + Dword(stored) +
         Dword(member.bytes.size()) + Word(member.name.size()) + Word(Extra().size());
}

std::string DirectoryLine(const ZipMember& member, std::size_t stored, std::size_t offset) {
  const std::string comment_disk_attributes = Word(0) + Word(0) + Word(0) + Dword(0);
  return Dword(kCentralHead) + Word(kNeeds) + Common(member, stored) + comment_disk_attributes + Dword(offset) +
         member.name + Extra();
}

std::string EndOf(std::size_t members, std::size_t directory, std::size_t offset) {
  return Dword(kEnd) + Word(0) + Word(0) + Word(members) + Word(members) + Dword(directory) + Dword(offset) + Word(0);
}

void RefuseUnfit(std::span<const ZipMember> members) {
  std::set<std::string> names;
  std::uint64_t total = 0;
  for (const ZipMember& member : members) {
    total += member.bytes.size();
    if (!names.insert(member.name).second) {
      throw OutputFault(
          Say("ZIP に同じ名前のファイル「{}」が二つあります。", "two files in the ZIP are named \"{}\".", member.name));
    }
  }
  if (members.size() <= kMostMembers && total <= kMostBytes / 2) return;
  throw OutputFault(
      Say("ZIP が大きくなりすぎます。分けて送ってください。", "the ZIP would be too large; send it in parts."));
}

}  // namespace

std::string ProtectZip(std::span<const ZipMember> members, const Password& password, const RandomSource& random) {
  RefuseUnfit(members);
  std::string archive, directory;
  for (const ZipMember& member : members) {
    const std::string stored = EncryptMember(member.bytes, password.text(), random);
    if (DecryptMember(stored, password.text()) != member.bytes) {
      throw OutputFault(Say("暗号化した ZIP を開き直したところ、元と違いました。送らないでください。",
                            "The encrypted ZIP, opened again, was not what it had been. Do not send it."));
    }
    directory += DirectoryLine(member, stored.size(), archive.size());
    archive += Dword(kLocalHead) + Common(member, stored.size()) + member.name + Extra() + stored;
  }
  const std::size_t offset = archive.size();
  return archive + directory + EndOf(members.size(), directory.size(), offset);
}

}  // namespace chohyo
