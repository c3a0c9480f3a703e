import { html } from "../element/dom.js";

/**
 * What cannot be used, in place of every amount: each fault with its place, as the engine says it. `what` is "catalog"
 * or "subscription". Without words, where not even those could be loaded, the fault is shown alone.
 */
export function faultView(fault, words, what = "catalog") {
  const [title, intro] =
    what === "catalog"
      ? ["catalog_fault_title", "catalog_fault_intro"]
      : ["subscription_fault_title", "subscription_fault_intro"];
  return html(
    "section",
    { class: "fault-view", role: "alert", part: "fault" },
    words && [html("h2", {}, words.text(title)), html("p", {}, words.text(intro))],
    html(
      "ul",
      {},
      (fault.all?.length ? fault.all : [fault]).map(({ code, path, message }) =>
        html(
          "li",
          {},
          html("code", {}, path || "/"),
          " ",
          html("span", { lang: "en" }, message ?? code),
          code ? html("code", { class: "soft" }, ` ${code}`) : null,
        ),
      ),
    ),
  );
}
