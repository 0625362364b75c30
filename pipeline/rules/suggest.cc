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

/// True if the texts differ in one character, by one character more, or by two neighbours swapped.
bool IsOneSlip(std::u32string_view a, std::u32string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() == 2 && b.size() == 2) return a[0] == b[1] && a[1] == b[0];
  return a.size() <= 1 && b.size() <= 1;
}

}  // namespace

IdSuggester::IdSuggester(std::vector<std::string> ids) : ids_(std::move(ids)) {
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    same_.emplace(Folded(ids_[i]), i);
    const std::u32string text = CodePoints(ids_[i]);
    shorter_[text].push_back(i);
    ForEachShorter(text, [&](const std::u32string& shorter) { shorter_[shorter].push_back(i); });
  }
}

std::optional<std::string> IdSuggester::Nearest(const std::string& unknown) const {
  if (const auto same = same_.find(Folded(unknown)); same != same_.end()) return ids_[same->second];
  const std::u32string text = CodePoints(unknown);
  std::size_t nearest = ids_.size();
  const auto try_form = [&](const std::u32string& form) {
    const auto found = shorter_.find(form);
    if (found == shorter_.end()) return;
    for (const std::size_t i : found->second) {
      if (i < nearest && IsOneSlip(text, CodePoints(ids_[i]))) nearest = i;
    }
  };
  if (text.size() >= kShortestId - 1) try_form(text);
  ForEachShorter(text, try_form);
  if (nearest == ids_.size()) return std::nullopt;
  return ids_[nearest];
}

}  // namespace chohyo
