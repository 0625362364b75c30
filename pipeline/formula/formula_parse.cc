#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "pipeline/base/lang.h"
#include "pipeline/formula/cell_reference.h"
#include "pipeline/formula/formula_node.h"
#include "pipeline/formula/formula_token.h"

namespace chohyo {
namespace {

using NodePtr = std::unique_ptr<FormulaNode>;
using Signs = std::initializer_list<std::pair<std::string_view, FormulaOperator>>;

/// Thrown within this file, out of the depth of a formula that cannot be read.
struct Unreadable {
  std::string reason;
};

/// Excel's own limits are 64 levels of functions and 8,192 characters.
constexpr int kDeepest = 250;
constexpr int kTallest = 900;
constexpr std::size_t kLongest = 32768;

NodePtr Make(NodeKind kind) {
  auto node = std::make_unique<FormulaNode>();
  node->kind = kind;
  return node;
}

/// Recursive descent, an operator's rank a function.
class Parser {
 public:
  explicit Parser(const std::vector<FormulaToken>& tokens) : tokens_(tokens) {}

  NodePtr Parse() {
    NodePtr root = Comparison();
    SkipSpaces();
    if (token().kind != TokenKind::kEnd) {
      throw Unreadable{Say("「{}」はここに置けません", "'{}' cannot stand here", TokenText())};
    }
    return root;
  }

 private:
  const FormulaToken& token() const { return tokens_[at_]; }

  std::string TokenText() const {
    if (token().kind == TokenKind::kRange) return RangeText(token().range);
    return token().text;
  }

  void SkipSpaces() {
    while (token().kind == TokenKind::kSpace) ++at_;
  }

  bool Take(std::string_view sign) {
    SkipSpaces();
    if (token().kind != TokenKind::kSign || token().text != sign) return false;
    ++at_;
    return true;
  }

  void Need(std::string_view sign) {
    if (!Take(sign)) throw Unreadable{Say("「{}」がありません", "'{}' is missing", sign)};
  }

  NodePtr Binary(FormulaOperator op, NodePtr left, NodePtr right) {
    if (++links_ > kTallest) throw Unreadable{Say("式が長すぎます", "the formula is too long")};
    NodePtr node = Make(NodeKind::kBinary);
    node->op = op;
    node->children.push_back(std::move(left));
    node->children.push_back(std::move(right));
    return node;
  }

  NodePtr LeftToRight(NodePtr (Parser::*operand)(), Signs signs) {
    NodePtr left = (this->*operand)();
    for (;;) {
      bool found = false;
      for (const auto& [sign, op] : signs) {
        if (!Take(sign)) continue;
        left = Binary(op, std::move(left), (this->*operand)());
        found = true;
        break;
      }
      if (!found) return left;
    }
  }

  NodePtr Comparison() {
    if (++depth_ > kDeepest) throw Unreadable{Say("式の入れ子が深すぎます", "the formula is nested too deeply")};
    NodePtr node = LeftToRight(&Parser::Joined, {{"=", FormulaOperator::kEqual},
                                                 {"<>", FormulaOperator::kNotEqual},
                                                 {"<=", FormulaOperator::kLessEqual},
                                                 {">=", FormulaOperator::kGreaterEqual},
                                                 {"<", FormulaOperator::kLess},
                                                 {">", FormulaOperator::kGreater}});
    --depth_;
    return node;
  }
  NodePtr Joined() { return LeftToRight(&Parser::Sum, {{"&", FormulaOperator::kJoin}}); }
  NodePtr Sum() {
    return LeftToRight(&Parser::Product, {{"+", FormulaOperator::kAdd}, {"-", FormulaOperator::kSubtract}});
  }
  NodePtr Product() {
    return LeftToRight(&Parser::Power, {{"*", FormulaOperator::kMultiply}, {"/", FormulaOperator::kDivide}});
  }
  NodePtr Power() { return LeftToRight(&Parser::Signed, {{"^", FormulaOperator::kPower}}); }

  /// A sign binds tighter than ^ in Excel: -2^2 is 4.
  NodePtr Signed() {
    for (const std::string_view sign : {"-", "+"}) {
      if (!Take(sign)) continue;
      if (++depth_ > kDeepest) throw Unreadable{Say("式の入れ子が深すぎます", "the formula is nested too deeply")};
      NodePtr node = Make(NodeKind::kUnary);
      node->op = sign == "-" ? FormulaOperator::kSubtract : FormulaOperator::kAdd;
      node->children.push_back(Signed());
      --depth_;
      return node;
    }
    return Percent();
  }

  NodePtr Percent() {
    NodePtr node = Shared();
    while (Take("%")) {
      if (++links_ > kTallest) throw Unreadable{Say("式が長すぎます", "the formula is too long")};
      NodePtr percent = Make(NodeKind::kPercent);
      percent->children.push_back(std::move(node));
      node = std::move(percent);
    }
    return node;
  }

  static bool MayRefer(const FormulaNode& node) {
    if (node.kind == NodeKind::kBinary) return node.op >= FormulaOperator::kRange;
    return node.kind == NodeKind::kRange || node.kind == NodeKind::kName || node.kind == NodeKind::kCall ||
           node.kind == NodeKind::kParentheses;
  }

  /// Ranges with a blank between them: the cells they share.
  NodePtr Shared() {
    NodePtr left = Stretch();
    while (token().kind == TokenKind::kSpace && MayRefer(*left)) {
      const FormulaToken& next = tokens_[at_ + 1];
      const bool operand = next.kind == TokenKind::kRange || next.kind == TokenKind::kName ||
                           next.kind == TokenKind::kFunction || (next.kind == TokenKind::kSign && next.text == "(");
      if (!operand) break;
      ++at_;
      left = Binary(FormulaOperator::kIntersect, std::move(left), Stretch());
    }
    return left;
  }

  /// A1:INDEX(…): a range between two expressions.
  NodePtr Stretch() {
    NodePtr left = Primary();
    while (token().kind == TokenKind::kSign && token().text == ":") {
      ++at_;
      left = Binary(FormulaOperator::kRange, std::move(left), Primary());
    }
    return left;
  }

  NodePtr Primary() {
    SkipSpaces();
    const FormulaToken& first = token();
    if (Take("(")) return Parentheses();
    if (Take("{")) return Array();
    NodePtr node;
    switch (first.kind) {
      case TokenKind::kConstant:
        node = Make(NodeKind::kConstant);
        node->value = first.value;
        break;
      case TokenKind::kRange:
        node = Make(NodeKind::kRange);
        node->range = first.range;
        break;
      case TokenKind::kName:
        node = Make(NodeKind::kName);
        node->name = first.text;
        node->sheet = first.sheet;
        break;
      case TokenKind::kFunction: return Call();
      case TokenKind::kEnd: throw Unreadable{Say("式が途中で終わっています", "the formula ends too soon")};
      default: throw Unreadable{Say("「{}」はここに置けません", "'{}' cannot stand here", TokenText())};
    }
    ++at_;
    return node;
  }

  NodePtr Parentheses() {
    NodePtr node = Make(NodeKind::kParentheses);
    NodePtr inner = Comparison();
    while (Take(",")) inner = Binary(FormulaOperator::kUnion, std::move(inner), Comparison());
    Need(")");
    node->children.push_back(std::move(inner));
    return node;
  }

  NodePtr Call() {
    NodePtr node = Make(NodeKind::kCall);
    node->name = token().text;
    for (const std::string_view prefix : {"_XLFN.", "_XLWS.", "_XLUDF."}) {
      if (!node->name.starts_with(prefix)) continue;
      node->prefix += prefix == "_XLFN." ? "_xlfn." : prefix == "_XLWS." ? "_xlws." : "_xludf.";
      node->name.erase(0, prefix.size());
    }
    ++at_;
    if (Take(")")) return node;
    do {
      constexpr std::size_t kMostArguments = 255;
      if (node->children.size() == kMostArguments) throw Unreadable{Say("引数が多すぎます", "too many arguments")};
      node->children.push_back(Argument());
    } while (Take(","));
    Need(")");
    return node;
  }

  NodePtr Argument() {
    SkipSpaces();
    const bool missing = token().kind == TokenKind::kSign && (token().text == "," || token().text == ")");
    return missing ? Make(NodeKind::kMissing) : Comparison();
  }

  NodePtr Array() {
    NodePtr node = Make(NodeKind::kArray);
    std::size_t in_row = 0;
    for (;;) {
      node->children.push_back(ArrayItem());
      ++in_row;
      if (Take(",")) continue;
      if (node->columns == 0) node->columns = in_row;
      if (node->columns != in_row)
        throw Unreadable{Say("配列の行の長さがそろっていません", "the rows of an array differ in length")};
      in_row = 0;
      if (Take("}")) return node;
      Need(";");
    }
  }

  NodePtr ArrayItem() {
    const bool minus = Take("-");
    if (!minus) Take("+");
    SkipSpaces();
    if (token().kind != TokenKind::kConstant) {
      throw Unreadable{Say("配列には値だけを書けます", "an array holds values only")};
    }
    NodePtr node = Make(NodeKind::kConstant);
    node->value = token().value;
    if (double* number = std::get_if<double>(&node->value); number != nullptr && minus) *number = -*number;
    ++at_;
    return node;
  }

  const std::vector<FormulaToken>& tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int links_ = 0;
};

}  // namespace

std::unique_ptr<FormulaNode> ParseFormula(std::string_view text, std::string* reason) {
  if (text.size() > kLongest) {
    *reason = Say("式が長すぎます", "the formula is too long");
    return nullptr;
  }
  const std::vector<FormulaToken> tokens = FormulaTokens(text, reason);
  if (tokens.empty()) return nullptr;
  try {
    return Parser(tokens).Parse();
  } catch (const Unreadable& unreadable) {
    *reason = unreadable.reason;
    return nullptr;
  }
}

}  // namespace chohyo
