#include "pipeline/options.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <initializer_list>
#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

ParsedOptions Parse(std::initializer_list<const char*> words) {
  std::vector<const char*> argv = {"chohyo"};
  argv.insert(argv.end(), words.begin(), words.end());
  return ParseOptions(static_cast<int>(argv.size()), argv.data());
}

std::string FaultOf(std::initializer_list<const char*> words) {
  try {
    Parse(words);
  } catch (const UsageFault& fault) {
    return fault.what();
  }
  return "no fault";
}

}  // namespace

TEST_CASE("A whole command line is read") {
  const Options options = *Parse({"render",       "2021-01",
                                  "-C",           "office",
                                  "-o",           "made",
                                  "-j",           "3",
                                  "--form",       "oyama.device-loan",
                                  "--form",       "tarumizu.roster",
                                  "--department", "0110",
                                  "--format",     "pdf,xlsx",
                                  "--issued",     "2021-02-01",
                                  "--force",      "--json",
                                  "--quiet"})
                               .options;
  CHECK(options.command == Command::kRender);
  CHECK(options.period == "2021-01");
  CHECK(options.folder == "office");
  CHECK(options.out == "made");
  CHECK(options.jobs == 3);
  CHECK(options.forms == std::vector<std::string>{"oyama.device-loan", "tarumizu.roster"});
  CHECK(options.departments == std::vector<std::string>{"0110"});
  CHECK(options.formats == std::vector<std::string>{"pdf", "xlsx"});
  CHECK(options.issued == Date::FromIso("2021-02-01"));
  CHECK(options.force);
  CHECK(options.json);
  CHECK(options.quiet);
}

TEST_CASE("What is left out has its default") {
  const Options options = *Parse({"run"}).options;
  CHECK(options.command == Command::kRun);
  CHECK(options.period.empty());
  CHECK(options.folder == ".");
  CHECK(options.out.empty());
  CHECK(options.jobs == 0);
  CHECK_FALSE(options.json);
}

TEST_CASE("Wrong use names the nearest word") {
  CHECK(FaultOf({"rnu", "--lang", "en"}) == "unknown command \"rnu\"; did you mean \"run\"?");
  CHECK(FaultOf({"chek", "--lang", "ja"}) == "知らない命令「chek」です。「check」ではありませんか。");
  CHECK(FaultOf({"xylophone", "--lang", "en"}).rfind("unknown command \"xylophone\"; known are blank, check, ", 0) ==
        0);
  CHECK(FaultOf({"run", "--issued", "R3.1.5", "--lang", "en"}) ==
        "--issued \"R3.1.5\" is no date; write it like 2021-01-31.");
  CHECK(FaultOf({"run", "--colour", "--lang", "en"}).rfind("wrong usage: ", 0) == 0);
  CHECK(FaultOf({"render", "--format", "docx", "--lang", "en"}).rfind("wrong usage: ", 0) == 0);
  CHECK(FaultOf({"--lang", "en"}).rfind("wrong usage: ", 0) == 0);
}

TEST_CASE("The language comes from --lang, else from the locale") {
  ::setenv("LC_ALL", "ja_JP.UTF-8", 1);
  Parse({"run"});
  CHECK(CurrentLang() == Lang::kJa);
  Parse({"run", "--lang=en"});
  CHECK(CurrentLang() == Lang::kEn);
  ::setenv("LC_ALL", "C", 1);
  Parse({"run"});
  CHECK(CurrentLang() == Lang::kEn);
  ::unsetenv("LC_ALL");
}

TEST_CASE("Help and version end the program well") {
  CHECK(Parse({"--version"}).out == "chohyo 0.1.0\n");
  CHECK(Parse({"--help"}).out.find("render") != std::string::npos);
  CHECK(Parse({"check", "--help"}).out.find("PERIOD") != std::string::npos);
  CHECK_FALSE(Parse({"--help"}).options);
}

}  // namespace chohyo
