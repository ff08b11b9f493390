import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startStack } from "../../local/stack.ts";
import { buildPackage } from "../../tools/build/build-package.ts";
import { clientOf } from "./support/client.ts";
import { ended, entriesOf, inTheMiddle } from "./support/run.ts";
import { auditOf, expectSealedOnce } from "./support/stored.ts";

// Azure ends what runs when it replaces a package (azure-facts 22); docs/runbooks/upgrade.md promises that runs go on.

const recoveryMs = 60_000;
const marker = "this is the newer package";

let folder: string;
let packageFolder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tenantpilot-upgrade-"));
  packageFolder = join(folder, "package");
  await buildPackage(packageFolder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Puts a newer package in the place of the one that runs: another version, and a line in its log. */
async function installNewer(): Promise<void> {
  const file = join(packageFolder, "package.json");
  const facts: object = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...facts, version: "99.0.0" }));
  await appendFile(join(packageFolder, "main.mjs"), `\nconsole.log(${JSON.stringify(marker)});\n`);
}

describe("an upgrade", { timeout: 120_000 }, () => {
  test("in the middle of a snapshot: the newer worker finishes the run, sealed once (pitfall 27)", async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const dataDir = join(folder, "data");
    await using stack = await startStack({ dataDir, portBase: 0, appRoot: packageFolder, graphLatencyMs: 150, log });
    const tenantId = stack.ready.tenants[0]?.id ?? "";
    const client = await clientOf(stack, "operator");
    const { json } = await client.post(`/tenants/${tenantId}/snapshots`, {});
    const { id } = await inTheMiddle(client, tenantId, Object(json).id);

    await stack.apps.worker.kill({ restart: false });
    await installNewer();
    expect(lines.join("\n")).not.toContain(marker);
    await stack.apps.worker.start();
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
});
