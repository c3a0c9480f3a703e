// The questions about a catalog itself: text in, text out. As with an engine, every answer is a document.
#pragma once

#include <string>
#include <string_view>

namespace planshift {

struct CatalogAnswer {
  std::string text;
  bool is_error = false;  // an error document: the catalog has a fault
};

// The answer of `check`: warnings. For a catalog with faults: the error document, and the warnings that are certain
// despite the faults.
[[nodiscard]] CatalogAnswer check_catalog(std::string_view catalog_json);

// The answer of `audit`: how the catalog's rules could be turned into free money. It may take seconds.
[[nodiscard]] CatalogAnswer audit_catalog(std::string_view catalog_json);

}  // namespace planshift
