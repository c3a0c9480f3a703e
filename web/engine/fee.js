import { compare, isZero, times } from "../exact/amounts.js";
import { addLength, isBefore, wholeLengths } from "../exact/dates.js";

/** Whether a rule's fee is anything for a cancellation that takes effect on a day. */
export function owesFee(fee, day, subscription, catalog) {
  if (!fee || subscription.trial || isZero(fee.percent ?? fee.amount)) return false;
  if (!fee.percent && !fee.less && !fee.at_most) return true;
  const isBound = Boolean(subscription.committed_until && isBefore(day, subscription.committed_until));
  return isBound && !(fee.less && hasFallen(fee, day, subscription, catalog));
}

const hasFallen = ({ amount, less }, day, subscription, catalog) =>
  compare(times(less, monthsCommitted(subscription, day, catalog)), amount) >= 0;

/** The whole months of a commitment up to a day; where its beginning is not known, since the subscription or period began. */
export function monthsCommitted({ committed_until: until, cycle, started_on: startedOn, period }, day, catalog) {
  const commitment = catalog.cycles.find(({ id }) => id === cycle)?.commitment;
  const from = until && commitment ? addLength(until, commitment.length, -1) : (startedOn ?? period.start);
  return wholeLengths(from, day, "P1M");
}
