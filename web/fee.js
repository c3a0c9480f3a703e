import { addLength, wholeLengths } from "./dates.js";

/** The whole months of a commitment up to a day; where its beginning is not known, since the subscription or period began. */
export function monthsCommitted({ committed_until: until, cycle, started_on: startedOn, period }, day, catalog) {
  const commitment = catalog.cycles.find(({ id }) => id === cycle)?.commitment;
  const from = until && commitment ? addLength(until, commitment.length, -1) : (startedOn ?? period.start);
  return wholeLengths(from, day, "P1M");
}
