// The older pointers of libqpdf are gone from this program.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <qpdf/QUtil.hh>
#include <qpdf/RandomDataProvider.hh>

#include <cstring>
#include <memory>
#include <mutex>

#include "pipeline/base/lang.h"
#include "pipeline/protect/protect.h"

namespace chohyo {
namespace {

constexpr int kRevision = 6;
constexpr std::size_t kOwnerBytes = 32;

/// Hands our source to libqpdf, which has one for the whole process: only one document at a time is protected.
class RandomForPdf : public RandomDataProvider {
 public:
  explicit RandomForPdf(const RandomSource& random) : lock_(Turn()), random_(random) {
    QUtil::setRandomDataProvider(this);
  }
  ~RandomForPdf() override { QUtil::setRandomDataProvider(nullptr); }
  RandomForPdf(const RandomForPdf&) = delete;
  RandomForPdf& operator=(const RandomForPdf&) = delete;

  void provideRandomData(unsigned char* data, std::size_t size) override {
    std::memcpy(data, random_(size).data(), size);
  }

 private:
  static std::mutex& Turn() {
    static std::mutex turn;
    return turn;
  }
  std::lock_guard<std::mutex> lock_;
  const RandomSource& random_;
};

std::string HexOf(std::string_view bytes) { return QUtil::hex_encode(std::string(bytes)); }

void RefuseArchivable(QPDF* pdf) {
  QPDFObjectHandle metadata = pdf->getRoot().getKey("/Metadata");
  if (!metadata.isStream()) return;
  const std::shared_ptr<Buffer> xmp = metadata.getStreamData();
  const std::string_view text(reinterpret_cast<const char*>(xmp->getBuffer()), xmp->getSize());
  if (text.find("pdfaid") == std::string_view::npos) return;
  throw InputFault(
      Say("PDF/A は暗号化できません。暗号化するなら chohyo.yaml に pdf: {{standard: none}} と書いてください。",
          "a PDF/A cannot be encrypted. To encrypt it, write pdf: {{standard: none}} in chohyo.yaml."));
}

void Load(QPDF* pdf, std::string_view bytes, const char* password) {
  pdf->setSuppressWarnings(true);
  pdf->processMemoryFile("PDF", bytes.data(), bytes.size(), password);
}

std::string Encrypt(QPDF* pdf, const Password& user, const PdfPermissions& permissions, const RandomSource& random) {
  std::string user_password(user.text());
  const std::string owner_password = HexOf(random(kOwnerBytes));
  QPDFWriter writer(*pdf);
  writer.setOutputMemory();
  // The file's second ID would come from the clock; revision 6 does not use it, and the first one stays.
  writer.setStaticID(true);
  writer.setR6EncryptionParameters(user_password.c_str(), owner_password.c_str(), true, permissions.copy,
                                   permissions.edit, permissions.edit, permissions.fill_in || permissions.edit,
                                   permissions.edit, permissions.print ? qpdf_r3p_full : qpdf_r3p_none, true);
  writer.write();
  WipeMemory(user_password.data(), user_password.size());
  const std::shared_ptr<Buffer> out = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(out->getBuffer()), out->getSize()};
}

bool OpensWithout(std::string_view encrypted) {
  try {
    QPDF pdf;
    Load(&pdf, encrypted, "");
    return true;
  } catch (const QPDFExc&) {
    return false;
  }
}

/// True if the document opens with the password only, under AES-256, and has its pages.
bool IsProtected(std::string_view encrypted, const Password& user, std::size_t pages) {
  if (OpensWithout(encrypted)) return false;
  QPDF pdf;
  std::string password(user.text());
  Load(&pdf, encrypted, password.c_str());
  WipeMemory(password.data(), password.size());
  int revision = 0, permissions = 0, version = 0;
  QPDF::encryption_method_e streams, strings, files;
  const bool is_encrypted = pdf.isEncrypted(revision, permissions, version, streams, strings, files);
  return is_encrypted && revision == kRevision && streams == QPDF::e_aesv3 && strings == QPDF::e_aesv3 &&
         QPDFPageDocumentHelper(pdf).getAllPages().size() == pages;
}

}  // namespace

std::string ProtectPdf(std::string_view pdf, const Password& user, const PdfPermissions& permissions,
                       const RandomSource& random) {
  const RandomForPdf provider(random);
  try {
    QPDF document;
    Load(&document, pdf, "");
    RefuseArchivable(&document);
    const std::size_t pages = QPDFPageDocumentHelper(document).getAllPages().size();
    std::string encrypted = Encrypt(&document, user, permissions, random);
    if (IsProtected(encrypted, user, pages)) return encrypted;
  } catch (const Fault&) {
    throw;
  } catch (const std::exception& reason) {
    throw OutputFault(Say("PDF を暗号化できません（{}）。", "The PDF cannot be encrypted ({}).", reason.what()));
  }
  throw OutputFault(Say("暗号化した PDF を開き直したところ、元と違いました。送らないでください。",
                        "The encrypted PDF, opened again, was not what it had been. Do not send it."));
}

}  // namespace chohyo
