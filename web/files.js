/** What the worker keeps for offline use: the version, and each file's SHA-256. scripts/build writes the real list. */
self.planshiftFiles = { version: "development", files: {} };
