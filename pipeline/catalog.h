// The packs an office uses and the templates of their forms, loaded.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "forms/pack.h"
#include "pipeline/model/office.h"
#include "pipeline/results.h"
#include "pipeline/sheet/template.h"

namespace chohyo {

struct Catalog {
  std::vector<Pack> packs;                    ///< those that are on, in the order of chohyo.yaml
  std::map<std::string, Template> templates;  ///< by template name
  std::vector<std::string> problems;          ///< messages of templates that could not be read

  /// Form ids of the packs that are on, and of the office's own templates, in order.
  std::vector<std::string> ActiveForms() const;
  const Template* Find(const std::string& template_name) const;
};

/// Loads the office's packs and all their templates. An unreadable template is a problem, not a fault: the other forms
/// are still made. Throws InputFault for a pack that does not exist, with the nearest name.
Catalog LoadCatalog(const Office& office);

/// All built-in packs, whether on or not.
std::vector<Pack> BuiltInPacks();

/// Every form of the built-in packs and of the office, for `chohyo forms`. `office` may be null.
std::vector<FormLine> ListForms(const Office* office);

}  // namespace chohyo
