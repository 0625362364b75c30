// The contacts of the people at home.
#pragma once

#include "samples/generator/city.h"
#include "samples/generator/table.h"

namespace chohyo::city {

/// Start and end of every day at home, next-day reports, questions after health, and the city's own; by day and time.
Table ContactsTable(const City& city);

}  // namespace chohyo::city
