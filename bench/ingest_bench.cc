// Measures the reading of a large attendance table: CP932 text to typed, indexed records.
//   ingest_bench [ROWS [SEED]]     default 400000 rows, seed 1
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "pipeline/base/unicode.h"
#include "pipeline/ingest/import.h"

namespace {

namespace fs = std::filesystem;

/// Days of staff, one row each, in UTF-8.
std::string MakeAttendance(std::size_t rows, std::uint32_t seed) {
  constexpr std::size_t kStaff = 2'000;
  constexpr const char* kStatuses[] = {"出勤", "出勤", "出勤", "在宅勤務", "年次休暇", "自宅待機", "週休日", "応援"};
  std::mt19937 random(seed);
  std::string text = "日付,職員番号,区分,勤務記号,開始,終了,時間外,備考\r\n";
  chohyo::Date date = *chohyo::Date::FromYmd(2020, 4, 1);
  for (std::size_t row = 0; row < rows; ++row) {
    if (row > 0 && row % kStaff == 0) ++date;
    const bool noted = random() % 10 == 0;
    text += fmt::format("{},{:06},{},{},8:30,17:15,{},{}\r\n", date.Iso(), row % kStaff + 1, kStatuses[random() % 8],
                        "ABCD"[random() % 4], random() % 4 == 0 ? "30" : "", noted ? "窓口の応援のため福祉課へ" : "");
  }
  return text;
}

/// The same text as a Windows program would export it.
void WriteCp932(const fs::path& path, const std::string& utf8) {
  std::ofstream(path, std::ios::binary) << chohyo::EncodeCp932(utf8);
}

double CpuSeconds() {
  rusage usage = {};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Forgets the peak so far (Linux), so that it is the reading's own.
void ResetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

long PeakMebibytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::atol(line.c_str() + 6) / 1024;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto rows = argc > 1 ? static_cast<std::size_t>(std::atoll(argv[1])) : 400'000;
  const auto seed = argc > 2 ? static_cast<std::uint32_t>(std::atoll(argv[2])) : 1;
  chohyo::Office office;
  office.folder = fs::temp_directory_path() / fmt::format("chohyo-ingest-bench-{}", ::getpid());
  fs::create_directories(office.folder / "data");
  const fs::path file = office.folder / "data" / "attendance.csv";
  WriteCp932(file, MakeAttendance(rows, seed));
  const auto bytes = fs::file_size(file);

  ResetPeak();
  const double start = CpuSeconds();
  const chohyo::Imported imported = chohyo::ImportOffice(office);
  const double seconds = CpuSeconds() - start;
  const std::size_t read = imported.records.attendance.rows.size();
  fmt::print("{} rows, {:.1f} MB CP932: {:.3f} CPU s, {:.0f} rows/s, peak {} MiB, {} findings\n", read,
             static_cast<double>(bytes) / 1e6, seconds, static_cast<double>(read) / seconds, PeakMebibytes(),
             imported.findings.size());
  fs::remove_all(office.folder);
  return read == rows ? 0 : 1;
}
