import { defineConfig } from "vitest/config";

const shared = { pool: "forks", testTimeout: 30_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    // One more than the cores of the smallest machine: end-to-end tests wait half of their time.
    maxWorkers: 3,
    projects: [
      { test: { ...shared, name: "parts", include: ["tests/**/*.test.ts"], exclude: ["tests/e2e/**"] } },
      // These share one running stack a worker (tests/e2e/support/shared-stack.ts), so files share modules.
      { test: { ...shared, name: "whole", include: ["tests/e2e/**/*.test.ts"], isolate: false, testTimeout: 120_000 } },
    ],
  },
});
