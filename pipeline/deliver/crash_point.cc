#include "pipeline/deliver/crash_point.h"

#ifdef CHOHYO_CRASH_POINTS
#include <csignal>
#include <cstdlib>

namespace chohyo {

void CrashPoint() {
  static const char* const wanted = std::getenv("CHOHYO_CRASH_AT");
  static int passed = 0;
  if (wanted != nullptr && ++passed == std::atoi(wanted)) std::raise(SIGKILL);
}

}  // namespace chohyo
#else
namespace chohyo {

void CrashPoint() {}

}  // namespace chohyo
#endif
