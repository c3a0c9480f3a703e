// Contract: §5.4.
import { keep } from "./keep.mjs";
import { anew } from "./new_period.mjs";

// Step 4: what happens now. `movements` are those placed now.
export const settle = (catalog, subscription, at, movements, terms, discounts) => {
  const of = (cycle) => movements.filter(({ rule }) => rule.cycle === cycle).at(-1);
  const beginner = of("restart") ?? of("align");
  return beginner
    ? anew(catalog, subscription, at, terms, discounts, movements, beginner)
    : keep(catalog, subscription, at, movements, discounts);
};
