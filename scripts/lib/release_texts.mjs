// What a release changes in the sources: the version, and the heading of what was unreleased.
//   node scripts/lib/release_texts.mjs VERSION     edits the files, and prints the notes of the release
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { versionIn } from "./version.mjs";

/** CMakeLists.txt with another version; the same version is allowed, as no release may have had it yet. */
export function withVersion(cmake, version) {
  const old = versionIn(cmake);
  if (older(version, old)) throw new Error(`${version} is older than ${old} in CMakeLists.txt`);
  return cmake.replace(`project(planshift VERSION ${old} `, `project(planshift VERSION ${version} `);
}

function older(version, than) {
  const [a, b] = [version, than].map((each) => each.split(".").map(Number));
  const differs = a.findIndex((part, i) => part !== b[i]);
  return differs >= 0 && a[differs] < b[differs];
}

/** A document that asks CMake for the version: before 1.0 a minor version may change what users see. */
export const askingFor = (text, version) =>
  text.replace(/find_package\(planshift \d+\.\d+ /g, `find_package(planshift ${version.replace(/\.\d+$/, "")} `);

/** CHANGELOG.md with what was unreleased under the version's name, and that part alone: the notes. */
export function released(changelog, version) {
  if (changelog.includes(`\n## ${version}\n`)) throw new Error(`CHANGELOG.md has a section ${version} already`);
  const part = /\n## Unreleased\n([\s\S]*?)(?=\n## |$)/.exec(changelog);
  const notes = part?.[1].trim();
  if (!notes) throw new Error("CHANGELOG.md has nothing under Unreleased");
  return {
    notes: `${notes}\n`,
    changelog: changelog.replace("\n## Unreleased\n", `\n## Unreleased\n\n## ${version}\n`),
  };
}

function main(version) {
  const edit = (path, change) => writeFileSync(path, change(readFileSync(path, "utf8")));
  const { notes, changelog } = released(readFileSync("CHANGELOG.md", "utf8"), version);
  edit("CMakeLists.txt", (text) => withVersion(text, version));
  for (const path of ["README.md", "tests/faces/consumer/CMakeLists.txt"])
    edit(path, (text) => askingFor(text, version));
  writeFileSync("CHANGELOG.md", changelog);
  process.stdout.write(notes);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    main(process.argv[2]);
  } catch ({ message }) {
    console.error(`release: ${message}`);
    process.exitCode = 1;
  }
}
