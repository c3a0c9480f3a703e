// Where each entry gets the module from.
import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { planshift } from "../../../dist/npm/engine.js";
import { load } from "../../../dist/npm/node.js";
import { catalogText, scenarios } from "../corpus.mjs";

const catalog = catalogText("clio-manage.json");
const request = [...scenarios()].find(({ name }) => name === "examples/01-upgrade-on-365-day.json").requestText;
const expected = (await load(catalog)).answer("preview", request);
const npm = new URL("../../../dist/npm/", import.meta.url);
const core = await readFile(new URL("core.wasm", npm));

const inFolder = async (use) => {
  const folder = await mkdtemp(join(tmpdir(), "planshift-loading-"));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};
const answers = async ({ load }, options) =>
  assert.equal((await load(catalog, options)).answer("preview", request), expected);

test("null is no options, in every call", async () => {
  for (const function_ of ["load", "check"]) {
    const host = planshift(({ url }) => WebAssembly.compile(url ?? core));
    await host[function_](catalog, null);
    await host[function_](catalog, null);
    await host[function_](catalog, undefined);
  }
});

test("the options are the caller's own, whatever stands on Object.prototype", async () => {
  const polluted = {
    wasmModule: {},
    wasmBinary: new Uint8Array(8),
    url: "https://example.com/other.wasm",
    integrity: "x",
  };
  for (const options of [undefined, null, {}, { ours: true }, Object.create(polluted)]) {
    for (const function_ of ["load", "check"]) {
      let given;
      const host = planshift((options) => {
        given = options;
        return WebAssembly.compile(core);
      });
      try {
        for (const name in polluted) Object.prototype[name] = polluted[name];
        await host[function_](catalog, options);
        for (const name in polluted) assert.equal(given[name], undefined, name);
      } finally {
        for (const name in polluted) delete Object.prototype[name];
      }
    }
  }
});

test("no entry takes the module from Object.prototype", async () => {
  const { fetch } = globalThis;
  const asked = [];
  for (const entry of ["node.js", "index.js", "inline.js"]) {
    try {
      globalThis.fetch = async (url, options) => {
        asked.push([String(url), options]);
        return new Response(core);
      };
      for (const name of ["wasmModule", "wasmBinary", "url"]) Object.prototype[name] = "not ours";
      await answers(await import(`../../../dist/npm/${entry}?polluted`));
    } finally {
      globalThis.fetch = fetch;
      for (const name of ["wasmModule", "wasmBinary", "url"]) delete Object.prototype[name];
    }
  }
  assert.deepEqual(asked, [[new URL("core.wasm", npm).href, {}]]);
});

test("under Node.js the module comes from inside the script where its file is missing", async () => {
  await inFolder(async (folder) => {
    for (const name of await readdir(npm)) {
      if (name !== "core.wasm") await cp(new URL(name, npm), join(folder, name), { recursive: true });
    }
    const entry = await import(pathToFileURL(join(folder, "node.js")));
    // A file that the caller names is another matter.
    const gone = join(folder, "gone.wasm");
    await assert.rejects(entry.load(catalog, { url: gone }), ({ error }) => {
      return error.code === "internal.module_not_loaded" && /gone\.wasm/.test(error.message);
    });
    await answers(entry);
  });
});

test("a server's bundle answers, as a module, as a classic script, and where its address is not a file's", async () => {
  await inFolder(async (folder) => {
    const bundled = async (name, options) => {
      const outfile = join(folder, name);
      const entryPoints = [new URL("node.js", npm).pathname];
      await build({ entryPoints, outfile, bundle: true, platform: "node", logLevel: "error", ...options });
      return import(pathToFileURL(outfile));
    };
    await answers(await bundled("bundle.mjs", { format: "esm" }));
    await answers(
      (await bundled("bundle.cjs", { format: "cjs", logOverride: { "empty-import-meta": "silent" } })).default,
    );
    const define = { "import.meta.url": '"https://example.com/_next/static/chunk.js"' };
    await answers(await bundled("remote.mjs", { format: "esm", define }));
  });
});
