import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import openapi from "../../docs/api/openapi.json" with { type: "json" };
import { createTenant } from "../../functions/http/tenants/create-tenant.ts";
import hostFile from "../../host.json" with { type: "json" };
import { readSnapshot, readText, tableRows } from "./infra/predicted.ts";
import { unregistered, writtenAtOnce, wrongBudget } from "./infra/template-text.ts";
import { wrongWorkflowStore } from "./infra/workflow-store.ts";

const prod = readSnapshot("prod").predictedResources;
const parameterFiles = ["dev", "prod", "main"].map((name) => readText(`infra/${name}.bicepparam`));
const cosmos = readText("infra/modules/cosmos.bicep");
const alerts = readText("infra/modules/alerts.bicep");
const deployRunbook = readText("docs/runbooks/deploy.md");
const workflowText = readText(".github/workflows/deploy.yml");

describe("what the templates say and no predicted resource shows", () => {
  it("a Cosmos DB account is written to by one at a time, because it has one lock", () => {
    expect(writtenAtOnce(cosmos)).toEqual([]);
    expect(writtenAtOnce(cosmos.replace("@batchSize(1)\n", ""))).toHaveLength(1);
    expect(writtenAtOnce(cosmos.replace("    dependsOn: [containers]\n", ""))).toHaveLength(1);
  });

  it("a budget has no start that ages, and there may be none", () => {
    expect(wrongBudget(alerts, parameterFiles)).toEqual([]);
    expect(wrongBudget(alerts.replace("if (monthlyBudget > 0)", ""), parameterFiles)).toHaveLength(1);
    expect(wrongBudget(alerts.replace("fail(", "string("), parameterFiles)).toHaveLength(1);
    const aging = parameterFiles.map((text) =>
      text.replace("'BUDGET_START_DATE', ''", "'BUDGET_START_DATE', '2026-12-01'"),
    );
    expect(wrongBudget(alerts, aging)).toHaveLength(3);
    expect(workflowText).toMatch(/BUDGET_START_DATE: \$\{\{ vars\.BUDGET_START_DATE \}\}$/m);
  });

  it("workflows that are kept in storage are looked for every 5 seconds", () => {
    expect(readText("infra/main.bicep")).toMatch(/__storageProvider__maxQueuePollingInterval: '00:00:05'$/m);
  });
});

describe("where workflows are kept", () => {
  const provider = { type: "azureManaged", connectionStringName: "DURABLE_TASK_SCHEDULER_CONNECTION_STRING" };
  const hostWith = (durableTask: object) => ({
    extensions: { durableTask: { hubName: "TenantPilot", ...durableTask } },
  });

  it("is said by the file, and the setting that it names is the worker's", () => {
    expect(wrongWorkflowStore(hostFile, prod)).toEqual([]);
    expect(wrongWorkflowStore(hostWith({ storageProvider: provider }), prod)).toEqual([]);
  });

  it.each([
    ["the file says nothing", hostWith({})],
    ["it names another store", hostWith({ storageProvider: { ...provider, type: "azureStorage" } })],
    ["it names a setting that is not there", hostWith({ storageProvider: { ...provider, connectionStringName: "X" } })],
    ["it names another hub", hostWith({ storageProvider: provider, hubName: "Other" })],
  ])("is seen to be wrong when %s", (_what, file) => {
    expect(wrongWorkflowStore(file, prod)).toHaveLength(1);
  });

  it("is seen to be wrong when a setting overrides the file, which what scales the app would not see", () => {
    const overridden = structuredClone(prod);
    const worker = overridden.find(
      ({ type, tags }) => type.endsWith("/sites") && tags?.["azd-service-name"] === "worker",
    );
    const name = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__type";
    Object(worker?.properties["siteConfig"]).appSettings.push({ name, value: "azureManaged" });
    expect(wrongWorkflowStore(hostFile, overridden)).toHaveLength(1);
  });
});

describe("the runbook", () => {
  it("registers every provider, the one that only a subnet names too", () => {
    expect(unregistered(deployRunbook, prod)).toEqual([]);
    expect(unregistered(deployRunbook.replace("for provider in App ", "for provider in "), prod)).toEqual([
      "Microsoft.App",
    ]);
  });

  it("asks what takes days before the first command: zones, the database's region, cores", () => {
    const before = deployRunbook.slice(0, deployRunbook.indexOf("## Do"));
    for (const ask of [
      "list-flexconsumption-locations --zone-redundant=true",
      "aka.ms/cosmosdbquota",
      "250 a region",
    ]) {
      expect(before).toContain(ask);
    }
  });

  it("lists the functions when all is done, and synchronises them again when there are none", () => {
    const after = deployRunbook.slice(deployRunbook.indexOf("## Verify"));
    expect(after).toContain("az functionapp function list");
    expect(after).toMatch(/az rest --method post --url "[^"]+\/host\/default\/sync\?/);
    expect(after).toContain("https://dashboard.durabletask.io/?endpoint=");
  });

  it("asks for roles that may define roles: the template defines two", () => {
    expect(deployRunbook).toContain("Owner of the subscription, or Contributor and User Access Administrator");
    expect(deployRunbook).not.toMatch(/Role Based Access Control Administrator(?! may not)/);
  });

  it("names a federated subject for each environment of the workflow", () => {
    const environments = [...workflowText.matchAll(/^ {4}environment: (?<name>.+)$/gm)].map(
      ({ groups }) => groups?.["name"],
    );
    expect(environments).toEqual(["dev-plan", expect.stringContaining("inputs.environment || 'dev'")]);
    for (const name of ["dev-plan", "dev", "prod"]) {
      expect(deployRunbook).toContain(`| \`repo:OWNER/REPOSITORY:environment:${name}\``);
    }
    expect(readText("docs/runbooks/rotate.md")).toContain("repo:OWNER/REPOSITORY:environment:NAME");
  });
});

describe("the first day", () => {
  const text = readText("docs/runbooks/first-day.md");
  const doing = text.slice(text.indexOf("## Do"), text.indexOf("## Verify"));

  it("says of each step what is seen when it worked, and what to do when not", () => {
    const steps = doing.split(/^(?=\d+\. \*\*)/m).slice(1);
    expect(steps.length).toBeGreaterThan(10);
    for (const step of steps) expect(step).toMatch(/^ +- Good: .*^ +- Else[:,] /ms);
  });

  it("enters a customer with a body that the route takes", () => {
    const [, json = ""] = /-d '(\{"id"[^']+)'/.exec(doing) ?? [];
    const guid = "11111111-2222-4333-8444-555555555555";
    const body: unknown = JSON.parse(json.replace("CUSTOMER", guid).replace("ME", guid));
    expect(createTenant.body?.safeParse(body)).toMatchObject({ success: true });
  });

  it("calls routes that exist, and names errors that are explained", () => {
    const routes = Object.keys(openapi.paths).map((path) => path.replaceAll("{tenantId}", "CUSTOMER"));
    const called = [...text.matchAll(/(?:\$API\/api|GET \/api)(?<path>\/[\w/-]+)/g)].map(
      ({ groups }) => groups?.["path"],
    );
    expect(called.length).toBeGreaterThan(4);
    expect(routes).toEqual(expect.arrayContaining(called));
    const codes = [...text.matchAll(/`(?<code>graph_\w+|missing_right|unreadable_document)`/g)];
    for (const { groups } of codes) expect(readText("docs/errors.md")).toContain(`\`${groups?.["code"]}\``);
  });
});

describe("the hook after the infrastructure", () => {
  const hooks = z
    .looseObject({ hooks: z.looseObject({ postprovision: z.record(z.string(), z.object({ run: z.string() })) }) })
    .parse(parse(readText("azure.yaml"))).hooks.postprovision;

  /** Runs it where npm ends with the code. */
  function runHook(code: number) {
    const folder = mkdtempSync(join(tmpdir(), "tenantpilot-hook-"));
    try {
      writeFileSync(join(folder, "npm"), `#!/bin/sh\necho "npm $*"\nexit ${code}\n`);
      chmodSync(join(folder, "npm"), 0o755);
      const env = { PATH: `${folder}${delimiter}${process.env["PATH"] ?? ""}` };
      return spawnSync("sh", ["-c", hooks["posix"]?.run ?? ""], { env, encoding: "utf8" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it.skipIf(process.platform === "win32")("goes on without a role in the directory, and says who runs what", () => {
    const { status, stdout } = runHook(1);
    expect(status).toBe(0);
    expect(stdout).toContain("A Cloud Application Administrator of the directory runs: npm run entra:setup -- --apply");
  });

  it.skipIf(process.platform === "win32")("says nothing more where the trust was made", () => {
    expect(runHook(0)).toMatchObject({ status: 0, stdout: "npm run entra:setup -- --apply\n" });
  });

  it("says the same on Windows", () => {
    expect(hooks["windows"]?.run).toMatch(/if \(-not \$\?\) \{ .*A Cloud Application Administrator.*; exit 0 \}$/);
  });
});

describe("the workflow", () => {
  const steps = z
    .looseObject({
      jobs: z.record(
        z.string(),
        z.looseObject({ steps: z.array(z.looseObject({ name: z.string().optional(), run: z.string().optional() })) }),
      ),
    })
    .parse(parse(workflowText)).jobs;
  const runOf = (job: string, name: string): string => steps[job]?.steps.find((step) => step.name === name)?.run ?? "";
  const shell = (script: string, env: Record<string, string>) =>
    spawnSync("bash", ["-c", script], { env: { PATH: process.env["PATH"] ?? "", ...env }, encoding: "utf8" });

  it("plans without asking for rights to write", () => {
    expect(runOf("what-if", "what-if")).toContain("--validation-level ProviderNoRbac");
  });

  it.skipIf(process.platform === "win32").each([
    ["prod", "", 1],
    ["prod", "dev", 1],
    ["prod", "prod", 0],
    ["dev", "", 0],
  ])("deploys to %s with the profile '%s': ends with %d", (TARGET, TENANTPILOT_PROFILE, status) => {
    expect(steps["deploy"]?.steps[0]?.name).toBe("profile");
    expect(shell(runOf("deploy", "profile"), { TARGET, TENANTPILOT_PROFILE }).status).toBe(status);
  });

  it.skipIf(process.platform === "win32").each([
    ["worker", 1, 0],
    ["http", 1, 0],
    ["worker", 2, 1],
  ])("brings the package to %s once more when it failed %d times: ends with %d", (app, failures, status) => {
    const names = { RESOURCE_GROUP: "g", WORKER_APP_NAME: "w", HTTP_APP_NAME: "h" };
    const fakes = `left=${failures}\nsleep() { :; }\naz() { [ "$left" -le 0 ] || { left=$((left - 1)); return 1; }; }\n`;
    expect(shell(`${fakes}${runOf("deploy", app)}`, names).status).toBe(status);
  });
});

describe("the table of what is proven", () => {
  const rows = tableRows(readText("infra/README.md"), "deployed so that");
  const facts = [...readText("docs/reference/azure.md").matchAll(/^(?<number>\d+)\. /gm)].map(
    ({ groups }) => groups?.["number"] ?? "",
  );
  const words = ["compiler", "predicted resource", "a test that runs it", "source", "not proven"];

  it("says of every row how it is proven, and names facts that the reference has", () => {
    expect(rows.length).toBeGreaterThan(25);
    for (const [, how = "", named = ""] of rows) {
      expect(words).toContain(how);
      expect(["none", ...facts]).toEqual(expect.arrayContaining(named.split(", ")));
    }
  });

  it("leaves no fact of the reference unused, and each has a source or the mark that there is none", () => {
    expect(new Set(rows.flatMap(([, , named = ""]) => named.split(", ")))).toEqual(new Set(["none", ...facts]));
    const texts = readText("docs/reference/azure.md")
      .split(/^(?=\d+\. )/m)
      .slice(1);
    for (const text of texts) expect(text).toMatch(/https:\/\/|as \d+|\?/);
  });
});
