#include "pipeline/rules/mail.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

namespace chohyo {
namespace {

using Lines = std::vector<std::string>;

MailMessage Good() {
  MailMessage message;
  message.route = "daily";
  message.key = "2021-01-13";
  message.file = "chohyo.yaml";
  message.line = 12;
  message.from = "総務課 <soumu@city.wakaba.example>";
  message.recipients = {"jinji@City.Wakaba.example"};
  message.domains = {"city.wakaba.example"};
  message.attachments = {{"headcount.xlsx", kMailLimit - 1, true}};
  message.has_permission = true;
  return message;
}

Lines Rules(const Findings& findings) {
  Lines rules;
  for (const Finding& f : findings) rules.push_back(f.rule + " " + f.key + " " + SeverityName(f.severity));
  return rules;
}

TEST_CASE("mail: a message within all limits may go") { CHECK(CheckMessage(Good()).empty()); }

TEST_CASE("mail.domain: sender and recipients, exactly the domain") {
  MailMessage message = Good();
  message.from = "soumu@wakaba.example";
  message.recipients = {"a@mail.city.wakaba.example", "b@city.wakaba.example.evil.test", "nobody",
                        "c@city.wakaba.example"};
  CHECK(Rules(CheckMessage(message)) == Lines(4, "mail.domain daily/2021-01-13 error"));
  message = Good();
  message.domains.clear();
  CHECK(CheckMessage(message).size() == 2);
  CHECK(DomainOf("x <a@b> <c@D.example>") == "d.example");
  CHECK(DomainOf("@d.example").empty());
  CHECK(DomainOf("\"a@b\"@d.example") == "d.example");
}

TEST_CASE("mail.size, mail.unprotected and mail.permission") {
  MailMessage message = Good();
  message.attachments = {{"a.pdf", kMailLimit, true}, {"b.pdf", 10, false}};
  message.has_permission = false;
  CHECK(Rules(CheckMessage(message)) == Lines{"mail.size daily/2021-01-13 error",
                                              "mail.unprotected daily/2021-01-13 error",
                                              "mail.permission daily/2021-01-13 error"});
  CHECK(CheckMessage(message)[0].message ==
        "送付先「daily」の添付「a.pdf」は 15.0 MB で、15 MB 以上のため送れません。");
  message.attachments.clear();
  CHECK(CheckMessage(message).empty());
}

TEST_CASE("mail: routes of the configuration are told of before they are due, as infos") {
  const YamlNode mail = ParseYaml(
      "from: a@x.example\n"
      "domains: [x.example]\n"
      "routes:\n"
      "- {name: good, form: f, to: [b@x.example], protect: {password_file: s}, permission: {by: 総務部長, date: "
      "2021-01-04}}\n"
      "- {name: bare, form: f, to: [b@y.example]}\n"
      "- {name: folder, form: pack, drop: /srv, notice: [b@x.example]}\n",
      "chohyo.yaml");
  const Findings findings = CheckMailRoutes(mail);
  CHECK(Rules(findings) == Lines{"mail.domain bare info", "mail.unprotected bare info", "mail.permission bare info"});
  CHECK(findings[0].file == "chohyo.yaml");
  CHECK(findings[0].line == 5);
  CHECK(CheckMailRoutes(YamlNode()).empty());
}

}  // namespace
}  // namespace chohyo
