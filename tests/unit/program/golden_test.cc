// The sample city's forms in words, against tests/golden: what every page, row and cell of a form looks like.
// CHOHYO_ACCEPT=1 writes the files anew; read the difference before you commit it.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>

#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/layout/layout.h"
#include "pipeline/office_data.h"
#include "pipeline/render/text.h"

namespace chohyo {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(CHOHYO_SOURCE_DIR) / "tests" / "golden";

/// The sample city, read once, with its fonts.
struct City {
  City() : data(ReadOffice(fs::path(CHOHYO_SOURCE_DIR) / "samples" / "wakaba", "2021-01")) {
    std::vector<std::string> problems;
    fonts = OpenFonts(data->office, &problems);
    REQUIRE(problems == std::vector<std::string>());
  }
  std::unique_ptr<OfficeData> data;
  std::shared_ptr<const FontSet> fonts;
};

const City& Wakaba() {
  static const City city;
  return city;
}

std::vector<DocumentPlan> PlansOf(const std::string& form) {
  const auto builder = FormBuilders().find(form);
  if (builder != FormBuilders().end()) return builder->second(Wakaba().data->context());
  return PlanFromRecords(*Wakaba().data->catalog.Find(form), Wakaba().data->context());
}

std::string TextOf(const DocumentPlan& plan, bool blank) {
  const OfficeData& data = *Wakaba().data;
  const Template* form = data.catalog.Find(plan.template_name.empty() ? plan.form : plan.template_name);
  REQUIRE(form != nullptr);
  BindOptions options;
  options.blank = blank;
  options.approval = data.office.ApprovalFor(plan.form);
  Document document;
  document.form = plan.form;
  document.key = plan.key;
  document.title = plan.title;
  document.author = data.office.names.name;
  document.created = data.now;
  document.sheets = Bind(*form, plan.values(), options);
  std::vector<LayoutIssue> issues;
  const Pages pages = Layouter(Wakaba().fonts).Layout(document, &issues);
  return RenderText(document, pages);
}

void CheckGolden(const std::string& name, const std::string& text) {
  const fs::path file = kGolden / (name + ".txt");
  const char* accept = std::getenv("CHOHYO_ACCEPT");
  if (accept != nullptr && *accept == '1') WriteWholeFile(file, text);
  REQUIRE(fs::exists(file));
  CHECK(text == ReadWholeFile(file));
}

void CheckDocument(const std::string& form, const std::string& key) {
  for (const DocumentPlan& plan : PlansOf(form)) {
    if (plan.key == key) return CheckGolden(form + "-" + key, TextOf(plan, false));
  }
  FAIL("the sample city has no " << form << " " << key);
}

}  // namespace

TEST_CASE("Filled forms of the sample city look as agreed") {
  SetLang(Lang::kJa);
  const auto [form, key] = GENERATE(table<std::string, std::string>({
      {"kawasaki.headcount", "010000-2021-01-13"},
      {"kawasaki.headcount", "2021-01-13"},
      {"kawasaki.headcount", "2021-01"},
      {"tarumizu.roster", "020101"},
      {"tarumizu.standby-report", "R02-0003"},
      {"oyama.device-loan", "K00001"},
  }));
  INFO(form << " " << key);
  CheckDocument(form, key);
}

TEST_CASE("Blank forms look as agreed") {
  const std::string form = GENERATE(as<std::string>{}, "kawasaki.headcount", "tarumizu.roster",
                                    "tarumizu.standby-report", "oyama.device-loan");
  INFO(form);
  const Template* found = Wakaba().data->catalog.Find(form);
  REQUIRE(found != nullptr);
  CheckGolden(form + "-blank", TextOf(BlankPlan(*found, Wakaba().data->context()), true));
}

}  // namespace chohyo
