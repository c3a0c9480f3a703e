import { readdirSync } from "node:fs";
import { join } from "node:path";

export const root = new URL("../../../", import.meta.url).pathname;
const notOurs = ["node_modules", "build", "dist", ".git"];

/** The paths of all Markdown files of the repository, from its root. */
export function documents(folder = ".") {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.includes(entry.name) ? [] : documents(path);
    return entry.isFile() && path.endsWith(".md") ? [path] : [];
  });
}
