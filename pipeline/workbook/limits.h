// What a workbook may hold before it is refused: far more than any form, far less than what fills a machine.
#pragma once

#include <cstddef>

namespace chohyo {

constexpr int kWorkbookRows = 1'048'576;  ///< of a sheet, Excel's own limit
constexpr int kWorkbookColumns = 16'384;

constexpr std::size_t kMostSheets = 500;
constexpr std::size_t kMostWorkbookCells = 1'000'000;   ///< stored, of all sheets
constexpr std::size_t kMostWorkbookText = 128U << 20U;  ///< bytes of texts, formulas and runs in cells
constexpr std::size_t kMostWorkbookMerges = 100'000;    ///< of a sheet
constexpr std::size_t kMostWorkbookTracks = 3'000'000;  ///< stored rows and columns, of all sheets
constexpr std::size_t kMostWorkbookRanges = 200'000;    ///< of validations and conditional formats of all sheets
constexpr std::size_t kMostWorkbookFormats = 70'000;    ///< entries of any list of looks; Excel ends at 65,490
constexpr std::size_t kMostWorkbookDrawings = 50'000;   ///< pictures, shapes and losses, of all sheets
constexpr std::size_t kMostPictureBytes = 200U << 20U;  ///< of all pictures
constexpr std::size_t kMostTreeNodes = 1'000'000;       ///< XML elements held at a time
constexpr std::size_t kMostTreeBytes = 64U << 20U;      ///< their names, attributes and texts

}  // namespace chohyo
