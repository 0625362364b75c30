#include "pipeline/ingest/table_encoding.h"

#include <optional>
#include <utility>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"

namespace chohyo {
namespace {

constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";
constexpr std::size_t kMostDamage = 100'000;    ///< more is no damaged text but no text
constexpr std::size_t kMostDamagePerLine = 16;  ///< keeps the work linear; one is enough to refuse a row
constexpr std::size_t kGoodPerBadSequence = 4;  ///< no CP932 text looks that much like UTF-8

struct Bom {
  Encoding encoding;
  std::string_view mark;
};
constexpr Bom kBoms[] = {
    {Encoding::kUtf8, "\xEF\xBB\xBF"}, {Encoding::kUtf16Le, "\xFF\xFE"}, {Encoding::kUtf16Be, "\xFE\xFF"}};

const Bom* BomOf(std::string_view bytes) {
  for (const Bom& bom : kBoms) {
    if (bytes.starts_with(bom.mark)) return &bom;
  }
  return nullptr;
}

bool IsUtf16(Encoding encoding) { return encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be; }

struct Sequences {
  std::size_t good = 0;
  std::size_t bad = 0;
};

/// UTF-8 sequences beyond ASCII.
Sequences CountUtf8(std::string_view bytes) {
  Sequences count;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t start = i;
    NextCodePoint(bytes, &i);
    if (static_cast<unsigned char>(bytes[start]) < 0x80) continue;
    ++(i - start > 1 ? count.good : count.bad);
  }
  return count;
}

/// Whether a text that is not all UTF-8 is damaged UTF-8 and no CP932.
bool IsDamagedUtf8(std::string_view bytes) {
  const Sequences count = CountUtf8(bytes);
  if (count.good > count.bad * kGoodPerBadSequence) return true;
  if (count.good <= count.bad) return false;
  std::optional<std::size_t> bad;
  DecodeText(bytes, Encoding::kCp932, &bad);
  return bad.has_value();
}

std::string_view NameOf(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8: return "utf-8";
    case Encoding::kCp932: return "cp932";
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be: return "utf-16";
  }
  return {};
}

/// Whether NULs stand at every other byte only, and often, as they do beside the ASCII characters of UTF-16.
bool LooksLikeBareUtf16(std::string_view bytes) {
  constexpr std::size_t kLooked = 4096;
  constexpr std::size_t kBytesPerNul = 50;
  std::size_t nuls[2] = {0, 0};
  const std::string_view start = bytes.substr(0, kLooked);
  for (std::size_t i = 0; i < start.size(); ++i) nuls[i % 2] += start[i] == '\0' ? 1 : 0;
  const std::size_t count = nuls[0] + nuls[1];
  return count >= 3 && (nuls[0] == 0 || nuls[1] == 0) && count * kBytesPerNul > start.size();
}

Encoding TellEncoding(std::string_view bytes, const std::string& file) {
  if (BomOf(bytes) == nullptr && LooksLikeBareUtf16(bytes)) {
    const std::size_t name = file.rfind('/') + 1;  // npos + 1 is 0: no folder
    throw InputFault(
        Say("{}: エラー: 先頭の印(BOM)のない UTF-16 のようです。chohyo.yaml に encoding: {{{}: utf-16}} と書くか、"
            "UTF-8 で保存し直してください。",
            "{}: error: it looks like UTF-16 without a byte order mark. Write encoding: {{{}: utf-16}} in "
            "chohyo.yaml, or save it as UTF-8.",
            file, file.substr(name, file.rfind('.') - name)));
  }
  return DetectEncoding(bytes);
}

Encoding DeclaredEncoding(std::string_view name, std::string_view bytes, const std::string& file) {
  if (name == "auto" || name.empty()) return TellEncoding(bytes, file);
  const Bom* bom = BomOf(bytes);
  if (bom != nullptr && NameOf(bom->encoding) != name) {
    throw InputFault(
        Say("{}: エラー: chohyo.yaml の encoding は {} ですが、ファイルの先頭の印(BOM)は {} を示しています。encoding "
            "を auto "
            "にするか、ファイルを {} で保存し直してください。",
            "{}: error: chohyo.yaml says encoding {}, but the file begins with the byte order mark of {}. Set encoding "
            "to auto, or save the file as {}.",
            file, name, NameOf(bom->encoding), name));
  }
  if (name == "utf-8") return Encoding::kUtf8;
  if (name == "cp932") return Encoding::kCp932;
  if (name == "utf-16") return bom != nullptr ? bom->encoding : Encoding::kUtf16Le;
  throw InputFault(
      Say("{}: エラー: 文字コード「{}」は使えません。auto、utf-8、cp932、utf-16 のどれかを指定してください。",
          "{}: error: there is no encoding \"{}\"; use auto, utf-8, cp932 or utf-16.", file, name));
}

/// Decodes bytes that are known to be damaged, line by line, so that each damaged byte is found.
class DamagedTextDecoder {
 public:
  DamagedTextDecoder(std::string_view bytes, std::size_t bom_size, Encoding encoding, const std::string& file)
      : bytes_(bytes), base_(bom_size), encoding_(encoding), unit_(IsUtf16(encoding) ? 2 : 1), file_(file) {}

  DecodedText Decode() {
    while (at_ < bytes_.size()) {
      const std::size_t end = EndOfPiece();
      DecodePiece(end);
      if (at_ < bytes_.size()) TakeBreak();
    }
    return std::move(out_);
  }

 private:
  unsigned UnitAt(std::size_t at) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes_[i])); };
    if (unit_ == 1) return byte(at);
    return encoding_ == Encoding::kUtf16Le ? byte(at) | byte(at + 1) << 8U : byte(at) << 8U | byte(at + 1);
  }

  /// The next line break or NUL, which stand for themselves in every encoding here.
  std::size_t EndOfPiece() const {
    std::size_t end = at_;
    for (; end + unit_ <= bytes_.size(); end += unit_) {
      const unsigned unit = UnitAt(end);
      if (unit == '\n' || unit == '\r' || unit == 0) return end;
    }
    return bytes_.size();
  }

  void DecodePiece(std::size_t end) {
    for (std::size_t found = 0; at_ < end; ++found) {
      const std::string_view piece = bytes_.substr(at_, end - at_);
      std::optional<std::size_t> bad;
      const std::string text = DecodeText(piece, encoding_, &bad);
      if (!bad || found == kMostDamagePerLine) {
        out_.text += text;
        at_ = end;
        return;
      }
      out_.text += DecodeText(piece.substr(0, *bad), encoding_);
      at_ += *bad;
      Note(false);
      out_.text += kReplacementUtf8;
      at_ = std::min(at_ + unit_, end);
    }
  }

  void TakeBreak() {
    const unsigned unit = UnitAt(at_);
    if (unit == 0) Note(true);
    out_.text.push_back(static_cast<char>(unit));
    at_ += unit_;
  }

  void Note(bool nul) {
    if (out_.damage.size() == kMostDamage) {
      throw InputFault(
          Say("{}: エラー: 読めないバイトが多すぎて、表とは思えません。CSV として保存し直すか、chohyo.yaml の "
              "encoding を確かめてください。",
              "{}: error: too many unreadable bytes for a table. Save it as CSV again, or check encoding in "
              "chohyo.yaml.",
              file_));
    }
    out_.damage.push_back({static_cast<std::uint32_t>(out_.text.size()), base_ + at_, nul});
  }

  std::string_view bytes_;
  std::size_t base_;
  Encoding encoding_;
  std::size_t unit_;
  const std::string& file_;
  std::size_t at_ = 0;
  DecodedText out_;
};

void DropCtrlZ(std::string* text) {
  constexpr char kCtrlZ = '\x1A';
  if (!text->empty() && text->back() == kCtrlZ) text->pop_back();
}

}  // namespace

Encoding DetectEncoding(std::string_view bytes) {
  if (const Bom* bom = BomOf(bytes)) return bom->encoding;
  if (IsValidUtf8(bytes) || IsDamagedUtf8(bytes)) return Encoding::kUtf8;
  return Encoding::kCp932;
}

DecodedText DecodeTableText(std::string_view bytes, std::string_view encoding_name, const std::string& file) {
  const Encoding encoding = DeclaredEncoding(encoding_name, bytes, file);
  const Bom* bom = BomOf(bytes);
  const std::size_t bom_size = bom != nullptr && bom->encoding == encoding ? bom->mark.size() : 0;
  const std::string_view content = bytes.substr(bom_size);
  std::optional<std::size_t> bad;
  DecodedText decoded;
  decoded.text = DecodeText(content, encoding, &bad);
  if (bad || decoded.text.find('\0') != std::string::npos) {
    decoded = DamagedTextDecoder(content, bom_size, encoding, file).Decode();
  }
  DropCtrlZ(&decoded.text);
  return decoded;
}

}  // namespace chohyo
