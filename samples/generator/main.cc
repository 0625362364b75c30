// chohyo-city: writes the office folder of an invented city. The same request gives the same bytes everywhere.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/base/era.h"
#include "pipeline/base/file.h"
#include "pipeline/base/text.h"
#include "samples/generator/tables.h"

namespace chohyo::city {
namespace {

constexpr std::string_view kUsage =
    "chohyo-city DIR [--staff N] [--month 2021-01] [--seed N] [--encoding utf-8|cp932|mixed] [--only TABLE,…]\n"
    "chohyo-city DIR --wakaba\n";

struct Settings {
  std::filesystem::path folder;
  CityRequest request;
  EncodingMix mix = EncodingMix::kUtf8;
  std::vector<std::string> tables = TableNames();
  bool wakaba = false;
};

std::uint64_t NumberOf(std::string_view option, std::string_view text, std::uint64_t least, std::uint64_t most) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    throw std::runtime_error(fmt::format("{} {}: not a whole number from {} to {}", option, text, least, most));
  }
  return value;
}

EncodingMix MixOf(std::string_view text) {
  if (text == "utf-8") return EncodingMix::kUtf8;
  if (text == "cp932") return EncodingMix::kCp932;
  if (text == "mixed") return EncodingMix::kMixed;
  throw std::runtime_error(fmt::format("--encoding {}: not utf-8, cp932 or mixed", text));
}

Month MonthOf(std::string_view text) {
  const MonthReading reading = ReadMonth(text);
  if (!reading.month) throw std::runtime_error("--month: " + reading.problem);
  return *reading.month;
}

std::vector<std::string> TablesOf(std::string_view text) {
  const std::vector<std::string> known = TableNames();
  std::vector<std::string> tables;
  for (const std::string_view name : Split(text, ',')) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      throw std::runtime_error(fmt::format("--only {}: no such table", name));
    }
    tables.emplace_back(name);
  }
  return tables;
}

void ReadOption(std::string_view option, std::string_view value, Settings* settings) {
  if (option == "--staff") {
    settings->request.staff = static_cast<int>(NumberOf(option, value, 60, 200000));
  } else if (option == "--month") {
    settings->request.month = MonthOf(value);
  } else if (option == "--seed") {
    settings->request.seed = NumberOf(option, value, 0, UINT64_MAX);
  } else if (option == "--encoding") {
    settings->mix = MixOf(value);
  } else if (option == "--only") {
    settings->tables = TablesOf(value);
  } else {
    throw std::runtime_error(fmt::format("{}: no such option", option));
  }
}

Settings ReadSettings(const std::vector<std::string>& arguments) {
  Settings settings;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--wakaba") {
      settings.wakaba = true;
    } else if (arguments[i].starts_with("--")) {
      if (i + 1 == arguments.size()) throw std::runtime_error(arguments[i] + ": needs a value");
      ReadOption(arguments[i], arguments[i + 1], &settings);
      ++i;
    } else {
      settings.folder = arguments[i];
    }
  }
  if (settings.folder.empty()) throw std::runtime_error(std::string(kUsage));
  settings.request.cp932_names = settings.mix == EncodingMix::kCp932;
  if (settings.wakaba) settings.mix = EncodingMix::kMixed;
  return settings;
}

void WriteCity(const Settings& settings) {
  const City city = settings.wakaba ? WakabaCity() : InventCity(settings.request);
  WriteWholeFile(settings.folder / "chohyo.yaml", city.configuration);
  std::size_t rows = 0;
  for (const std::string& name : settings.tables) {
    const TableStyle style = StyleOf(name, settings.mix);
    const Table table = TableOfCity(name, city);
    rows += table.rows();
    WriteWholeFile(settings.folder / "data" / (name + (style.workbook ? ".xlsx" : ".csv")), table.Bytes(style));
  }
  fmt::print(stderr, "{}: {} people, {} rows\n", settings.folder.string(), city.people.size(), rows);
}

}  // namespace
}  // namespace chohyo::city

int main(int argc, char** argv) {
  try {
    chohyo::city::WriteCity(chohyo::city::ReadSettings({argv + 1, argv + argc}));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "chohyo-city: {}\n", error.what());
    return 2;
  }
}
