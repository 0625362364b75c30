// What each form costs from values to bytes: documents a CPU second on one core, bytes each, PDF and XLSX apart.
//   forms_bench OFFICE PERIOD     e.g. forms_bench samples/wakaba 2021-01
// Every document of a form is made in turn until a second has passed. Reading the office is not counted.
#include <fmt/format.h>

#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "pipeline/base/fault.h"
#include "pipeline/document_maker.h"
#include "pipeline/fonts_of_office.h"
#include "pipeline/office_data.h"

namespace chohyo {
namespace {

double CpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Measured {
  double per_second = 0;
  double bytes_each = 0;
};

Measured Measure(const std::vector<DocumentPlan>& plans, const Catalog& catalog, const MakeOptions& options,
                 DocumentMaker* maker) {
  std::size_t count = 0, bytes = 0;
  const auto make = [&](const DocumentPlan& plan) {
    const Template* form = catalog.Find(plan.template_name.empty() ? plan.form : plan.template_name);
    for (const MadeBytes& file : maker->Make(plan, *form, options).files) bytes += file.bytes.size();
    ++count;
  };
  make(plans.front());  // warms the caches of fonts
  count = bytes = 0;
  const double begin = CpuSeconds();
  double spent = 0;
  while (spent < 1.0) {
    make(plans[count % plans.size()]);
    spent = CpuSeconds() - begin;
  }
  return {static_cast<double>(count) / spent, static_cast<double>(bytes) / static_cast<double>(count)};
}

/// Documents of one template are alike; those of several (bureau, city, month) are measured apart.
std::map<std::string, std::vector<DocumentPlan>> PlansByTemplate(const OfficeData& data) {
  std::map<std::string, std::vector<DocumentPlan>> plans;
  for (const std::string& form : data.catalog.ActiveForms()) {
    const auto builder = FormBuilders().find(form);
    const Template* found = data.catalog.Find(form);
    if (builder == FormBuilders().end() && found == nullptr) continue;
    auto made =
        builder != FormBuilders().end() ? builder->second(data.context()) : PlanFromRecords(*found, data.context());
    for (DocumentPlan& plan : made) plans[plan.template_name.empty() ? form : plan.template_name].push_back(plan);
  }
  return plans;
}

void Run(const char* folder, const char* period) {
  const auto data = ReadOffice(folder, period);
  std::vector<std::string> problems;
  const auto fonts = OpenFonts(data->office, &problems);
  if (fonts == nullptr) throw InputFault(problems.front());
  DocumentMaker maker(fonts);
  fmt::print("{:<28} {:>6} {:>12} {:>10} {:>12} {:>10}\n", "form", "plans", "PDF/CPU s", "bytes", "XLSX/CPU s",
             "bytes");
  for (const auto& [name, plans] : PlansByTemplate(*data)) {
    MakeOptions options;
    options.author = data->office.names.name;
    options.created = data->now;
    options.formats = {"pdf"};
    const Measured pdf = Measure(plans, data->catalog, options, &maker);
    options.formats = {"xlsx"};
    const Measured xlsx = Measure(plans, data->catalog, options, &maker);
    fmt::print("{:<28} {:>6} {:>12.0f} {:>10.0f} {:>12.0f} {:>10.0f}\n", name, plans.size(), pdf.per_second,
               pdf.bytes_each, xlsx.per_second, xlsx.bytes_each);
  }
}

}  // namespace
}  // namespace chohyo

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: forms_bench OFFICE PERIOD\n");
    return 2;
  }
  try {
    chohyo::Run(argv[1], argv[2]);
  } catch (const chohyo::Fault& fault) {
    fmt::print(stderr, "{}\n", fault.what());
    return static_cast<int>(fault.code());
  }
  return 0;
}
