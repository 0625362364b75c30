#include "pipeline/parity_command.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/office_data.h"
#include "pipeline/parity.h"
#include "pipeline/period.h"
#include "pipeline/results.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

const MadeFile* FileOf(const MadeDocument& document, std::string_view ending) {
  const auto found = std::find_if(document.files.begin(), document.files.end(),
                                  [ending](const MadeFile& file) { return file.path.ends_with(ending); });
  return found == document.files.end() ? nullptr : &*found;
}

bool IsWanted(const Options& options, const MadeDocument& document) {
  const auto& forms = options.forms;
  return forms.empty() || std::find(forms.begin(), forms.end(), document.form) != forms.end();
}

std::vector<MadeDocument> DocumentsOf(const Options& options, const fs::path& out) {
  const std::string period =
      options.period.empty() ? ReadOffice(options.folder, "")->period.text : ParsePeriod(options.period).text;
  const fs::path manifest = out / SafeFileName(period) / "manifest.json";
  if (fs::exists(manifest)) return ReadManifest(ReadWholeFile(manifest));
  throw InputFault(Say("{}: エラー: この期間の帳票がまだありません。先に chohyo run {} を実行してください。",
                       "{}: error: nothing was rendered for this period; run chohyo run {} first.", manifest.string(),
                       period));
}

}  // namespace

ExitCode CompareFiles(const Options& options) {
  const fs::path out = options.out.empty() ? options.folder / "out" : options.out;
  std::size_t compared = 0;
  std::vector<ParityLine> lines;
  for (const MadeDocument& document : DocumentsOf(options, out)) {
    const MadeFile* pdf = FileOf(document, ".pdf");
    const MadeFile* xlsx = FileOf(document, ".xlsx");
    if (pdf == nullptr || xlsx == nullptr || !IsWanted(options, document)) continue;
    ++compared;
    for (const ParityDifference& d :
         CompareFilesOfDocument(ReadWholeFile(out / pdf->path), ReadWholeFile(out / xlsx->path))) {
      lines.push_back({document.form, document.key, xlsx->path, d.place, d.pdf, d.xlsx});
    }
  }
  if (options.json) {
    fmt::print("{}", ParityJson(compared, lines));
  } else {
    for (const ParityLine& line : lines) {
      fmt::print("{}: {}: PDF「{}」 XLSX「{}」\n", line.file, line.place, line.pdf, line.xlsx);
    }
  }
  if (!options.quiet) {
    fmt::print(stderr, "{}\n",
               Say("帳票 {} 件を比べました。違い: {} か所。", "{} documents compared; {} differences.", compared,
                   lines.size()));
  }
  return lines.empty() ? ExitCode::kDone : ExitCode::kFindings;
}

}  // namespace chohyo
