import { cardField } from "./fields.js";
import { html } from "../element/dom.js";
import { isNegative, isZero, perPart, size, thousandths } from "../exact/amounts.js";
import { priceParts } from "../answer/line/price_words.js";
import { priceOn } from "../engine/policy.js";
import { reasonWords } from "../answer/reason_words.js";

/** Every plan as a card: its price, what is charged, and whether it is open to the reader; if not, why and what helps. */
export function planCards(form, { options, prices, at, isRefused }, catalog) {
  const { state, words } = form;
  const cycle = state.get("want.cycle");
  const plans = [...catalog.plans].sort((a, b) => a.rank - b.rank);
  return cardField(
    form,
    "want.plan",
    words.text("plan"),
    plans.map((plan) => {
      const option = options?.find((each) => each.plan === plan.id && each.cycle === cycle);
      const refusals = option?.reasons ?? prices.get(plan.id)?.reasons ?? [];
      const closed = option ? option.verdict === "unavailable" : refusals.length > 0;
      return {
        value: plan.id,
        title: plan.name ?? plan.id,
        tag: tagOf(option, plan, options, state, words),
        dimmed: closed,
        body: [
          priceLine(plan, cycle, at, prices, words),
          plan.once
            ? html("span", { class: "soft" }, words.text("price_once", { price: parts(plan.once, words) }))
            : null,
          // The chosen plan's refusal is the answer itself.
          closed && !(isRefused && state.get("want.plan") === plan.id)
            ? refusals.map((reason) => whyNot(reason, plan, cycle, { catalog, words, state }))
            : null,
          plan.features?.length
            ? html(
                "ul",
                { class: "features" },
                plan.features.map((feature) => html("li", {}, feature)),
              )
            : null,
        ],
      };
    }),
  );
}

function tagOf(option, plan, options, state, words) {
  if (option?.verdict === "current" || (options && state.get("have.plan") === plan.id))
    return words.text("plan_current");
  const waiting = option?.movements.find(({ when }) => when !== "now");
  if (waiting) return words.text("plan_from", { date: words.format.shortDate(waiting.on) });
  return null;
}

function priceLine(plan, cycle, at, prices, words) {
  const price = priceOn(plan, cycle, at);
  if (!price) return html("span", { class: "price" }, words.text("not_sold_on", { every: words.every(cycle) }));
  const charged = prices.get(plan.id)?.next_payment?.total;
  return [
    charged
      ? html(
          "span",
          { class: "price" },
          words.say("charged_every", { amount: words.amount(charged), every: words.every(cycle) }),
        )
      : null,
    isOnlyFlat(price) ? null : html("span", { class: "soft" }, parts(price, words)),
  ];
}

const parts = (price, words) => words.format.list(priceParts(price, words));

/** A flat price is what is charged: once is enough. */
const isOnlyFlat = (price) => Object.keys(price).every((name) => name === "flat");

function whyNot(reason, plan, cycle, { catalog, words, state }) {
  const { why, remedy } = reasonWords(
    reason,
    { plan: plan.id, cycle, seats: state.get("have.seats") },
    state,
    catalog,
    words,
  );
  return html("span", { class: "why" }, why, remedy ? [" ", html("span", { class: "remedy" }, remedy)] : null);
}

/** Every cycle as a card; what is charged at once is as large as the figure per month, and the saving is in money. */
export function cycleCards(form, { options, cycles }, catalog) {
  const { state, words } = form;
  const chosen = state.get("want.cycle");
  const plan = catalog.plans.find(({ id }) => id === state.get("want.plan"));
  const perMonth = catalog.tax && !catalog.tax.inclusive ? "about_per_month_before_tax" : "about_per_month";
  const quoted = cycles?.find(({ id }) => id === chosen)?.alternative?.cost_per_365_days;
  return cardField(
    form,
    "want.cycle",
    words.text("cycle"),
    catalog.cycles.map(({ id }) => {
      const found = cycles?.find((cycle) => cycle.id === id);
      return {
        value: id,
        title: words.cycleName(id),
        tag: options && state.get("have.cycle") === id ? words.text("cycle_current") : null,
        dimmed: Boolean(plan) && !priceOn(plan, id),
        body: found?.charged
          ? [
              html("span", { class: "price" }, words.say("charged_each_time", { amount: words.amount(found.charged) })),
              found.alternative
                ? html(
                    "span",
                    { class: "price" },
                    words.say(perMonth, {
                      amount: words.amount(perPart(found.alternative.cost_per_365_days, 12)),
                    }),
                  )
                : null,
              saving(found.alternative, quoted, words),
            ]
          : [!plan || priceOn(plan, id) ? null : html("span", { class: "soft" }, words.text("cycle_not_sold"))],
      };
    }),
  );
}

function saving(alternative, quoted, words) {
  if (!alternative || !quoted || isZero(alternative.saving)) return null;
  const tenths = thousandths(size(alternative.saving), quoted);
  const values = {
    amount: words.amount(size(alternative.saving)),
    percent: words.format.percent(`${Math.floor(tenths / 10)}.${tenths % 10}`),
  };
  const more = isNegative(alternative.saving);
  return html(
    "span",
    { class: more ? "saving" : "saving saving-good" },
    words.say(more ? "costs_more" : "saves", values),
  );
}
