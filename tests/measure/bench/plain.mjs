// Without libraries: whole cents and days since 1970. The lower bound for JavaScript by hand.
const DAY = 86_400_000;

export const money = {
  zero: 0n,
  read: (text) => {
    const [whole, cents = ""] = text.split(".");
    return BigInt(whole + cents.padEnd(2, "0"));
  },
  write: (amount) => {
    const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
    return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  },
  plus: (a, b) => a + b,
  negative: (a) => -a,
  times: (a, seats) => a * BigInt(seats),
  share: (a, remaining, of) => (2n * a * BigInt(remaining) + BigInt(of)) / (2n * BigInt(of)),
};

export const dates = {
  read: (text) => Date.parse(text) / DAY,
  write: (day) => new Date(day * DAY).toISOString().slice(0, 10),
  between: (from, to) => to - from,
  after: (day, count) => day + count,
};
