/**
 * Keeps the files of one version of the page, and answers from them alone: what a page loads is of one version. A new
 * version is fetched whole and compared with its digests before it is kept; then it waits until the reader takes it or
 * closes every tab of the old one.
 */
// The site may be served with a policy that takes addresses of scripts only from a trusted type.
const list = "files.js";
const trusted = self.trustedTypes?.createPolicy("planshift", {
  createScriptURL: (address) => (address === list ? list : ""),
});
importScripts(trusted?.createScriptURL(list) ?? list);

const { version, files } = self.planshiftFiles;
const ours = "planshift ";
const store = ours + version;
/** Pages of the version before. They load themselves again as soon as this one takes over, and get nothing until then. */
const leaving = new Set();

// On the developer's own machine the next thing on this port is something else: nothing is kept there.
if (["localhost", "127.0.0.1", "[::1]"].includes(self.location.hostname)) {
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(leave()));
} else {
  self.addEventListener("install", (event) => event.waitUntil(keepEverything()));
  self.addEventListener("message", ({ data }) => data === "take over" && self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
  self.addEventListener("fetch", (event) => {
    if (event.request.method !== "GET") return;
    const late = event.request.mode !== "navigate" && leaving.has(event.clientId);
    event.respondWith(late ? Response.error() : answer(event.request));
  });
}

/** All files or none: a deploy that is under way, or a copy on the way that is older, leaves the old version whole. */
async function keepEverything() {
  const fetched = await Promise.all(
    Object.entries(files).map(async ([path, digest]) => [path, await file(path, digest)]),
  );
  const cache = await caches.open(store);
  await Promise.all(fetched.map(([path, response]) => cache.put(path, response)));
}

async function file(path, digest) {
  const response = await fetch(path, { cache: "reload" });
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  if (!response.ok || btoa(String.fromCharCode(...found)) !== digest) {
    throw new Error(`${path} is not the file of version ${version}`);
  }
  return response;
}

async function takeOver() {
  for (const { id } of await self.clients.matchAll({ type: "all" })) leaving.add(id);
  await forget((name) => name !== store);
}

async function leave() {
  await forget(() => true);
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: "window" });
  await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => {})));
}

async function forget(which) {
  const names = (await caches.keys()).filter((name) => name.startsWith(ours) && which(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function answer(request) {
  const cache = await caches.open(store);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}
