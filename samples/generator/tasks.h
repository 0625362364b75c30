// The tasks of the sections, with who does them and who can take over.
#pragma once

#include "samples/generator/city.h"

namespace chohyo::city {

/// Four or five tasks for every section, so that no section is short of people.
void InventTasks(City* city);

}  // namespace chohyo::city
