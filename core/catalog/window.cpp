#include "core/catalog/window.hpp"

namespace planshift {

bool Window::holds(const RuleDay& day) const {
  const auto start = of == WindowOf::period ? std::optional(day.period_start) : day.started_on;
  return start && day.at < later(*start, length);
}

}  // namespace planshift
