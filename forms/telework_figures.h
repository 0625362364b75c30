// How much an office teleworks: the numbers of the statistics, without any form around them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "forms/form.h"

namespace chohyo {

/// A department's own people over the period.
struct DepartmentFigures {
  const Department* department = nullptr;
  std::int64_t staff = 0;      ///< in office on a day of the period
  std::int64_t people = 0;     ///< of them, who teleworked on a day of the period
  std::int64_t days = 0;       ///< their days of telework
  std::int64_t loan_days = 0;  ///< days that lent terminals were out
};

/// Counts attendance and loans up to the period's last day. Where the history table tells a month's figure it counts,
/// all departments added up; else the data. A month of which neither tells anything has no figure.
class TeleworkFigures {
 public:
  explicit TeleworkFigures(const FormContext& context);

  /// 延べ実施者数: the people who teleworked on a day of the month.
  std::optional<std::int64_t> PeopleIn(Month month) const;
  /// PC貸出日数: the days of the month that lent terminals were out, added up.
  std::optional<std::int64_t> LoanDaysIn(Month month) const;
  /// 延べ実施者数 of a fiscal year, the months' figures added up.
  std::optional<std::int64_t> PeopleInYear(int fiscal_year) const;

  /// Departments with people in office, in the order of their table.
  std::vector<DepartmentFigures> Departments() const;

 private:
  std::optional<std::int64_t> Told(HistoryItem item, Month month) const;
  std::int64_t LoanDays(const DateSpan& days, const std::string* department) const;
  void CountPerson(const Staff& person, DepartmentFigures* figures) const;

  const FormContext& context_;
  std::map<std::pair<HistoryItem, Month>, std::int64_t> told_;
  std::map<Month, std::set<std::string>> people_;  ///< a key for every month with attendance
  std::vector<const Loan*> loans_;                 ///< of terminals
};

/// The office's aim for a fiscal year (小山市職員テレワーク推進計画 第4章2 目標設定).
struct TeleworkTarget {
  int fiscal_year = 0;
  const char* stage = "";
  std::int64_t people = 0;
};
const std::vector<TeleworkTarget>& TeleworkTargets();

}  // namespace chohyo
