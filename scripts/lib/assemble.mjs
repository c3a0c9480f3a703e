// Puts dist/ together from what CMake built and from web/: the npm package, the site and the one-file page. Then says
// how many bytes a visitor loads. Run by scripts/build.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { brotliCompressSync, constants, deflateRawSync } from "node:zlib";
import { build, transform } from "esbuild";
import { filesIn, offlineList } from "./offline_list.mjs";
import { version } from "./version.mjs";

const module = "build/wasm/wasm";
const npm = "dist/npm";
const site = "dist/web";
const onePage = "dist/planshift.html";
const entryPoints = ["main.js", "define.js"]; // the page, and the element alone for other sites
const worker = "sw.js"; // a classic script, loaded by its name

// The oldest browsers that the page supports.
const target = ["chrome123", "firefox121", "safari17.5"];
const minified = { minify: true, format: "esm", target, legalComments: "none" };

await assemblePackage();
await assembleSite();
await assembleOnePage();
await report();

/** The npm package: the sources as they are, the glue minified, the module as a file and inside a script. */
async function assemblePackage() {
  await rm(npm, { recursive: true, force: true });
  await cp("wasm/package", npm, { recursive: true });
  await cp("web/schemas", join(npm, "schemas"), { recursive: true });
  await cp("LICENSE", join(npm, "LICENSE"));
  const { name, ...manifest } = JSON.parse(await readFile("wasm/package/package.json", "utf8"));
  await writeFile(join(npm, "package.json"), `${JSON.stringify({ name, version: version(), ...manifest }, null, 2)}\n`);
  const glue = await readFile(join(module, "core.js"), "utf8");
  await writeFile(join(npm, "core.js"), (await transform(glue, minified)).code);
  const core = await readFile(join(module, "core.wasm"));
  await writeFile(join(npm, "core.wasm"), core);
  await cp("dist/wasm/planshift.wasm", join(npm, "planshift.wasm")); // what npx planshift runs
  const deflated = deflateRawSync(core, { level: 9 }).toString("base64");
  await writeFile(join(npm, "core-inline.js"), `export const deflatedCore = "${deflated}";\n`);
}

/** The site: web/ with its scripts bundled (one request instead of one for each file), and the module. */
async function assembleSite() {
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  await cp(join(npm, "core.wasm"), join(site, "core.wasm"));
  for (const path of await filesIn("web")) {
    if (path.endsWith(".md") || (path.endsWith(".js") && path !== worker)) continue;
    await mkdir(join(site, path, ".."), { recursive: true });
    await writeFile(join(site, path), await smaller(path));
  }
  const { metafile } = await bundle({
    entryPoints: entryPoints.map((name) => join("web", name)),
    outdir: site,
    splitting: true, // a chart, an export or another language is loaded when it is needed
    chunkNames: "[name]-[hash]",
    metafile: true,
    plugins: [enginePackage("index.js")],
  });
  const html = await readFile("web/index.html", "utf8");
  await writeFile(join(site, "index.html"), withPreloads(html, neededAtOnce(metafile)));
  await writeFile(join(site, "files.js"), await offlineList(site));
}

/** The page as one file: works from file:// and offline, and needs one request over a slow line. */
async function assembleOnePage() {
  const { outputFiles } = await bundle({
    entryPoints: ["web/main.js"],
    outfile: "main.js",
    write: false,
    plugins: [enginePackage("index.js"), sentencesInOrder()],
  });
  const script = outputFiles[0].text;
  const hashes = { script: [], style: [] };
  let html = await readFile("web/index.html", "utf8");

  html = await replaceEach(html, /<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g, async (_, href) => {
    const style = await smaller(href);
    hashes.style.push(sha256(style));
    return `<style>${style}</style>`;
  });
  // The page loads nothing, so it needs no preloads; the icon becomes a data address.
  html = html.replace(/[ \t]*<link\b[^>]*rel="(?:preload|modulepreload|manifest)"[^>]*>\n?/g, "");
  html = await replaceEach(
    html,
    /(<link\b[^>]*rel="icon"[^>]*href=")([^":]+\.svg)("[^>]*>)/g,
    async (_, head, href, tail) => {
      return `${head}data:image/svg+xml;base64,${Buffer.from(await smaller(href)).toString("base64")}${tail}`;
    },
  );

  const assets = [];
  for (const path of await filesIn("web")) {
    if (!/^(catalogs\/.*\.json|[^/]*\.css)$/.test(path)) continue;
    if (html.includes(`href="${path}"`)) continue;
    assets.push(asset(path, inertText(await smaller(path), path)));
  }
  assets.push(asset("planshift/core.wasm", inertBytes(await readFile(join(npm, "core.wasm")))));
  hashes.script.push(sha256(script));
  html = html.replace(
    /<script type="module" src="[^"]*"><\/script>/,
    () => `${assets.join("\n")}\n<script type="module">${script}</script>`,
  );
  await writeFile(onePage, withPolicy(html, hashes));
}

/** First visit, first language: what the browser loads before the first answer. */
async function report() {
  const rows = [];
  for (const folder of [site, npm]) for (const path of await filesIn(folder)) rows.push(await row(join(folder, path)));
  rows.push(await row(onePage));
  for (const { path, raw, brotli } of rows) {
    console.log(`${String(brotli).padStart(8)} brotli ${String(raw).padStart(8)} bytes  ${path}`);
  }
  const size = (path) => rows.find((each) => each.path === path).brotli;
  const engine = size(join(npm, "core.wasm")) + size(join(npm, "core.js"));
  console.log(`${String(engine).padStart(8)} brotli  the module: core.wasm + core.js`);
  const visit = await firstVisit();
  const total = visit.reduce((sum, path) => sum + size(join(site, path)), 0);
  console.log(`${String(total).padStart(8)} brotli  a first visit: ${visit.join(" ")}`);
}

async function row(path) {
  const content = await readFile(path);
  return { path, raw: content.length, brotli: brotliSize(content) };
}

function brotliSize(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params }).length;
}

async function firstVisit() {
  const html = await readFile(join(site, "index.html"), "utf8");
  const linked = [...html.matchAll(/(?:href|src)="([^":#]+\.(?:css|js|wasm|json))"/g)].map((match) => match[1]);
  const english = (await filesIn(site)).find((path) => /^en-\w+\.js$/.test(path));
  return [...new Set(["index.html", ...linked, english])];
}

function bundle(options) {
  return build({ bundle: true, ...minified, logLevel: "warning", charset: "utf8", ...options });
}

/** web/engine/engine.js imports the package from beside the page; the bundle takes it from dist/npm. */
function enginePackage(entry) {
  return {
    name: "engine-package",
    setup(esbuild) {
      esbuild.onResolve({ filter: /^\.\.\/planshift\/index\.js$/ }, () => ({ path: join(process.cwd(), npm, entry) }));
    },
  };
}

/** With all languages in one file, only the first names its sentences; the others have them in the same order. */
function sentencesInOrder() {
  return {
    name: "sentences-in-order",
    setup(esbuild) {
      esbuild.onLoad({ filter: /[/\\]messages[/\\]\w+\.js$/ }, async ({ path }) => {
        if (basename(path) === "en.js") return null;
        const { default: first } = await import(join(process.cwd(), "web/words/messages/en.js"));
        const { default: own } = await import(path);
        const ordered = JSON.stringify(Object.keys(first).map((name) => own[name]));
        const further = JSON.stringify(Object.fromEntries(Object.entries(own).filter(([name]) => !(name in first))));
        const contents = `import first from "./en.js";
          const ordered = ${ordered};
          const named = Object.keys(first).map((name, place) => [name, ordered[place]]);
          export default { ...Object.fromEntries(named), ...${further} };`;
        return { contents, resolveDir: dirname(path) };
      });
    },
  };
}

/** The chunks that main.js imports before it runs, found by following the bundle's own list. */
function neededAtOnce(metafile) {
  const found = new Set();
  const visit = (path) => {
    for (const each of metafile.outputs[path].imports) {
      if (each.kind !== "import-statement" || found.has(each.path)) continue;
      found.add(each.path);
      visit(each.path);
    }
  };
  visit(join(site, "main.js"));
  return [...found].map((path) => relative(site, path));
}

/** Adds preloads of what the scripts will ask for, so that it loads beside them instead of after them. */
function withPreloads(html, chunks) {
  const links = [
    ...chunks.map((path) => `<link rel="modulepreload" href="${path}">`),
    `<link rel="preload" href="core.wasm" as="fetch" type="application/wasm" crossorigin>`,
  ];
  return html.replace(/^([ \t]*)(<script type="module")/m, (_, indent, tag) =>
    [...links, tag].map((line) => indent + line).join("\n"),
  );
}

/** The same policy as the site's, with the digests of the only script and styles that are allowed. */
function withPolicy(html, hashes) {
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.script.join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${hashes.style.join(" ")}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types planshift",
  ].join("; ");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const without = html.replace(/[ \t]*<meta http-equiv="Content-Security-Policy"[\s\S]*?>\n?/, "");
  return without.replace(/<meta charset="[^"]*">/i, (charset) => `${charset}\n${meta}`);
}

function sha256(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** A file of web/ as it is shipped: without white space that no reader needs. */
async function smaller(path) {
  const content = await readFile(join("web", path));
  if (path.endsWith(".css"))
    return (await transform(content.toString(), { loader: "css", minify: true, target })).code.trim();
  if (path === worker) return (await transform(content.toString(), { minify: true, target })).code;
  if (path.startsWith("catalogs/")) return JSON.stringify(JSON.parse(content));
  return content;
}

/** Text that a script element can hold: JSON may write "</" and "<!" otherwise, and no style sheet has them. */
function inertText(text, path) {
  if (path.endsWith(".json")) return text.replaceAll("</", "<\\/").replaceAll("<!", "\\u003c!");
  if (text.includes("</")) throw new Error(`${path} has "</" in it, which would end its element in the one-file page`);
  return text;
}

/**
 * Bytes as characters of the same number, which Brotli packs nearly as well as the bytes themselves (base64 would hide
 * from it what repeats). NUL, which HTML forbids, trades places with DEL; "<" and the end of line, which it may change,
 * are written 256 higher. web/assets.js reads it back.
 */
function inertBytes(bytes) {
  const written = (byte) => (byte === 0 ? 127 : [10, 13, 60, 127].includes(byte) ? byte + 256 : byte);
  return Array.from(bytes, (byte) => String.fromCharCode(written(byte))).join("");
}

function asset(name, text) {
  return `<script type="text/plain" id="asset:${name}">${text}</script>`;
}

async function replaceEach(text, pattern, replacement) {
  const replacements = await Promise.all([...text.matchAll(pattern)].map((match) => replacement(...match)));
  return text.replace(pattern, () => replacements.shift());
}
