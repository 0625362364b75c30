// Passwords: read from where the configuration says, judged, kept out of sight and wiped when done with.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chohyo {

/// A secret in memory. It moves but is never copied, and its bytes are wiped when it goes.
class Password {
 public:
  /// Takes the text over and wipes what is left behind in `text`.
  explicit Password(std::string&& text);
  ~Password();
  Password(Password&& other) noexcept;
  Password& operator=(Password&& other) noexcept;
  Password(const Password&) = delete;
  Password& operator=(const Password&) = delete;

  /// UTF-8, without a line break at its end. For use at once; never for messages.
  std::string_view text() const { return {bytes_.data(), bytes_.size()}; }

 private:
  void Wipe();
  std::vector<char> bytes_;
};

/// Where a password is found; exactly one is filled.
struct PasswordSource {
  std::string file;     ///< relative to the office folder; owned by the user, mode 0600 or stricter
  std::string env;      ///< the name of an environment variable
  std::string command;  ///< run by /bin/sh in the office folder; its first line is the password
};

/// Reads a password; one line break at its end is dropped. Throws InputFault (what is wrong and what to do, never the
/// password) for a file that others may read or that is somebody else's, a variable that is not set, a command that
/// fails or takes longer than 30 seconds, and for an empty, over-long or many-line password. Strength is not judged:
/// that of a mail server is not ours to choose.
Password ReadPassword(const PasswordSource& source, const std::filesystem::path& folder);

/// How messages call a source: "password_file hr.secret".
std::string NameOf(const PasswordSource& source);

/// Why a password is too weak to protect a document, in the user's language; "" = strong enough. The rule: 20
/// characters of any kind, or 12 of at least three kinds (small, capital, digit, sign, other letters); at least 6
/// different ones; no well-known password, run of keys or date; and what is left without the words `names` (the
/// office's name, its mail domain …) must still be strong.
std::string WeaknessOf(std::string_view password, std::span<const std::string> names);

/// ReadPassword, then InputFault for a weak one.
Password ReadStrongPassword(const PasswordSource& source, const std::filesystem::path& folder,
                            std::span<const std::string> names);

}  // namespace chohyo
