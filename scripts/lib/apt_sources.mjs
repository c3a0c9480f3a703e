// Reads where a machine's packages come from:
//   node scripts/lib/apt_sources.mjs /etc/apt has SUITE           status 0 if a source of that suite is enabled
//   node scripts/lib/apt_sources.mjs /etc/apt beside SUITE NEW    prints a source of the suite NEW at the archive of SUITE
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The enabled binary sources below an apt folder: { uris, suites, components, signedBy } each. */
export function sourcesIn(folder) {
  const parts = readable(() => readdirSync(join(folder, "sources.list.d")), []).sort();
  const files = ["sources.list", ...parts.map((name) => join("sources.list.d", name))];
  return files.flatMap((name) => {
    const text = readable(() => readFileSync(join(folder, name), "utf8"), "");
    if (name.endsWith(".list")) return text.split("\n").flatMap(oneLine);
    return name.endsWith(".sources") ? text.split(/\n[ \t]*\n/).flatMap(stanza) : [];
  });
}

/** A source of the suite `added` at the Debian archive that serves `suite`, signed by the same key; null without one. */
export function sourceBeside(sources, suite, added) {
  const isArchive = (uri) => /^(https?|mirror\S*):.*\/debian\/?$/.test(uri);
  for (const { uris, suites, components, signedBy } of sources) {
    const uri = uris.find(isArchive);
    if (!uri || !suites.includes(suite) || !components.includes("main")) continue;
    const key = signedBy ? `Signed-By: ${signedBy}\n` : "";
    return `Types: deb\nURIs: ${uri}\nSuites: ${added}\nComponents: main\n${key}`;
  }
  return null;
}

/** `deb [signed-by=KEY] URI SUITE COMPONENT...` */
function oneLine(line) {
  const [, options = "", rest] = /^\s*deb\s+(?:\[([^\]]*)\]\s*)?([^#]*)/.exec(line) ?? [];
  if (!rest) return [];
  const [uri, suite, ...components] = rest.trim().split(/\s+/);
  const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1];
  return [{ uris: [uri], suites: [suite], components, signedBy }];
}

/** Fields of which a value may go on in indented lines, as a key written out does. */
function stanza(text) {
  const lines = text.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  const fields = new Map();
  let last = null;
  for (const line of lines) {
    const [, name, value] = /^([A-Za-z-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name) fields.set((last = name.toLowerCase()), value);
    else if (last) fields.set(last, `${fields.get(last)}\n${line}`);
  }
  const words = (name) => (fields.get(name) ?? "").split(/\s+/).filter(Boolean);
  if (/^(no|false|off|0)$/i.test(fields.get("enabled") ?? "") || !words("types").includes("deb")) return [];
  return [
    {
      uris: words("uris"),
      suites: words("suites"),
      components: words("components"),
      signedBy: fields.get("signed-by"),
    },
  ];
}

function readable(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, question, suite, added] = process.argv.slice(2);
  const sources = sourcesIn(folder);
  const source = question === "beside" ? sourceBeside(sources, suite, added) : null;
  if (source) process.stdout.write(source);
  const found = question === "has" ? sources.some(({ suites }) => suites.includes(suite)) : source !== null;
  process.exitCode = found ? 0 : 1;
}
