// The sentences of an answer: reasons, notices, warnings, and a label for every line.
#pragma once

#include <string>

#include "core/catalog/catalog_check.hpp"
#include "core/eligibility/reason.hpp"
#include "core/followup/notice.hpp"
#include "core/subscription/line.hpp"

namespace planshift {

[[nodiscard]] std::string sentence_of(const Reason& reason);
[[nodiscard]] std::string sentence_of(const Notice& notice);
[[nodiscard]] std::string sentence_of(const Warning& warning);

// "Unused time on Essentials, 3 licenses: 99 of 365 days". At most 200 characters, so that a request can carry it.
[[nodiscard]] std::string label_of(const Catalog& catalog, const Line& line);

}  // namespace planshift
