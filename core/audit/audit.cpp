#include "core/audit/audit.hpp"

#include <algorithm>
#include <string>

#include "core/audit/comparison.hpp"
#include "core/audit/histories.hpp"
#include "core/audit/pumps.hpp"
#include "core/audit/term_sets.hpp"

namespace planshift {
namespace {

template <class List, class Item>
void add_once(List& list, const Item& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

// Everybody whom some rule lets act: a subscriber who knows a pump asks the right one.
std::vector<std::string_view> roles_of(const Catalog& catalog) {
  std::vector<std::string_view> out;
  for (std::size_t kind = 0; kind < movement_kinds; ++kind) {
    for (std::size_t cycle = 0; cycle < catalog.cycles.size(); ++cycle) {
      const auto rules = catalog.policy.every_rule(static_cast<MovementKind>(kind), static_cast<CycleIndex>(cycle));
      for (const Rule* rule : rules) {
        if (!rule->roles) continue;
        for (const std::string_view role : *rule->roles) {
          if (out.size() < AuditLimits::roles) add_once(out, role);
        }
      }
    }
  }
  return out;
}

void note_seats(const std::vector<Terms>& set, std::vector<Seats>& seats) {
  for (const Terms& terms : set) add_once(seats, terms.seats);
  std::sort(seats.begin(), seats.end());
}

}  // namespace

Audit audit(const Catalog& catalog, std::size_t most_previews) {
  Audit out;
  const AuditParts parts = audit_parts(catalog);
  const std::vector<std::string_view> roles = roles_of(catalog);
  out.bounds.plans = parts.plans.size();
  out.bounds.cycles = parts.cycles.size();
  out.bounds.addons = parts.addon ? 1 : 0;
  out.bounds.days = audit_days;
  for (const std::vector<Terms>& set : audit_sets(catalog, parts)) {
    Histories histories(catalog, roles, {out.bounds.previews, most_previews});
    out.bounds.exhausted = histories.search(set);
    if (!out.bounds.exhausted) break;
    note_seats(set, out.bounds.seats);
    find_pumps(catalog, histories, out.pumps);
  }
  put_in_order(out.pumps);
  return out;
}

}  // namespace planshift
