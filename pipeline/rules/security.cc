#include "pipeline/rules/security.h"

#include <set>
#include <string>

#include "pipeline/base/lang.h"
#include "pipeline/base/unicode.h"
#include "pipeline/rules/key.h"
#include "pipeline/rules/reporter.h"
#include "pipeline/rules/wording.h"

namespace chohyo {
namespace {

/// Names of 利用事務, folded for comparing.
using Uses = std::set<std::string>;

bool IsInForce(const PersonalNumberStaff& row, Date date) { return row.from <= date && (!row.to || date <= *row.to); }

class RegisterGaps {
 public:
  RegisterGaps(const RuleInput& input, Reporter* reporter)
      : records_(input.records), last_(input.period.last), reporter_(reporter) {
    for (const auto& row : records_.personal_number_assets.rows) with_files_.insert(FoldForComparing(row.use));
    for (const auto& row : records_.personal_number_staff.rows) {
      if (IsInForce(row, last_)) with_people_.insert(FoldForComparing(row.use));
    }
  }

  void CheckAssets() {
    Uses seen = with_people_;
    for (const auto& row : records_.personal_number_assets.rows) {
      if (seen.insert(FoldForComparing(row.use)).second) AddNobody(row);
    }
  }

  void CheckStaff() {
    Uses seen = with_files_;
    for (const auto& row : records_.personal_number_staff.rows) {
      if (IsInForce(row, last_) && seen.insert(FoldForComparing(row.use)).second) AddNoFile(row);
    }
  }

 private:
  void AddNobody(const PersonalNumberAsset& row) {
    reporter_->Add(
        PlaceOf("personal_number_assets", records_.personal_number_assets, row, "use"), KeyOf(row),
        Say("「{}」は特定個人情報資産の台帳にありますが、{}現在の個人番号事務取扱担当者がいません。",
            "\"{}\" is in the register of assets, but no one is registered to handle it on {}.", row.use,
            DayText(last_)),
        Say("担当者を台帳（個人番号事務取扱担当者）に加えるか、終わった事務なら資産の台帳から除いてください。",
            "Enter who handles it (個人番号事務取扱担当者), or take it out of the register of assets."));
  }

  void AddNoFile(const PersonalNumberStaff& row) {
    reporter_->Add(PlaceOf("personal_number_staff", records_.personal_number_staff, row, "use"), KeyOf(row),
                   Say("「{}」には個人番号事務取扱担当者がいますが、特定個人情報資産の台帳にありません。",
                       "people are registered to handle \"{}\", but the register of assets lacks it.", row.use),
                   Say("資産（ファイル名・保管場所など）を台帳に加えるか、担当者の終了日を入れてください。",
                       "Enter its files into the register of assets, or give the entry a 終了日."));
  }

  const Records& records_;
  Date last_;
  Reporter* reporter_;
  Uses with_files_, with_people_;
};

}  // namespace

const std::vector<Rule>& SecurityRules() {
  static const std::vector<Rule> rules = {
      {{"security.register-gap", Severity::kWarning, "特定個人情報の二つの台帳の食い違い",
        "the two personal-number registers differ", "security"},
       CheckRegisterGap},
  };
  return rules;
}

void CheckRegisterGap(const RuleInput& input, Reporter* reporter) {
  RegisterGaps gaps(input, reporter);
  gaps.CheckAssets();
  gaps.CheckStaff();
}

}  // namespace chohyo
