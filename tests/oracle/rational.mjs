// Exact fractions {n, d} of BigInts, d > 0; the only way back to whole numbers is `round`.
export const ratio = (n, d = 1n) => (d < 0n ? { n: -BigInt(n), d: -BigInt(d) } : { n: BigInt(n), d: BigInt(d) });
export const times = (a, b) => ratio(a.n * b.n, a.d * b.d);
export const plus = (a, b) => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const over = (a, b) => ratio(a.n * b.d, a.d * b.n);
export const compare = (a, b) => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
export const ZERO = ratio(0n);
export const ONE = ratio(1n);

// Each mode, for a magnitude that lies `rest/d` (0 < rest < d) above the whole number `q`: one more, or not.
const oneMore = {
  half_up: (_q, rest, d) => 2n * rest >= d,
  half_even: (q, rest, d) => 2n * rest > d || (2n * rest === d && q % 2n === 1n),
  down: () => false,
  up: () => true,
};

// Odd in every mode: round(-x) = -round(x).
export const round = ({ n, d }, mode) => {
  const size = n < 0n ? -n : n;
  const q = size / d;
  const rest = size % d;
  const whole = rest !== 0n && oneMore[mode](q, rest, d) ? q + 1n : q;
  return n < 0n ? -whole : whole;
};

// "12.5" -> 125/10
export const decimal = (text) => {
  const [whole, fraction = ""] = text.split(".");
  return ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
};
