import { daysIn } from "../exact/dates.js";
import { priceOn, rolesIn } from "../engine/policy.js";
import { countsSeats } from "../words/words.js";

/**
 * The form of a reader of whom nothing is known. Only what leaves no choice is filled in, and for a prospect the
 * shortest cycle and the fewest seats, which the prices on the cards are for.
 */
export function emptyState(catalog, mode, at) {
  const state = new Map([["mode", mode], ["at", at], ...plainChoices(catalog, mode)]);
  const [firstRole] = rolesIn(catalog);
  if (firstRole) state.set("role", firstRole);
  return state;
}

export const plainChoices = (catalog, mode) => (mode === "quote" ? wantedAtFirst(catalog) : heldForSure(catalog));

function heldForSure(catalog) {
  return [
    ["plan", only(catalog.plans)],
    ["cycle", only(catalog.cycles)],
    ["seats", countsSeats(catalog) ? null : "1"],
  ]
    .filter(([, value]) => value)
    .flatMap(([name, value]) => [
      [`have.${name}`, value],
      [`want.${name}`, value],
    ]);
}

function wantedAtFirst(catalog) {
  const [shortest] = [...catalog.cycles].sort((a, b) => daysIn(a.length) - daysIn(b.length));
  const lowest = catalog.plans
    .filter((plan) => !plan.retired && priceOn(plan, shortest.id))
    .sort((a, b) => a.rank - b.rank)[0];
  return [
    ["want.plan", only(catalog.plans)],
    ["want.cycle", shortest.id],
    ["want.seats", String(lowest?.seats?.min ?? 1)],
  ].filter(([, value]) => value);
}

const only = (list) => (list.length === 1 ? list[0].id : null);

/** The fields without which there is nothing to answer, of those that are still empty. */
export function missingFields(state, catalog) {
  const seats = (part) => (countsSeats(catalog) ? [`${part}.seats`] : []);
  const needed =
    state.get("mode") === "quote"
      ? ["want.plan", "want.cycle", ...seats("want")]
      : ["have.plan", "have.cycle", ...seats("have"), "have.period.end"];
  return needed.filter((name) => !state.get(name));
}
