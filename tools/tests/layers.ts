/** A layer of tests: a project of vitest.config.ts, and what it may take on two quiet cores. */
export type Layer = {
  readonly name: string;
  readonly project: string;
  readonly budgetSeconds: number;
  /** The apps that end-to-end tests start: what is deployed, built for the run. Without it they start the sources. */
  readonly apps?: "package";
  /** Files that it runs of its project; without it all. */
  readonly files?: readonly string[];
};

const unit: Layer = { name: "unit, property, replay", project: "unit", budgetSeconds: 30 };
const integration: Layer = { name: "integration", project: "integration", budgetSeconds: 40 };
const endToEnd: Layer = { name: "end to end", project: "e2e", budgetSeconds: 110, apps: "package" };

/** What `npm test` holds, in this order. */
export const everyday: readonly Layer[] = [unit, integration, endToEnd];

export const packages: Layer = { name: "packages", project: "packages", budgetSeconds: 120 };

/**
 * Once more on the sources, as a developer starts them: each kind of function. Both differ by what a bundler does alone;
 * `npm start` and the demo, which run the sources, are end-to-end tests too.
 */
export const onSources: Layer = {
  name: "on the sources",
  project: "e2e",
  budgetSeconds: 30,
  files: ["main-job", "operations", "schedules"].map((name) => `tests/e2e/${name}.test.ts`),
};

/** Variable by which `code-review` asks for larger samples (tests/depth.ts): 300 seeds of the lifecycle, not 50. */
export const deepTests = { name: "TENANTPILOT_TESTS", value: "deep" } as const;

/** What `npm run code-review` holds, in this order. */
export const review: readonly Layer[] = [...everyday, packages, onSources];

/** `npm run test:package`. */
export const onPackage: readonly Layer[] = review.filter(({ apps }) => apps === "package");

/** `npm test` as a whole. An issue after 007 may add 20 s; what needs more goes to `code-review`, then to the soak. */
export const everydayLimitSeconds = 300;
export const everydayGoalSeconds = 180;
export const reviewGoalSeconds = 480;
