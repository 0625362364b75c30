// Columns: each block of a form has its own, and all of them are laid over each other into the one grid of the sheet.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/base/length.h"

namespace chohyo {

constexpr int kMostColumns = 400;
constexpr Um kSnap = 300;  ///< boundaries closer than this are one

/// A stretch of the printable width.
struct Region {
  Um left = 0;
  Um right = 0;
  Um width() const { return right - left; }
  friend bool operator==(const Region&, const Region&) = default;
};

/// A column as a template writes it: `30mm`, `*`, `3*`.
struct Track {
  Um width = 0;   ///< of fixed ones
  int share = 0;  ///< of what is left; 0 = fixed
};

/// Reads one word of `columns:` (`30mm`, `*`, `3*`, `31x5mm`) and appends what it stands for; false if not understood
/// or more than kMostColumns.
bool AppendTracks(std::string_view word, std::vector<Track>* tracks);

/// The boundaries of columns over a region, one more than there are columns. Nothing if the fixed ones are wider than
/// the region, or a column would be narrower than kSnap.
std::optional<std::vector<Um>> Boundaries(const std::vector<Track>& tracks, Region region);

/// The grid of a sheet: widths of its columns, and for every set of boundaries the grid boundary each one became.
struct TrackGrid {
  std::vector<Um> widths;
  std::vector<std::vector<int>> maps;
};

/// Lays boundary sets over each other. Only boundaries marked as used take part; unused ones map to -1.
struct BoundarySet {
  std::vector<Um> at;
  std::vector<bool> used;
};
TrackGrid LayOver(const std::vector<BoundarySet>& sets, Um width);

}  // namespace chohyo
