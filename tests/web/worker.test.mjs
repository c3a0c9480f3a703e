// The service worker in a world of its own: caches in memory, a network that can be cut.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const source = await readFile(new URL("../../web/sw.js", import.meta.url), "utf8");
const site = "https://site.example/planshift/";
const address = (of) => new URL(typeof of === "string" ? of : of.url, site).href;

/** What a browser keeps for one site: named caches that outlive every worker. */
function browser() {
  const stores = new Map();
  const network = { online: true, asked: [], answers: new Map() };
  const fetch = async (request) => {
    network.asked.push(address(request));
    if (!network.online) throw new TypeError("there is no network");
    return new Response(network.answers.get(address(request)) ?? "from the network");
  };
  const withoutSearch = (url) => url.split("?")[0];
  const matchIn = (store, request, { ignoreSearch = false } = {}) => {
    const wanted = address(request);
    for (const [url, answer] of store) {
      if (url === wanted || (ignoreSearch && withoutSearch(url) === withoutSearch(wanted))) return answer.clone();
    }
    return undefined;
  };
  const cacheOf = (store) => ({
    add: async (request) => void store.set(address(request), await fetch(request)),
    addAll: async (requests) => {
      const answers = await Promise.all(requests.map(async (request) => [address(request), await fetch(request)]));
      for (const [url, answer] of answers) store.set(url, answer);
    },
    put: async (request, answer) => void store.set(address(request), answer),
    match: async (request, options) => matchIn(store, request, options),
    keys: async () => [...store.keys()].map((url) => ({ url })),
  });
  const caches = {
    open: async (name) => cacheOf(stores.get(name) ?? stores.set(name, new Map()).get(name)),
    keys: async () => [...stores.keys()],
    has: async (name) => stores.has(name),
    delete: async (name) => stores.delete(name),
    match: async (request, options) => {
      for (const store of stores.values()) {
        const found = matchIn(store, request, options);
        if (found) return found;
      }
      return undefined;
    },
  };
  return { stores, network, caches, fetch };
}

/** A worker of this version. `send` brings an event about and waits for all that the worker still does. */
function worker({ caches, fetch }, planshiftFiles) {
  const listeners = new Map();
  const done = [];
  const world = {
    addEventListener: (name, listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    caches,
    fetch,
    clients: { claim: async () => done.push("claims the pages"), matchAll: async () => [] },
    skipWaiting: async () => done.push("does not wait"),
    location: new URL("sw.js", site),
    Request: class {
      constructor(url, options = {}) {
        Object.assign(this, { url: address(url), method: "GET", ...options });
      }
    },
    Response,
    URL,
    TextEncoder,
    btoa,
    crypto,
    importScripts: (list) => {
      assert.equal(list, "files.js");
      world.planshiftFiles = planshiftFiles;
    },
  };
  world.self = world;
  runInContext(source, createContext(world));
  const send = async (name, members = {}) => {
    const promises = [];
    let answer;
    const event = {
      ...members,
      waitUntil: (promise) => promises.push(promise),
      respondWith: (promise) => (answer = promise),
    };
    for (const listener of listeners.get(name) ?? []) listener(event);
    await Promise.all(promises);
    return answer;
  };
  return { send, done };
}

const digestOf = (text) => createHash("sha256").update(text).digest("base64");
const filesOf = (...paths) => Object.fromEntries(paths.map((path) => [path, digestOf("from the network")]));
const first = { version: "0001", files: filesOf("./", "main.js", "core.wasm") };
const second = { version: "0002", files: filesOf("./", "main.js", "core-2.wasm") };
const addressesOf = ({ files }) => Object.keys(files).map(address).sort();
const get = (path) => ({ request: { method: "GET", url: address(path) } });

const textOf = async (answer) => (await answer).text();

/** Every address that is kept, in whatever cache. */
const kept = ({ stores }) => [...stores.values()].flatMap((store) => [...store.keys()]).sort();

async function installed(world, files) {
  const own = worker(world, files);
  await own.send("install");
  await own.send("activate");
  return own;
}

test("installed, every file of the list is kept", async () => {
  const world = browser();
  await installed(world, first);
  assert.deepEqual(kept(world), addressesOf(first));
});

test("when a version begins its work, the files of the one before are thrown away", async () => {
  const world = browser();
  await installed(world, first);
  await installed(world, second);
  assert.equal(world.stores.size, 1);
  assert.deepEqual(kept(world), addressesOf(second));
});

test("until then the version before keeps its files: its pages still need them", async () => {
  const world = browser();
  const before = await installed(world, first);
  await worker(world, second).send("install");
  world.network.online = false;
  assert.equal(await textOf(before.send("fetch", get("core.wasm"))), "from the network");
});

test("what other scripts of the same origin keep is left alone", async () => {
  const world = browser();
  await world.caches.open("notes of another page");
  await world.caches.open("planshiftlike");
  await installed(world, first);
  await installed(world, second);
  assert.deepEqual([...world.stores.keys()].slice(0, 2), ["notes of another page", "planshiftlike"]);
  assert.equal(world.stores.size, 3);
});

test("a kept file is answered without the network, whatever its search; another is fetched", async () => {
  const world = browser();
  const own = await installed(world, first);
  world.network.online = false;
  world.network.asked.length = 0;
  assert.equal(await textOf(own.send("fetch", get("main.js"))), "from the network");
  assert.equal(await textOf(own.send("fetch", get("./?from=mail"))), "from the network");
  assert.deepEqual(world.network.asked, []);
  world.network.online = true;
  world.network.answers.set(address("schemas/catalog.schema.json"), "a schema");
  assert.equal(await textOf(own.send("fetch", get("schemas/catalog.schema.json"))), "a schema");
});

test("what is no GET is none of its business", async () => {
  const own = await installed(browser(), first);
  assert.equal(await own.send("fetch", { request: { method: "POST", url: address("main.js") } }), undefined);
});

test("a version of which a file is missing is not installed", async () => {
  const world = browser();
  world.network.online = false;
  await assert.rejects(worker(world, first).send("install"));
  assert.deepEqual(kept(world), []);
});

test("a version of which a file is another than its digest is not installed", async () => {
  const world = browser();
  const before = await installed(world, first);
  world.network.answers.set(address("main.js"), "main.js of a version in between");
  await assert.rejects(worker(world, second).send("install"), /main\.js is not the file of version 0002/);
  assert.deepEqual(kept(world), addressesOf(first));
  assert.equal(await textOf(before.send("fetch", get("main.js"))), "from the network");
});
