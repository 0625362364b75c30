// SUBTOTAL and AGGREGATE: a function chosen by its number.
#pragma once

#include "pipeline/formula/function_call.h"

namespace chohyo {

Operand Subtotal(FunctionCall& call);

/// Options that leave out errors are kept; hidden rows count, as nothing here knows of them.
Operand Aggregate(FunctionCall& call);

}  // namespace chohyo
