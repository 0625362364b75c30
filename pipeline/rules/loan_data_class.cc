#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "pipeline/base/lang.h"
#include "pipeline/rules/loan.h"
#include "pipeline/rules/loan_days.h"

namespace chohyo {
namespace {

constexpr std::string_view kPersonal = "個人情報";

/// Up to the end of the clause, brackets left open: 「個人情報（氏名等）を含まない」 is one.
std::string_view Clause(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view mark : {"、", "。", ",", "，", ";", "；", "\n"}) end = std::min(end, text.find(mark));
  return text.substr(0, end);
}

/// 「を含まない」「は含みません」「なし」「無」「除く」 …
bool Denies(std::string_view clause) {
  constexpr std::array<std::string_view, 7> kWords = {"ない", "含まず", "含みません", "なし", "無し", "除", "ません"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return clause.find(word) != std::string_view::npos; });
}

/// The data is said to hold personal information, and not to be without it.
bool NamesPersonal(std::string_view data) {
  for (std::size_t at = data.find(kPersonal); at != std::string_view::npos; at = data.find(kPersonal, at)) {
    at += kPersonal.size();
    if (!Denies(Clause(data.substr(at)))) return true;
  }
  return false;
}

void Add(const RuleInput& input, const Loan& loan, std::string_view column, std::string what, Reporter* reporter) {
  AddAtLoan(input, loan, column,
            Say("{}で持ち出すデータ「{}」は{}。", "{} takes out the data \"{}\", which {}.", LoanText(loan, input),
                loan.data, what),
            Say("持出しを止め、持ち出せるデータに改めるか、機密性区分・持出データの記入を確かめてください。",
                "Stop it and choose data that may leave the office, or check what was entered for class and data."),
            reporter);
}

}  // namespace

void CheckLoanDataClass(const RuleInput& input, Reporter* reporter) {
  for (const Loan* loan : LoansTakingPart(input.records)) {
    if (!IsOutInPeriod(*loan, input)) continue;
    if (loan->data_class == DataClass::kI) {
      Add(input, *loan, "class", Say("機密性区分Ⅰで、持ち出せません", "is of class Ⅰ and may not leave the office"),
          reporter);
    } else if (NamesPersonal(loan->data)) {
      Add(input, *loan, "data", Say("個人情報を含むと読めます", "names personal information (個人情報)"), reporter);
    }
  }
}

}  // namespace chohyo
