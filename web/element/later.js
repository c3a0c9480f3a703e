/** What comes after the first answer, or never: loaded together once that answer has been painted. */
export { cancelView } from "../answer/cancel_view.js";
export { compareView } from "../compare/compare_view.js";
export * as csv from "../export/csv.js";
export * as ics from "../export/ics.js";
export * as json from "../export/json.js";
export * as text from "../export/text.js";
export { insteadOf, pinnedOf, prospectOf, sweepOf } from "../engine/further.js";
export { extensionWorking, lineWorking } from "../answer/line/line_working.js";
export { pinOf, pinsIn, usualPins } from "../compare/pins.js";
export { prospectView } from "../answer/prospect_view.js";
export { sweepView } from "../charts/sweep_chart.js";
export { timeline } from "../charts/timeline.js";
