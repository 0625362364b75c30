// Names of people who do not exist.
#pragma once

#include <span>
#include <string_view>

namespace chohyo::city {

struct NamePart {
  std::string_view written, kana;
};

/// Family names that every encoding of the contract can hold.
std::span<const NamePart> FamilyNames();
/// Family names that need Unicode: characters beyond U+FFFF, variation sequences, compatibility kanji.
std::span<const NamePart> HardFamilyNames();
std::span<const NamePart> WomensNames();
std::span<const NamePart> MensNames();

/// A bureau and what is below it: "/name" is a division, "name" a section.
struct BureauNames {
  std::string_view name;
  std::span<const std::string_view> below;
};
std::span<const BureauNames> Bureaus();
/// Names of wards, for cities with more sections than the bureaus have.
std::span<const std::string_view> WardNames();
std::span<const std::string_view> WardSections();

}  // namespace chohyo::city
