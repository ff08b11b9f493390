import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import packageFacts from "../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const permissionsSchema = z.record(z.string(), z.enum(["read", "write", "none"]));
const workflowSchema = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: permissionsSchema,
  jobs: z.record(
    z.string(),
    z.looseObject({
      "runs-on": z.string(),
      "timeout-minutes": z.number(),
      permissions: permissionsSchema.optional(),
      steps: z.array(stepSchema).min(1),
    }),
  ),
});
type Workflow = z.infer<typeof workflowSchema>;

const files = globSync(".github/workflows/*.yml", { cwd: root }).sort();
const toWorkflow = (text: string): Workflow => workflowSchema.parse(parse(text));

function stepsOf(workflow: Workflow): z.infer<typeof stepSchema>[] {
  return Object.values(workflow.jobs).flatMap(({ steps }) => steps);
}

/** Lines that use an action by anything but a commit, with the version beside it for people. */
function unpinnedActions(text: string): string[] {
  const lines = text.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line));
  return lines.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
}

/** Permissions beyond reading the repository and asking for a token of one's own. */
function widePermissions({ permissions, jobs }: Workflow): string[] {
  const inJobs = Object.values(jobs).flatMap((job) => Object.entries(job.permissions ?? {}));
  return [
    ...Object.entries(permissions).filter(([scope, level]) => scope !== "contents" || level !== "read"),
    ...inJobs.filter(([scope, level]) => level === "write" && scope !== "id-token"),
  ].map(([scope, level]) => `${scope}: ${level}`);
}

/** Secrets, and scripts into which the event's texts are pasted, where somebody else could write commands. */
function exposedSecretsAndScripts(text: string): string[] {
  const scripts = stepsOf(toWorkflow(text)).flatMap(({ run }) => run ?? []);
  return [
    ...[...text.matchAll(/\bsecrets\b\s*[.[]|password:|client-secret|creds:|pull_request_target/g)].map(String),
    ...scripts.filter((script) => script.includes("${{")),
  ];
}

describe.each(files)("%s", (file) => {
  const text = read(file);
  const workflow = toWorkflow(text);

  it("pins every action by commit", () => {
    expect(text).toContain("uses:");
    expect(unpinnedActions(text)).toEqual([]);
  });

  it("asks for no more than it needs", () => {
    expect(widePermissions(workflow)).toEqual([]);
  });

  it("holds no secret and pastes nothing into a script", () => {
    expect(exposedSecretsAndScripts(text)).toEqual([]);
  });

  it("leaves no token of the repository behind for later steps", () => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const step of checkouts) expect(step.with?.["persist-credentials"]).toBe(false);
  });

  it("runs only scripts that package.json has", () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script);
    expect(Object.keys(packageFacts.scripts)).toEqual(expect.arrayContaining(named));
  });

  it("runs on a named system, not on whatever is latest", () => {
    for (const job of Object.values(workflow.jobs)) expect(job["runs-on"]).toMatch(/-\d\d\.\d\d$/);
  });
});

describe("the workflows together", () => {
  it("the workflows together check everything before anything is packaged", () => {
    const runs = stepsOf(toWorkflow(read(".github/workflows/ci.yml"))).flatMap(({ run }) => run ?? []);
    expect(runs).toEqual(["npm ci", "npm run code-review", "npm run infra:check", "npm run package"]);
  });

  it("the workflows together tell a pull request what would change, and deploy none", () => {
    const { jobs } = toWorkflow(read(".github/workflows/deploy.yml"));
    expect(jobs["what-if"]?.["if"]).toContain("github.event_name == 'pull_request'");
    expect(jobs["deploy"]?.["if"]).toBe("github.event_name != 'pull_request'");
  });

  it("the workflows together sign in without a secret", () => {
    const logins = stepsOf(toWorkflow(read(".github/workflows/deploy.yml"))).filter(({ uses }) =>
      uses?.startsWith("azure/login@"),
    );
    expect(logins).toHaveLength(2);
    for (const step of logins) {
      expect(Object.keys(step.with ?? {}).sort()).toEqual(["client-id", "environment", "subscription-id", "tenant-id"]);
    }
  });

  it("the workflows together ask both questions of a deployment, and speak up when it fails", () => {
    const steps = stepsOf(toWorkflow(read(".github/workflows/deploy.yml")));
    expect(steps.some(({ run }) => run?.includes("for path in health ready"))).toBe(true);
    expect(steps.at(-1)?.if).toBe("failure()");
  });

  it("the workflows together know the deployment's outputs by the names of main.bicep, in whatever case Azure answers them", () => {
    const outputs = [...read("infra/main.bicep").matchAll(/^output (\w+) /gm)].map(([, name = ""]) => name);
    const runs = stepsOf(toWorkflow(read(".github/workflows/deploy.yml"))).map(({ run }) => run ?? "");
    const used = runs.flatMap((run) => [...run.matchAll(/\$(\w+_APP_NAME|RESOURCE_GROUP|API_URL)\b/g)]);
    expect(outputs).toEqual(expect.arrayContaining(used.map(([, name]) => name)));
    expect(outputs).toEqual(outputs.map((name) => name.toUpperCase()));
    expect(runs.find((run) => run.includes("outputs.json"))).toContain("ascii_upcase");
  });

  it("the workflows together give the deployment every value that main.bicepparam reads", () => {
    const asked = [...read("infra/main.bicepparam").matchAll(/readEnvironmentVariable\('(\w+)'/g)].map(
      ([, name = ""]) => name,
    );
    const { env } = z
      .looseObject({ env: z.record(z.string(), z.string()) })
      .parse(parse(read(".github/workflows/deploy.yml")));
    expect(asked.length).toBeGreaterThan(5);
    expect(Object.keys(env).sort()).toEqual([...new Set(asked)].sort());
  });
});

describe("the rules see", () => {
  const aWorkflow = (step: string, permissions = "contents: read"): string =>
    `on: { push: {} }\npermissions:\n  ${permissions}\njobs:\n  a:\n    runs-on: x\n    timeout-minutes: 1\n    steps:\n      - ${step}\n`;

  it.each([
    "actions/checkout@v4",
    "actions/checkout@main",
    "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
  ])("the rules see a loose pin: %s", (action) => {
    expect(unpinnedActions(aWorkflow(`uses: ${action}`))).toHaveLength(1);
  });

  it.each(["contents: write", "id-token: write", "packages: read"])(
    "rules see a wide permission: %s",
    (permissions) => {
      expect(widePermissions(toWorkflow(aWorkflow("run: a", permissions)))).toHaveLength(1);
    },
  );

  it("the rules see a secret, and a title of a pull request in a script", () => {
    expect(exposedSecretsAndScripts(aWorkflow(`run: a # \${{ secrets.KEY }}`))).toHaveLength(1);
    expect(exposedSecretsAndScripts(aWorkflow(`run: echo \${{ github.event.pull_request.title }}`))).toHaveLength(1);
  });
});

describe("azure.yaml", () => {
  const serviceSchema = z.strictObject({
    project: z.string(),
    language: z.string(),
    host: z.string(),
    remoteBuild: z.boolean(),
    uses: z.array(z.string()).optional(),
  });
  const project = z
    .looseObject({
      requiredVersions: z.strictObject({ azd: z.string() }),
      hooks: z.record(z.string(), z.record(z.string(), z.object({ run: z.string() }))),
      services: z.record(z.string(), serviceSchema),
    })
    .parse(parse(read("azure.yaml")));

  it("deploys both parts from the one package, which is not built again in Azure", () => {
    expect(Object.keys(project.services).sort()).toEqual(["http", "worker"]);
    for (const service of Object.values(project.services)) {
      expect(service).toMatchObject({ project: "./dist", host: "function", remoteBuild: false });
    }
  });

  it("deploys the worker before the http app, with an azd that knows the order", () => {
    expect([project.services["http"]?.uses, project.services["worker"]?.uses]).toEqual([["worker"], undefined]);
    // https://github.com/Azure/azure-dev/pull/5856
    expect(project.requiredVersions).toEqual({ azd: ">= 1.20.0" });
  });

  it.each([
    ["builds once, before anything is packaged", "prepackage", "npm run build"],
    ["lets the worker's identity sign in as soon as it exists", "postprovision", "npm run entra:setup -- --apply"],
  ])("azure.yaml %s, on every system", (_title, hook, command) => {
    const systems = project.hooks[hook] ?? {};
    expect(Object.keys(systems).sort()).toEqual(["posix", "windows"]);
    for (const { run } of Object.values(systems)) expect(run).toContain(command);
  });

  it("has no other hook, and each service is packaged from what was built", () => {
    expect(Object.keys(project.hooks).sort()).toEqual(["postprovision", "prepackage"]);
    for (const service of Object.values(project.services)) expect(service).not.toHaveProperty("hooks");
  });
});

describe("the runbooks", () => {
  const runbooks = globSync("docs/runbooks/*.md", { cwd: root }).sort();
  const needed = ["dead-letters", "deploy", "leaked-token", "offboard-a-tenant", "region-loss"];
  const others = ["roll-back", "rotate", "stuck-runs", "throttled-tenant", "upgrade"];

  it("the runbooks are all there", () => {
    const names = runbooks.map((file) => file.replace(/^.*\/|\.md$/g, ""));
    expect(names).toEqual(expect.arrayContaining([...needed, ...others]));
  });

  it.each(runbooks)("%s says when, check, do, verify", (file) => {
    const sections = read(file).split(/^## /m).slice(1);
    expect(sections.map((section) => section.split("\n")[0])).toEqual(["When", "Check", "Do", "Verify"]);
    for (const section of sections) expect(section.split("\n").slice(1).join("").trim().length).toBeGreaterThan(20);
  });

  it.each(runbooks)("%s names only scripts and pages that exist", (file) => {
    const text = read(file);
    const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script);
    expect(Object.keys(packageFacts.scripts)).toEqual(expect.arrayContaining(scripts));
    const pages = [...text.matchAll(/\b((?:docs|infra)\/[\w./-]+\.(?:md|bicep))/g)].map(([, page = ""]) => page);
    for (const page of pages) expect(() => read(page), page).not.toThrow();
  });
});
