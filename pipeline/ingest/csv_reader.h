// CSV (RFC 4180) to Table.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/ingest/table.h"

namespace chohyo {

/// Reads a CSV file's bytes. Lines end in CRLF, LF or CR; quoted cells may hold line breaks. A file whose first line
/// has tabs and no comma is read as separated by tabs (Excel's "Unicode text"). `encoding` as in chohyo.yaml; `file` is
/// the name used in messages. Damage inside the file becomes damaged cells. Throws InputFault if the bytes are no text.
Table ReadCsv(std::string_view bytes, std::string_view encoding, const std::string& file);

}  // namespace chohyo
