import { html } from "./dom.js";

/** A catalog that can't be read: every fault with its place in the file, as the engine says it. */
export function catalogFaultView(error, words) {
  const faults = error.all?.length ? error.all : [error];
  return html(
    "section",
    { class: "catalog-fault", role: "alert", part: "catalog-fault" },
    html("h2", {}, words.text("catalog_fault_title")),
    html("p", {}, words.text("catalog_fault_intro")),
    html(
      "ul",
      {},
      faults.map(({ code, path, message }) =>
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
