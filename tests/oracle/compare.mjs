// What differs between an expected and an actual answer, as JSON Pointers. Only what the contract names counts:
// no texts, no order of reasons, notices or of the two transactions among the lines; absent, null and [] are the same.
const FREE = new Set(["label", "message", "title", "detail", "path", "facts"]);
const NAMED = new Set([
  "terms_now",
  "terms_next",
  "pay_today",
  "next_payment",
  "first_payment",
  "movements",
  "consequences",
  "notices",
  "after",
  "scheduled",
  "cancels_on",
  "pending",
  "discounts",
  "lines",
  "inclusive",
  "reasons",
  "refused",
  "ends",
  "proration",
  "date",
  "not_before",
  "kept",
  "addons",
  "when",
  "trial",
  "error",
  "payments",
  "days",
  "alternatives",
]);
// Lines that no single rule makes: whose sources they carry is left open.
const UNCITED = new Set(["discount", "tax", "cap", "pending"]);

const nothing = (value) => value === undefined || value === null || (Array.isArray(value) && value.length === 0);
const codes = (items) => [...new Set(items.map(({ code }) => code))].sort();
const byTransaction = (lines) =>
  Object.fromEntries(
    ["charge", "refund"].map((which) => [which, lines.filter(({ transaction }) => transaction === which)]),
  );
const sorted = (items) => [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

const arranged = (key, value) => {
  if (nothing(value)) return value;
  if (key === "reasons" || key === "notices") return codes(value);
  if (key === "lines") return byTransaction(value);
  if (key === "addons") return sorted(value);
  return value;
};

const isObject = (value) => typeof value === "object" && value !== null;
const isCap = (value) => value.kind === "cap" && "transaction" in value; // one movement's, or several movements'
const uncited = (value) => UNCITED.has(value.kind) && "transaction" in value;

const members = (expected, actual, at) =>
  [...new Set([...Object.keys(expected), ...Object.keys(actual).filter((key) => NAMED.has(key))])]
    .filter(
      (key) =>
        !FREE.has(key) &&
        !(key === "credits" && nothing(expected[key])) &&
        !(key === "cite" && uncited(expected)) &&
        !(key === "movement" && isCap(expected)),
    )
    .flatMap((key) => differ(arranged(key, expected[key]), arranged(key, actual[key]), `${at}/${key}`));

const differ = (expected, actual, at) => {
  if (nothing(expected) && nothing(actual)) return [];
  if (nothing(expected) || nothing(actual)) return [{ at, expected, actual }];
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) return [{ at: `${at}/length`, expected, actual }];
    return expected.flatMap((item, index) => differ(item, actual[index], `${at}/${index}`));
  }
  if (isObject(expected) && isObject(actual)) return members(expected, actual, at);
  return expected === actual ? [] : [{ at, expected, actual }];
};

export const compare = (expected, actual) => {
  if (expected.error || actual.error) {
    return Boolean(expected.error) === Boolean(actual.error)
      ? []
      : [{ at: "/error", expected: expected.error, actual: actual.error }];
  }
  return differ(expected, actual, "");
};
