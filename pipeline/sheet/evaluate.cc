#include "pipeline/sheet/evaluate.h"

#include <charconv>

#include "pipeline/base/lang.h"
#include "pipeline/base/text.h"
#include "pipeline/sheet/format.h"

namespace chohyo {
namespace {

constexpr std::size_t kNamesInMessages = 12;
const Value kNothing;

std::string KeysOf(const Value& map) {
  std::vector<std::string> keys;
  for (const auto& entry : map.map()) keys.push_back(entry.first);
  const bool more = keys.size() > kNamesInMessages;
  if (more) keys.resize(kNamesInMessages);
  return Join(keys, ", ") + (more ? " …" : "");
}

void SetOwn(Scalar scalar, Result* result) {
  result->own = std::move(scalar);
  result->scalar = &result->own;
  result->list = nullptr;
}

/// Adds a leaf to a sum: whole numbers and minutes stay what they are, anything broken makes it a double.
struct Total {
  std::int64_t whole = 0;
  double broken = 0;
  bool is_broken = false, is_minutes = false;

  void Add(const Scalar& scalar) {
    if (const auto* number = std::get_if<std::int64_t>(&scalar)) whole += *number;
    if (const auto* truth = std::get_if<bool>(&scalar)) whole += *truth ? 1 : 0;
    if (const auto* minutes = std::get_if<Minutes>(&scalar)) {
      whole += minutes->value;
      is_minutes = true;
    }
    if (const auto* number = std::get_if<double>(&scalar)) {
      broken += *number;
      is_broken = true;
    }
  }

  Scalar Value() const {
    if (is_broken) return broken + static_cast<double>(whole);
    if (is_minutes) return Minutes{static_cast<std::int32_t>(whole)};
    return whole;
  }
};

}  // namespace

Evaluator::Evaluator(const Value& values, bool blank, const std::string& file, int hint_count)
    : values_(values),
      blank_(blank),
      made_for_blank_(MadeForBlank(values)),
      file_(file),
      hints_(static_cast<std::size_t>(hint_count)) {}

bool Evaluator::MadeForBlank(const Value& values) {
  const Value* document = values.Find("document");
  const Value* mark = document != nullptr ? document->Find("blank") : nullptr;
  return mark != nullptr && mark->IsTrue();
}

bool Evaluator::KnownOnBlank(const Path& path) const {
  if (made_for_blank_) return true;
  const std::string& first = path.members.front().name;
  if (first == "office") return true;
  if (first != "document" || path.members.size() != 2) return false;
  const std::string& second = path.members[1].name;
  return second == "form" || second == "title" || second == "approval";
}

Value Evaluator::LoopValue(const Path& path) {
  const LoopFrame& frame = frames_[static_cast<std::size_t>(path.slot)];
  const std::string name = path.members.size() == 2 ? path.members[1].name : "";
  if (name == "number") return Value(frame.number);
  if (name == "first") return Value(frame.number == 1);
  if (name == "last") return Value(frame.number == frame.count);
  FailAt(file_, path.place,
         Say("「{}」はありません。loop.number、loop.first、loop.last が使えます。",
             "there is no \"{}\"; there are loop.number, loop.first and loop.last.", path.text));
}

void Evaluator::FailUnknown(const Value& map, const Path& path, std::size_t index) const {
  std::vector<std::string> keys;
  for (const auto& entry : map.map()) keys.push_back(entry.first);
  if (path.also != nullptr) keys.insert(keys.end(), path.also->begin(), path.also->end());
  const std::string& name = path.members[index].name;
  const auto nearest = NearestName(name, keys);
  FailAt(file_, path.place,
         nearest ? Say("「{}」の「{}」は知らない項目です。「{}」ではありませんか。",
                       "\"{}\": there is no \"{}\" here; did you mean \"{}\"?", path.text, name, *nearest)
                 : Say("「{}」の「{}」は知らない項目です。あるのは {} です。",
                       "\"{}\": there is no \"{}\" here; there are {}.", path.text, name, KeysOf(map)));
}

/// The member of a map; nullptr where a fault is not called for.
const Value* Evaluator::Step(const Value& map, const Path& path, std::size_t index) {
  const Member& member = path.members[index];
  const ValueMap& entries = map.map();
  std::uint32_t& hint = hints_[static_cast<std::size_t>(member.hint)];
  if (hint < entries.size() && entries[hint].first == member.name) return &entries[hint].second;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].first != member.name) continue;
    hint = static_cast<std::uint32_t>(i);
    return &entries[i].second;
  }
  if (blank_ || path.lenient) return nullptr;
  FailUnknown(map, path, index);
}

/// The n-th element of a list for a member `#n`; nothing beyond its end. nullptr for other members.
const Value* Evaluator::Element(const Value& list, const std::string& member) {
  std::size_t number = 0;
  const char* end = member.data() + member.size();
  if (!member.starts_with('#') || std::from_chars(member.data() + 1, end, number).ptr != end) return nullptr;
  return number > 0 && number <= list.list().size() ? &list.list()[number - 1] : &kNothing;
}

/// The members of a list's elements as one list; false if nothing is known of one.
bool Evaluator::Gather(const Value& list, const Path& path, std::size_t next, ValueList* out) {
  for (const Value& element : list.list()) {
    Value scratch;
    const Value* found = Walk(&element, path, next, &scratch);
    if (found == nullptr) return false;
    if (found->IsList()) {
      out->insert(out->end(), found->list().begin(), found->list().end());
    } else {
      out->push_back(*found);
    }
  }
  return true;
}

const Value* Evaluator::Walk(const Value* at, const Path& path, std::size_t next, Value* scratch) {
  for (; at != nullptr && next < path.members.size(); ++next) {
    if (at->IsMap()) {
      at = Step(*at, path, next);
    } else if (at->IsEmpty()) {
      return &kNothing;
    } else if (const Value* element = Element(*at, path.members[next].name); at->IsList() && element != nullptr) {
      at = element;
    } else if (at->IsList()) {
      ValueList gathered;
      if (!Gather(*at, path, next, &gathered)) return nullptr;
      *scratch = Value(std::move(gathered));
      return scratch;
    } else {
      FailAt(file_, path.place,
             Say("「{}」の「{}」の前は一つの値で、中に項目はありません。",
                 "\"{}\": what stands before \"{}\" is a single value without members.", path.text,
                 path.members[next].name));
    }
  }
  return at;
}

const Value* Evaluator::Find(const Path& path, Value* scratch) {
  if (path.start == Path::Start::kVariable) {
    return Walk(frames_[static_cast<std::size_t>(path.slot)].element, path, 0, scratch);
  }
  if (path.start == Path::Start::kLoop) {
    *scratch = LoopValue(path);
    return scratch;
  }
  if (path.start == Path::Start::kBlank) {
    *scratch = Value(blank_);
    return scratch;
  }
  if (blank_ && !KnownOnBlank(path)) return nullptr;
  return Walk(&values_, path, 0, scratch);
}

const ValueList* Evaluator::List(const Path& path, Value* scratch) {
  const Value* found = Find(path, scratch);
  if (found == nullptr) return nullptr;
  if (!found->IsList() && !found->IsEmpty()) {
    FailAt(file_, path.place,
           Say("「{}」は一覧ではないので each に使えません。", "\"{}\" is no list, so each cannot run over it.",
               path.text));
  }
  return &found->list();
}

void Evaluator::Count(const Path& path, Result* result) {
  Value scratch;
  const Value* found = Find(path, &scratch);
  result->missing = found == nullptr;
  if (result->missing) return SetOwn({}, result);
  const std::size_t single = found->IsEmpty() ? 0 : 1;
  SetOwn(static_cast<std::int64_t>(found->IsList() ? found->list().size() : single), result);
}

void Evaluator::Sum(const Path& path, Result* result) {
  Value scratch;
  const Value* found = Find(path, &scratch);
  result->missing = found == nullptr;
  if (result->missing) return SetOwn({}, result);
  Total total;
  total.Add(found->scalar());
  for (const Value& element : found->list()) total.Add(element.scalar());
  SetOwn(total.Value(), result);
}

void Evaluator::Evaluate(const Expression& expression, Result* result) {
  result->list = nullptr;
  result->format = {};
  result->origin = {};
  result->missing = false;
  if (expression.kind == Expression::Kind::kConstant) {
    result->scalar = &expression.constant;
  } else if (expression.kind == Expression::Kind::kCount) {
    Count(expression.path, result);
  } else if (expression.kind == Expression::Kind::kSum) {
    Sum(expression.path, result);
  } else {
    const Value* found = Find(expression.path, &result->own_list);
    result->missing = found == nullptr;
    if (result->missing) found = &kNothing;
    if (found->IsMap()) {
      FailAt(file_, expression.path.place,
             Say("「{}」は項目の組です。その中の一つ（{}）を書いてください。",
                 "\"{}\" is a group; name one of its members ({}).", expression.path.text, KeysOf(*found)));
    }
    if (found->IsList()) result->list = found;
    result->scalar = &found->scalar();
    result->origin = found->origin();
  }
  for (const Filter& filter : expression.filters) ApplyFilter(filter, result);
}

void Evaluator::Fill(const Text& text, std::string_view format, FilledText* filled) {
  Result result;
  if (text.IsSingle()) {
    Evaluate(*text.pieces[0].expression, &result);
    if (result.format.empty()) result.format = format;
    filled->text = Shown(result);
    filled->any = !filled->text.empty();
    filled->origin = result.origin;
    if (result.list != nullptr) {
      filled->value = filled->text;
    } else {
      filled->value = *result.scalar;
    }
    return;
  }
  bool has_origin = false;
  for (const Text::Piece& piece : text.pieces) {
    filled->text += piece.literal;
    if (!piece.expression) continue;
    Evaluate(*piece.expression, &result);
    const std::string shown = Shown(result);
    filled->any = filled->any || !shown.empty();
    filled->text += shown;
    if (!has_origin && !shown.empty()) filled->origin = result.origin;
    has_origin = has_origin || !shown.empty();
  }
  if (!filled->text.empty()) filled->value = filled->text;
}

std::string Evaluator::FillToText(const Text& text) {
  FilledText filled;
  Fill(text, {}, &filled);
  return std::move(filled.text);
}

std::vector<std::string> Evaluator::Texts(const Path& path, Origin* origin) {
  Value scratch;
  const Value* found = Find(path, &scratch);
  std::vector<std::string> texts;
  if (found == nullptr || found->IsEmpty()) return texts;
  *origin = found->origin();
  if (!found->IsList()) return {FormatValue(found->scalar(), {})};
  for (const Value& element : found->list()) {
    if (texts.empty()) *origin = element.origin();
    texts.push_back(FormatValue(element.scalar(), {}));
  }
  return texts;
}

}  // namespace chohyo
