/** A layer of tests: a project of vitest.config.ts, and what it may take on two quiet cores. */
export type Layer = { readonly name: string; readonly project: string; readonly budgetSeconds: number };

const rules = { name: "unit, property, replay", project: "rules", budgetSeconds: 30 };
const parts = { name: "integration", project: "parts", budgetSeconds: 40 };
const whole = { name: "end to end", project: "whole", budgetSeconds: 110 };

/** What `npm test` holds, in this order. */
export const everyday: readonly Layer[] = [rules, parts, whole];

export const packages: Layer = { name: "packages", project: "packages", budgetSeconds: 120 };

/** End-to-end tests once more, on what is deployed. */
export const packageRun: Layer = { name: "package run", project: "whole", budgetSeconds: 60 };

/**
 * Of the end-to-end tests those that meet everything a bundle can lose: each kind of function, each adapter, data files,
 * another version beside it. The others would run the same code once more.
 */
export const packageFiles: readonly string[] = [
  "access",
  "immutability",
  "main-job",
  "monitoring",
  "operations",
  "package",
  "package-in-azure",
  "platform",
  "schedules",
  "starts",
  "telemetry",
  "upgrade",
].map((name) => `tests/e2e/${name}.test.ts`);

/** `npm test` as a whole. An issue after 007 may add 20 s; what needs more goes to `code-review`, then to the soak. */
export const everydayLimitSeconds = 300;
export const everydayGoalSeconds = 180;
export const reviewGoalSeconds = 480;
