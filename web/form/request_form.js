import { cycleCards, planCards } from "./cards.js";
import { checkField, dateField, selectField, stepperField, textField } from "./fields.js";
import { html } from "../element/dom.js";
import { heldTerms } from "../answer/paper_heading.js";
import { priceOn, rolesIn } from "../engine/policy.js";
import { ruleOn } from "../engine/requests.js";
import { countsSeats } from "../words/words.js";

/**
 * What the reader has and what the reader wants, as fields. `offers` is what its cards show; `isMissing` says that there
 * is nothing to answer yet, `isWide` that "I have" is unfolded, `isWhole` that what is folded is filled too.
 */
export function requestForm(form, offers, catalog, { isMissing = false, isWide = false, isWhole = true } = {}) {
  const { state, words } = form;
  const mode = state.get("mode");
  const waits = mode !== "quote" && isMissing; // first what one has, then what one wants
  return html(
    "form",
    { class: "form", part: "form", novalidate: true, "aria-label": words.text(`form_${mode}`) },
    state.get("example") ? html("p", { class: "example" }, words.text("example")) : null,
    mode === "quote" ? null : haveFields(form, catalog, isWide || isMissing, isWhole),
    waits ? null : mode === "cancel" ? cancelFields(form, catalog) : wantFields(form, offers, catalog),
  );
}

function haveFields(form, catalog, isUnfolded, isWhole) {
  const { state, words } = form;
  const plans = catalog.plans.map(({ id, name }) => [id, name ?? id]);
  const cycles = catalog.cycles.map(({ id }) => [id, words.cycleName(id)]);
  const open = isUnfolded || hasFault(form.faults, "have.");
  return html(
    "details",
    { class: "have", "data-key": "have", open },
    html(
      "summary",
      {},
      html("h2", {}, words.text("i_have")),
      html("span", { class: "have-line" }, heldTerms(state, words).join(" · ")),
    ),
    html(
      "div",
      { class: "fields" },
      selectField(form, "have.plan", words.text("plan"), plans),
      selectField(form, "have.cycle", words.text("cycle"), cycles),
      countsSeats(catalog) ? stepperField(form, "have.seats", words.seatNoun()) : null,
      dateField(form, "have.period.end", words.text("next_billing_date")),
      roleField(form, catalog, words),
    ),
    moreFields(form, catalog, isWhole),
  );
}

function roleField(form, catalog, words) {
  const roles = rolesIn(catalog);
  if (!roles.length) return null;
  return selectField(form, "role", words.text("i_am"), [
    ...roles.map((id) => [id, words.role(id)]),
    ["", words.text("someone_else")],
  ]);
}

/** What most readers can leave alone: it has sensible values when it is empty. */
function moreFields(form, catalog, isWhole) {
  const { state, words, faults } = form;
  const none = ["", "—"];
  const has = (name) =>
    [...state.keys()].some((key) => key.startsWith(`have.${name}`)) || hasFault(faults, `have.${name}`);
  const open = [
    "seats_in_use",
    "paid",
    "balance",
    "trial",
    "scheduled",
    "cancels_on",
    "pending",
    "addons",
    "discounts",
    "period.start",
  ].some(has);
  return html(
    "details",
    { class: "more", "data-key": "have more", open },
    html("summary", {}, words.text("more_about_subscription")),
    // Folded, it can wait until the first answer is shown.
    (isWhole || open) &&
      html(
        "div",
        { class: "fields" },
        countsSeats(catalog)
          ? textField(form, "have.seats_in_use", words.text("seats_in_use", { seats: words.seatNoun() }), {
              mode: "numeric",
            })
          : null,
        dateField(form, "have.period.start", words.text("period_start"), { hint: words.text("period_start_hint") }),
        textField(form, "have.paid", words.text("paid"), { mode: "decimal", hint: words.text("paid_hint") }),
        textField(form, "have.balance", words.text("balance"), { mode: "decimal" }),
        catalog.plans.some((plan) => plan.credits)
          ? textField(form, "have.credits_left", words.text("credits_left"), { mode: "numeric" })
          : null,
        addonFields(form, "have", state.get("have.plan"), state.get("have.cycle"), catalog, words),
        discountFields(form, "have", catalog, words),
        selectField(form, "have.scheduled.plan", words.text("scheduled_plan"), [
          none,
          ...catalog.plans.map(({ id, name }) => [id, name ?? id]),
        ]),
        catalog.cycles.length > 1
          ? selectField(form, "have.scheduled.cycle", words.text("scheduled_cycle"), [
              none,
              ...catalog.cycles.map(({ id }) => [id, words.cycleName(id)]),
            ])
          : null,
        countsSeats(catalog)
          ? textField(form, "have.scheduled.seats", words.text("scheduled_seats", { seats: words.seatNoun() }), {
              mode: "numeric",
            })
          : null,
        dateField(form, "have.cancels_on", words.text("cancels_on")),
        textField(form, "have.pending.0.label", words.text("pending_label")),
        textField(form, "have.pending.0.amount", words.text("pending_amount"), { mode: "decimal" }),
        checkField(form, "have.trial", words.text("trial")),
      ),
  );
}

function wantFields(form, offers, catalog) {
  const { state, words } = form;
  const plan = catalog.plans.find(({ id }) => id === state.get("want.plan"));
  const mode = state.get("mode");
  return html(
    "section",
    { class: "want", "data-key": "want" },
    html("h2", {}, words.text("i_want")),
    canResume(state)
      ? checkField(
          form,
          "want.resume",
          words.text(state.get("have.cancels_on") ? "resume_cancellation" : "resume_scheduled"),
        )
      : null,
    state.get("want.resume")
      ? null
      : [
          planCards(form, offers, catalog),
          countsSeats(catalog)
            ? stepperField(form, "want.seats", words.seatNoun(), { min: plan?.seats?.min ?? 1, max: plan?.seats?.max })
            : null,
          catalog.cycles.length > 1 ? cycleCards(form, offers, catalog) : null,
          addonFields(form, "want", state.get("want.plan"), state.get("want.cycle"), catalog, words),
          mode === "change" && offersChoice(catalog, state) ? timingField(form, "want.timing", words) : null,
          mode === "quote" ? quoteFields(form, catalog) : null,
        ],
  );
}

function quoteFields(form, catalog) {
  const { state, words } = form;
  return html(
    "details",
    { class: "more", "data-key": "want more", open: Boolean(state.get("want.first_period_end")) },
    html("summary", {}, words.text("more_about_quote")),
    html(
      "div",
      { class: "fields" },
      dateField(form, "want.first_period_end", words.text("first_period_end"), {
        hint: words.text("first_period_end_hint"),
      }),
      discountFields(form, "want", catalog, words),
    ),
  );
}

function cancelFields(form, catalog) {
  const { state, words } = form;
  const rule = ruleOn(state, "cancel", catalog);
  return rule.when === "choice"
    ? html("section", { class: "want", "data-key": "cancel" }, timingField(form, "cancel.timing", words))
    : null;
}

const timingField = (form, name, words) =>
  selectField(form, name, words.text("when"), [
    ["", words.text("timing_default")],
    ["now", words.text("timing_now")],
    ["period_end", words.text("timing_period_end")],
  ]);

function addonFields(form, part, plan, cycle, catalog, words) {
  return (catalog.addons ?? [])
    .filter(
      (addon) =>
        form.state.get(`${part}.addons.${addon.id}`) ||
        (priceOn(addon, cycle) && (!addon.plans || addon.plans.includes(plan))),
    )
    .map((addon) =>
      stepperField(form, `${part}.addons.${addon.id}`, words.text("addon_seats", { addon: addon.name ?? addon.id }), {
        min: 0,
      }),
    );
}

const discountFields = (form, part, catalog, words) =>
  (catalog.discounts ?? []).map(({ id }) =>
    checkField(form, `${part}.discounts.${id}`, words.text("discount_applies", { name: words.discount(id) })),
  );

const canResume = (state) =>
  state.get("mode") === "change" &&
  ["cancels_on", "scheduled.plan", "scheduled.cycle", "scheduled.seats", "scheduled.addons"].some((name) =>
    state.get(`have.${name}`),
  );

const offersChoice = (catalog, state) =>
  Object.keys(catalog.policy.rules).some((kind) => kind !== "cancel" && ruleOn(state, kind, catalog).when === "choice");

const hasFault = (faults, prefix) => [...faults.keys()].some((name) => name.startsWith(prefix));
