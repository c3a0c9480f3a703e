// Reads the cases of tests/conformance into what a face needs: the catalog's text, the question, the request's text, what
// is expected. tests/conformance/README.md explains the members of a case.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogOf } from "../conformance/run.mjs";

export const root = fileURLToPath(new URL("../conformance/cases/", import.meta.url));

/** The text of a catalog in tests/conformance/catalogs. */
export const catalogText = (name) => catalogOf({ catalog: name });

export function* scenarios(folder = root) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* scenarios(path);
    else if (entry.name.endsWith(".json")) {
      const scenario = JSON.parse(readFileSync(path, "utf8"));
      yield {
        ...scenario,
        name: relative(root, path),
        catalogText: catalogOf(scenario),
        requestText:
          scenario.request_text ?? (scenario.request === undefined ? undefined : JSON.stringify(scenario.request)),
      };
    }
  }
}
