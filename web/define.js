import { PlanPreview } from "./plan_preview.js";

customElements.define("plan-preview", PlanPreview);
