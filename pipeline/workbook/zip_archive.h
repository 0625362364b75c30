// A ZIP archive in memory, read with limits: what unpacks beyond reason is refused while it unpacks.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace chohyo {

/// Reads the entries of an archive. All errors are InputFaults that name the file.
class ZipArchive {
 public:
  /// `file` is the name used in messages.
  ZipArchive(std::string bytes, std::string file);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// True if there is an entry of the name; upper and lower case are one.
  bool Has(const std::string& name) const;

  /// Unpacks an entry and hands it over piece by piece. Refuses an entry that is missing, damaged, encrypted, that
  /// unpacks to more than 200 times its packed size, or with which the archive passes 1 GiB.
  void Read(const std::string& name, const std::function<void(std::string_view)>& take) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chohyo
