#include "pipeline/render/pdf_file.h"

#include <hpdf.h>
#include <hpdf_objects.h>

#include <algorithm>
#include <deque>
#include <type_traits>
#include <utility>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr HPDF_UINT kNoPool = 0;                    ///< libharu's pool hands out memory that is not aligned
constexpr std::size_t kBytesBesidesStreams = 4096;  ///< of a small file; a first guess at its size
constexpr std::string_view kHeader = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";

[[noreturn]] void Refused(HPDF_STATUS status) {
  throw OutputFault(Say("エラー: PDF が作れません（libharu {:#06x}）。この様式と入力を添えて開発者に知らせてください。",
                        "error: the PDF cannot be made (libharu {:#06x}). Please report it with the form and its data.",
                        status));
}

/// libharu goes on after an error with stale codes: every answer is looked at.
void Check(HPDF_STATUS status) {
  if (status != HPDF_OK) Refused(status);
}

template <typename T>
T* Check(T* object) {
  if (object == nullptr) Refused(HPDF_FAILD_TO_ALLOC_MEM);
  return object;
}

using OwnedStream = std::unique_ptr<std::remove_pointer_t<HPDF_Stream>, void (*)(HPDF_Stream)>;

HPDF_Dict DictOf(void* dict) { return static_cast<HPDF_Dict>(dict); }
HPDF_Array ArrayOf(void* array) { return static_cast<HPDF_Array>(array); }

HPDF_Binary BinaryOf(HPDF_MMgr memory, std::string_view bytes) {
  std::string copy(bytes);
  return Check(HPDF_Binary_New(memory, reinterpret_cast<HPDF_BYTE*>(copy.data()), static_cast<HPDF_UINT>(copy.size())));
}

/// UTF-16 with byte order mark, big-endian, as PDF text strings are.
std::string Utf16Of(std::string_view utf8) {
  std::string out = "\xFE\xFF";
  AppendUtf16(utf8, &out);
  return out;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Writes what libharu would drop: it removes "Filter" from streams that it did not compress itself.
HPDF_STATUS WriteFilter(HPDF_Dict, HPDF_Stream stream) {
  return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\012");
}

HPDF_STATUS WriteJpegFilter(HPDF_Dict, HPDF_Stream stream) {
  return HPDF_Stream_WriteStr(stream, "/Filter /DCTDecode\012");
}

/// The bytes of a stream, read by libharu piece by piece when the file is written.
struct StreamBody {
  std::string bytes;
  std::size_t at = 0;
};

StreamBody* BodyOf(HPDF_Stream stream) { return static_cast<StreamBody*>(stream->attr); }

HPDF_STATUS ReadBody(HPDF_Stream stream, HPDF_BYTE* to, HPDF_UINT* size) {
  StreamBody* const body = BodyOf(stream);
  const auto count = static_cast<HPDF_UINT>(body->bytes.copy(reinterpret_cast<char*>(to), *size, body->at));
  body->at += count;
  const bool at_end = count < *size;
  *size = count;
  return at_end ? HPDF_STREAM_EOF : HPDF_OK;
}

/// libharu only ever goes back to the start.
HPDF_STATUS RewindBody(HPDF_Stream stream, HPDF_INT, HPDF_WhenceMode) {
  BodyOf(stream)->at = 0;
  return HPDF_OK;
}

HPDF_INT32 TellBody(HPDF_Stream stream) { return static_cast<HPDF_INT32>(BodyOf(stream)->at); }
HPDF_UINT32 SizeOfBody(HPDF_Stream stream) { return static_cast<HPDF_UINT32>(BodyOf(stream)->bytes.size()); }

HPDF_STATUS AppendToString(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  try {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  } catch (const std::exception&) {
    return HPDF_FAILD_TO_ALLOC_MEM;
  }
  return HPDF_OK;
}

}  // namespace

void AppendUtf16(std::string_view utf8, std::string* out) {
  const auto put = [out](char32_t unit) {
    out->push_back(static_cast<char>(unit >> 8));
    out->push_back(static_cast<char>(unit));
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = NextCodePoint(utf8, &at);
    if (c >= 0x10000) put(0xD800 + ((c - 0x10000) >> 10));
    put(c >= 0x10000 ? 0xDC00 + (c & 0x3FF) : c);
  }
}

PdfArray& PdfArray::Number(int value) {
  Check(HPDF_Array_AddNumber(ArrayOf(array_), value));
  return *this;
}

PdfArray& PdfArray::Real(double value) {
  Check(HPDF_Array_AddReal(ArrayOf(array_), static_cast<HPDF_REAL>(value)));
  return *this;
}

PdfArray& PdfArray::Bytes(std::string_view bytes) {
  Check(HPDF_Array_Add(ArrayOf(array_), BinaryOf(ArrayOf(array_)->mmgr, bytes)));
  return *this;
}

PdfArray& PdfArray::Name(const char* value) {
  Check(HPDF_Array_AddName(ArrayOf(array_), value));
  return *this;
}

PdfArray& PdfArray::Put(const PdfDict& dict) {
  Check(HPDF_Array_Add(ArrayOf(array_), dict.dict_));
  return *this;
}

PdfArray PdfArray::Array() {
  HPDF_Array inner = Check(HPDF_Array_New(ArrayOf(array_)->mmgr));
  Check(HPDF_Array_Add(ArrayOf(array_), inner));
  return PdfArray(inner);
}

PdfDict& PdfDict::Name(const char* key, const std::string& value) {
  Check(HPDF_Dict_AddName(DictOf(dict_), key, value.c_str()));
  return *this;
}

PdfDict& PdfDict::Number(const char* key, int value) {
  Check(HPDF_Dict_AddNumber(DictOf(dict_), key, value));
  return *this;
}

PdfDict& PdfDict::Real(const char* key, double value) {
  Check(HPDF_Dict_AddReal(DictOf(dict_), key, static_cast<HPDF_REAL>(value)));
  return *this;
}

PdfDict& PdfDict::Flag(const char* key, bool value) {
  Check(HPDF_Dict_AddBoolean(DictOf(dict_), key, value ? HPDF_TRUE : HPDF_FALSE));
  return *this;
}

PdfDict& PdfDict::Bytes(const char* key, std::string_view bytes) {
  Check(HPDF_Dict_Add(DictOf(dict_), key, BinaryOf(DictOf(dict_)->mmgr, bytes)));
  return *this;
}

PdfDict& PdfDict::Ascii(const char* key, const std::string& text) {
  Check(HPDF_Dict_Add(DictOf(dict_), key, Check(HPDF_String_New(DictOf(dict_)->mmgr, text.c_str(), nullptr))));
  return *this;
}

PdfDict& PdfDict::Text(const char* key, std::string_view utf8) {
  return IsAscii(utf8) ? Ascii(key, std::string(utf8)) : Bytes(key, Utf16Of(utf8));
}

PdfDict& PdfDict::Put(const char* key, const PdfDict& value) {
  Check(HPDF_Dict_Add(DictOf(dict_), key, value.dict_));
  return *this;
}

PdfArray PdfDict::Array(const char* key) {
  HPDF_Array array = Check(HPDF_Array_New(DictOf(dict_)->mmgr));
  Check(HPDF_Dict_Add(DictOf(dict_), key, array));
  return PdfArray(array);
}

struct PdfFile::Impl {
  HPDF_Error_Rec error;
  HPDF_MMgr memory = nullptr;
  HPDF_Xref xref = nullptr;
  std::deque<StreamBody> bodies;

  Impl() {
    HPDF_Error_Init(&error, nullptr);
    memory = Check(HPDF_MMgr_New(&error, kNoPool, nullptr, nullptr));
    xref = HPDF_Xref_New(memory, 0);
  }
  ~Impl() {
    if (xref != nullptr) HPDF_Xref_Free(xref);
    HPDF_MMgr_Free(memory);
  }
};

PdfFile::PdfFile() : impl_(std::make_unique<Impl>()) { Check(impl_->xref); }
PdfFile::~PdfFile() = default;

PdfDict PdfFile::Direct() { return PdfDict(Check(HPDF_Dict_New(impl_->memory))); }

PdfDict PdfFile::Object() {
  HPDF_Dict dict = Check(HPDF_Dict_New(impl_->memory));
  Check(HPDF_Xref_Add(impl_->xref, dict));
  return PdfDict(dict);
}

PdfDict PdfFile::Stream(std::string bytes, bool deflated) {
  HPDF_Dict dict = Check(HPDF_DictStream_New(impl_->memory, impl_->xref));
  if (deflated) dict->write_fn = WriteFilter;
  StreamBody& body = impl_->bodies.emplace_back(StreamBody{std::move(bytes)});
  HPDF_Stream_Free(dict->stream);
  dict->stream = Check(HPDF_CallbackReader_New(impl_->memory, ReadBody, RewindBody, TellBody, SizeOfBody, &body));
  return PdfDict(dict);
}

PdfDict PdfFile::JpegStream(std::string bytes) {
  PdfDict stream = Stream(std::move(bytes), false);
  DictOf(stream.dict_)->write_fn = WriteJpegFilter;
  return stream;
}

PdfDict PdfFile::Trailer() { return PdfDict(impl_->xref->trailer); }

std::string PdfFile::Write() {
  std::string out;
  std::size_t size = kBytesBesidesStreams;
  for (const StreamBody& body : impl_->bodies) size += body.bytes.size();
  out.reserve(size);
  const OwnedStream owner(Check(HPDF_CallbackWriter_New(impl_->memory, AppendToString, &out)), HPDF_Stream_Free);
  HPDF_Stream stream = owner.get();
  const auto* const header = reinterpret_cast<const HPDF_BYTE*>(kHeader.data());
  Check(HPDF_Stream_Write(stream, header, static_cast<HPDF_UINT>(kHeader.size())));
  Check(HPDF_Xref_WriteToStream(impl_->xref, stream, nullptr));
  return out;
}

}  // namespace chohyo
