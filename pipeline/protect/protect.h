// Documents protected by a password, and opened again. Nothing here knows files or mail: bytes in, bytes out.
// Salts and keys are random (the only randomness of the program), so the same document protected twice differs;
// tests hand in a source of their own.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pipeline/base/crypto.h"
#include "pipeline/base/fault.h"
#include "pipeline/protect/password.h"

namespace chohyo {

/// The password does not open the file.
struct WrongPassword : InputFault {
  using InputFault::InputFault;
};

/// An XLSX package under ECMA-376 agile encryption ([MS-OFFCRYPTO] 2.3.4.10 ff.: AES-256-CBC, SHA-512, 100,000 spins,
/// HMAC), in an OLE container with the DataSpaces tree: what Excel itself writes. The result has been opened again with
/// the password and compared before it is handed back. Throws OutputFault.
std::string ProtectXlsx(std::string_view package, const Password& password, const RandomSource& random = SystemRandom);

/// True for an OLE container that holds an encrypted package (xlsx, docx, pptx), by content.
bool IsProtectedPackage(std::string_view bytes);

/// The package inside: agile encryption (AES, SHA-1 to SHA-512) and standard encryption (AES, as Excel 2007 wrote it).
/// `file` is named in messages. Throws WrongPassword where the password does not open it, InputFault for what is
/// damaged (the HMAC does not fit …), of another kind, or asks for more than 10,000,000 spins.
std::string UnprotectXlsx(std::string_view bytes, const std::string& file, const Password& password);

/// What a reader without the owner's password may do with a PDF.
struct PdfPermissions {
  bool print = true;
  bool copy = false;
  bool edit = false;     ///< pages, annotations, assembling
  bool fill_in = false;  ///< form fields
};

/// A PDF under AES-256, revision 6 (ISO 32000-2). `user` opens it; the owner's password is random and nobody knows it,
/// so that permissions cannot be lifted by asking. Checked by opening it again. A PDF/A may not be encrypted:
/// InputFault, naming `pdf: {standard: none}`. Throws OutputFault.
std::string ProtectPdf(std::string_view pdf, const Password& user, const PdfPermissions& permissions,
                       const RandomSource& random = SystemRandom);

/// One file of a ZIP archive.
struct ZipMember {
  std::string name;  ///< UTF-8, no folders
  std::string_view bytes;
};

/// A ZIP archive whose members are under WinZip AE-2 (AES-256). Names are seen without the password. Checked by opening
/// it again. Throws OutputFault.
std::string ProtectZip(std::span<const ZipMember> members, const Password& password,
                       const RandomSource& random = SystemRandom);

}  // namespace chohyo
