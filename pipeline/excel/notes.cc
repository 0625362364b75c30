#include "pipeline/excel/notes.h"

#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/sheet/cell_address.h"

namespace chohyo {
namespace {

constexpr std::size_t kMostNotes = 200;

}  // namespace

void FormNotes::Add(int row, int column, std::string message) { AddNote(row, column, std::move(message), false); }

void FormNotes::Warn(int row, int column, std::string message) { AddNote(row, column, std::move(message), true); }

void FormNotes::AddOnce(std::string message) {
  if (said_.insert(message).second) notes_.push_back({{}, {}, std::move(message), false});
}

void FormNotes::AddNote(int row, int column, std::string message, bool warning) {
  if (notes_.size() >= kMostNotes && !warning) {
    return AddOnce(Say("ほかにも同じような箇所があります（{} 件で打ち切りました）。",
                       "there are more places like these (cut off after {}).", kMostNotes));
  }
  notes_.push_back({sheet_, row < 0 ? std::string() : CellAddress(row, column), std::move(message), warning});
}

}  // namespace chohyo
