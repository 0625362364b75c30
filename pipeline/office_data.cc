#include "pipeline/office_data.h"

#include <algorithm>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/clock.h"
#include "pipeline/ingest/import.h"
#include "pipeline/ingest/office_config.h"
#include "pipeline/pack_rules.h"
#include "pipeline/period.h"

namespace chohyo {
namespace {

WorkCalendar CalendarOf(const Office& office, const Records& records) {
  std::map<Date, std::string> closures;
  for (const Closure& closure : records.closures.rows) closures.emplace(closure.date, closure.name);
  return WorkCalendar(office.year_end, std::move(closures));
}

void RefuseUnknownStandard(const Office& office) {
  if (office.pdf.standard != "a-2u") return;
  throw InputFault(Say("{}: エラー: pdf の standard: a-2u はこの版では作れません。a-1b か none を書いてください。",
                       "{}: error: this version cannot make pdf standard a-2u; write a-1b or none.",
                       (office.folder / "chohyo.yaml").string()));
}

Findings Check(const OfficeData& data, const Office& office) {
  const RuleInput input{data.records, office, data.calendar, data.period.span, data.now, data.unusable_keys};
  return CheckOffice(input, data.rules, data.read_findings);
}

}  // namespace

Findings FindingsUnder(const OfficeData& data, const Policy& policy) {
  Office office = data.office;
  office.policy = policy;
  return Check(data, office);
}

std::unique_ptr<OfficeData> ReadOffice(const std::filesystem::path& folder, const std::string& period) {
  auto data = std::make_unique<OfficeData>();
  if (!period.empty()) data->period = ParsePeriod(period);
  data->office = LoadOffice(folder);
  RefuseUnknownStandard(data->office);
  data->catalog = LoadCatalog(data->office);
  data->rules = ChooseRules(data->catalog.packs);
  data->office.policy = PolicyInForce(data->office, data->catalog.packs);
  Imported imported = ImportOffice(data->office);
  data->records = std::move(imported.records);
  data->read_findings = std::move(imported.findings);
  data->unusable_keys = std::move(imported.unusable_keys);
  data->own_tables = std::move(imported.own_tables);
  if (period.empty()) data->period = DefaultPeriod(data->records, Today());
  data->calendar = CalendarOf(data->office, data->records);
  data->now = SourceDateEpochDay().value_or(data->period.span.last);
  data->findings = Check(*data, data->office);
  return data;
}

std::unique_ptr<OfficeData> ReadOfficeNamesOnly(const std::filesystem::path& folder) {
  auto data = std::make_unique<OfficeData>();
  if (std::filesystem::exists(folder / "chohyo.yaml")) {
    data->office = LoadOffice(folder);
  } else {
    data->office.folder = folder;
  }
  // An empty form is of use whether or not its pack is on; the office's own packs come first.
  for (const Pack& pack : BuiltInPacks()) {
    auto& packs = data->office.packs;
    if (std::find(packs.begin(), packs.end(), pack.name) == packs.end()) packs.push_back(pack.name);
  }
  data->catalog = LoadCatalog(data->office);
  data->now = Today();
  data->period = {Period::Kind::kDay, {data->now, data->now}, data->now.Iso()};
  return data;
}

}  // namespace chohyo
