/** A layer of tests: a project of vitest.config.ts, and what it may take on two quiet cores. */
export type Layer = {
  readonly name: string;
  /** Or a pattern of several. */
  readonly project: string;
  readonly budgetSeconds: number;
  /** The apps that end-to-end tests start: what is deployed, built for the run. Without it they start the sources. */
  readonly apps?: "package";
  /** Files that it runs of its project; without it all. */
  readonly files?: readonly string[];
};

const unit: Layer = { name: "unit, property, replay", project: "unit", budgetSeconds: 30 };
const integration: Layer = { name: "integration", project: "integration*", budgetSeconds: 40 };
const web: Layer = { name: "portal without a browser", project: "web", budgetSeconds: 20 };
const endToEnd: Layer = { name: "end to end", project: "e2e", budgetSeconds: 110, apps: "package" };

/**
 * Files that `npm test` leaves to `code-review`: each proves on the running product once more, or in processes or on a
 * package of its own, what the everyday tests named beside it prove at a tenth of the time.
 */
export const provenCheaper: Readonly<Record<string, string>> = {
  "tests/contract/bill-of-materials.test.ts": "tests/unit/tools/package.test.ts: how a bill of materials is made",
  "tests/e2e/baseline.test.ts":
    "tests/unit/local/import-folder.test.ts; tests/e2e/main-job.test.ts for what is imported",
  "tests/e2e/cli-endings.test.ts":
    "tests/e2e/cli.test.ts ends the product by a signal; packages/embedded-azure/tests/main.test.ts: servers alone",
  "tests/e2e/cli-refusals.test.ts": "tests/e2e/cli.test.ts refuses in one sentence",
  "tests/e2e/clouds.test.ts": "tests/unit/capability/resolve-capabilities.test.ts: what each cloud lacks (P4.2)",
  "tests/e2e/crash-of-all.test.ts": "tests/e2e/crash.test.ts kills the running worker, with a short lease",
  "tests/e2e/crash-on-the-way.test.ts":
    "tests/simulation kills workers around each write, also between the seal and the end; tests/e2e/crash.test.ts kills the running worker; tests/integration/runs/start.test.ts joins starts",
  "tests/e2e/demo.test.ts": "tests/e2e/main-job.test.ts does the same over HTTP",
  "tests/e2e/every-type.test.ts": "tests/integration/graph/registry.test.ts reads every collection whole",
  "tests/e2e/faults.test.ts": "tests/simulation holds I1 to I8 under faults of every port",
  "tests/e2e/fleet-crash.test.ts":
    "tests/simulation kills workers around each child of a fleet; tests/integration/fleet: what is left behind",
  "tests/e2e/foreign-services.test.ts": "tests/unit/local/foreign-services.test.ts: together or not at all",
  "tests/e2e/lag.test.ts":
    "tests/simulation has readers that see late; tests/integration/stores/runs.test.ts: many starts make one run",
  "tests/e2e/package-in-azure.test.ts": "tests/unit/settings/settings.test.ts refuses the same settings",
  "tests/e2e/package.test.ts": "tests/e2e/main-job.test.ts, as every end-to-end test, runs what is deployed",
  "tests/e2e/surface.test.ts": "tests/e2e/main-job.test.ts fails where a server lacks what the product asks for",
  "tests/e2e/upgrade.test.ts": "tests/simulation deploys newer and older versions (pitfall 27)",
  "tests/integration/audit/sealing-killed.test.ts":
    "tests/integration/audit/sealing.test.ts: a sealer that dies before or after each of its calls",
};

/** Files of the project `review`, which no other project has. */
export const reviewFiles: readonly string[] = Object.keys(provenCheaper);

const slow: Layer = { name: "in depth", project: "review", budgetSeconds: 120, apps: "package" };

/** What `npm test` holds, in this order. */
export const everyday: readonly Layer[] = [unit, integration, web, endToEnd];

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

/** The portal in a real browser, where there is one (tools/portal/find-browser.ts). */
export const inBrowser: Layer = { name: "portal in a browser", project: "browser", budgetSeconds: 240 };

/** Variable by which `code-review` asks for larger samples (tests/depth.ts): 300 seeds of the lifecycle, not 50. */
export const deepTests = { name: "TENANTPILOT_TESTS", value: "deep" } as const;

/** What `npm run code-review` holds everywhere, in this order. */
export const review: readonly Layer[] = [...everyday, packages, slow, onSources];

/** `npm run test:package`. */
export const onPackage: readonly Layer[] = review.filter(({ apps }) => apps === "package");

/** `npm test` as a whole. An issue after 007 may add 20 s; what needs more goes to `code-review`, then to the soak. */
export const everydayLimitSeconds = 300;
export const everydayGoalSeconds = 200;
/** With a browser; without one it takes those 240 s less. */
export const reviewGoalSeconds = 780;
