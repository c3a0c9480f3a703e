import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Builder, Capabilities } from "selenium-webdriver";
import { mainFlows } from "./flows.mjs";

// WebKitGTK has no headless mode: run this under xvfb-run.
const port = await freePort();
const driver = spawn("/usr/bin/WebKitWebDriver", [`--port=${port}`], { stdio: "ignore" });
await reachable(port);
const webkit = await new Builder()
  .usingServer(`http://127.0.0.1:${port}`)
  .withCapabilities(
    new Capabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": {
        binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        args: ["--automation"],
      },
    }),
  )
  .build();
await webkit.manage().setTimeouts({ script: 30_000 });

await mainFlows("WebKitGTK", {
  open: (address) => webkit.get(address),
  run: (script) =>
    webkit.executeAsyncScript(
      `const done = arguments[arguments.length - 1];
       Promise.resolve(${script}).then(done, (error) => done("rejected: " + error));`,
    ),
  type: (text) => webkit.actions().sendKeys(text).perform(),
  async close() {
    await webkit.quit();
    driver.kill();
    await once(driver, "exit");
  },
});

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: free } = server.address();
  server.close();
  return free;
}

async function reachable(port) {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((later) => setTimeout(later, 50))) {
    if (
      await fetch(`http://127.0.0.1:${port}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
  }
  throw new Error("WebKitWebDriver does not answer");
}
