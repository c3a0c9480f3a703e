// NDJSON: one request a line in, one answer a line out, in the same order. A bad line is answered by an error in its
// place, an empty one too, so that the n-th answer always belongs to the n-th line. Memory stays flat: one line at a time.
// A program can write a line, wait for its answer and write the next: before input that has to be waited for, all answers
// are passed on.
#pragma once

#include <ostream>

#include "core/cli/input.hpp"
#include "core/document/engine.hpp"

namespace planshift {

// Until the input ends or fails, or the answers can't be written.
void answer_lines(Engine& engine, Input& requests, std::ostream& answers);

}  // namespace planshift
