// Reads a catalog document, and collects all its faults.
#pragma once

#include <memory>
#include <string_view>

#include "core/catalog/catalog.hpp"
#include "core/fault/fault.hpp"

namespace planshift {

// Without faults: the catalog. With faults: what could be read of it, or null.
[[nodiscard]] std::unique_ptr<Catalog> read_catalog(std::string_view json, Faults& faults);

}  // namespace planshift
