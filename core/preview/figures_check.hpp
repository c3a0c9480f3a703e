// The last look at an answer before anybody sees it: every amount and date in its range, and the books balanced.
// Contract: §2.1.5, §2.2.4, §8.1.4.
#pragma once

#include <optional>

#include "core/preview/preview.hpp"

namespace planshift {

// What is wrong with the figures of an allowed preview, if anything is.
[[nodiscard]] std::optional<FaultCode> check_figures(const Catalog& catalog, const Preview& preview);
[[nodiscard]] std::optional<FaultCode> check_payment(const Catalog& catalog, const Payment& payment,
                                                     Money balance_before);

}  // namespace planshift
