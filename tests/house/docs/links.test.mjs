// Every link of a document to another part of the repository leads somewhere, its heading included.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { documents, root } from "./documents.mjs";

const text = (path) => readFileSync(join(root, path), "utf8").replace(/^```[\s\S]*?^```/gm, "");

/** The anchors of a document: its headings as GitHub names them, and those written out. */
function anchors(path) {
  const headings = [...text(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
  return new Set([...headings, ...[...text(path).matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)]);
}

const links = documents().flatMap((path) =>
  [...text(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => ({ path, target })),
);

test("documents link to each other", () => assert.ok(links.length > 100));

test("every link leads to a file, or to a heading of one", () => {
  const known = new Map();
  const broken = links.filter(({ path, target }) => {
    const [file, anchor] = target.split("#");
    const to = file === "" ? path : join(dirname(path), file);
    if (!existsSync(join(root, to))) return true;
    if (anchor === undefined) return false;
    if (!known.has(to)) known.set(to, anchors(to));
    return !known.get(to).has(anchor);
  });
  assert.deepEqual(broken, []);
});
