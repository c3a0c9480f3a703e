/** What comes after the first answer, or never: loaded together once that answer has been painted. */
export { cancelView } from "./cancel_view.js";
export { compareView, pinOf, usualPins } from "./compare_view.js";
export * as csv from "./export_csv.js";
export * as ics from "./export_ics.js";
export * as json from "./export_json.js";
export * as text from "./export_text.js";
export { extensionWorking, lineWorking } from "./line_working.js";
export { prospectView } from "./prospect_view.js";
export { sweepView } from "./sweep_chart.js";
export { timeline } from "./timeline.js";
