import { defineConfig } from "vitest/config";

// What judges a mutant: the tests of the lifecycle that need no server, so that thousands of runs stay quick.
export default defineConfig({
  test: {
    pool: "threads",
    include: ["tests/unit/operation-run/**/*.test.ts", "tests/property/operation-run/**/*.test.ts"],
  },
});
