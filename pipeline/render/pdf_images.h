// Pictures as PDF objects, each once a file.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/layout/pages.h"
#include "pipeline/render/pdf_file.h"

namespace chohyo {

class PdfImages {
 public:
  /// Appends the operators that draw a page's pictures.
  void Append(const std::vector<PlacedPicture>& pictures, Um page_height, std::string* out);

  /// Adds the pictures that were drawn to the file and names them in its resources.
  void AddTo(PdfFile* file, int deflate_level, PdfDict* resources);

  /// Tells these pictures from others.
  std::string Description() const;

 private:
  std::string KeyOf(const std::shared_ptr<const Image>& image);

  std::map<const Image*, std::size_t> numbers_;
  std::vector<std::shared_ptr<const Image>> images_;
};

/// Appends an operator sequence that lets only what lies in `clip` be seen, up to the next Q.
void AppendClip(const PaperBox& clip, Um page_height, std::string* out);

/// True if some of `box` lies outside `clip`.
bool IsClipped(const PaperBox& box, const PaperBox& clip);

}  // namespace chohyo
