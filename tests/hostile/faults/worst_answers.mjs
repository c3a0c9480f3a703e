// Requests within every limit whose answers would be the largest of each question.
const list = (count, entry) => Array.from({ length: count }, (_, index) => entry(index));
const long = (index, characters = 200) => `${index}`.padEnd(characters, "é");
const kinds = ["upgrade", "downgrade", "lateral", "add_seats", "remove_seats", "add_addon", "remove_addon"];

/** 1,000 add-ons with long names. */
const addons = (prices, characters = 200) => list(1_000, (i) => ({ id: `a${i}`, name: long(i, characters), prices }));
const taken = list(1_000, (i) => ({ id: `a${i}` }));
const roles = list(100, (i) => `${i}`.padEnd(64, "r"));

const catalogOf = ({ rule = {}, cancel = {}, ...members }) => ({
  format: "planshift-catalog/1",
  id: "long-winded",
  currency: "USD",
  cycles: [{ id: "d", length: "P1D" }],
  plans: [{ id: "p", rank: 1, prices: { d: { flat: "1" } } }],
  ...members,
  policy: { rules: { ...Object.fromEntries(kinds.map((kind) => [kind, rule])), cancel } },
});
const subscription = { plan: "p", cycle: "d", seats: 1, period: { start: "2026-03-01", end: "2026-03-02" } };
const centuries = { ...subscription, trial: true, period: { start: "2026-03-01", end: "2126-03-01" } };

/** name → { catalog, question, request } as values. */
export const worstAnswers = {
  "a preview of 1,000 add-ons exchanged, each line with a hundred sources": {
    catalog: catalogOf({
      sources: list(100, (i) => ({ id: `${i}`.padEnd(64, "s"), title: "s", url: "https://s.example" })),
      rule: { cite: list(100, (i) => `${i}`.padEnd(64, "s")) },
      addons: addons({ d: { flat: "1" } }, 50),
    }),
    question: "preview",
    request: {
      at: "2026-03-01",
      subscription: { ...subscription, addons: taken.slice(0, 500) },
      change: { addons: taken.slice(500) },
    },
  },
  "a quote of 1,000 add-ons": {
    catalog: catalogOf({ addons: addons({ d: { flat: "1" } }) }),
    question: "quote",
    request: { at: "2026-03-01", terms: { plan: "p", cycle: "d", seats: 1, addons: taken } },
  },
  "eligibility of 1,000 plans on 50 cycles, refused for 1,000 add-ons": {
    catalog: catalogOf({
      cycles: list(50, (i) => ({ id: i === 0 ? "d" : `d${i}`, length: `P${i + 1}D` })),
      plans: list(1_000, (i) => ({ id: i === 0 ? "p" : `p${i}`, rank: i, prices: { d: { flat: "1" } } })),
      addons: addons({ d: { flat: "1" } }),
      rule: { roles },
    }),
    question: "eligibility",
    request: { at: "2026-03-01", subscription: { ...subscription, addons: taken } },
  },
  "a forecast of 10,000 payments of 1,000 add-ons": {
    catalog: catalogOf({ addons: addons({ d: { flat: "1" } }) }),
    question: "forecast",
    request: { subscription: { ...subscription, addons: taken }, until: "2053-03-01" },
  },
  "a forecast of 10,000 events, each refused for 1,000 reasons": {
    catalog: catalogOf({ addons: addons({ d: { flat: "1" } }), rule: { roles } }),
    question: "forecast",
    request: {
      subscription: { ...subscription, addons: taken },
      until: "2026-03-01",
      events: list(10_000, () => ({ at: "2026-03-01", change: { addons: [] } })),
    },
  },
  "a sweep of 36,000 days, each refused for 1,000 add-ons": {
    catalog: catalogOf({ addons: addons({}) }),
    question: "sweep",
    request: { subscription: centuries, change: { addons: taken }, from: "2026-03-01", to: "2124-09-01" },
  },
};
