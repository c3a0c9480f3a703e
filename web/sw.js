/**
 * Keeps the files of one version of the page. They are fetched once, when the worker is installed, and answered from
 * there; another version has another list, and its worker throws the old files away.
 */
// The site may be served with a policy that takes addresses of scripts only from a trusted type.
const list = "files.js";
const trusted = self.trustedTypes?.createPolicy("planshift", {
  createScriptURL: (address) => (address === list ? list : ""),
});
importScripts(trusted?.createScriptURL(list) ?? list);

const { version, files } = self.planshiftFiles;
const store = `planshift ${version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(store)
      .then((cache) => cache.addAll(files))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith("planshift ") && name !== store).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request)));
});
