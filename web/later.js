/** What comes after the first answer, or never: loaded together once that answer has been painted. */
export { cancelView } from "./cancel_view.js";
export { compareView } from "./compare_view.js";
export * as csv from "./export_csv.js";
export * as ics from "./export_ics.js";
export * as json from "./export_json.js";
export * as text from "./export_text.js";
export { insteadOf, pinnedOf, prospectOf, sweepOf } from "./further.js";
export { extensionWorking, lineWorking } from "./line_working.js";
export { pinOf, pinsIn, usualPins } from "./pins.js";
export { prospectView } from "./prospect_view.js";
export { sweepView } from "./sweep_chart.js";
export { timeline } from "./timeline.js";
