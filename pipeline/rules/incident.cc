#include "pipeline/rules/incident.h"

#include <string>

#include "pipeline/base/lang.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

std::string Who(const Records& records, const Incident& incident) {
  const Staff* person = records.FindStaff(incident.staff);
  return person != nullptr ? PersonText(*person) : incident.staff;
}

std::string HowLate(const Incident& incident) {
  if (!incident.reported) return Say("報告日がありません", "has no date of report");
  return Say("報告日が{}で、{} 日後です", "was reported on {}, {} days later", DayText(*incident.reported),
             *incident.reported - incident.date);
}

}  // namespace

const std::vector<Rule>& IncidentRules() {
  static const std::vector<Rule> rules = {
      {{"incident.report-late", Severity::kError, "当日に報告されていない事故", "incident not reported the same day",
        "oyama, security"},
       CheckReportLate},
  };
  return rules;
}

void CheckReportLate(const RuleInput& input, Reporter* reporter) {
  for (const Incident& incident : input.records.incidents.rows) {
    const bool in_time = incident.reported && *incident.reported <= incident.date;
    if (in_time || !input.period.Holds(incident.date)) continue;
    reporter->Add(
        PlaceOf("incidents", input.records.incidents, incident, "reported"), KeyOf(incident),
        Say("{}の事故 {}（{}発生）は{}。", "incident {1} of {0} on {2} {3}.", Who(input.records, incident), incident.id,
            DayText(incident.date), HowLate(incident)),
        Say("事故は起きたその日に所属長へ報告します。報告済みなら報告日を直し、まだならすぐに報告してください。",
            "Incidents are reported the day they happen: correct 報告日, or report it at once."));
  }
}

}  // namespace chohyo
