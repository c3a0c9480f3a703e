// NDJSON: one request a line in, one answer a line out, in the same order. A bad line is answered by an error in its
// place, an empty one too, so that the n-th answer always belongs to the n-th line. Memory stays flat: one line at a time.
#pragma once

#include <istream>
#include <ostream>

#include "core/document/engine.hpp"

namespace planshift {

void answer_lines(Engine& engine, std::istream& requests, std::ostream& answers);

}  // namespace planshift
