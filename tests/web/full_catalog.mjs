/** A catalog for which the form shows every field that it has: whatever can be sold, held, owed or chosen. */
export const fullCatalog = {
  format: "planshift-catalog/1",
  id: "full",
  name: "Full",
  currency: "EUR",
  seat_name: { one: "license", other: "licenses" },
  cycles: [
    { id: "monthly", length: "P30D" },
    { id: "yearly", length: "P365D" },
  ],
  plans: [
    {
      id: "basic",
      rank: 1,
      prices: { monthly: { per_seat: "10.00" }, yearly: { per_seat: "100.00" } },
      credits: { per_period: 50, name: "pages" },
    },
    {
      id: "pro",
      rank: 2,
      prices: { monthly: { per_seat: "20.00" }, yearly: { per_seat: "200.00" } },
      credits: { per_period: 90, name: "pages" },
    },
    { id: "max", rank: 3, prices: { monthly: { per_seat: "30.00" }, yearly: { per_seat: "300.00" } } },
  ],
  addons: [
    { id: "backup", prices: { monthly: { per_seat: "1.00" }, yearly: { per_seat: "10.00" } } },
    { id: "phone", prices: { monthly: { flat: "5.00" }, yearly: { flat: "50.00" } } },
  ],
  discounts: [
    { id: "loyal", percent: "10", on: "everything" },
    { id: "launch", percent: "50", on: "first_payment" },
  ],
  tax: { name: "VAT", percent: "20" },
  policy: {
    rules: {
      upgrade: { when: "choice", choice_default: "now", roles: ["owner", "clerk"] },
      downgrade: { when: "period_end" },
      add_seats: { when: "now" },
      remove_seats: { when: "period_end" },
      add_addon: { when: "now" },
      remove_addon: { when: "period_end" },
      longer_cycle: { when: "period_end" },
      shorter_cycle: { when: "period_end" },
      cancel: { when: "choice", choice_default: "period_end", unused: "refund" },
    },
  },
};

/** The form of a subscriber to it: three seats of Basic, who looks at Pro with 15 of 30 days left. */
export const subscriber = {
  mode: "change",
  at: "2026-11-25",
  role: "owner",
  "have.plan": "basic",
  "have.cycle": "monthly",
  "have.seats": "3",
  "have.period.end": "2026-12-10",
  "want.plan": "pro",
  "want.cycle": "monthly",
  "want.seats": "3",
};
