// The books of an answer, added up again from what it shows.
#pragma once

#include <string_view>

#include "tests/hostile/fuzz/json.hpp"
#include "tests/hostile/fuzz/vendor.hpp"

// Demands that every payment's sums are those of its lines, every line follows from its proration, no flow is
// negative, the balance carries over, and an answer that refuses shows no payment at all.
void check_books(const Vendor& vendor, const Json& answer, std::string_view text);

// Demands that an allowed preview gives back no more than `paid` of the subscription that it started from.
void check_given_back(const Vendor& vendor, const Json& answer, const Json& subscription, std::string_view text);
