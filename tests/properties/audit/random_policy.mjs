// Small catalogs with random policies: two plans, one or two cycles, one or two seats. Some hold a pump, most don't.
const keep = (members) => ({ when: "now", ...members });
const PAYS = [keep({}), keep({ lines: "net" }), keep({ unused: "refund" }), keep({ collect: "next_payment" })];
const FREE = [keep({ charge: "none" }), keep({ charge: "none", unused: "forfeit" })];
const WAITS = [{ when: "period_end" }];
const ANEW = ["credit", "refund", "forfeit"].map((unused) => keep({ cycle: "restart", unused, charge: "full" }));
const CHOICE = [{ when: "choice" }, { when: "choice", choice_default: "period_end" }];
const ALIGN = ["credit", "refund", "forfeit"].map((unused) => keep({ cycle: "align", unused }));
const CANCEL = [{}, { when: "now" }, { when: "now", unused: "refund" }, { notice: "P10D" }];

export const randomCatalog = (r) => {
  const wide = r.chance(50);
  const cycles = wide
    ? [
        ["monthly", "P1M"],
        ["yearly", "P1Y"],
      ]
    : [
        r.pick([
          ["monthly", "P1M"],
          ["30-day", "P30D"],
        ]),
      ];
  const month = [r.int(1, 40), r.int(20, 90)];
  const prices = (price) =>
    Object.fromEntries(cycles.map(([id], i) => [id, { per_seat: `${i ? price * 10 : price}.00` }]));
  const credits = r.chance(30) ? { credits: { per_period: 10, name: "credits" } } : {};
  const plan = (id, rank, price) => ({
    id,
    rank,
    prices: prices(price),
    seats: { min: 1, max: wide ? 1 : 2 },
    ...credits,
  });
  const movement = () => r.pick([...PAYS, ...FREE, ...WAITS, ...WAITS, ...ANEW, ...CHOICE]);
  return {
    format: "planshift-catalog/1",
    id: "random",
    currency: "USD",
    cycles: cycles.map(([id, length]) => ({ id, length })),
    plans: [plan("basic", 1, month[0]), plan("team", 2, month[1])],
    policy: {
      proration: { rounding: r.pick(["half_up", "half_even", "down", "up"]) },
      ...(r.chance(20) ? { mixed: "together" } : {}),
      rules: {
        upgrade: movement(),
        downgrade: movement(),
        add_seats: movement(),
        remove_seats: movement(),
        longer_cycle: r.pick([...ANEW, ...ALIGN, ...WAITS]),
        shorter_cycle: r.pick([...ANEW, ...ALIGN, ...WAITS]),
        cancel: r.pick(CANCEL),
      },
    },
  };
};
