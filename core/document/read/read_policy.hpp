// Reads the policy: how time is shared, and the rules of the movements with their overrides for single cycles.
#pragma once

#include "core/catalog/catalog.hpp"
#include "core/document/read/reader.hpp"

namespace planshift {

// Reads into a catalog whose cycles and sources are known already.
void read_policy(Reader& reader, JsonValue object, Catalog& catalog);

// Sources that a rule or a consequence rests on.
[[nodiscard]] std::vector<SourceIndex> read_cite(Reader& reader, JsonValue list, const Catalog& catalog);

}  // namespace planshift
