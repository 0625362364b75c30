// The `mail:` part of chohyo.yaml is used by the delivery stage; here only its keys and values are checked, so that a
// slip is found when the file is read and not when the mail is due.
#pragma once

#include "pipeline/base/yaml.h"

namespace chohyo {

/// Throws InputFault for a key or value of `mail:` that delivery could not use.
void CheckMailConfig(const YamlNode& mail);

/// Throws InputFault for a key such as `password:` anywhere below a node: secrets stay out of the file.
void RefuseWrittenSecrets(const YamlNode& node);

}  // namespace chohyo
