#include "core/movement/movement.hpp"

namespace planshift {
namespace {

MovementKind kind_by_rank(std::int64_t from, std::int64_t to) {
  if (from == to) return MovementKind::lateral;
  return from < to ? MovementKind::upgrade : MovementKind::downgrade;
}

// Walks two lists that are both in catalog order side by side.
void split_addons(const std::vector<AddonSeats>& present, const std::vector<AddonSeats>& wanted,
                  std::vector<Movement>& out) {
  std::size_t p = 0, w = 0;
  while (p < present.size() || w < wanted.size()) {
    const bool only_present = w == wanted.size() || (p < present.size() && present[p].addon < wanted[w].addon);
    const bool only_wanted = p == present.size() || (w < wanted.size() && wanted[w].addon < present[p].addon);
    const AddonIndex addon = only_wanted ? wanted[w].addon : present[p].addon;
    const Seats before = only_wanted ? 0 : present[p].seats;
    const Seats after = only_present ? 0 : wanted[w].seats;
    if (after > before) out.push_back({MovementKind::add_addon, addon});
    if (after < before) out.push_back({MovementKind::remove_addon, addon});
    if (!only_wanted) ++p;
    if (!only_present) ++w;
  }
}

}  // namespace

std::vector<Movement> split(const Catalog& catalog, const Terms& present, const PartialTerms& wanted) {
  std::vector<Movement> out;
  if (wanted.plan && *wanted.plan != present.plan) {
    out.push_back({kind_by_rank(catalog[present.plan].rank, catalog[*wanted.plan].rank), {}});
  }
  if (wanted.seats && *wanted.seats != present.seats) {
    out.push_back({*wanted.seats > present.seats ? MovementKind::add_seats : MovementKind::remove_seats, {}});
  }
  if (wanted.addons) split_addons(present.addons, *wanted.addons, out);
  if (wanted.cycle && *wanted.cycle != present.cycle) {
    const bool longer = catalog[*wanted.cycle].extent() > catalog[present.cycle].extent();
    out.push_back({longer ? MovementKind::longer_cycle : MovementKind::shorter_cycle, {}});
  }
  return out;
}

void apply(const Movement& movement, const Terms& wanted, Terms& terms) {
  switch (movement.kind) {
    case MovementKind::upgrade:
    case MovementKind::downgrade:
    case MovementKind::lateral: terms.plan = wanted.plan; return;
    case MovementKind::add_seats:
    case MovementKind::remove_seats: terms.seats = wanted.seats; return;
    case MovementKind::add_addon:
    case MovementKind::remove_addon:
      set_seats(terms.addons, movement.addon, seats_of(wanted.addons, movement.addon));
      return;
    case MovementKind::longer_cycle:
    case MovementKind::shorter_cycle: terms.cycle = wanted.cycle; return;
    case MovementKind::cancel: return;
  }
}

}  // namespace planshift
