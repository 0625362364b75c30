#include "pipeline/template_file.h"

#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"

namespace chohyo {

Template ReadTemplateFile(const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  if (ending == ".yaml" || ending == ".yml") return Template::Parse(ReadWholeFile(file), file.string());
  throw InputFault(Say("{}: エラー: 様式のファイルは .yaml です（今は「{}」）。",
                       "{}: error: templates are .yaml files (found \"{}\").", file.string(), ending));
}

}  // namespace chohyo
