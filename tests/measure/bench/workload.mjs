// The work that is measured: four changes of one vendor's subscriptions, of the kinds that cost something to work out.
import { catalogText } from "../../faces/corpus.mjs";

export const catalog = catalogText("clio-manage.json");

const subscription = (plan, cycle, seats, start, end) => ({ plan, cycle, seats, period: { start, end } });
const asked = (held, change) => ({ at: "2026-11-22", role: "primary_subscriber", subscription: held, change });

export const requests = [
  // more and dearer seats in the running year
  asked(subscription("essentials", "365-day", 7, "2026-03-18", "2027-03-18"), { plan: "advanced", seats: 9 }),
  // a month becomes a year
  asked(subscription("advanced", "30-day", 4, "2026-11-05", "2026-12-05"), { cycle: "365-day" }),
  // a lower plan with fewer seats, which waits
  asked(subscription("complete", "365-day", 12, "2026-06-30", "2027-06-30"), { plan: "essentials", seats: 10 }),
  // the end
  asked(subscription("essentials", "30-day", 3, "2026-11-18", "2026-12-18"), { cancel: true }),
];

export const requestTexts = requests.map((request) => JSON.stringify(request));
