// The list of files that the service worker keeps (web/files.js describes it): each with its digest, under a version
// that changes with any of them.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

const notKept = (path) => ["sw.js", "files.js"].includes(path) || path.startsWith("schemas/");

/** The text of files.js for the site in `folder`. */
export async function offlineList(folder) {
  const files = {};
  const all = createHash("sha256");
  for (const path of (await filesIn(folder)).filter((each) => !notKept(each))) {
    const content = await readFile(join(folder, path));
    files[path === "index.html" ? "./" : path] = createHash("sha256").update(content).digest("base64");
    all.update(path).update(content);
  }
  const version = all.digest("hex").slice(0, 16);
  return `self.planshiftFiles = ${JSON.stringify({ version, files })};\n`;
}

/** The paths of all files below `folder`, in order. */
export async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
