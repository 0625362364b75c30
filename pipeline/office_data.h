// Everything a command knows of an office before it makes anything: configuration, packs, records, findings.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "forms/form.h"
#include "pipeline/catalog.h"
#include "pipeline/model/finding.h"
#include "pipeline/rules/check_office.h"

namespace chohyo {

struct OfficeData {
  Office office;
  Catalog catalog;
  Records records;
  WorkCalendar calendar;
  Period period;
  Date now;                    ///< SOURCE_DATE_EPOCH's day, else the period's last day
  RuleChoice rules;            ///< what the packs switch on
  Findings findings;           ///< of reading and of the rules, in order
  Findings read_findings;      ///< of reading alone
  UnusableKeys unusable_keys;  ///< of reading: rows that take no part
  std::optional<Date> issued;
  ReportBook reports;    ///< what the ledger says was sent in before
  OwnTables own_tables;  ///< the office's further tables, by name

  FormContext context() const {
    return {office, records,   calendar,    period,  issued, MakeRecordValues(records),
            now,    &findings, &own_tables, &reports};
  }
};

/// Reads the office in `folder` and checks its data for a period ("" = the default). Throws InputFault, UsageFault.
std::unique_ptr<OfficeData> ReadOffice(const std::filesystem::path& folder, const std::string& period);

/// The findings as they would be under other limits.
Findings FindingsUnder(const OfficeData& data, const Policy& policy);

/// The office in `folder`, or one without a name and tables where the folder has no chohyo.yaml: for blank forms.
std::unique_ptr<OfficeData> ReadOfficeNamesOnly(const std::filesystem::path& folder);

}  // namespace chohyo
