// A command that prints a secret.
#pragma once

#include <filesystem>
#include <string>

namespace chohyo {

/// Runs a command by /bin/sh in a folder, its input empty, and gives what it prints (at most a few KiB). Throws
/// InputFault, headed by `where`, if it cannot be run, fails or takes longer than 30 seconds (it is then ended).
std::string RunSecretCommand(const std::string& command, const std::filesystem::path& folder, const std::string& where);

}  // namespace chohyo
