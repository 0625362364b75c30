// The objects of one PDF file. libharu's object layer numbers, keeps and writes them; pdf_file.cc alone knows libharu.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace chohyo {

/// Appends a text as UTF-16, big-endian.
void AppendUtf16(std::string_view utf8, std::string* out);

class PdfDict;

/// An array inside a dictionary.
class PdfArray {
 public:
  PdfArray& Number(int value);
  PdfArray& Real(double value);
  PdfArray& Bytes(std::string_view bytes);
  PdfArray& Name(const char* value);
  PdfArray& Put(const PdfDict& dict);
  PdfArray Array();  ///< appends an array and returns it

 private:
  friend class PdfDict;
  explicit PdfArray(void* array) : array_(array) {}
  void* array_;
};

/// A dictionary or stream of a PdfFile, which owns it. Entries are written in the order they were put.
class PdfDict {
 public:
  PdfDict& Name(const char* key, const std::string& value);
  PdfDict& Number(const char* key, int value);
  PdfDict& Real(const char* key, double value);
  PdfDict& Flag(const char* key, bool value);
  PdfDict& Bytes(const char* key, std::string_view bytes);
  PdfDict& Ascii(const char* key, const std::string& text);
  PdfDict& Text(const char* key, std::string_view utf8);  ///< a text string: ASCII, else UTF-16
  PdfDict& Put(const char* key, const PdfDict& value);    ///< by reference if it is an object of its own
  PdfArray Array(const char* key);                        ///< puts an empty array and returns it

 private:
  friend class PdfArray;
  friend class PdfFile;
  explicit PdfDict(void* dict) : dict_(dict) {}
  void* dict_;
};

/// One PDF 1.4 file in the making. Everything throws OutputFault when libharu refuses.
class PdfFile {
 public:
  PdfFile();
  ~PdfFile();

  PdfDict Direct();  ///< a dictionary to be put inside another
  PdfDict Object();  ///< a dictionary that is an object of its own
  /// A stream whose bytes are written as they are; `deflated`: they are zlib data already.
  PdfDict Stream(std::string bytes, bool deflated);
  /// A stream of a JPEG file.
  PdfDict JpegStream(std::string bytes);
  PdfDict Trailer();

  /// The whole file. Call once.
  std::string Write();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chohyo
