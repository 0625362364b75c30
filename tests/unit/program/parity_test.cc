// The finished files of the whole sample city say the same; and what differs is found.
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/document_maker.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/office_data.h"
#include "pipeline/parity.h"
#include "pipeline/planned_documents.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

struct Files {
  std::string pdf, xlsx;
};

std::shared_ptr<const FontSet> Fonts() {
  static const std::shared_ptr<const FontSet> fonts = [] {
    std::vector<std::string> problems;
    return OpenFonts(Office(), &problems);
  }();
  return fonts;
}

Files Make(const std::string& rows) {
  const Template form = Template::Parse("form: own.x\ntitle: x\ncolumns: 40mm *\nbody:\n- table:\n" + rows, "t");
  DocumentPlan plan;
  plan.form = "own.x";
  plan.values = [] { return Value(ValueMap{{"document", ValueMap{{"form", "own.x"}, {"key", "1"}}}}); };
  MakeOptions options;
  options.formats = {"pdf", "xlsx"};
  MadeContent made = DocumentMaker(Fonts()).Make(plan, form, options);
  return {made.files[0].bytes, made.files[1].bytes};
}

std::vector<std::string> Differences(const std::string& pdf, const std::string& xlsx) {
  SetLang(Lang::kJa);
  std::vector<std::string> texts;
  for (const ParityDifference& d : CompareFilesOfDocument(pdf, xlsx)) {
    texts.push_back(d.place + " PDF「" + d.pdf + "」 XLSX「" + d.xlsx + "」");
  }
  return texts;
}

std::string Rows(int count, const std::string& text) {
  std::string rows;
  for (int i = 0; i < count; ++i) rows += "  - [" + std::to_string(i) + ", " + text + "]\n";
  return rows;
}

TEST_CASE("Equal files have no differences; a changed cell, and rows too many, are found") {
  const Files one = Make("  - [氏名, 若葉 太郎]\n  - [職名, 主査]\n");
  CHECK(Differences(one.pdf, one.xlsx).empty());
  const Files other = Make("  - [氏名, 若葉 次郎]\n  - [職名, 主査]\n");
  CHECK(Differences(one.pdf, other.xlsx) == std::vector<std::string>{"x!B1 PDF「若葉郎」 XLSX「若葉 次郎」",
                                                                     "x の 1 ページ目（1〜2 行） PDF「太」 XLSX「」"});
  const Files longer = Make(Rows(70, "あ"));
  CHECK(Differences(longer.pdf, longer.xlsx).empty());
  const auto pages = Differences(longer.pdf, one.xlsx);
  REQUIRE_FALSE(pages.empty());
  CHECK(pages[0] == "ページ数 PDF「3」 XLSX「1」");
}

TEST_CASE("All documents of the sample city, blank and filled, say the same in both files") {
  const auto data = ReadOffice(fs::path(CHOHYO_SOURCE_DIR) / "samples" / "wakaba", "");
  const RenderRequest request;
  std::vector<Planned> all = PlanDocuments(*data, request).documents;
  for (Planned& blank : PlanBlanks(*data, request)) all.push_back(std::move(blank));
  DocumentMaker maker(Fonts());
  std::size_t compared = 0;
  for (const Planned& planned : all) {
    MakeOptions options = OptionsFor(*data, request, planned);
    const auto& formats = planned.form->head().formats;
    if (std::find(formats.begin(), formats.end(), "pdf") == formats.end()) continue;
    options.formats = {"pdf", "xlsx"};
    const MadeContent made = maker.Make(planned.plan, *planned.form, options);
    INFO(planned.plan.form << " " << planned.plan.key);
    CHECK(Differences(made.files[0].bytes, made.files[1].bytes) == std::vector<std::string>());
    ++compared;
  }
  CHECK(compared > 100);
}

TEST_CASE("What is no PDF of ours is a fault, whatever its bytes") {
  const Files files = Make("  - [a, b]\n");
  CHECK_THROWS_AS(CompareFilesOfDocument("no PDF", files.xlsx), InputFault);
  CHECK_THROWS_AS(CompareFilesOfDocument(files.pdf.substr(0, files.pdf.size() / 2), files.xlsx), InputFault);
  CHECK_THROWS_AS(CompareFilesOfDocument(files.pdf, "no XLSX"), InputFault);
}

}  // namespace
}  // namespace chohyo
