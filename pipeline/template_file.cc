#include "pipeline/template_file.h"

#include "forms/form.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/file.h"
#include "pipeline/base/lang.h"
#include "pipeline/excel/excel_template.h"

namespace chohyo {

Template ReadTemplateFile(const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  if (ending == ".yaml" || ending == ".yml") return Template::Parse(ReadWholeFile(file), file.string());
  if (ending == ".xlsx") {
    ExcelFormOptions options;
    for (const auto& [form, builder] : FormBuilders()) options.built_forms.push_back(form);
    return ReadExcelTemplate(ReadWholeFile(file), file.string(), options);
  }
  throw InputFault(Say("{}: エラー: 様式のファイルは .yaml か .xlsx です（今は「{}」）。",
                       "{}: error: templates are .yaml or .xlsx files (found \"{}\").", file.string(), ending));
}

}  // namespace chohyo
