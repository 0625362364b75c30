#include "pipeline/deliver/guards.h"

#include <algorithm>
#include <cstdlib>

#include "pipeline/base/digest.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

std::string TotalOf(const ReportedFigures& figures, const char* column) { return FigureAt(figures, "合計", column); }

std::string Doubt(const ReportedFigures& before, const ReportedFigures& after, const char* column, double share,
                  int least) {
  const std::string was_text = TotalOf(before, column), is_text = TotalOf(after, column);
  if (was_text.empty() || is_text.empty()) return {};
  const int was = std::atoi(was_text.c_str()), is = std::atoi(is_text.c_str());
  const int difference = std::abs(is - was);
  if (difference < least || difference <= share * std::max(was, is)) return {};
  return Say("{}の合計が前の日の {} から {} に変わっています", "the total of {} went from {} the day before to {}",
             column, was, is);
}

}  // namespace

std::string RecipientsDigest(const Route& route) {
  std::vector<std::string> all;
  for (const auto* list : {&route.Receivers(), &route.cc}) {
    for (const std::string& written : *list) all.push_back(ParseAddress(written).address);
  }
  std::sort(all.begin(), all.end());
  return Sha256Hex(route.drop + "\n" + Join(all, "\n"));
}

std::string DoubtOf(const ReportedFigures& before, const ReportedFigures& after) {
  const std::string staff = Doubt(before, after, "職員数", 0.2, 5);
  return staff.empty() ? Doubt(before, after, "出勤者数", 0.5, 10) : staff;
}

}  // namespace chohyo
