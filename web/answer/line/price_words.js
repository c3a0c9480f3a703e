import { isZero } from "../../exact/amounts.js";

/** A price in words, part by part: "$20.00 flat", "$15.00 per seat", "up to 10: $30.00 each". */
export function priceParts(price, words) {
  const money = words.format.money;
  const parts = [];
  if (price.flat && !isZero(price.flat)) parts.push(words.text("price_flat", { price: money(price.flat) }));
  if (price.per_seat) parts.push(words.text("price_per_seat", { price: money(price.per_seat), seat: words.seat() }));
  if (price.package) {
    parts.push(
      words.text("price_package", { price: money(price.package.price), seats: words.seats(price.package.size) }),
    );
  }
  for (const step of price.tiers?.steps ?? []) {
    const cost = words.format.list([
      ...(step.per_seat ? [words.text("price_per_seat", { price: money(step.per_seat), seat: words.seat() })] : []),
      ...(step.flat && !isZero(step.flat) ? [words.text("price_flat", { price: money(step.flat) })] : []),
    ]);
    parts.push(
      step.up_to === null
        ? words.text("price_tier_last", { price: cost })
        : words.text("price_tier", { seats: words.seats(step.up_to), price: cost }),
    );
  }
  return parts;
}
