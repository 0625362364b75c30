// PERIOD of the command line.
#pragma once

#include <string>

#include "forms/form.h"

namespace chohyo {

/// Reads "2021-01", "2021-01-13" or "2021-01-13..2021-01-26". Throws UsageFault with the three ways to write it.
Period ParsePeriod(const std::string& text);

/// The month of the newest attendance row not after `today`; the month of `today` if there is none.
Period DefaultPeriod(const Records& records, Date today);

}  // namespace chohyo
