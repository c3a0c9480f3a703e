// The elementary parts that a change can have; the policy has a rule for each.
// Contract: §1.1.2.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace planshift {

enum class MovementKind : std::uint8_t {
  upgrade,
  downgrade,
  lateral,
  add_seats,
  remove_seats,
  add_addon,
  remove_addon,
  longer_cycle,
  shorter_cycle,
  cancel,
};
inline constexpr std::size_t movement_kinds = 10;

// As documents spell it; part of the pointers into a catalog.
[[nodiscard]] constexpr std::string_view name_of(MovementKind kind) {
  constexpr std::array<std::string_view, movement_kinds> names = {
      "upgrade",   "downgrade",    "lateral",      "add_seats",     "remove_seats",
      "add_addon", "remove_addon", "longer_cycle", "shorter_cycle", "cancel"};
  return names[static_cast<std::size_t>(kind)];
}

[[nodiscard]] constexpr bool is_of_plan(MovementKind kind) { return kind <= MovementKind::lateral; }
[[nodiscard]] constexpr bool is_of_cycle(MovementKind kind) {
  return kind == MovementKind::longer_cycle || kind == MovementKind::shorter_cycle;
}

// The movement that takes a movement back. A cancellation is taken back by resuming, which is no movement.
[[nodiscard]] constexpr MovementKind opposite(MovementKind kind) {
  constexpr std::array<MovementKind, movement_kinds> opposites = {
      MovementKind::downgrade,    MovementKind::upgrade,      MovementKind::lateral,   MovementKind::remove_seats,
      MovementKind::add_seats,    MovementKind::remove_addon, MovementKind::add_addon, MovementKind::shorter_cycle,
      MovementKind::longer_cycle, MovementKind::cancel};
  return opposites[static_cast<std::size_t>(kind)];
}

}  // namespace planshift
