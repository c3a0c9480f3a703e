// The only catch. The core itself throws nothing: what arrives here is memory that ran out, or a bug.
#pragma once

#include "core/fault/fault.hpp"

#if defined(__cpp_exceptions)
#include <new>
#endif

namespace planshift {

// What `work` returns, or what `otherwise` makes of the fault that ended it.
template <class Work>
auto guarded(Work work, [[maybe_unused]] auto otherwise) {
#if defined(__cpp_exceptions)
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return otherwise(FaultCode::internal_memory);
  } catch (...) {
    return otherwise(FaultCode::internal_unexpected);
  }
#else
  return work();
#endif
}

}  // namespace planshift
