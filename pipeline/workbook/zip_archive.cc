#include "pipeline/workbook/zip_archive.h"

#include <zip.h>

#include <utility>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

constexpr std::uint64_t kMostUnpacked = 1ULL << 30U;
constexpr std::uint64_t kRatioMatters = 1ULL << 20U;  ///< small parts may be as compressible as they like
constexpr std::uint64_t kMostRatio = 200;
constexpr std::size_t kPiece = 1U << 16U;

struct FileCloser {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using EntryFile = std::unique_ptr<zip_file_t, FileCloser>;

}  // namespace

struct ZipArchive::Impl {
  std::string bytes;
  std::string file;
  zip_t* archive = nullptr;
  std::uint64_t unpacked = 0;

  ~Impl() {
    if (archive != nullptr) zip_discard(archive);
  }

  [[noreturn]] void Damaged(const std::string& reason) const {
    throw InputFault(Say("{}: エラー: XLSX ファイルが壊れているようです（{}）。Excel で開いて保存し直してください。",
                         "{}: error: the XLSX file seems to be damaged ({}). Open it in Excel and save it again.", file,
                         reason));
  }

  [[noreturn]] void TooLarge(const std::string& name) const {
    throw InputFault(
        Say("{}: エラー: 部品 {} が異常に大きく展開されるので、読むのをやめました。出所を確かめてください。",
            "{}: error: the part {} unpacks to an absurd size and was not read. Check where the file is from.", file,
            name));
  }

  void Open() {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (archive != nullptr) return;
    if (source != nullptr) zip_source_free(source);
    Damaged(reason);
  }

  void Count(const std::string& name, std::uint64_t of_entry, std::uint64_t packed, std::uint64_t piece) {
    unpacked += piece;
    if (unpacked > kMostUnpacked) TooLarge(name);
    if (of_entry > kRatioMatters && of_entry / kMostRatio > packed) TooLarge(name);
  }
};

ZipArchive::ZipArchive(std::string bytes, std::string file) : impl_(std::make_unique<Impl>()) {
  impl_->bytes = std::move(bytes);
  impl_->file = std::move(file);
  impl_->Open();
}

ZipArchive::~ZipArchive() = default;

bool ZipArchive::Has(const std::string& name) const {
  return zip_name_locate(impl_->archive, name.c_str(), ZIP_FL_NOCASE) >= 0;
}

void ZipArchive::Read(const std::string& name, const std::function<void(std::string_view)>& take) const {
  const zip_int64_t index = zip_name_locate(impl_->archive, name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) impl_->Damaged(Say("部品 {} がない", "the part {} is missing", name));
  zip_stat_t stat;
  zip_stat_init(&stat);
  const auto at = static_cast<zip_uint64_t>(index);
  const EntryFile entry(zip_fopen_index(impl_->archive, at, 0));
  if (entry == nullptr || zip_stat_index(impl_->archive, at, 0, &stat) != 0 || (stat.valid & ZIP_STAT_COMP_SIZE) == 0) {
    impl_->Damaged(name + ": " + zip_strerror(impl_->archive));
  }
  const auto piece = std::make_unique<char[]>(kPiece);
  std::uint64_t total = 0;
  for (;;) {
    const zip_int64_t count = zip_fread(entry.get(), piece.get(), kPiece);
    if (count < 0) impl_->Damaged(name + ": " + zip_error_strerror(zip_file_get_error(entry.get())));
    if (count == 0) return;
    total += static_cast<std::uint64_t>(count);
    impl_->Count(name, total, stat.comp_size, static_cast<std::uint64_t>(count));
    take({piece.get(), static_cast<std::size_t>(count)});
  }
}

}  // namespace chohyo
