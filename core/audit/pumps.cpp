#include "core/audit/pumps.hpp"

#include <algorithm>
#include <utility>

namespace planshift {
namespace {

bool needs_all_of(const Pump& pump, const Pump& other) {
  return pump.kind == other.kind && (pump.cause & other.cause) == other.cause;
}

bool comes_first(const Pump& a, const Pump& b) {
  if (a.requests != b.requests) return a.requests < b.requests;
  return a.amount > b.amount;
}

}  // namespace

bool is_superfluous(const Pump& pump, const std::vector<Pump>& among) {
  return std::any_of(among.begin(), among.end(), [&](const Pump& each) {
    if (!needs_all_of(pump, each)) return false;
    if (each.requests != pump.requests) return each.requests < pump.requests;
    return each.cause != pump.cause || each.amount >= pump.amount;
  });
}

void add_pump(std::vector<Pump>& pumps, Pump pump) {
  std::erase_if(pumps, [&](const Pump& each) { return needs_all_of(each, pump) && pump.requests <= each.requests; });
  pumps.push_back(std::move(pump));
}

void put_in_order(std::vector<Pump>& pumps) {
  std::stable_sort(pumps.begin(), pumps.end(), comes_first);
  if (pumps.size() > AuditLimits::pumps) pumps.erase(pumps.begin() + AuditLimits::pumps, pumps.end());
}

}  // namespace planshift
