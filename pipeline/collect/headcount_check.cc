#include "pipeline/collect/headcount_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"
#include "pipeline/workbook/cell_address.h"

namespace chohyo {
namespace {

std::string Address(int row, int column) { return fmt::format("{}{}", ColumnLetters(column), row + 1); }

/// The check of one sheet.
class Check {
 public:
  Check(const CheckedFile& file, const FilledSheet& sheet, const HeadcountSource& known)
      : file_(file), sheet_(sheet), known_(known) {
    for (const Department* department : file.bureau->All()) open_.push_back(department);
  }

  CheckedRows Run() {
    for (const SheetProblem& problem : sheet_.problems) {
      Add(problem.row, problem.column, "collect.number", Severity::kError, problem.message, problem.hint);
    }
    for (const FilledLine& line : sheet_.lines) {
      if (line.kind == LineKind::kDepartment) {
        TakeDepartment(line);
      } else {
        CheckSum(line, line.kind == LineKind::kTotal ? total_ : SumOfGroup(line.name));
      }
    }
    // A line that the form leaves out has nobody to count.
    for (const Department* department : open_) result_.rows[department->code] = {{}, {}, HasPeople(*department)};
    return std::move(result_);
  }

 private:
  void Add(int row, int column, const char* rule, Severity severity, const std::string& message,
           const std::string& hint) {
    result_.findings.push_back(FindingAt(file_, row, column, rule, severity, message, hint));
  }

  /// Departments of one name are taken in the order of the departments table, as the form lists them.
  const Department* TakeNamed(const std::string& name) {
    const std::string wanted = FoldForComparing(name);
    const auto at = std::find_if(open_.begin(), open_.end(), [&](const Department* department) {
      return FoldForComparing(department->name) == wanted;
    });
    if (at == open_.end()) return nullptr;
    const Department* department = *at;
    open_.erase(at);
    return department;
  }

  void TakeDepartment(const FilledLine& line) {
    const Department* department = TakeNamed(line.name);
    if (department == nullptr) return TellUnknown(line);
    HeadcountRow row{line.count, line.note, line.blank && HasPeople(*department)};
    if (!line.readable) row = {{}, "要確認", false};
    total_ += row.count;
    if (!line.blank && line.readable) {
      CheckBalance(line);
      CheckStaff(line, *department);
    }
    result_.rows[department->code] = row;
  }

  bool HasPeople(const Department& department) const { return known_(department.code, file_.day).count.staff != 0; }

  void TellUnknown(const FilledLine& line) {
    if (line.blank) return;
    total_ += line.count;
    std::vector<std::string> names;
    for (const Department* department : open_) names.push_back(department->name);
    const auto nearest = NearestName(line.name, names);
    Add(line.row, line.column, "collect.unknown", Severity::kError,
        Say("「{}」という所属は {} にありません。", "\"{}\" is no department of {}.", line.name,
            file_.bureau->department->name),
        nearest ? Say("「{}」ではありませんか。直して出し直してもらってください。",
                      "Did they mean \"{}\"? Ask them to mend it and hand it in again.", *nearest)
                : Say("所属名を確かめるか、data/departments に加えてください。",
                      "Check the name, or add it to data/departments."));
  }

  /// The sum of the lines above a subtotal, known by the division's name before 計; nothing for a name that no
  /// division has.
  std::optional<Headcount> SumOfGroup(const std::string& name) const {
    for (const DepartmentGroup& group : file_.bureau->groups) {
      if (group.division == nullptr || FoldForComparing(group.division->name + "　計") != FoldForComparing(name))
        continue;
      Headcount sum;
      for (const Department* department : group.departments) {
        const auto row = result_.rows.find(department->code);
        if (row != result_.rows.end()) sum += row->second.count;
      }
      return sum;
    }
    return std::nullopt;
  }

  void CheckBalance(const FilledLine& line) {
    const Headcount& count = line.count;
    if (count.staff != count.Accounted()) {
      Add(line.row, line.column, "collect.sum", Severity::kError,
          Say("{} の各欄の計 {} が職員数 {} と合いません（差 {}）。",
              "{}: the columns add up to {}, not to the staff of {} (off by {}).", line.name, count.Accounted(),
              count.staff, count.staff - count.Accounted()),
          Say("人数を確かめて出し直してもらってください。", "Ask them to check the numbers and hand it in again."));
    }
    CheckPart(line, count.support, count.present, "うち応援", "出勤者数");
    CheckPart(line, count.telework, count.standby, "うち在宅勤務", "自宅待機者数");
  }

  void CheckPart(const FilledLine& line, std::int64_t part, std::int64_t whole, const char* part_label,
                 const char* whole_label) {
    if (part <= whole) return;
    Add(line.row, line.column, "collect.sum", Severity::kError,
        Say("{} の{} {} が{} {} を超えています。", "{}: {} {} is more than {} {}.", line.name, part_label, part,
            whole_label, whole),
        Say("人数を確かめて出し直してもらってください。", "Ask them to check the numbers and hand it in again."));
  }

  void CheckStaff(const FilledLine& line, const Department& department) {
    const std::int64_t known = known_(department.code, file_.day).count.staff;
    if (known == line.count.staff) return;
    Add(line.row, line.column, "collect.staff", Severity::kWarning,
        Say("{} の職員数 {} が職員表の {} 人と違います。", "{}: a staff of {}, but the staff table has {}.", line.name,
            line.count.staff, known),
        Say("異動や採用が data/staff に入っているか確かめてください。",
            "Check that transfers and appointments are in data/staff."));
  }

  /// Numbers typed over the form's formulas must add up all the same.
  void CheckSum(const FilledLine& line, const std::optional<Headcount>& expected) {
    if (!expected) return;
    const auto columns = CountColumns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::int64_t written = line.count.*columns[i].field;
      const std::int64_t sum = (*expected).*columns[i].field;
      if (line.typed[i] < 0 || written == sum) continue;
      Add(line.row, line.typed[i], "collect.sum", Severity::kError,
          Say("{} の{}が {} と書かれていますが、足すと {} です。",
              "{}: {} is written as {}, but the lines add up to {}.", line.name, columns[i].label, written, sum),
          Say("計の欄の数式が数字で上書きされています。人数を確かめてください。",
              "The formula was overwritten by a number. Check the lines."));
    }
  }

  const CheckedFile& file_;
  const FilledSheet& sheet_;
  const HeadcountSource& known_;
  std::vector<const Department*> open_;  ///< not on a line yet
  Headcount total_;
  CheckedRows result_;
};

}  // namespace

Finding FindingAt(const CheckedFile& file, int row, int column, const char* rule, Severity severity,
                  const std::string& message, const std::string& hint) {
  Finding finding;
  finding.rule = rule;
  finding.severity = severity;
  finding.file = file.file;
  finding.line = static_cast<std::uint32_t>(row + 1);
  finding.column = static_cast<std::uint16_t>(column + 1);
  finding.key = file.key;
  if (file.bureau != nullptr) finding.department = file.bureau->department->code;
  finding.message = row < 0 ? message : Address(row, column) + ": " + message;
  finding.hint = hint;
  return finding;
}

CheckedRows CheckHeadcount(const CheckedFile& file, const FilledSheet& sheet, const HeadcountSource& known) {
  return Check(file, sheet, known).Run();
}

}  // namespace chohyo
