// XML as a stream of events, with local names only. Document types and entities of their own are refused.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace chohyo {

/// The attributes of an element.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  /// The value of the attribute without a prefix; "" if there is none.
  std::string_view Get(std::string_view name) const;
  /// The value of an attribute that has a prefix, whatever it is (r:id); "" if there is none.
  std::string_view GetPrefixed(std::string_view local_name) const;
  /// Every attribute in order: its name with prefix, its value.
  void ForEach(const std::function<void(std::string_view, std::string_view)>& take) const;

 private:
  const char* const* pairs_;
};

/// Receives the events of a document. Names come without prefix. Text may come in several pieces.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void OnStart(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void OnEnd(std::string_view) {}
  virtual void OnText(std::string_view) {}
};

/// What is wrong with a document; `what()` is a reason without file name.
struct XmlError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Parses a document fed in pieces. Throws XmlError for bad XML, a document type, or nesting beyond 100; what the
/// handler throws passes through.
class XmlParser {
 public:
  explicit XmlParser(XmlHandler* handler);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  void Feed(std::string_view piece);
  /// Call after the last piece.
  void Finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chohyo
