#include "pipeline/rules/data.h"

namespace chohyo {

const std::vector<Rule>& DataRules() {
  constexpr auto kError = Severity::kError;
  static const std::vector<Rule> rules = {
      {{"data.unknown-staff", kError, "職員の表にない職員番号", "staff id that no table has", ""}, CheckUnknownStaff},
      {{"data.unknown-department", kError, "所属の表にない所属コード", "department code that no table has", ""},
       CheckUnknownDepartment},
      {{"data.unknown-device", kError, "端末機の表にないPC管理番号", "device that no table has", ""},
       CheckUnknownDevice},
      {{"data.unknown-case", kError, "自宅待機の表にない報告番号", "standby case that no table has", ""},
       CheckUnknownCase},
      {{"data.duplicate", kError, "同じキーの行が二つ", "the same key twice", ""}, CheckDuplicate},
      {{"data.cycle", kError, "上位所属の循環", "departments above each other", ""}, CheckCycle},
      {{"data.left-office", kError, "在職していない日の記録", "record of a day out of office", ""}, CheckLeftOffice},
  };
  return rules;
}

}  // namespace chohyo
