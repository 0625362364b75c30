// Places where a test may end the program as if the power had failed.
#pragma once

namespace chohyo {

/// Kills the process (SIGKILL) at the n-th place it comes to if CHOHYO_CRASH_AT=n is set and the program was built with
/// CHOHYO_CRASH_POINTS, as tests build it; else does nothing.
void CrashPoint();

}  // namespace chohyo
