// Contract: §2.1.
import { demand } from "./invalid.mjs";

// Money is a BigInt of minor units that must fit a signed 64-bit count, wherever it appears.
const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;

export const fits = (units, where) => {
  demand(units >= LOWEST && units <= HIGHEST, "money past 64 bits", where);
  return units;
};

export const sum = (amounts) => amounts.reduce((total, each) => fits(total + each), 0n);

const FORM = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;

export const parseMoney = (text, exponent, where, { signed = false } = {}) => {
  demand(typeof text === "string" && FORM.test(text), "not an amount", where);
  const [whole, fraction = ""] = text.replace("-", "").split(".");
  demand(fraction.length <= exponent, "too many decimals", where);
  const size = BigInt(whole + fraction.padEnd(exponent, "0"));
  const units = text.startsWith("-") ? -size : size;
  demand(signed || !text.startsWith("-"), "negative amount", where);
  return fits(units, where);
};

export const printMoney = (units, exponent) => {
  const digits = String(units < 0n ? -units : units).padStart(exponent + 1, "0");
  const cut = digits.length - exponent;
  const text = exponent === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return units < 0n ? `-${text}` : text;
};
