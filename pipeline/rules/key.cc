#include "pipeline/rules/key.h"

namespace chohyo {

std::string KeyOf(const RosterPerson& row) { return row.staff + "/" + row.month.Iso(); }

std::string PersonDayKey(const std::string& staff, Date date) { return staff + "/" + date.Iso(); }

}  // namespace chohyo
