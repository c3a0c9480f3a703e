// The last check of an answer: every amount and date is in its range, and the books balance.
// Contract: §2.1.5, §2.2.4, §8.1.4.
#pragma once

#include <optional>

#include "core/preview/preview.hpp"

namespace planshift {

// What is wrong with the figures of an allowed preview, or nothing.
[[nodiscard]] std::optional<FaultCode> check_figures(const Catalog& catalog, const Preview& preview);
[[nodiscard]] std::optional<FaultCode> check_payment(const Catalog& catalog, const Payment& payment,
                                                     Money balance_before);

}  // namespace planshift
