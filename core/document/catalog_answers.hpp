// The questions about a catalog itself: text in, text out. As with an engine, every answer is a document.
#pragma once

#include <string>
#include <string_view>

namespace planshift {

// The answer of `check`: warnings. For a catalog with faults: the error document, and the warnings that are certain
// despite the faults.
[[nodiscard]] std::string check_catalog(std::string_view catalog_json);

// The answer of `audit`: how the catalog's rules could be turned into free money. It may take seconds.
[[nodiscard]] std::string audit_catalog(std::string_view catalog_json);

}  // namespace planshift
