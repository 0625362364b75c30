#include "pipeline/deliver/mime.h"

#include <catch2/catch.hpp>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/deliver/guards.h"
#include "pipeline/deliver/iso2022jp.h"

namespace chohyo {
namespace {

OutgoingMail AMail(const std::string& charset) {
  OutgoingMail mail;
  mail.id = "chohyo.1@city.example";
  mail.from = "総務課 <soumu@city.example>";
  mail.to = {"人事課 <jinji@city.example>"};
  mail.subject = "職員の出勤状況（令和3年1月13日）についての報告書を送付します";
  mail.text = "送付します～\n";
  mail.date = 1610524800;
  mail.charset = charset;
  mail.attachments = {{"出勤状況.xlsx", "bytes"}};
  return mail;
}

bool HasLongWordOrLine(const std::string& text) {
  for (const std::string_view line : Split(text, '\n')) {
    if (line.size() > 999) return true;
    for (const std::string_view word : Split(line, ' ')) {
      if (Trim(word).starts_with("=?") && Trim(word).size() > 75) return true;
    }
  }
  return false;
}

bool Holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("A mail is the same bytes each time, in both charsets, in lines and words that servers take") {
  for (const char* charset : {"utf-8", "iso-2022-jp"}) {
    const std::string text = ComposeMail(AMail(charset));
    CHECK(text == ComposeMail(AMail(charset)));
    CHECK_FALSE(HasLongWordOrLine(text));
    CHECK(Holds(text, "Date: Wed, 13 Jan 2021 17:00:00 +0900\r\n"));
    CHECK(Holds(text, "Message-Id: <chohyo.1@city.example>\r\n"));
    CHECK(Holds(text, std::string("charset=") + charset));
    CHECK(Holds(text, "filename*=UTF-8''%E5%87%BA%E5%8B%A4%E7%8A%B6%E6%B3%81.xlsx"));
    for (const char c : text) REQUIRE(static_cast<unsigned char>(c) < 0x80);
  }
  CHECK(Holds(ComposeMail(AMail("iso-2022-jp")), ToIso2022Jp("送付します～")));
}

TEST_CASE("Characters that ISO-2022-JP lacks are named, each once") {
  CHECK(NotInIso2022Jp("①と𠮷と①") == "①（U+2460）、𠮷（U+20BB7）");
  CHECK(NotInIso2022Jp(ForIso2022Jp("～－∥ A")).empty());
  OutgoingMail mail = AMail("iso-2022-jp");
  mail.text = "髙";
  SetLang(Lang::kEn);
  CHECK_THROWS_WITH(ComposeMail(mail),
                    "ISO-2022-JP cannot hold 髙（U+9AD9） of the subject or text; use other "
                    "characters or charset: utf-8.");
  SetLang(Lang::kJa);
}

TEST_CASE("Addresses are taken apart; what could do harm is none") {
  CHECK(ParseAddress("人事課 <jinji@city.example>").name == "人事課");
  CHECK(ParseAddress("\"人事課\" <jinji@city.example>").name == "人事課");
  CHECK(ParseAddress(" jinji@city.example ").address == "jinji@city.example");
  for (const char* bad : {"", "jinji", "@city.example", "a@", "a@b@c", "a b@c", "-f@city.example", "x <a@b> y",
                          "n\r\nBcc: x <a@b.example>", "a@b.example\nRCPT"}) {
    CHECK(ParseAddress(bad).address.empty());
  }
  CHECK(MailDomain("A@City.Example") == "city.example");
}

TEST_CASE("Totals far from the day before are doubted, ordinary ones are not") {
  const auto figures = [](const char* staff, const char* present) {
    return ReportedFigures{{"合計", "職員数", staff}, {"合計", "出勤者数", present}};
  };
  CHECK(DoubtOf(figures("100", "90"), figures("100", "40")).empty() == false);
  CHECK(DoubtOf(figures("100", "90"), figures("100", "50")).empty());
  CHECK(DoubtOf(figures("100", "90"), figures("70", "65")).empty() == false);
  CHECK(DoubtOf(figures("10", "9"), figures("8", "2")).empty());
  CHECK(DoubtOf({}, figures("8", "2")).empty());
}

}  // namespace chohyo
