import { defineConfig } from "@playwright/test";

/** The site as it is built, in Chromium: on a desk and on a 360 px touch screen. */
const port = Number(process.env.PLANSHIFT_TEST_PORT ?? 4187);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../build/playwright",
  reporter: [["list"]],
  workers: 2,
  retries: process.env.CI ? 2 : 0, // a shared machine may stall for seconds
  timeout: 60_000,
  expect: { timeout: 15_000 },
  webServer: {
    command: `node ../../scripts/serve.mjs ../../${process.env.PLANSHIFT_SITE ?? "dist/web"} ${port}`,
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
      testIgnore: /(element|hostile|offline)\.spec\.mjs$/,
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
