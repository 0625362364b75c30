#include "pipeline/sheet/value.h"

#include <catch2/catch.hpp>

namespace chohyo {

TEST_CASE("Empty and true values") {
  CHECK(Value().IsEmpty());
  CHECK(Value("").IsEmpty());
  CHECK_FALSE(Value(0).IsEmpty());
  CHECK_FALSE(Value(ValueList{}).IsEmpty());
  CHECK_FALSE(Value(ValueMap{}).IsEmpty());
  CHECK_FALSE(Value().IsTrue());
  CHECK_FALSE(Value("").IsTrue());
  CHECK_FALSE(Value(0).IsTrue());
  CHECK_FALSE(Value(0.0).IsTrue());
  CHECK_FALSE(Value(false).IsTrue());
  CHECK_FALSE(Value(Minutes{0}).IsTrue());
  CHECK_FALSE(Value(ValueList{}).IsTrue());
  CHECK(Value("0").IsTrue());
  CHECK(Value(TimeOfDay{0}).IsTrue());
  CHECK(Value(Date()).IsTrue());
  CHECK(Value(ValueList{Value()}).IsTrue());
}

TEST_CASE("Members of maps, and nothing of what is no map") {
  const Value map(ValueMap{{"a", 1}, {"b", "x"}});
  REQUIRE(map.Find("b") != nullptr);
  CHECK(map.Find("b")->scalar() == Scalar(std::string("x")));
  CHECK(map.Find("c") == nullptr);
  CHECK(Value(1).Find("a") == nullptr);
  CHECK(map.list().empty());
  CHECK(Value(1).map().empty());
}

}  // namespace chohyo
