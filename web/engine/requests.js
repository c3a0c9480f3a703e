import { addLength, isDate } from "../exact/dates.js";
import { ageOf, rolesIn, ruleFor } from "./policy.js";

/**
 * What the form says, as requests to the engine. The state is a Map of field names to the text that was
 * typed. A number that isn't one, or an amount with a typo, goes to the engine as it is: the engine says what is
 * wrong with it, and `fieldOf` says at which field to put that.
 */
export function subscriptionOf(state, catalog) {
  const end = state.get("have.period.end") ?? "";
  const subscription = {
    plan: state.get("have.plan"),
    cycle: state.get("have.cycle"),
    seats: whole(state.get("have.seats") ?? "1"),
    period: { start: state.get("have.period.start") || startBefore(end, state, catalog), end },
  };
  for (const name of ["seats_in_use", "anchor_day", "credits_left"]) {
    if (state.get(`have.${name}`)) subscription[name] = whole(state.get(`have.${name}`));
  }
  for (const name of ["paid", "balance", "creditable"]) {
    if (state.get(`have.${name}`)) subscription[name] = money(state.get(`have.${name}`));
  }
  for (const name of ["cancels_on", "started_on", "committed_until", "prices_of"]) {
    if (state.get(`have.${name}`)) subscription[name] = state.get(`have.${name}`);
  }
  for (const name of ["trial", "extended"]) if (state.get(`have.${name}`)) subscription[name] = true;
  const addons = addonsOf(state, "have", catalog);
  if (addons.length) subscription.addons = addons;
  const discounts = chosenIds(state, "have.discounts.", catalog.discounts).map((id) => heldDiscount(id, state));
  if (discounts.length) subscription.discounts = discounts;
  const scheduled = scheduledOf(state, catalog);
  if (Object.keys(scheduled).length) {
    subscription.scheduled = scheduled;
    // Where nothing is scheduled any more, its day says nothing.
    if (state.get("have.scheduled_on")) subscription.scheduled_on = state.get("have.scheduled_on");
  }
  const pending = pendingOf(state);
  if (pending.length) subscription.pending = pending;
  return subscription;
}

/**
 * Names only what differs from what would hold anyway: the present terms, or what is already set to change. So the
 * present plan is named when the reader goes back to it from a scheduled one.
 */
export function changeOf(state, catalog) {
  if (state.get("mode") === "cancel") {
    return { cancel: true, ...(state.get("cancel.timing") ? { timing: state.get("cancel.timing") } : {}) };
  }
  if (state.get("want.resume")) return { resume: true };
  const change = {};
  for (const name of ["plan", "cycle", "seats"]) {
    const wanted = state.get(`want.${name}`) ?? "";
    const standing = state.get(`have.scheduled.${name}`) || state.get(`have.${name}`);
    if (wanted !== standing) change[name] = name === "seats" ? whole(wanted) : wanted;
  }
  const addons = addonsOf(state, "want", catalog);
  const standing = addonsOf(state, state.get("have.scheduled.addons") ? "have.scheduled" : "have", catalog);
  if (JSON.stringify(addons) !== JSON.stringify(standing)) change.addons = addons;
  if (state.get("want.timing") && Object.keys(change).length) change.timing = state.get("want.timing");
  return change;
}

export const changesNothing = (change) => Object.keys(change).length === 0;

export function previewRequest(state, catalog, change = changeOf(state, catalog)) {
  return { at: state.get("at"), ...roleOf(state, catalog), subscription: subscriptionOf(state, catalog), change };
}

export function eligibilityRequest(state, catalog) {
  return { at: state.get("at"), ...roleOf(state, catalog), subscription: subscriptionOf(state, catalog) };
}

export function quoteRequest(state, catalog, terms = {}) {
  const request = {
    at: state.get("at"),
    terms: {
      plan: state.get("want.plan"),
      cycle: state.get("want.cycle"),
      seats: whole(state.get("want.seats") ?? "1"),
      addons: addonsOf(state, "want", catalog),
      ...terms,
    },
    discounts: chosenIds(state, "want.discounts.", catalog.discounts),
  };
  if (state.get("want.first_period_end")) request.first_period_end = state.get("want.first_period_end");
  return request;
}

/** A reader without one of the vendor's roles asks without one: the engine says who may do it. */
export function roleOf(state, catalog) {
  const role = state.get("role");
  return role && rolesIn(catalog).includes(role) ? { role } : {};
}

/** What the policy says of a movement of the subscription in the form, on the day that is asked about. */
export function ruleOn(state, movement, catalog) {
  const subscription = subscriptionOf(state, catalog);
  return ruleFor(catalog, movement, subscription.cycle, ageOf(subscription, state.get("at") ?? ""));
}

/** The part of the form that a member of a request comes from. */
const partOf = new Map([
  ["subscription", "have"],
  ["change", "want"],
  ["terms", "want"],
]);

/** The field that a fault's JSON Pointer speaks of: "/subscription/addons/0/seats" → "have.addons.pi". */
export function fieldOf(path, request) {
  const [root, ...rest] = path.split("/").slice(1);
  const part = partOf.get(root);
  if (!part) return root ?? "";
  if (rest[0] === "discounts" && rest[1] !== undefined) {
    const { id } = withEnd(request?.[root]?.discounts?.[rest[1]] ?? "");
    return `${part}.${rest[2] === "until" ? "discount_until" : "discounts"}.${id}`;
  }
  if (rest[0] === "addons") return `${part}.addons.${request?.[root]?.addons?.[rest[1]]?.id}`;
  if (rest[0] === "period" && rest.length === 1) return `${part}.period.end`;
  return [part, ...rest].join(".");
}

/** Digits of any script as ASCII ones, a whole number as a number, anything else as it was typed. */
export function whole(text) {
  const digits = plainDigits(text.trim());
  return /^\d{1,15}$/.test(digits) ? Number(digits) : text;
}

/** An amount as the documents write it: a comma before the last one or two digits is a decimal one; before three it could be either, and the engine asks. */
export function money(text) {
  const plain = plainDigits(text.trim())
    .replace(/[\s'\u00a0\u202f]/g, "")
    .replace(/٫/g, ".");
  return plain.includes(".") ? plain.replace(/,(?=\d{3})/g, "") : plain.replace(/,(\d{1,2})$/, ".$1");
}

function plainDigits(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0);
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0) - zero < 9) zero -= 1;
    return String(digit.codePointAt(0) - zero);
  });
}

function startBefore(end, state, catalog) {
  const cycle = catalog.cycles.find(({ id }) => id === state.get("have.cycle"));
  return cycle && isDate(end) ? addLength(end, cycle.length, -1) : "";
}

function addonsOf(state, part, catalog) {
  return (catalog.addons ?? [])
    .filter(({ id }) => !["", "0", undefined].includes(state.get(`${part}.addons.${id}`)))
    .map(({ id }) => ({ id, seats: whole(state.get(`${part}.addons.${id}`)) }));
}

const chosenIds = (state, prefix, list = []) => list.map(({ id }) => id).filter((id) => state.get(prefix + id));

function heldDiscount(id, state) {
  const until = state.get(`have.discount_until.${id}`);
  return until ? { id, until } : id;
}

/** A discount as a subscription names it: by its id, or with its end. */
export const withEnd = (discount) => (typeof discount === "string" ? { id: discount } : discount);

function scheduledOf(state, catalog) {
  const scheduled = {};
  for (const name of ["plan", "cycle", "seats"]) {
    const value = state.get(`have.scheduled.${name}`);
    if (value) scheduled[name] = name === "seats" ? whole(value) : value;
  }
  if (state.get("have.scheduled.addons")) scheduled.addons = addonsOf(state, "have.scheduled", catalog);
  return scheduled;
}

function pendingOf(state) {
  const pending = [];
  for (
    let index = 0;
    state.get(`have.pending.${index}.label`) || state.get(`have.pending.${index}.amount`);
    index += 1
  ) {
    pending.push({
      label: state.get(`have.pending.${index}.label`) ?? "",
      amount: money(state.get(`have.pending.${index}.amount`) ?? ""),
    });
  }
  return pending;
}
