/** What the worker keeps for offline use. scripts/build writes the real list and its version over this one. */
self.planshiftFiles = { version: "development", files: [] };
