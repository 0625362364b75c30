#include "forms/cover.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "forms/common.h"
#include "forms/record_values.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr const char* kForm = "general.cover";
constexpr const char* kTitle = "提出書";
constexpr std::string_view kBetweenTitleAndSubject = "　";

/// Documents of one form that follow each other.
struct FormGroup {
  const CoverDocument* first = nullptr;
  int documents = 0, pages = 0, gaps = 0;
};

/// Forms in the order of the submission; forms of which everything is missing come last.
std::vector<std::pair<std::string, FormGroup>> GroupsOf(const CoverContent& content) {
  std::vector<std::pair<std::string, FormGroup>> groups;
  const auto group_of = [&](const std::string& form) -> FormGroup& {
    for (auto& [name, group] : groups) {
      if (name == form) return group;
    }
    return groups.emplace_back(form, FormGroup{}).second;
  };
  for (const CoverDocument& document : content.documents) {
    FormGroup& group = group_of(document.form);
    if (group.first == nullptr) group.first = &document;
    ++group.documents;
    group.pages += document.pages;
  }
  for (const CoverGap& gap : content.gaps) ++group_of(gap.form).gaps;
  return groups;
}

std::string TitleOfForm(const std::string& form, const FormGroup& group, const CoverContent& content) {
  if (group.first != nullptr) return group.first->title;
  for (const CoverGap& gap : content.gaps) {
    if (gap.form == form) return gap.title;
  }
  return form;
}

Value GroupValues(const CoverContent& content) {
  ValueList list;
  for (const auto& [form, group] : GroupsOf(content)) {
    list.emplace_back(ValueMap{{"form", form},
                               {"title", TitleOfForm(form, group, content)},
                               {"documents", group.documents},
                               {"pages", group.pages},
                               {"missing", group.gaps},
                               {"first_page", group.first != nullptr ? Value(group.first->first_page) : Value()}});
  }
  return Value(std::move(list));
}

Value DocumentsOf(const CoverContent& content) {
  ValueList list;
  for (const CoverDocument& document : content.documents) {
    list.emplace_back(
        ValueMap{{"form", document.form},
                 {"title", document.title},
                 {"subject", document.subject},
                 {"key", document.key},
                 {"first_page", document.first_page},
                 {"last_page", document.pages > 1 ? Value(document.first_page + document.pages - 1) : Value()},
                 {"pages", document.pages}});
  }
  return Value(std::move(list));
}

Value GapsOf(const CoverContent& content) {
  ValueList list;
  for (const CoverGap& gap : content.gaps) {
    list.emplace_back(ValueMap{{"form", gap.form}, {"title", gap.title}, {"subject", gap.subject}, {"key", gap.key}});
  }
  return Value(std::move(list));
}

std::int64_t CountOf(const Findings& findings, Severity severity) {
  return std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == severity; });
}

Value FindingValues(const CoverContent& content) {
  ValueList list;
  for (const Severity severity : {Severity::kError, Severity::kWarning}) {
    for (const Finding& finding : content.findings) {
      if (finding.severity != severity) continue;
      list.emplace_back(ValueMap{{"severity", severity == Severity::kError ? "エラー" : "警告"},
                                 {"rule", finding.rule},
                                 {"message", finding.message}});
    }
  }
  return Value(std::move(list));
}

/// 令和3年1月分, 令和3年1月13日分, 令和3年1月13日から令和3年1月26日まで
std::string SpanText(const Period& period) {
  const DateSpan& span = period.span;
  switch (period.kind) {
    case Period::Kind::kMonth: return FormatValue(Month::Of(span.first), "month") + "分";
    case Period::Kind::kDay: return FormatValue(span.first, "wareki") + "分";
    case Period::Kind::kSpan: break;
  }
  return FormatValue(span.first, "wareki") + "から" + FormatValue(span.last, "wareki") + "まで";
}

Value CoverValues(const CoverContent& content, const DocumentPlan& plan, const FormContext& context) {
  ValueMap values = ValuesOf(plan, context);
  values.emplace_back("unit", DepartmentValue(context, content.department));
  values.emplace_back("span", SpanText(context.period));
  values.emplace_back("groups", GroupValues(content));
  values.emplace_back("documents", DocumentsOf(content));
  values.emplace_back("missing", GapsOf(content));
  values.emplace_back("findings", FindingValues(content));
  values.emplace_back("errors", CountOf(content.findings, Severity::kError));
  values.emplace_back("warnings", CountOf(content.findings, Severity::kWarning));
  values.emplace_back("waivers", content.waivers);
  values.emplace_back("pages", content.pages);
  return Value(std::move(values));
}

}  // namespace

std::string SubjectOf(const std::string& document_title, const std::string& form_title) {
  const std::string head = form_title + std::string(kBetweenTitleAndSubject);
  if (document_title.starts_with(head)) return document_title.substr(head.size());
  return document_title == form_title ? std::string() : document_title;
}

DocumentPlan PlanCover(const CoverContent& content, const FormContext& context) {
  const Department* department = context.records.FindDepartment(content.department);
  DocumentPlan plan;
  plan.form = kForm;
  plan.key = content.department;
  plan.title = std::string(kTitle) + std::string(kBetweenTitleAndSubject) +
               (department != nullptr ? department->name : content.department);
  plan.department = content.department;
  const DocumentPlan bare = plan;
  plan.values = [content, bare, context] { return CoverValues(content, bare, context); };
  return plan;
}

ValueMap BlankCover() {
  const Value nothing;
  const Value none{ValueList{}};
  return {{"unit", Value(EmptyRecord("departments"))},
          {"span", nothing},
          {"groups", none},
          {"documents", none},
          {"missing", none},
          {"findings", none},
          {"errors", nothing},
          {"warnings", nothing},
          {"waivers", nothing},
          {"pages", nothing}};
}

}  // namespace chohyo
