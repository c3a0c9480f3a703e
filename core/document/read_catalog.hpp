// A catalog document → Catalog, with everything that is wrong with it.
#pragma once

#include <memory>
#include <string_view>

#include "core/catalog/catalog.hpp"
#include "core/fault/fault.hpp"

namespace planshift {

// Of use where there are no faults; with faults, what could be read of it, or null where nothing could.
[[nodiscard]] std::unique_ptr<Catalog> read_catalog(std::string_view json, Faults& faults);

}  // namespace planshift
