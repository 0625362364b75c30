#include "pipeline/deliver/mime.h"

#include <gmime/gmime.h>

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "pipeline/base/digest.h"
#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/deliver/iso2022jp.h"
#include "pipeline/deliver/route.h"
#include "pipeline/protect/base64.h"

namespace chohyo {
namespace {

constexpr int kJapanOffsetSeconds = 9 * 3600;
constexpr std::size_t kBoundaryLength = 32;
constexpr std::size_t kLongestLine = 998;  // RFC 5322
/// An encoded word is ended once it holds so many bytes: with the character that went over, base64 and its frame it
/// stays within 75 characters.
constexpr std::size_t kWordBytes = 30;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Held = std::unique_ptr<T, Unref>;

struct Free {
  void operator()(char* text) const { g_free(text); }
};

void InitOnce() {
  static const bool done = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(done);
}

bool IsJis(const OutgoingMail& mail) { return mail.charset == "iso-2022-jp"; }

std::string TextFor(const OutgoingMail& mail, const std::string& text) {
  return IsJis(mail) ? ForIso2022Jp(text) : text;
}

void RefuseUnencodable(const OutgoingMail& mail) {
  if (!IsJis(mail)) return;
  const std::string missing = NotInIso2022Jp(ForIso2022Jp(mail.subject + mail.text));
  if (missing.empty()) return;
  throw InputFault(
      Say("件名か本文の {} は ISO-2022-JP で送れません。ほかの文字に変えるか、charset: utf-8 にしてください。",
          "ISO-2022-JP cannot hold {} of the subject or text; use other characters or charset: utf-8.", missing));
}

void AddAddresses(InternetAddressList* list, const OutgoingMail& mail, const std::vector<std::string>& written) {
  for (const std::string& one : written) {
    const MailAddress address = ParseAddress(one);
    const std::string name = TextFor(mail, address.name);
    Held<InternetAddress> mailbox(
        internet_address_mailbox_new(name.empty() ? nullptr : name.c_str(), address.address.c_str()));
    internet_address_set_charset(mailbox.get(), mail.charset.c_str());
    internet_address_list_add(list, mailbox.get());
  }
}

/// A header's text as encoded words (RFC 2047) of at most 75 characters, each whole in itself; ASCII stays as it is.
std::string EncodedWords(const OutgoingMail& mail, const std::string& text) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::all_of(text.begin(), text.end(), is_plain) && text.find("=?") == std::string::npos) return text;
  std::string words, piece;
  const auto finish = [&] {
    const std::string bytes = IsJis(mail) ? ToIso2022Jp(piece) : piece;
    words += fmt::format("{}=?{}?B?{}?=", words.empty() ? "" : " ", mail.charset, EncodeBase64(bytes));
    piece.clear();
  };
  for (std::size_t offset = 0; offset < text.size();) {
    AppendUtf8(NextCodePoint(text, &offset), &piece);
    const std::size_t size = IsJis(mail) ? ToIso2022Jp(piece).size() : piece.size();
    if (size >= kWordBytes) finish();
  }
  if (!piece.empty()) finish();
  return words;
}

void SetHead(const OutgoingMail& mail, GMimeMessage* message) {
  AddAddresses(g_mime_message_get_from(message), mail, {mail.from});
  AddAddresses(g_mime_message_get_to(message), mail, mail.to);
  AddAddresses(g_mime_message_get_cc(message), mail, mail.cc);
  g_mime_object_set_header(GMIME_OBJECT(message), "Subject", EncodedWords(mail, mail.subject).c_str(), nullptr);
  g_mime_message_set_message_id(message, mail.id.c_str());
  const std::unique_ptr<GTimeZone, decltype(&g_time_zone_unref)> zone(g_time_zone_new_offset(kJapanOffsetSeconds),
                                                                      &g_time_zone_unref);
  const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> utc(g_date_time_new_from_unix_utc(mail.date),
                                                                     &g_date_time_unref);
  const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> date(g_date_time_to_timezone(utc.get(), zone.get()),
                                                                      &g_date_time_unref);
  g_mime_message_set_date(message, date.get());
  g_mime_object_set_header(GMIME_OBJECT(message), "Auto-Submitted", "auto-generated", nullptr);
}

bool HasLongLine(const std::string& text) {
  const auto is_long = [](std::string_view line) { return line.size() > kLongestLine; };
  const auto lines = Split(text, '\n');
  return std::any_of(lines.begin(), lines.end(), is_long);
}

void SetContent(GMimePart* part, const std::string& bytes, GMimeContentEncoding encoding) {
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Held<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part, content.get());
  g_mime_part_set_content_encoding(part, encoding);
}

Held<GMimeObject> TextPart(const OutgoingMail& mail) {
  Held<GMimePart> part(g_mime_part_new_with_type("text", "plain"));
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", mail.charset.c_str());
  const std::string bytes = IsJis(mail) ? ToIso2022Jp(mail.text) : mail.text;
  const bool plain = IsJis(mail) && !HasLongLine(bytes);
  SetContent(part.get(), bytes, plain ? GMIME_CONTENT_ENCODING_7BIT : GMIME_CONTENT_ENCODING_BASE64);
  return Held<GMimeObject>(GMIME_OBJECT(part.release()));
}

const char* TypeOf(const std::string& name) {
  if (name.ends_with(".pdf")) return "application/pdf";
  if (name.ends_with(".zip")) return "application/zip";
  if (name.ends_with(".xlsx")) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return "application/octet-stream";
}

/// The name in the way of each header: RFC 2231 where the standard has it, RFC 2047 where Outlook looks for it.
void SetName(GMimeParamList* parameters, const char* parameter, const std::string& name, const std::string& charset,
             GMimeParamEncodingMethod method) {
  g_mime_param_list_set_parameter(parameters, parameter, name.c_str());
  GMimeParam* set = g_mime_param_list_get_parameter(parameters, parameter);
  g_mime_param_set_charset(set, charset.c_str());
  g_mime_param_set_encoding_method(set, method);
}

Held<GMimeObject> FilePart(const Attachment& file) {
  Held<GMimeContentType> type(g_mime_content_type_parse(nullptr, TypeOf(file.name)));
  Held<GMimePart> part(g_mime_part_new_with_type(g_mime_content_type_get_media_type(type.get()),
                                                 g_mime_content_type_get_media_subtype(type.get())));
  GMimeObject* object = GMIME_OBJECT(part.get());
  g_mime_object_set_disposition(object, GMIME_DISPOSITION_ATTACHMENT);
  SetName(g_mime_content_type_get_parameters(g_mime_object_get_content_type(object)), "name", file.name, "utf-8",
          GMIME_PARAM_ENCODING_METHOD_RFC2047);
  SetName(g_mime_content_disposition_get_parameters(g_mime_object_get_content_disposition(object)), "filename",
          file.name, "utf-8", GMIME_PARAM_ENCODING_METHOD_RFC2231);
  SetContent(part.get(), file.bytes, GMIME_CONTENT_ENCODING_BASE64);
  return Held<GMimeObject>(GMIME_OBJECT(part.release()));
}

Held<GMimeObject> BodyOf(const OutgoingMail& mail) {
  if (mail.attachments.empty()) return TextPart(mail);
  Held<GMimeMultipart> body(g_mime_multipart_new_with_subtype("mixed"));
  const std::string boundary = "=_chohyo_" + Sha256Hex(mail.id).substr(0, kBoundaryLength);
  g_mime_multipart_set_boundary(body.get(), boundary.c_str());
  g_mime_multipart_add(body.get(), TextPart(mail).get());
  for (const Attachment& file : mail.attachments) g_mime_multipart_add(body.get(), FilePart(file).get());
  return Held<GMimeObject>(GMIME_OBJECT(body.release()));
}

std::string TextOf(GMimeMessage* message) {
  const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> format(g_mime_format_options_new(),
                                                                                          &g_mime_format_options_free);
  g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
  const Held<GMimeStream> stream(g_mime_stream_mem_new());
  const Held<GMimeStream> lines(g_mime_stream_filter_new(stream.get()));
  const Held<GMimeFilter> crlf(g_mime_filter_unix2dos_new(TRUE));
  g_mime_stream_filter_add(GMIME_STREAM_FILTER(lines.get()), crlf.get());
  g_mime_object_write_to_stream(GMIME_OBJECT(message), format.get(), lines.get());
  g_mime_stream_flush(lines.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

}  // namespace

std::string ComposeMail(const OutgoingMail& mail) {
  RefuseUnencodable(mail);
  InitOnce();
  const Held<GMimeMessage> message(g_mime_message_new(TRUE));
  SetHead(mail, message.get());
  g_mime_message_set_mime_part(message.get(), BodyOf(mail).get());
  return TextOf(message.get());
}

}  // namespace chohyo
