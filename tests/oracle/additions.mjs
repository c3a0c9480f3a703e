// What random catalogs and requests may use of section 10 of the contract, by name. An engine that does not know an
// addition refuses its members, so each can be left out.
export const ADDITIONS = [
  "first_days",
  "commitments",
  "fees",
  "cancellations",
  "ends_of_discounts",
  "dated_prices",
  "time",
  "once",
  "whole_prices",
  "last_period",
  "creditable",
  "minutes",
  "weekdays",
];

export const additionsNamed = (names) => {
  const unknown = names.filter((name) => !ADDITIONS.includes(name));
  if (unknown.length) throw new Error(`no addition ${unknown.join(", ")}: there are ${ADDITIONS.join(", ")}`);
  return new Set(names);
};
