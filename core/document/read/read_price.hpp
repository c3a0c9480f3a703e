// Prices: {"flat", "per_seat"} and one of {"tiers"}, {"package"}, for each cycle that a plan or add-on is sold on; or a
// list of them, each but the last with the date `until` which it holds.
#pragma once

#include "core/catalog/catalog.hpp"
#include "core/document/read/reader.hpp"

namespace planshift {

// A price without a cycle, or for one.
[[nodiscard]] Price read_price(Reader& reader, JsonValue object);

// One price for each cycle of the catalog, none where it isn't sold.
[[nodiscard]] Prices read_prices(Reader& reader, JsonValue object, const Catalog& catalog);

}  // namespace planshift
