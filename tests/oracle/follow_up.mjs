// Contract: §5.7.
import { printDate } from "./calendar.mjs";
import { offset } from "./length.mjs";

const DAY_ZERO = { days: 0 };

// What a cancellation brings with it, dated from the request or from the day on which it takes effect.
export const consequencesOf = (catalog, at, effective, rule) =>
  catalog.consequences.map(({ code, from, after, not_before, kept, title, detail, cite }) => ({
    code,
    date: from ? printDate(offset(from === "request" ? at : effective, after ?? DAY_ZERO)) : null,
    ...(not_before ? { not_before } : {}),
    ...(kept ? { kept } : {}),
    title,
    detail,
    cite: cite ?? rule.cite,
  }));

// Unit credits of a new period: what is carried and what is granted.
export const creditsOf = (catalog, { oldPlan, newPlan, left, carry }) => {
  const [old, fresh] = [oldPlan, newPlan].map((id) => catalog.plans.get(id).credits);
  if (!old && !fresh) return null;
  const [carried, granted] = [carry ? (left ?? 0) : 0, fresh?.per_period ?? 0];
  return { name: (fresh ?? old).name, left, carried, granted, after: carried + granted };
};
