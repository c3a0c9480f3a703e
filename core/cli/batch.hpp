// NDJSON: one request a line in, one answer a line out, in the same order. A bad line, and an empty one, gets an error
// in its place, so that the n-th answer always belongs to the n-th line. Memory stays flat: one line at a time. A
// program can write a line, wait for its answer and write the next: the batch writes out all answers before it waits
// for input.
#pragma once

#include <ostream>

#include "core/cli/input.hpp"
#include "planshift/engine.hpp"

namespace planshift {

// Returns when the input ends or fails, or when the answers can't be written.
void answer_lines(Engine& engine, Input& requests, std::ostream& answers);

}  // namespace planshift
