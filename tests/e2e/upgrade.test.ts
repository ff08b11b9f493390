import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Stack, startStack } from "../../local/stack.ts";
import { copyPackage } from "../../tools/build/copy-package.ts";
import { clientOf } from "./support/client.ts";
import { ended, entriesOf, inTheMiddle, readRun } from "./support/run.ts";
import { alterStored, auditOf, expectSealedOnce } from "./support/stored.ts";

// Azure ends what runs when it replaces a package (azure-services.md 22); docs/runbooks/upgrade.md promises that runs go on.

const recoveryMs = 300_000;

// Of the product 15 s (config/limits.ts).
const settings = { RUN_LEASE_MS: "5000" };
const marker = "this is the newer package";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenantpilot-upgrade-"));
  await copyPackage(join(folder, "package"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A package of a test's own, and a folder for what it stores. */
async function aPackage(name: string) {
  const appRoot = join(folder, name);
  await cp(join(folder, "package"), appRoot, { recursive: true });
  return { appRoot, dataDir: join(folder, `${name}-data`), portBase: 0 };
}

/** Puts a newer package in the place of the one that runs: another version of app and workflows, and a line in its log. */
async function installNewer(appRoot: string): Promise<void> {
  const file = join(appRoot, "package.json");
  const facts: object = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...facts, version: "99.0.0" }));
  await appendFile(join(appRoot, "main.mjs"), `\nconsole.log(${JSON.stringify(marker)});\n`);
  await setWorkflowVersion(appRoot, "2.0");
}

async function setWorkflowVersion(appRoot: string, defaultVersion: string): Promise<void> {
  const file = join(appRoot, "host.json");
  const host = JSON.parse(await readFile(file, "utf8"));
  host.extensions.durableTask.defaultVersion = defaultVersion;
  await writeFile(file, JSON.stringify(host));
}

/** What Azure does with a worker when a package is deployed: the old one ends, whatever it is doing. */
async function replaceWorker({ apps }: Stack, install: () => Promise<void>): Promise<void> {
  await apps.worker.kill({ restart: false });
  await install();
  await apps.worker.start();
}

// These wait most of the time, for the leases of the worker that ended.
describe.concurrent("a package that is replaced", () => {
  test("a package is replaced by a newer one in the middle of a snapshot: the newer worker finishes the run, sealed once (pitfall 27)", async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const installed = await aPackage("upgraded");
    await using stack = await startStack({ ...installed, graphLatencyMs: 150, log, settings });
    const tenantId = stack.ready.tenants[0]?.id ?? "";
    const client = await clientOf(stack, "operator");
    const { json } = await client.post(`/tenants/${tenantId}/snapshots`, {});
    const { id } = await inTheMiddle(client, tenantId, Object(json).id);

    expect(lines.join("\n")).not.toContain(marker);
    await replaceWorker(stack, () => installNewer(installed.appRoot));
    await stack.apps.http.kill({ restart: false });
    await stack.apps.http.start();
    stack.servers.graph.control.setLatency(0);
    const run = await ended(client, tenantId, id, recoveryMs);

    expect(lines.filter((line) => line.includes(marker))).toHaveLength(2);
    expect(run).toMatchObject({ status: "completed", outcome: "succeeded", failures: [] });
    await expectSealedOnce(stack.ready, run);
    expect(await entriesOf(client, run)).toHaveLength(run.counts.succeeded);
    expect(await auditOf(stack.ready, run)).toEqual(["operation.created", "operation.ended"]);
  });

  test("a package is replaced by an older one in the middle of a snapshot: the newer workflow waits untouched, and the run's next attempt is the older version's", async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const installed = await aPackage("rolled-back");
    const installVersion = (version: string) => setWorkflowVersion(installed.appRoot, version);
    await installVersion("2.0");
    await using stack = await startStack({ ...installed, graphLatencyMs: 150, log, settings });
    const tenantId = stack.ready.tenants[0]?.id ?? "";
    const client = await clientOf(stack, "operator");
    const { json } = await client.post(`/tenants/${tenantId}/snapshots`, {});
    const { id } = await inTheMiddle(client, tenantId, Object(json).id);

    await replaceWorker(stack, () => installVersion("1.0"));
    stack.servers.graph.control.setLatency(0);
    const longAgo = new Date(Date.now() - 300_000).toISOString();
    const isReplaced = async () => {
      // Each time: a step that was under way is delivered again, to whatever version, and sends heartbeats.
      await alterStored(stack.ready, tenantId, id, { startedAt: longAgo, heartbeatAt: longAgo });
      await stack.apps.worker.run("reconciler");
      expect((await readRun(client, tenantId, id)).attempt).toBe(2);
    };
    await vi.waitFor(isReplaced, { timeout: 120_000, interval: 200 });
    const run = await ended(client, tenantId, id, recoveryMs);

    expect(lines.join("\n")).toContain(`Instance ${id}-1 has version 2.0, which this app does not run: it waits.`);
    expect(run).toMatchObject({ outcome: "succeeded", attempt: 2, failures: [] });
    await expectSealedOnce(stack.ready, run);
    expect(await auditOf(stack.ready, run)).toEqual(["operation.created", "operation.ended", "operation.reattempted"]);

    await replaceWorker(stack, () => installVersion("2.0"));
    await stack.drain();
    expect(await readRun(client, tenantId, id)).toEqual(run);
  });
});
