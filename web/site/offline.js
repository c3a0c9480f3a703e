/** On the developer's own machine nothing is kept: what is on this port tomorrow may be something else. */
const ownMachine = ["localhost", "127.0.0.1", "[::1]"];

/**
 * After the first visit the page works without a network. `announce` is called when another version is ready, with what
 * takes it; then every open page of the site loads itself again. Only the one script of that name may become a worker.
 */
export async function workOffline(announce) {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !location.protocol.startsWith("http") || ownMachine.includes(location.hostname)) return;
  const worker = "sw.js";
  const policy = globalThis.trustedTypes?.createPolicy("planshift", {
    createScriptURL: (url) => (url === worker ? url : ""),
  });
  if (serviceWorker.controller) serviceWorker.addEventListener("controllerchange", () => location.reload());
  const registration = await serviceWorker
    .register(policy?.createScriptURL(worker) ?? worker, { updateViaCache: "none" })
    .catch(() => null);
  if (!registration) return;
  const look = () => {
    const { waiting } = registration;
    if (waiting && serviceWorker.controller) announce(() => waiting.postMessage("take over"));
  };
  const watch = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", watch);
  watch();
  look();
}
