// A city as the tables of the contract.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "samples/generator/city.h"
#include "samples/generator/table.h"

namespace chohyo::city {

/// How the files of a city are written.
enum class EncodingMix {
  kUtf8,   ///< everything UTF-8 without BOM
  kCp932,  ///< everything CP932
  kMixed,  ///< as offices have it: each table from another program
};

/// Names of all tables, in the order of the contract.
std::vector<std::string> TableNames();

/// One table of the city. Throws std::runtime_error for a name that is no table.
Table TableOfCity(std::string_view name, const City& city);

/// How the file of a table is written.
TableStyle StyleOf(std::string_view name, EncodingMix mix);

}  // namespace chohyo::city
