import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";

/**
 * The site as it is built, in Chromium: on a desk and on a 360 px touch screen. It is served on PLANSHIFT_TEST_PORT, or
 * on a port that is free, so that two clones can be checked at once. Every worker of the run reads this file anew and
 * finds the port in its environment.
 */
process.env.PLANSHIFT_TEST_PORT ||= String(await freePort());
const port = Number(process.env.PLANSHIFT_TEST_PORT);

function freePort() {
  const server = createServer();
  return new Promise((found, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port: free } = server.address();
      server.close(() => found(free));
    });
  });
}

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../build/playwright",
  reporter: [["list"]],
  workers: 2,
  retries: 0, // a test that fails now and then is a fault, in the page or in the test
  timeout: 60_000,
  expect: { timeout: 15_000 },
  webServer: {
    command: `node ../../scripts/lib/serve.mjs ../../${process.env.PLANSHIFT_SITE ?? "dist/web"} ${port}`,
    cwd: import.meta.dirname,
    port,
    reuseExistingServer: false,
  },
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "en-US",
    timezoneId: "America/Vancouver",
    launchOptions: {
      executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox", // needed by root, harmless in a container that holds nothing else
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 1000 } } },
    // What has nothing to do with the size of a screen is looked at once.
    {
      name: "phone",
      testIgnore: /(deploy|element|hostile|offline|questions)\.spec\.mjs$/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
