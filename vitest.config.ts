import { defineConfig } from "vitest/config";
import { reviewFiles } from "./tools/tests/layers.ts";

// Limits end what hangs. Each is ten times and more what the slowest takes on two quiet cores, so that no test depends on
// how fast a machine is.
const limits = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } } } as const;
const shared = { pool: "forks", ...limits } as const;
// Tests that compute and wait for nothing: a worker more than there are cores only loads all modules once more.
const computing = { ...shared, isolate: false, maxWorkers: "100%" } as const;
// These share one running stack a worker (tests/e2e/support/shared-stack.ts), so files share modules.
const onStacks = {
  ...shared,
  isolate: false,
  testTimeout: 600_000,
  // After each file: nothing that the shared stack keeps or tells has a secret.
  setupFiles: "tests/e2e/support/no-secrets.ts",
} as const;

const unit = ["tests/{unit,property,replay}/**/*.test.ts", "tests/architecture.test.ts"];
const walls = "tests/integration/walls/**/*.test.ts";
const portal = ["tests/{web,browser}/**"];

// What each project may take: tools/tests/layers.ts.
export default defineConfig({
  test: {
    // Twice the cores of the smallest machine: end-to-end tests wait most of their time.
    maxWorkers: 4,
    projects: [
      // Nothing in these changes a module, so the files of a worker share what they import.
      { test: { ...computing, name: "unit", include: unit } },
      {
        test: {
          ...shared,
          name: "integration",
          isolate: false,
          include: ["tests/**/*.test.ts"],
          exclude: [...unit, ...portal, ...reviewFiles, "tests/e2e/**", walls],
        },
      },
      // Clients of a managed identity keep its tokens for the whole process, so an app that asks has one of its own.
      { test: { ...shared, name: "integration-apart", include: [walls] } },
      {
        oxc: { jsx: { runtime: "automatic" } },
        test: {
          ...computing,
          name: "web",
          include: ["tests/web/**/*.test.{ts,tsx}"],
          environment: "happy-dom",
          // It gives each test a document, an address and storage as new.
          setupFiles: ["tests/web/support/set-up.ts"],
        },
      },
      // In a real browser, which a machine may not have: only npm run test:portal and code-review run these. One worker, so
      // that all share one stack and one browser; pages wait for the stack and for timers, so two are looked at beside
      // each other.
      {
        test: {
          ...onStacks,
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          maxWorkers: 1,
          maxConcurrency: 2,
        },
      },
      { test: { ...shared, name: "packages", include: ["packages/*/tests/**/*.test.ts"], isolate: false } },
      { test: { ...onStacks, name: "e2e", include: ["tests/e2e/**/*.test.ts"], exclude: [...reviewFiles] } },
      { test: { ...onStacks, name: "review", include: [...reviewFiles] } },
    ],
  },
});
