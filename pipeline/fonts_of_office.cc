#include "pipeline/fonts_of_office.h"

#include "pipeline/base/fault.h"

namespace chohyo {
namespace {

using Chain = std::pair<std::string, std::vector<std::string>>;

std::vector<Chain> ChainsOf(const Office& office) { return {office.fonts.begin(), office.fonts.end()}; }

bool CanOpen(const Office& office, const std::string& font, std::vector<std::string>* problems) {
  try {
    FontSet::Open({{"probe", {font}}}, "", office.folder);
    return true;
  } catch (const InputFault& fault) {
    problems->emplace_back(fault.what());
    return false;
  }
}

bool CanOpenGaiji(const Office& office, std::vector<std::string>* problems) {
  return office.gaiji_font.empty() || CanOpen(office, office.gaiji_font, problems);
}

std::vector<Chain> UsableChains(const Office& office, std::vector<std::string>* problems) {
  std::vector<Chain> usable;
  for (const Chain& chain : ChainsOf(office)) {
    Chain kept{chain.first, {}};
    for (const std::string& font : chain.second) {
      if (CanOpen(office, font, problems)) kept.second.push_back(font);
    }
    if (!kept.second.empty()) usable.push_back(std::move(kept));
  }
  return usable;
}

}  // namespace

std::shared_ptr<const FontSet> OpenFonts(const Office& office, std::vector<std::string>* problems) {
  try {
    return FontSet::Open(ChainsOf(office), office.gaiji_font, office.folder);
  } catch (const InputFault&) {
    const std::vector<Chain> usable = UsableChains(office, problems);
    if (usable.empty()) return nullptr;
    return FontSet::Open(usable, CanOpenGaiji(office, problems) ? office.gaiji_font : std::string(), office.folder);
  }
}

}  // namespace chohyo
