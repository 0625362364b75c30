#include "pipeline/sheet/expression.h"

#include <charconv>

#include "pipeline/base/fault.h"
#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/cell_address.h"
#include "pipeline/sheet/expression_parser.h"

namespace chohyo {

void FailAt(const std::string& file, Place place, const std::string& message) {
  if (place.sheet != nullptr && place.line > 0) {
    const std::string cell = *place.sheet + '!' + CellAddress(place.line - 1, place.column - 1);
    throw InputFault(Say("{}: {}: エラー: {}", "{}: {}: error: {}", file, cell, message));
  }
  if (place.line == 0) throw InputFault(Say("{}: エラー: {}", "{}: error: {}", file, message));
  throw InputFault(Say("{}:{}:{}: エラー: {}", "{}:{}:{}: error: {}", file, place.line, place.column, message));
}

Text ExpressionCompiler::CompileText(const Source& source) {
  Text text;
  std::size_t at = 0;
  while (at < source.text.size()) {
    const std::size_t open = source.text.find("{{", at);
    Text::Piece piece;
    piece.literal = source.text.substr(at, open == std::string_view::npos ? open : open - at);
    if (open != std::string_view::npos) {
      ExpressionParser parser(this, source, open + 2);
      piece.expression = parser.ParsePlaceholder();
      at = parser.offset();
    } else {
      at = source.text.size();
    }
    text.pieces.push_back(std::move(piece));
  }
  return text;
}

Condition ExpressionCompiler::CompileCondition(const Source& source) {
  return ExpressionParser(this, source, 0).ParseCondition();
}

Path ExpressionCompiler::CompilePath(const Source& source) { return ExpressionParser(this, source, 0).ParseLonePath(); }

Loop ExpressionCompiler::EnterLoop(const Source& source) {
  ExpressionParser parser(this, source, 0);
  Loop loop;
  loop.path = parser.ParseLoopPath();
  const std::string name = parser.ParseLoopName();
  for (const Variable& variable : variables_) {
    if (variable.name == name) {
      FailAt(file_, source.place,
             Say("「{}」は外側の each でもう使われています。別の名前にしてください。",
                 "\"{}\" is already the name of an each around; choose another.", name));
    }
  }
  loop.slot = static_cast<int>(variables_.size());
  variables_.push_back({name, paths_.back(), uses_.back().names});
  return loop;
}

Path ExpressionCompiler::Resolve(std::vector<std::string> names, std::string text, Place place) {
  Path path;
  path.text = std::move(text);
  path.place = place;
  std::size_t first = 0;
  std::string written_out;
  PathUse use;
  for (std::size_t i = variables_.size(); i-- > 0 && first == 0;) {
    if (variables_[i].name != names[0]) continue;
    path.start = Path::Start::kVariable;
    path.slot = static_cast<int>(i);
    written_out = variables_[i].path;
    use.names = variables_[i].names;
    use.own = use.names.size();
    first = 1;
  }
  if (first == 0 && names[0] == "loop") {
    if (variables_.empty()) {
      FailAt(file_, place, Say("loop は each の中でだけ使えます。", "loop can only be used inside an each."));
    }
    path.start = Path::Start::kLoop;
    path.slot = static_cast<int>(variables_.size()) - 1;
  }
  if (first == 0 && names.size() == 2 && names[0] == "document" && names[1] == "blank")
    path.start = Path::Start::kBlank;
  for (std::size_t i = first; i < names.size(); ++i) {
    written_out += (written_out.empty() ? "" : ".") + names[i];
    use.names.push_back(names[i]);
    path.members.push_back({std::move(names[i]), hint_count_++});
  }
  use.counter = path.start == Path::Start::kLoop;
  use.text = path.text;
  use.place = place;
  uses_.push_back(std::move(use));
  const bool own_column = path.members.size() > 1 && path.members[path.members.size() - 2].name == "row";
  if (own_column) path.also = also_;
  paths_.push_back(std::move(written_out));
  return path;
}

}  // namespace chohyo
