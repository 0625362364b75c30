#include <fmt/format.h>

#include "pipeline/job.h"

int main(int argc, char** argv) {
  try {
    const chohyo::ParsedOptions parsed = chohyo::ParseOptions(argc, argv);
    if (!parsed.options) {
      fmt::print("{}", parsed.out);
      return static_cast<int>(chohyo::ExitCode::kDone);
    }
    return static_cast<int>(chohyo::RunJob(*parsed.options));
  } catch (const chohyo::Fault& fault) {
    fmt::print(stderr, "chohyo: {}\n", fault.what());
    return static_cast<int>(fault.code());
  } catch (const std::exception& error) {
    fmt::print(stderr, "chohyo: {}\n", error.what());
    return static_cast<int>(chohyo::ExitCode::kOutput);
  }
}
