// The version of everything that is released is in one place: project(planshift VERSION …) in CMakeLists.txt.
import { readFileSync } from "node:fs";

const declared = /^project\(planshift VERSION (\d+\.\d+\.\d+) /m;

/** The version that a CMakeLists.txt declares. */
export function versionIn(cmake) {
  const found = declared.exec(cmake);
  if (!found) throw new Error("CMakeLists.txt declares no version: project(planshift VERSION 1.2.3 …)");
  return found[1];
}

/** The version of this repository. */
export const version = () => versionIn(readFileSync(new URL("../../CMakeLists.txt", import.meta.url), "utf8"));
