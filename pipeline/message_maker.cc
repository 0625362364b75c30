#include "pipeline/message_maker.h"

#include <fmt/format.h>

#include <set>

#include "pipeline/base/digest.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/message_text.h"
#include "pipeline/protect/protect.h"

namespace chohyo {
namespace {

std::string ReadAsMade(const std::filesystem::path& out, const LedgerFile& file) {
  std::string bytes = ReadWholeFile(out / file.path);
  if (bytes.size() == file.bytes && Sha256Hex(bytes) == file.sha256) return bytes;
  throw InputFault(Say("{}: エラー: 作ったときと中身が違うため送れません。chohyo run で作り直してください。",
                       "{}: error: it is not what it was when it was made, so it is not sent; make it again with "
                       "chohyo run.",
                       (out / file.path).string()));
}

/// A name that no attachment before has.
std::string Unique(std::string name, std::set<std::string>* used) {
  const std::filesystem::path path(name);
  for (int copy = 2; !used->insert(name).second; ++copy) {
    name = fmt::format("{}~{}{}", path.stem().string(), copy, path.extension().string());
  }
  return name;
}

std::vector<LedgerFile> Listed(const std::vector<Attachment>& files) {
  std::vector<LedgerFile> listed;
  for (const Attachment& file : files) listed.push_back({file.name, file.bytes.size(), Sha256Hex(file.bytes)});
  return listed;
}

}  // namespace

std::string MessageMaker::Protected(const Route& route, const LedgerFile& file, const std::string& bytes) {
  if (!route.protect) return bytes;
  std::string& kept = protected_[file.sha256 + "\n" + NameOf(*route.protect)];
  if (!kept.empty()) return kept;
  std::vector<std::string> names = mail_.domains;
  names.push_back(data_.office.names.name);
  const Password password = ReadStrongPassword(*route.protect, data_.office.folder, names);
  kept = file.path.ends_with(".pdf") ? ProtectPdf(bytes, password, {}) : ProtectXlsx(bytes, password);
  return kept;
}

std::vector<Attachment> MessageMaker::FilesOf(const Draft& draft) {
  std::vector<Attachment> files;
  std::set<std::string> names;
  for (const LedgerDocument* document : draft.documents) {
    const Value values = MessageValues(data_, *draft.route, *document, draft.documents.size(), draft.message.report);
    for (const LedgerFile& file : FilesFor(*draft.route, *document)) {
      const std::string name = AttachmentName(*draft.route, values, file.path, draft.message.report);
      files.push_back({Unique(name, &names), Protected(*draft.route, file, ReadAsMade(out_, file))});
    }
  }
  return files;
}

MadeMessage MessageMaker::Make(const Draft& draft) {
  const Route& route = *draft.route;
  const int report = draft.message.report;
  std::vector<Attachment> files = FilesOf(draft);
  MadeMessage made;
  made.attachments = Listed(files);
  const Value values = MessageValues(data_, route, *draft.documents.front(), draft.documents.size(), report);
  made.subject = SubjectOf(route, values, report);
  made.text = TextOf(data_, route, values, report, draft.documents, made.attachments);
  OutgoingMail mail;
  mail.id = "chohyo." + draft.message.id + "@" + MailDomain(ParseAddress(mail_.from).address);
  mail.from = mail_.from;
  mail.to = route.Receivers();
  mail.cc = route.cc;
  mail.subject = made.subject;
  mail.text = made.text;
  mail.date = now_;
  mail.charset = route.charset;
  (route.IsDrop() ? made.spooled.files : mail.attachments) = std::move(files);
  if (!mail.to.empty()) made.spooled.eml = ComposeMail(mail);
  return made;
}

}  // namespace chohyo
