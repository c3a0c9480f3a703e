// Contract: §3.3.
import { fits, sum } from "./money.mjs";

const volume = (steps, seats) => {
  const step = steps.find(({ upTo }) => upTo === null || seats <= upTo);
  return fits(fits(step.perSeat * BigInt(seats)) + step.flat);
};

// Each seat at its own step's price; a step's flat once its first seat is reached.
const graduated = (steps, seats) =>
  sum(
    steps.flatMap((step, index) => {
      const below = index === 0 ? 0 : steps[index - 1].upTo;
      const here = Math.min(seats, step.upTo ?? seats) - below;
      return here > 0 ? [fits(step.perSeat * BigInt(here)), step.flat] : [];
    }),
  );

// The list price of one whole cycle for so many seats.
export const priceOf = ({ flat, perSeat, tiers, pack }, seats) =>
  sum([
    flat,
    fits(perSeat * BigInt(seats)),
    tiers ? { volume, graduated }[tiers.mode](tiers.steps, seats) : 0n,
    pack ? fits(pack.price * BigInt(Math.ceil(seats / pack.size))) : 0n,
  ]);
