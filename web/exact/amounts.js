/**
 * Exact arithmetic on amounts, for what the page itself has to say about amounts that the engine gave: a
 * difference, a sum of payments, which is smaller, how high to draw one. An amount is decimal text as in the
 * documents ("-673.74"); inside it is a BigInt of minor units, never a Number.
 */
const decimalsOf = (amount) => amount.split(".")[1]?.length ?? 0;
const units = (amount, decimals) => {
  const [whole, fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0"));
};

function text(value, decimals) {
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return (value < 0n ? "-" : "") + digits.slice(0, cut) + (decimals ? `.${digits.slice(cut)}` : "");
}

const together = (a, b, operation) => {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  return text(operation(units(a, decimals), units(b, decimals)), decimals);
};

export const sum = (amounts) => amounts.reduce((a, b) => together(a, b, (x, y) => x + y), "0");
export const difference = (a, b) => together(a, b, (x, y) => x - y);
export const times = (amount, count) => text(units(amount, decimalsOf(amount)) * BigInt(count), decimalsOf(amount));
export const isZero = (amount) => !/[1-9]/.test(amount);
export const isNegative = (amount) => amount.startsWith("-") && !isZero(amount);
export const size = (amount) => amount.replace(/^-/, "");

/** Below 0, 0 or above 0, for sorting. */
export function compare(a, b) {
  const apart = difference(a, b);
  return isZero(apart) ? 0 : isNegative(apart) ? -1 : 1;
}

/**
 * base × part ÷ whole written out as on paper, four decimals past the smallest unit and cut there:
 * `{ digits: "966.673972", ends: false }`. `ends` says that the digits are all there are.
 */
export function share(base, part, whole) {
  const decimals = decimalsOf(base) + 4;
  const product = units(base, decimals) * BigInt(part);
  return { digits: text(product / BigInt(whole), decimals), ends: product % BigInt(whole) === 0n };
}

/** amount ÷ count, to the nearest smallest unit: for figures that the page marks with "about". */
export function perPart(amount, count) {
  const value = units(amount, decimalsOf(amount)) * 2n + BigInt(count);
  return text(value / (2n * BigInt(count)), decimalsOf(amount));
}

/** part ÷ whole in thousandths, cut: how high to draw, how many per cent to name. Only for the eye. */
export function thousandths(part, whole) {
  if (isZero(whole)) return 0;
  const decimals = Math.max(decimalsOf(part), decimalsOf(whole));
  return Number((units(part, decimals) * 1000n) / units(whole, decimals));
}
