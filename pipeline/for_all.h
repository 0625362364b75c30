// Work on many documents, several at a time.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "pipeline/document_maker.h"

namespace chohyo {

/// Runs work(index, maker) for every index below `count` on several threads, each with a maker of its own. `jobs`: so
/// many threads, 0 = one a core.
void ForAll(std::size_t count, unsigned jobs, const std::shared_ptr<const FontSet>& fonts,
            const std::function<void(std::size_t, DocumentMaker*)>& work);

}  // namespace chohyo
