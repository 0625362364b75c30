// Bytes of a text file to UTF-8: which encoding it is, and where its bytes are damaged.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/unicode.h"
#include "pipeline/ingest/table.h"

namespace chohyo {

struct DecodedText {
  std::string text;  ///< without byte order mark and without the Ctrl-Z that ends DOS files
  std::vector<DamagedByte> damage;
};

/// Decodes a table's text. `encoding` is auto, utf-8, cp932 or utf-16, as chohyo.yaml writes it. `file` is the name
/// used in messages. Throws InputFault where the byte order mark contradicts `encoding` and where the bytes are no
/// text.
DecodedText DecodeTableText(std::string_view bytes, std::string_view encoding, const std::string& file);

/// The encoding told by content: byte order mark, UTF-8, UTF-8 with some damage, else CP932.
Encoding DetectEncoding(std::string_view bytes);

}  // namespace chohyo
