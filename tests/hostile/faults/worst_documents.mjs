// Documents of up to 1 MiB that would be slow to answer if anything on the way were quadratic. Each takes a share of
// the largest size, so that a half and a whole one can be compared.
const list = (count, entry) => Array.from({ length: Math.floor(count) }, (_, index) => entry(index));
const ids = (kind, count) => list(count, (index) => `${kind}${index}`);

const rules = (rule) =>
  Object.fromEntries(
    ["upgrade", "downgrade", "lateral", "add_seats", "remove_seats", "add_addon", "remove_addon"].map((kind) => [
      kind,
      rule,
    ]),
  );

const catalogOf = (members = {}) => ({
  format: "planshift-catalog/1",
  id: "large",
  currency: "USD",
  cycles: [
    { id: "m", length: "P1M" },
    { id: "y", length: "P1Y" },
  ],
  plans: [
    { id: "p", rank: 1, prices: { m: { per_seat: "1" }, y: { per_seat: "10" } } },
    { id: "q", rank: 2, prices: { m: { per_seat: "2" }, y: { per_seat: "20" } } },
  ],
  ...members,
  policy: { rules: { ...rules({}), cancel: {}, longer_cycle: { cycle: "restart" } } },
});
const plain = catalogOf();
const subscription = { plan: "p", cycle: "m", seats: 3, period: { start: "2026-03-01", end: "2026-04-01" } };
const preview = (change, more = {}) => ({ at: "2026-03-10", subscription: { ...subscription, ...more }, change });
const withAddons = (count) =>
  catalogOf({ addons: ids("a", count).map((id) => ({ id, prices: { m: { flat: "1" }, y: { flat: "9" } } })) });
const withDiscounts = (count) =>
  catalogOf({ discounts: ids("d", count).map((id) => ({ id, on: "everything", percent: "0.1" })) });
const taken = (count) => ids("a", count).map((id) => ({ id, seats: 2 }));

/** name → (share of the largest) → { catalog, question, request } as values; no request: the catalog is checked. */
export const worstDocuments = {
  "a list of half a million wrong events": (s) => ({
    catalog: plain,
    question: "forecast",
    request: { subscription, until: "2027-01-01", events: list(500_000 * s, () => 0) },
  }),
  "10,000 events, each of them wrong": (s) => ({
    catalog: plain,
    question: "forecast",
    request: { subscription, until: "2027-01-01", events: list(10_000 * s, () => ({ at: 1, change: [0, 0, 0] })) },
  }),
  "10,000 events, each of them refused": (s) => ({
    catalog: plain,
    question: "forecast",
    request: {
      subscription,
      until: "2026-03-20",
      events: list(10_000 * s, () => ({ at: "2026-03-10", change: { seats: 3 } })),
    },
  }),
  "10,000 events, each of them done": (s) => ({
    catalog: plain,
    question: "forecast",
    request: {
      subscription,
      until: "2026-03-20",
      events: list(10_000 * s, (i) => ({ at: "2026-03-10", change: { seats: 1 + (i % 2) } })),
    },
  }),
  "5,000 plans with a hundred wrong features each": (s) => ({
    catalog: catalogOf({
      plans: list(2_100 * s, (i) => ({ id: `p${i}`, rank: 1, prices: {}, features: list(200, () => 0) })),
    }),
  }),
  "100,000 unknown members": (s) => ({
    catalog: plain,
    question: "preview",
    request: { ...preview({}), ...Object.fromEntries(list(90_000 * s, (i) => [`u${i}`, 0])) },
  }),
  "100,000 members that are ignored": (s) => ({
    catalog: plain,
    question: "preview",
    request: { ...preview({}), ...Object.fromEntries(list(80_000 * s, (i) => [`x-${i}`, 0])) },
  }),
  "1,000 add-ons, all dropped": (s) => ({
    catalog: withAddons(1_000 * s),
    question: "preview",
    request: preview({ addons: [] }, { addons: taken(1_000 * s) }),
  }),
  "1,000 add-ons, all added": (s) => ({
    catalog: withAddons(1_000 * s),
    question: "preview",
    request: preview({ addons: taken(1_000 * s) }),
  }),
  "1,000 add-ons, backwards": (s) => ({
    catalog: withAddons(1_000 * s),
    question: "preview",
    request: preview({ plan: "q" }, { addons: taken(1_000 * s).reverse() }),
  }),
  "1,000 add-ons on every day of a year": (s) => ({
    catalog: withAddons(1_000 * s),
    question: "sweep",
    request: {
      subscription: {
        ...subscription,
        cycle: "y",
        period: { start: "2026-03-01", end: "2027-03-01" },
        addons: taken(1_000 * s),
      },
      change: { plan: "q" },
      from: "2026-03-01",
      to: "2026-03-31",
    },
  }),
  "1,000 discounts replaced by 1,000 others": (s) => ({
    catalog: withDiscounts(1_000 * s),
    question: "preview",
    request: preview({ seats: 900_000, discounts: ids("d", 1_000 * s).reverse() }, { discounts: ids("d", 1_000 * s) }),
  }),
  "1,000 discounts and 1,000 add-ons": (s) => ({
    catalog: { ...withAddons(1_000 * s), discounts: withDiscounts(1_000 * s).discounts },
    question: "preview",
    request: preview(
      { addons: taken(1_000 * s), discounts: ids("d", 500 * s) },
      { discounts: ids("d", 1_000 * s).reverse() },
    ),
  }),
  "1,000 amounts that are pending": (s) => ({
    catalog: plain,
    question: "preview",
    request: preview(
      { cycle: "y" },
      { pending: list(1_000 * s, (i) => ({ label: `${"é".repeat(190)}${i}`, amount: "1" })) },
    ),
  }),
  "a quote of 1,000 steps": (s) => ({
    catalog: catalogOf({
      plans: [
        {
          id: "p",
          rank: 1,
          prices: {
            m: {
              tiers: {
                mode: "graduated",
                steps: [...list(999 * s, (i) => ({ up_to: i + 1, per_seat: "1" })), { up_to: null, per_seat: "1" }],
              },
            },
          },
        },
      ],
    }),
    question: "quote",
    request: { at: "2026-03-01", terms: { plan: "p", cycle: "m", seats: 1_000_000 } },
  }),
  "eligibility of 5,000 plans": (s) => ({
    catalog: catalogOf({
      plans: list(5_000 * s, (i) => ({ id: `p${i}`, rank: i, prices: { m: { flat: "1" }, y: { flat: "1" } } })),
    }),
    question: "eligibility",
    request: { at: "2026-03-10", subscription: { ...subscription, plan: "p0" } },
  }),
  "5,000 plans of one id": (s) => ({
    catalog: catalogOf({ plans: list(5_000 * s, () => ({ id: "p", rank: 1, prices: {} })) }),
  }),
  "5,000 plans that contradict their ranks": (s) => ({
    catalog: catalogOf({
      plans: list(5_000 * s, (i) => ({ id: `p${i}`, rank: i, prices: { m: { flat: String(9_999 - i) } } })),
    }),
  }),
  "a name of a megabyte": (s) => ({ catalog: catalogOf({ name: "é".repeat(500_000 * s) }) }),
  "a key of a megabyte": (s) => ({
    catalog: plain,
    question: "preview",
    request: { ...preview({}), ["~".repeat(1_000_000 * s)]: 0 },
  }),
  "a text of escapes": (s) => ({
    catalog: plain,
    question: "preview",
    request: { ...preview({}), id: "\u0001".repeat(160_000 * s) },
  }),
  "a forecast to the end of the calendar": (s) => ({
    catalog: plain,
    question: "forecast",
    request: { subscription, until: `${2026 + Math.floor(800 * s)}-01-01` },
  }),
};
