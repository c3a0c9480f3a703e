// Compiled, never run: what users write must be accepted, and what is wrong must not be.
import { type AllowedPreview, type Catalog, check, type ErrorDocument, load, type PreviewRequest } from "planshift";

const catalog: Catalog = {
  format: "planshift-catalog/1",
  id: "sample",
  currency: "USD",
  cycles: [{ id: "monthly", length: "P1M" }],
  plans: [{ id: "solo", rank: 1, prices: { monthly: { per_seat: "10.00" } }, "x-note": "ours" }],
  policy: { rules: { upgrade: { when: "now", on_cycles: { monthly: { charge: "none" } } } } },
};

const request: PreviewRequest = {
  at: "2026-11-22",
  subscription: { plan: "solo", cycle: "monthly", seats: 3, period: { start: "2026-11-01", end: "2026-12-01" } },
  change: { seats: 4 },
};

const engine = await load(catalog, { url: new URL("https://example.com/core.wasm") });
const answer = engine.preview(request);
if ("error" in answer) {
  const faults: string[] = answer.error.all.map((fault) => `${fault.path} ${fault.message}`);
  faults.join("\n");
} else if (answer.allowed) {
  const total: string = answer.pay_today.total;
  const due: string | undefined = answer.next_payment?.due;
  [total, due].join();
} else {
  const codes: string[] = answer.reasons.map((reason) => reason.code);
  codes.join();
}

const checked = await check("{}");
if ("error" in checked) checked satisfies ErrorDocument;
else checked.warnings.map((warning) => warning.path);

engine.answer("sweep", "{}").trim();
engine.close();

// @ts-expect-error an amount is text
const priced: Catalog["plans"][number]["prices"] = { monthly: { per_seat: 10 } };
// @ts-expect-error a refusal has no payment
const paid = (refused: { allowed: false } & AllowedPreview) => refused.pay_today.total.toFixed();
// @ts-expect-error there is no such question
engine.answer("invoice", "{}");
// @ts-expect-error a preview needs a subscription
engine.preview({ at: "2026-11-22", change: { cancel: true } });
// @ts-expect-error a typo in a change does not pass
const change: PreviewRequest["change"] = { seat: 4 };

export { change, paid, priced };
