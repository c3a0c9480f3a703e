import { PlanPreview } from "./element/plan_preview.js";

/** Two scripts of one page may each bring the element: the first one defines it. */
if (!customElements.get("plan-preview")) customElements.define("plan-preview", PlanPreview);
