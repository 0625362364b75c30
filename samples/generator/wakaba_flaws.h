// The warnings that the sample city is meant to draw.
#pragma once

#include "samples/generator/city.h"

namespace chohyo::city {

/// Spoils a day here and a row there; samples/wakaba/README.md lists what must be found.
void AddWakabaFlaws(City* city);

}  // namespace chohyo::city
