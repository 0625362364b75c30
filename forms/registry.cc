#include <utility>

#include "forms/common.h"
#include "forms/cover.h"
#include "forms/daily_report.h"
#include "forms/device_ledger.h"
#include "forms/form.h"
#include "forms/headcount.h"
#include "forms/media_label.h"
#include "forms/personal_number_registers.h"
#include "forms/record_values.h"
#include "forms/registration.h"
#include "forms/roster.h"
#include "forms/standby_log.h"
#include "forms/support_request.h"
#include "forms/task_triage.h"
#include "forms/telework_plan.h"
#include "forms/telework_statistics.h"
#include "forms/travel_entries.h"
#include "forms/travel_order.h"
#include "forms/work_plan.h"
#include "pipeline/model/schema.h"

namespace chohyo {
namespace {

/// A form with a builder of its own, by the name of its template.
using BlankValues = ValueMap (*)();
const std::map<std::string, BlankValues>& Blanks() {
  static const std::map<std::string, BlankValues> blanks = {
      {"general.cover", BlankCover},
      {"kawasaki.headcount", BlankHeadcount},
      {"kawasaki.headcount-city", BlankHeadcount},
      {"kawasaki.headcount-month", BlankHeadcount},
      {"kawasaki.standby-log", BlankStandbyLog},
      {"kawasaki.travel-entries", BlankTravelEntries},
      {"oyama.device-ledger", BlankDeviceLedger},
      {"oyama.plan", BlankTeleworkPlan},
      {"oyama.statistics", BlankTeleworkStatistics},
      {"oyama.travel-order", BlankTravelOrder},
      {"security.media-label", BlankMediaLabels},
      {"security.personal-number-assets", BlankPersonalNumberAssets},
      {"security.personal-number-staff", BlankPersonalNumberStaff},
      {"tarumizu.roster", BlankRoster},
      {"tarumizu.support-request", BlankSupportRequest},
      {"tarumizu.work-plan-all", BlankWorkPlan},
      {"tarumizu.work-plan-half", BlankWorkPlan},
      {"tokubetsuku.daily-report", BlankDailyReport},
      {"tokubetsuku.task-triage", BlankTaskTriage}};
  return blanks;
}

/// An empty record with empty lists for the tables whose rows name it.
Value BlankRecord(const std::string& table) {
  ValueMap record = EmptyRecord(table);
  for (const TableInfo& other : AllTables()) {
    for (const ColumnInfo& column : other.columns) {
      if (column.refers_to != table) continue;
      record.emplace_back(other.name, Value(ValueList{}));
      break;
    }
  }
  return Value(std::move(record));
}

Value BlankValuesOf(const TemplateHead& head, ValueMap values) {
  if (const auto found = Blanks().find(head.form); found != Blanks().end()) {
    ValueMap own = found->second();
    values.insert(values.end(), own.begin(), own.end());
  } else if (FindTable(head.records_table) != nullptr) {
    values.emplace_back(head.records_name, BlankRecord(head.records_table));
  }
  return Value(std::move(values));
}

std::vector<DocumentPlan> PlanOyamaRegistrations(const FormContext& context) {
  return PlanRegistrations("oyama.registration", "在宅勤務登録申請書", context);
}

std::vector<DocumentPlan> PlanWardRegistrations(const FormContext& context) {
  return PlanRegistrations("tokubetsuku.registration", "テレワーク利用登録申請書", context);
}

}  // namespace

const std::map<std::string, FormBuilder>& FormBuilders() {
  static const std::map<std::string, FormBuilder> builders = {
      // A cover counts the pages of all other documents, so it is planned when they are laid out (PlanCover).
      {"general.cover", [](const FormContext&) { return std::vector<DocumentPlan>(); }},
      {"kawasaki.headcount", PlanHeadcount},
      {"kawasaki.standby-log", PlanStandbyLogs},
      {"kawasaki.travel-entries", PlanTravelEntries},
      {"oyama.device-ledger", PlanDeviceLedgers},
      {"oyama.plan", PlanTeleworkPlans},
      {"oyama.registration", PlanOyamaRegistrations},
      {"oyama.statistics", PlanTeleworkStatistics},
      {"oyama.travel-order", PlanTravelOrders},
      {"security.media-label", PlanMediaLabels},
      {"security.personal-number-assets", PlanPersonalNumberAssets},
      {"security.personal-number-staff", PlanPersonalNumberStaff},
      {"tarumizu.roster", PlanRosters},
      {"tarumizu.support-request", PlanSupportRequests},
      {"tarumizu.work-plan-all", PlanWorkPlansAll},
      {"tarumizu.work-plan-half", PlanWorkPlansHalf},
      {"tokubetsuku.daily-report", PlanDailyReports},
      {"tokubetsuku.registration", PlanWardRegistrations},
      {"tokubetsuku.task-triage", PlanTaskTriages}};
  return builders;
}

DocumentPlan BlankPlan(const Template& form, const FormContext& context) {
  const TemplateHead head = form.head();
  DocumentPlan plan;
  plan.form = head.form;
  plan.key = kBlankKey;
  plan.title = head.title;
  const DocumentPlan bare = plan;
  plan.values = [head, bare, context] { return BlankValuesOf(head, ValuesOf(bare, context)); };
  return plan;
}

}  // namespace chohyo
