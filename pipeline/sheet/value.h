// The value tree that a form offers to its template: typed leaves, lists and maps, each leaf knowing where it came
// from. Values are immutable and share their containers, so that a person appears in a thousand documents at no cost.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/base/date.h"
#include "pipeline/model/finding.h"

namespace chohyo {

/// What a cell can hold. monostate = nothing.
using Scalar = std::variant<std::monostate, std::string, std::int64_t, double, bool, Date, Month, TimeOfDay, Minutes>;

/// What a condition sees of a leaf: false for nothing, an empty text, false and 0.
bool IsTrue(const Scalar& scalar);

class Value;
using ValueList = std::vector<Value>;
using ValueMap = std::vector<std::pair<std::string, Value>>;  ///< in the order offered; keys are unique

class Value {
 public:
  Value() = default;
  Value(Scalar scalar, Origin origin = {}) : scalar_(std::move(scalar)), origin_(origin) {}  // NOLINT: leaves convert
  Value(std::string text) : scalar_(std::move(text)) {}                                      // NOLINT
  Value(std::string_view text) : scalar_(std::string(text)) {}                               // NOLINT
  Value(const char* text) : scalar_(std::string(text)) {}                                    // NOLINT
  Value(int number) : scalar_(std::int64_t{number}) {}                                       // NOLINT
  Value(std::int64_t number) : scalar_(number) {}                                            // NOLINT
  Value(double number) : scalar_(number) {}                                                  // NOLINT
  Value(bool truth) : scalar_(truth) {}                                                      // NOLINT
  Value(Date date) : scalar_(date) {}                                                        // NOLINT
  Value(Month month) : scalar_(month) {}                                                     // NOLINT
  Value(TimeOfDay time) : scalar_(time) {}                                                   // NOLINT
  Value(Minutes minutes) : scalar_(minutes) {}                                               // NOLINT
  Value(ValueList list) : list_(std::make_shared<const ValueList>(std::move(list))) {}       // NOLINT
  Value(ValueMap map) : map_(std::make_shared<const ValueMap>(std::move(map))) {}            // NOLINT

  bool IsList() const { return list_ != nullptr; }
  bool IsMap() const { return map_ != nullptr; }
  /// No leaf, no list, no map; an empty text counts as empty too.
  bool IsEmpty() const;
  /// What a condition sees: false for empty, false, 0 and an empty list.
  bool IsTrue() const;

  const Scalar& scalar() const { return scalar_; }
  const Origin& origin() const { return origin_; }
  const ValueList& list() const;  ///< empty for what is no list
  const ValueMap& map() const;    ///< empty for what is no map
  /// The member of a map; nullptr if there is none.
  const Value* Find(std::string_view key) const;

 private:
  Scalar scalar_;
  Origin origin_;
  std::shared_ptr<const ValueList> list_;
  std::shared_ptr<const ValueMap> map_;
};

}  // namespace chohyo
