#include "pipeline/rules/suggest.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/text.h"
#include "pipeline/base/unicode.h"

namespace chohyo {
namespace {

/// Longer texts are no ids; leaving out each of their characters would cost too much.
constexpr std::size_t kLongestId = 40;
/// Left-out forms of shorter ids meet by chance: 12 is no slip of 34.
constexpr std::size_t kShortestId = 3;

std::u32string Folded(const std::string& id) {
  std::u32string text = CodePoints(FoldForComparing(id));
  const std::size_t zeros = std::min(text.find_first_not_of(U'0'), text.size());
  return text.substr(zeros);
}

/// Calls visit for a text with each one of its characters left out.
template <typename Visit>
void ForEachShorter(const std::u32string& text, Visit visit) {
  if (text.size() < kShortestId || text.size() > kLongestId) return;
  for (std::size_t i = 0; i < text.size(); ++i) visit(text.substr(0, i) + text.substr(i + 1));
}

}  // namespace

IdSuggester::IdSuggester(std::vector<std::string> ids) : ids_(std::move(ids)) {
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    same_.emplace(Folded(ids_[i]), i);
    const std::u32string text = CodePoints(ids_[i]);
    shorter_.emplace(text, i);
    ForEachShorter(text, [&](std::u32string&& shorter) { shorter_.emplace(std::move(shorter), i); });
  }
}

std::optional<std::string> IdSuggester::Nearest(const std::string& unknown) const {
  if (const auto same = same_.find(Folded(unknown)); same != same_.end()) return ids_[same->second];
  std::size_t nearest = ids_.size();
  const auto try_form = [&](const std::u32string& form) {
    if (const auto found = shorter_.find(form); found != shorter_.end()) nearest = std::min(nearest, found->second);
  };
  const std::u32string text = CodePoints(unknown);
  if (text.size() >= kShortestId - 1) try_form(text);
  ForEachShorter(text, try_form);
  if (nearest == ids_.size()) return std::nullopt;
  return ids_[nearest];
}

}  // namespace chohyo
