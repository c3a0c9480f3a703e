// Contract: §7.4.
import { before, daysAway, printMoment } from "./calendar.mjs";
import { demand } from "./invalid.mjs";
import { printMoney } from "./money.mjs";
import { previewed, printReasons } from "./preview.mjs";

const dayAnswer = (catalog, { subscription, role, change }, at) => {
  const moment = (each) => printMoment(each, catalog.instants);
  const money = (each) => printMoney(each, catalog.exponent);
  const { allowed, reasons, today, forfeited, next } = previewed(catalog, subscription, at, role, change);
  if (!allowed) return { at: moment(at), reasons: printReasons(reasons) };
  return {
    at: moment(at),
    charged: money(today.charged),
    refunded: money(today.refunded),
    forfeited: money(forfeited),
    next_date: next?.payment ? moment(next.date) : null,
    next_due: next?.payment ? money(next.payment.charged) : null,
  };
};

export const sweep = (catalog, request) => {
  demand(!before(request.to, request.from), "`to` before `from`", "/to");
  const days = [];
  for (let at = request.from; !before(request.to, at); at = daysAway(at, 1)) days.push(dayAnswer(catalog, request, at));
  return { format: "planshift-sweep/1", catalog: catalog.id, currency: catalog.currency, days };
};
