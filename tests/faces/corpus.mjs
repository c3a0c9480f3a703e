// Reads a scenario file into what a runner needs: the catalog's text, the question, the request's text, what is expected.
//
// A catalog is named ("sample.json": tests/conformance/catalogs, else web/catalogs), written out, or patched:
// {"base": "sample.json", "patch": [RFC 6902 add, replace, remove]}. A request may be patched in the same way
// upon the file's own "request". Where the bytes themselves are the matter, "catalog_text" or "request_text" hold them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../conformance/cases/", import.meta.url));
const homes = [join(root, "../catalogs"), join(root, "../../../web/catalogs")];

export function catalogText(name) {
  const home = homes.find((folder) => existsSync(join(folder, name)));
  if (!home) throw new Error(`no catalog ${name}`);
  return readFileSync(join(home, name), "utf8");
}

/** RFC 6902, the three operations that scenarios need. */
export function patched(document, operations) {
  const result = structuredClone(document);
  for (const { op, path, value } of operations) {
    const steps = path
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = steps.pop();
    const parent = steps.reduce((at, step) => at[step], result);
    if (parent === null || typeof parent !== "object") throw new Error(`${op} ${path}: there is nothing to hold it`);
    if (op !== "add" && !(last in parent)) throw new Error(`${op} ${path}: there is nothing there`);
    if (op === "remove") Array.isArray(parent) ? parent.splice(Number(last), 1) : delete parent[last];
    else if (op === "add" && Array.isArray(parent))
      parent.splice(last === "-" ? parent.length : Number(last), 0, value);
    else if (op === "add" || op === "replace") parent[last] = value;
    else throw new Error(`${op} is not an operation`);
  }
  return result;
}

function textOfCatalog(scenario) {
  if (scenario.catalog_text !== undefined) return scenario.catalog_text;
  if (typeof scenario.catalog === "string") return catalogText(scenario.catalog);
  if (scenario.catalog.base)
    return JSON.stringify(patched(JSON.parse(catalogText(scenario.catalog.base)), scenario.catalog.patch));
  return JSON.stringify(scenario.catalog);
}

export function* scenarios(folder = root) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* scenarios(path);
    else if (entry.name.endsWith(".json")) {
      const scenario = JSON.parse(readFileSync(path, "utf8"));
      if (!("question" in scenario)) continue;
      yield {
        ...scenario,
        name: relative(root, path),
        catalogText: textOfCatalog(scenario),
        requestText:
          scenario.request_text ?? (scenario.request === undefined ? undefined : JSON.stringify(scenario.request)),
      };
    }
  }
}
