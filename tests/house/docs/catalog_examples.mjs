// The runnable blocks of docs/catalog.md, in the order of the page.
//
// ```json catalog   a whole catalog (with "format") becomes the page's; else what changes in that, as a merge patch (RFC 7396)
// ```json request   what is asked from here on; "request quote" names another question than preview
// ```json answer    part of the answer to the last request under the last catalog
import { readFileSync } from "node:fs";

export function* examples(path = new URL("../../../docs/catalog.md", import.meta.url)) {
  const page = readFileSync(path, "utf8");
  let whole, catalog, question, request;
  for (const { 1: kind, 2: asked, 3: text, index } of page.matchAll(
    /^```json (catalog|request|answer)(?: (\w+))?\n(.*?)^```$/gms,
  )) {
    const line = page.slice(0, index).split("\n").length;
    const value = JSON.parse(text);
    if (kind === "catalog") {
      if ("format" in value) whole = value;
      catalog = merged(whole, "format" in value ? {} : value);
    } else if (kind === "request") {
      request = value;
      question = asked ?? "preview";
    } else {
      yield { line, catalog, question, request, answer: value };
    }
  }
}

/** RFC 7396. */
export function merged(target, patch) {
  if (patch === null || typeof patch !== "object" || Array.isArray(patch)) return patch;
  const result = target !== null && typeof target === "object" && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}

/** Where the answer does not hold what is shown, as sentences. Lists must be of the same length. */
export function missing(shown, answer, at = "") {
  if (Array.isArray(shown)) {
    if (!Array.isArray(answer) || answer.length !== shown.length)
      return [`${at || "/"}: shown are ${shown.length}, answered ${JSON.stringify(answer)}`];
    return shown.flatMap((item, index) => missing(item, answer[index], `${at}/${index}`));
  }
  if (shown !== null && typeof shown === "object") {
    if (answer === null || typeof answer !== "object") return [`${at || "/"}: answered is ${JSON.stringify(answer)}`];
    return Object.entries(shown).flatMap(([key, value]) => missing(value, answer[key], `${at}/${key}`));
  }
  return shown === answer ? [] : [`${at}: shown is ${JSON.stringify(shown)}, answered ${JSON.stringify(answer)}`];
}
