#include "pipeline/sheet/tracks.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace chohyo {
namespace {

/// Reads a whole number at the start of a text and moves past it.
std::optional<int> TakeNumber(std::string_view* text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc()) return std::nullopt;
  text->remove_prefix(static_cast<std::size_t>(end - text->data()));
  return number;
}

std::optional<Track> OneTrack(std::string_view word) {
  if (word == "*") return Track{0, 1};
  std::string_view rest = word;
  const auto share = TakeNumber(&rest);
  if (share && rest == "*") return *share >= 1 && *share <= 1000 ? std::optional(Track{0, *share}) : std::nullopt;
  const auto width = ParseLength(word);
  return width ? std::optional(Track{*width, 0}) : std::nullopt;
}

}  // namespace

bool AppendTracks(std::string_view word, std::vector<Track>* tracks) {
  std::string_view rest = word;
  int times = 1;
  const auto number = TakeNumber(&rest);
  if (number && rest.starts_with('x')) {
    times = *number;
    word = rest.substr(1);
  }
  const auto track = OneTrack(word);
  if (!track || times < 1 || times > kMostColumns) return false;
  if (tracks->size() + static_cast<std::size_t>(times) > kMostColumns) return false;
  tracks->insert(tracks->end(), static_cast<std::size_t>(times), *track);
  return true;
}

std::optional<std::vector<Um>> Boundaries(const std::vector<Track>& tracks, Region region) {
  std::int64_t fixed = 0;
  std::int64_t shares = 0;
  for (const Track& track : tracks) {
    fixed += track.width;
    shares += track.share;
  }
  const std::int64_t left = region.width() - fixed;
  if (left < 0) return std::nullopt;
  std::vector<Um> at{region.left};
  std::int64_t fixed_so_far = 0;
  std::int64_t shares_so_far = 0;
  for (const Track& track : tracks) {
    fixed_so_far += track.width;
    shares_so_far += track.share;
    const std::int64_t shared = shares == 0 ? 0 : left * shares_so_far / shares;
    at.push_back(region.left + static_cast<Um>(fixed_so_far + shared));
    if (at.back() - at[at.size() - 2] < kSnap) return std::nullopt;
  }
  return at;
}

TrackGrid LayOver(const std::vector<BoundarySet>& sets, Um width) {
  std::set<Um> all{0, width};
  for (const BoundarySet& set : sets) {
    for (std::size_t i = 0; i < set.at.size(); ++i) {
      if (set.used[i]) all.insert(set.at[i]);
    }
  }
  std::vector<Um> first_of;  // of each cluster of boundaries: where it begins
  for (const Um at : all) {
    if (first_of.empty() || at - first_of.back() >= kSnap) first_of.push_back(at);
  }
  const auto cluster = [&first_of](Um at) {
    return static_cast<int>(std::upper_bound(first_of.begin(), first_of.end(), at) - first_of.begin()) - 1;
  };
  TrackGrid grid;
  for (const BoundarySet& set : sets) {
    std::vector<int>& map = grid.maps.emplace_back();
    for (std::size_t i = 0; i < set.at.size(); ++i) map.push_back(set.used[i] ? cluster(set.at[i]) : -1);
  }
  if (first_of.size() > 1) first_of.back() = width;
  for (std::size_t i = 1; i < first_of.size(); ++i) grid.widths.push_back(first_of[i] - first_of[i - 1]);
  return grid;
}

}  // namespace chohyo
