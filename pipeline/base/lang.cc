#include "pipeline/base/lang.h"

namespace chohyo {
namespace {
Lang g_lang = Lang::kJa;
}  // namespace

Lang CurrentLang() { return g_lang; }

void SetLang(Lang lang) { g_lang = lang; }

Lang LangOfLocale(const std::string& locale) { return locale.rfind("ja", 0) == 0 ? Lang::kJa : Lang::kEn; }

}  // namespace chohyo
