#include "pipeline/submission.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "forms/cover.h"
#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/for_all.h"
#include "pipeline/render/pdf.h"

namespace chohyo {
namespace {

constexpr const char* kCoverForm = "general.cover";
constexpr const char* kCoverLabel = "表紙";
/// The cover names page numbers that depend on its own length: a second try is enough unless a row moves over a page.
constexpr int kMostTries = 4;

/// What belongs to one department.
struct Submission {
  std::string department;
  std::vector<const Planned*> documents;
  std::vector<const BlockedDocument*> gaps;
};

/// Departments in the order of their codes.
std::vector<Submission> SubmissionsOf(const DocumentsPlan& plan) {
  std::map<std::string, Submission> by_department;
  for (const Planned& document : plan.documents) by_department[document.plan.department].documents.push_back(&document);
  for (const BlockedDocument& gap : plan.blocked) by_department[gap.department].gaps.push_back(&gap);
  by_department.erase("");
  std::vector<Submission> submissions;
  for (auto& [department, submission] : by_department) {
    submission.department = department;
    submissions.push_back(std::move(submission));
  }
  return submissions;
}

bool Holds(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::set<std::string> DepartmentsMade(const RenderOutcome& outcome) {
  std::set<std::string> departments;
  for (const MadeDocument& document : outcome.documents) departments.insert(document.department);
  return departments;
}

int WaiversOf(const OfficeData& data, const std::string& department) {
  const auto& rows = data.records.waivers.rows;
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const Waiver& waiver) {
    const DateSpan span{waiver.from, waiver.to.value_or(data.period.span.last)};
    const bool here =
        waiver.staff.empty() ? waiver.department == department : data.records.DepartmentOf(waiver.staff) == department;
    return here && span.Overlaps(data.period.span);
  }));
}

/// The pack in the making: everything laid out, page after page.
class PackMaker {
 public:
  PackMaker(const OfficeData& data, const RenderRequest& request, const Findings& findings, DocumentMaker* maker)
      : data_(data), request_(request), findings_(findings), maker_(*maker) {}

  /// Makes the cover and the pack, writes their files, and says what they are.
  std::vector<MadeDocument> Make(const Submission& submission) {
    LayOutDocuments(submission);
    const Planned cover = LayOutCover(submission);
    std::vector<MadeDocument> made;
    made.push_back(WriteCover(cover));
    if (!parts_.empty()) made.push_back(WritePack(cover));
    return made;
  }

 private:
  struct Part {
    CoverDocument document;
    LaidOutDocument laid_out;
  };

  void LayOutDocuments(const Submission& submission) {
    content_.department = submission.department;
    for (const Planned* planned : submission.documents) {
      Part part;
      part.laid_out = maker_.LayOut(planned->plan, *planned->form, OptionsFor(data_, request_, *planned));
      const std::string& title = planned->form->head().title;
      part.document = {planned->plan.form, title, SubjectOf(planned->plan.title, title),
                       planned->plan.key,  0,     static_cast<int>(part.laid_out.pages.pages.size())};
      parts_.push_back(std::move(part));
    }
    for (const BlockedDocument* gap : submission.gaps) {
      const Template* form = data_.catalog.Find(gap->form);
      const std::string title = form != nullptr ? form->head().title : gap->title;
      content_.gaps.push_back({gap->form, title, SubjectOf(gap->title, title), gap->key});
    }
    for (const Finding& finding : findings_) {
      if (finding.department == submission.department) content_.findings.push_back(finding);
    }
    content_.waivers = WaiversOf(data_, submission.department);
  }

  /// Pages that precede a document on a new sheet of paper, 0 or 1.
  int Padding(int pages_before) const { return data_.office.submission.double_sided ? pages_before % 2 : 0; }

  void NumberPages(int cover_pages) {
    int page = cover_pages;
    content_.documents.clear();
    for (Part& part : parts_) {
      page += Padding(page);
      part.document.first_page = page + 1;
      page += part.document.pages;
      content_.documents.push_back(part.document);
    }
    content_.pages = page;
  }

  /// Tries until the cover is as long as it was taken to be.
  Planned LayOutCover(const Submission& submission) {
    Planned planned;
    planned.form = data_.catalog.Find(kCoverForm);
    if (planned.form == nullptr) {
      throw InputFault(Say("帳票「{}」の様式が読めないため、提出書を作れません。",
                           "the template of \"{}\" cannot be read, so there are no covers.", kCoverForm));
    }
    int pages = 1;
    for (int tries = 0; tries < kMostTries; ++tries) {
      NumberPages(pages);
      planned.plan = PlanCover(content_, data_.context());
      cover_ = maker_.LayOut(planned.plan, *planned.form, OptionsFor(data_, request_, planned));
      const int made = static_cast<int>(cover_.pages.pages.size());
      if (made == pages) break;
      pages = made;
    }
    planned.file_stem = std::string(kCoverForm) + "/" + SafeFileName(submission.department);
    return planned;
  }

  MadeDocument WriteCover(const Planned& cover) {
    MadeDocument made{cover.plan.form, cover.plan.key, cover.plan.title, cover.plan.department, {}, {}};
    const MadeContent content = maker_.Make(cover.plan, *cover.form, OptionsFor(data_, request_, cover));
    for (const MadeBytes& file : content.files) Write(cover.file_stem + "." + file.format, file, &made);
    return made;
  }

  void Write(const std::string& name, const MadeBytes& file, MadeDocument* made) const {
    const std::string path = SafeFileName(data_.period.text) + "/" + name;
    WriteWholeFile(request_.out / path, file.bytes);
    made->files.push_back({path, file.bytes.size(), Sha256Hex(file.bytes), file.pages});
  }

  /// The outline's entry for a form is its first document; its documents are below it.
  static void AddBookmark(const CoverDocument& document, std::vector<PdfBookmark>* outline, std::string* form) {
    const int page = document.first_page - 1;
    if (*form != document.form) outline->push_back({document.title, page, {}});
    *form = document.form;
    const std::string& name = document.subject.empty() ? document.key : document.subject;
    outline->back().children.push_back({name, page, {}});
  }

  void Append(LaidOutDocument part, LaidOutDocument* whole) const {
    const auto sheets = static_cast<int>(whole->document.sheets.size());
    std::vector<Page>& pages = whole->pages.pages;
    if (Padding(static_cast<int>(pages.size())) > 0) {
      Page back;
      back.width = pages.back().width;
      back.height = pages.back().height;
      back.sheet = pages.back().sheet;
      pages.push_back(std::move(back));
    }
    for (Page& page : part.pages.pages) {
      page.sheet += sheets;
      pages.push_back(std::move(page));
    }
    for (Sheet& sheet : part.document.sheets) whole->document.sheets.push_back(std::move(sheet));
    for (SheetLayout& sheet : part.pages.sheets) whole->pages.sheets.push_back(std::move(sheet));
  }

  MadeDocument WritePack(const Planned& cover) {
    MakeOptions options = OptionsFor(data_, request_, cover);
    PdfSettings settings = PdfSettingsOf(options);
    settings.outline.push_back({cover.form->head().title, 0, {}});
    const int cover_pages = static_cast<int>(cover_.pages.pages.size());
    settings.page_labels = {{0, kCoverLabel, cover_pages > 1 ? 1 : 0}, {cover_pages, "", cover_pages + 1}};
    LaidOutDocument whole = std::move(cover_);
    std::string form;
    for (Part& part : parts_) {
      AddBookmark(part.document, &settings.outline, &form);
      Append(std::move(part.laid_out), &whole);
    }
    maker_.layouter().StampNumbers(&whole.pages.pages);
    MadeDocument made{kPackForm, cover.plan.key, cover.plan.title, cover.plan.department, {}, {}};
    whole.document.form = kPackForm;
    const int pages = static_cast<int>(whole.pages.pages.size());
    const MadeBytes file{"pdf", RenderPdf(whole.document, whole.pages, settings), pages};
    Write(std::string(kPackForm) + "/" + SafeFileName(cover.plan.key) + ".pdf", file, &made);
    return made;
  }

  const OfficeData& data_;
  const RenderRequest& request_;
  const Findings& findings_;
  DocumentMaker& maker_;
  CoverContent content_;
  std::vector<Part> parts_;
  LaidOutDocument cover_;
};

/// What became of one submission.
struct Made {
  std::vector<MadeDocument> documents;
  std::string input_problem, output_problem;
};

Made MakeOne(const Submission& submission, const OfficeData& data, const RenderRequest& request,
             const Findings& findings, DocumentMaker* maker) {
  Made made;
  try {
    made.documents = PackMaker(data, request, findings, maker).Make(submission);
  } catch (const InputFault& fault) {
    made.input_problem = fault.what();
  } catch (const OutputFault& fault) {
    made.output_problem = fault.what();
  }
  return made;
}

void NoteProblem(const std::string& problem, std::vector<std::string>* problems) {
  if (!problem.empty() && !Holds(*problems, problem)) problems->push_back(problem);
}

void MakeAll(const OfficeData& data, const RenderRequest& request, const std::vector<Submission>& submissions,
             const std::shared_ptr<const FontSet>& fonts, RenderOutcome* outcome) {
  Findings findings = data.findings;
  findings.insert(findings.end(), outcome->layout_findings.begin(), outcome->layout_findings.end());
  std::vector<Made> made(submissions.size());
  ForAll(submissions.size(), request.jobs, fonts, [&](std::size_t i, DocumentMaker* maker) {
    made[i] = MakeOne(submissions[i], data, request, findings, maker);
  });
  for (Made& one : made) {
    NoteProblem(one.input_problem, &outcome->input_problems);
    NoteProblem(one.output_problem, &outcome->output_problems);
    for (MadeDocument& document : one.documents) outcome->documents.push_back(std::move(document));
  }
}

}  // namespace

void MakeSubmissions(const OfficeData& data, const RenderRequest& request, const DocumentsPlan& plan,
                     const std::shared_ptr<const FontSet>& fonts, RenderOutcome* outcome) {
  if (!request.formats.empty() && !Holds(request.formats, "pdf")) return;
  if (request.forms.empty()) {
    MakeAll(data, request, SubmissionsOf(plan), fonts, outcome);
    return;
  }
  RenderRequest all = request;
  all.forms.clear();
  const DocumentsPlan whole = PlanDocuments(data, all);
  std::vector<Submission> submissions = SubmissionsOf(whole);
  if (!Holds(request.forms, kCoverForm)) {
    const std::set<std::string> anew = DepartmentsMade(*outcome);
    std::erase_if(submissions, [&](const Submission& one) { return !anew.contains(one.department); });
  }
  MakeAll(data, all, submissions, fonts, outcome);
}

}  // namespace chohyo
