#include "pipeline/sheet/value.h"

namespace chohyo {

bool IsTrue(const Scalar& scalar) {
  if (const auto* text = std::get_if<std::string>(&scalar)) return !text->empty();
  if (const auto* truth = std::get_if<bool>(&scalar)) return *truth;
  if (const auto* whole = std::get_if<std::int64_t>(&scalar)) return *whole != 0;
  if (const auto* number = std::get_if<double>(&scalar)) return *number != 0;
  if (const auto* minutes = std::get_if<Minutes>(&scalar)) return minutes->value != 0;
  return !std::holds_alternative<std::monostate>(scalar);
}

bool Value::IsEmpty() const {
  if (list_ != nullptr || map_ != nullptr) return false;
  const auto* text = std::get_if<std::string>(&scalar_);
  return text != nullptr ? text->empty() : std::holds_alternative<std::monostate>(scalar_);
}

bool Value::IsTrue() const {
  if (list_ != nullptr) return !list_->empty();
  if (map_ != nullptr) return !map_->empty();
  return chohyo::IsTrue(scalar_);
}

const ValueList& Value::list() const {
  static const ValueList kNone;
  return list_ != nullptr ? *list_ : kNone;
}

const ValueMap& Value::map() const {
  static const ValueMap kNone;
  return map_ != nullptr ? *map_ : kNone;
}

const Value* Value::Find(std::string_view key) const {
  if (map_ == nullptr) return nullptr;
  for (const auto& [name, value] : *map_) {
    if (name == key) return &value;
  }
  return nullptr;
}

}  // namespace chohyo
