// The language of messages. Set once at start-up from --lang or the locale; read everywhere.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

namespace chohyo {

enum class Lang { kJa, kEn };

/// The language in which messages are written; Japanese until SetLang is called.
Lang CurrentLang();

/// Sets the language for the whole process. Call before any thread is started.
void SetLang(Lang lang);

/// The language a POSIX locale name ("ja_JP.UTF-8", "C", "") stands for: Japanese for "ja…", else English.
Lang LangOfLocale(const std::string& locale);

/// A message in the current language. Both texts take the same arguments and are checked by the compiler.
template <typename... Args>
std::string Say(fmt::format_string<Args...> ja, fmt::format_string<Args...> en, Args&&... args) {
  return CurrentLang() == Lang::kJa ? fmt::format(ja, std::forward<Args>(args)...)
                                    : fmt::format(en, std::forward<Args>(args)...);
}

}  // namespace chohyo
