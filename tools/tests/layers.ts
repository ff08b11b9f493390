/** A layer of tests: a project of vitest.config.ts, and what it may take on two quiet cores. */
export type Layer = { readonly name: string; readonly project: string; readonly budgetSeconds: number };

const rules = { name: "unit, property, replay", project: "rules", budgetSeconds: 30 };
const parts = { name: "integration", project: "parts", budgetSeconds: 40 };
const whole = { name: "end to end", project: "whole", budgetSeconds: 110 };

/** What `npm test` holds, in this order. */
export const everyday: readonly Layer[] = [rules, parts, whole];

export const packages: Layer = { name: "packages", project: "packages", budgetSeconds: 120 };

/** The end-to-end tests once more, on what is deployed. */
export const packageRun: Layer = { name: "package run", project: "whole", budgetSeconds: 60 };

/** `npm test` as a whole. An issue after 007 may add 20 s; what needs more goes to `code-review`, then to the soak. */
export const everydayLimitSeconds = 300;
export const everydayGoalSeconds = 180;
export const reviewGoalSeconds = 480;
