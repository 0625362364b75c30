#include "pipeline/workbook/xml_parser.h"

#include <expat.h>
#include <fmt/format.h>

#include <new>

#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

constexpr int kMostNesting = 100;

std::string_view LocalName(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::Get(std::string_view name) const {
  for (const char* const* at = pairs_; *at != nullptr; at += 2) {
    if (name == at[0]) return at[1];
  }
  return {};
}

std::string_view XmlAttributes::GetPrefixed(std::string_view local_name) const {
  for (const char* const* at = pairs_; *at != nullptr; at += 2) {
    const std::string_view name = at[0];
    if (name != local_name && LocalName(name) == local_name) return at[1];
  }
  return {};
}

void XmlAttributes::ForEach(const std::function<void(std::string_view, std::string_view)>& take) const {
  for (const char* const* at = pairs_; *at != nullptr; at += 2) take(at[0], at[1]);
}

/// Expat is C: nothing may be thrown through it, so the first exception waits until it has returned.
struct XmlParser::Impl {
  XML_Parser parser = nullptr;
  XmlHandler* handler = nullptr;
  int depth = 0;
  std::exception_ptr thrown;

  ~Impl() {
    if (parser != nullptr) XML_ParserFree(parser);
  }

  template <typename Event>
  void Guard(Event event) {
    if (thrown) return;
    try {
      event();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }

  static void XMLCALL Start(void* self, const char* name, const char** attributes) {
    auto* impl = static_cast<Impl*>(self);
    impl->Guard([&] {
      if (++impl->depth > kMostNesting) throw XmlError(Say("入れ子が深すぎる", "nesting too deep"));
      impl->handler->OnStart(LocalName(name), XmlAttributes(attributes));
    });
  }
  static void XMLCALL End(void* self, const char* name) {
    auto* impl = static_cast<Impl*>(self);
    impl->Guard([&] {
      --impl->depth;
      impl->handler->OnEnd(LocalName(name));
    });
  }
  static void XMLCALL Text(void* self, const char* text, int size) {
    auto* impl = static_cast<Impl*>(self);
    impl->Guard([&] { impl->handler->OnText({text, static_cast<std::size_t>(size)}); });
  }
  static void XMLCALL Doctype(void* self, const char*, const char*, const char*, int) {
    static_cast<Impl*>(self)->Guard(
        [] { throw XmlError(Say("文書型宣言(DOCTYPE)は受け付けない", "document types (DOCTYPE) are refused")); });
  }

  void Parse(std::string_view piece, bool last) {
    const auto status = XML_Parse(parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (thrown) std::rethrow_exception(thrown);
    if (status == XML_STATUS_OK) return;
    throw XmlError(fmt::format("XML {}:{}: {}", XML_GetCurrentLineNumber(parser),
                               XML_GetCurrentColumnNumber(parser) + 1, XML_ErrorString(XML_GetErrorCode(parser))));
  }
};

XmlParser::XmlParser(XmlHandler* handler) : impl_(std::make_unique<Impl>()) {
  impl_->handler = handler;
  impl_->parser = XML_ParserCreate(nullptr);
  if (impl_->parser == nullptr) throw std::bad_alloc();
  XML_SetUserData(impl_->parser, impl_.get());
  XML_SetElementHandler(impl_->parser, Impl::Start, Impl::End);
  XML_SetCharacterDataHandler(impl_->parser, Impl::Text);
  XML_SetStartDoctypeDeclHandler(impl_->parser, Impl::Doctype);
}

XmlParser::~XmlParser() = default;

void XmlParser::Feed(std::string_view piece) {
  if (!piece.empty()) impl_->Parse(piece, false);
}

void XmlParser::Finish() { impl_->Parse({}, true); }

}  // namespace chohyo
