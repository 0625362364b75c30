#include "pipeline/protect/ole_container.h"

#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-outfile-msole.h>
#include <gsf/gsf-output-memory.h>
#include <gsf/gsf-utils.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"

namespace chohyo {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Held = std::unique_ptr<T, Unref>;

/// libgsf is started once. What it says of damaged files is swallowed: the user is told by the caller.
void Start() {
  static std::once_flag once;
  std::call_once(once, [] {
    gsf_init();
    g_log_set_default_handler([](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);
  });
}

void Check(bool done) {
  if (done) return;
  throw OutputFault(Say("暗号化した文書の入れ物（OLE）が作れません（libgsf）。",
                        "The container (OLE) of the encrypted document cannot be made (libgsf)."));
}

using Streams = std::map<OlePath, std::string>;

/// Writes the streams whose paths begin with `path` into a storage, storages among them by recursion.
void WriteStorage(GsfOutfile* storage, const Streams& streams, const OlePath& path) {
  std::string open;  // the storage below that is written already: its streams stand side by side in the map
  for (const auto& [of_stream, bytes] : streams) {
    const bool below = of_stream.size() > path.size() && std::equal(path.begin(), path.end(), of_stream.begin());
    if (!below || of_stream[path.size()] == open) continue;
    const std::string& name = of_stream[path.size()];
    const bool is_stream = of_stream.size() == path.size() + 1;
    const Held<GsfOutput> child(gsf_outfile_new_child(storage, name.c_str(), is_stream ? FALSE : TRUE));
    Check(child != nullptr);
    if (is_stream) {
      Check(gsf_output_write(child.get(), bytes.size(), reinterpret_cast<const guint8*>(bytes.data())) != FALSE);
    } else {
      OlePath deeper = path;
      deeper.push_back(name);
      WriteStorage(GSF_OUTFILE(child.get()), streams, deeper);
      open = name;
    }
    Check(gsf_output_close(child.get()) != FALSE);
  }
}

}  // namespace

bool IsOleContainer(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
}

std::string WriteOleContainer(const Streams& streams) {
  Start();
  const Held<GsfOutput> memory(gsf_output_memory_new());
  Check(memory != nullptr);
  const Held<GsfOutfile> root(gsf_outfile_msole_new(memory.get()));
  Check(root != nullptr);
  WriteStorage(root.get(), streams, {});
  Check(gsf_output_close(GSF_OUTPUT(root.get())) != FALSE);
  const guint8* bytes = gsf_output_memory_get_bytes(GSF_OUTPUT_MEMORY(memory.get()));
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(gsf_output_size(memory.get()))};
}

std::optional<std::string> ReadOleStream(std::string_view bytes, const std::string& name) {
  if (!IsOleContainer(bytes)) return std::nullopt;
  Start();
  const auto* start = reinterpret_cast<const guint8*>(bytes.data());
  const Held<GsfInput> memory(gsf_input_memory_new(start, static_cast<gsf_off_t>(bytes.size()), FALSE));
  if (memory == nullptr) return std::nullopt;
  const Held<GsfInfile> root(gsf_infile_msole_new(memory.get(), nullptr));
  if (root == nullptr) return std::nullopt;
  const Held<GsfInput> stream(gsf_infile_child_by_name(root.get(), name.c_str()));
  if (stream == nullptr) return std::nullopt;
  const auto size = static_cast<std::size_t>(gsf_input_size(stream.get()));
  if (size > bytes.size()) return std::nullopt;
  std::string content(size, '\0');
  if (size > 0 && gsf_input_read(stream.get(), size, reinterpret_cast<guint8*>(content.data())) == nullptr) {
    return std::nullopt;
  }
  return content;
}

}  // namespace chohyo
