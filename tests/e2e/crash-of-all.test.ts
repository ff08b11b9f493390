import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { descendantsOf, isAlive } from "../../tools/stack/processes.ts";
import { startChildStack } from "../../tools/stack/start-child-stack.ts";
import { clientOf } from "./support/client.ts";
import { demoTenant, ended, expectComplete, inTheMiddle } from "./support/run.ts";
import { auditOf, expectSealedOnce, storedOf } from "./support/stored.ts";

// Enough for a demo tenant to be in its middle for seconds.
const slowGraphMs = 150;

// The next start waits for the leases of the dead, as long as the product has them; then it reads what is left.
const recoveryMs = 300_000;

const root = mkdtempSync(join(tmpdir(), "tenantpilot-crash-of-all-"));

afterAll(() => rm(root, { recursive: true, force: true }));

function aFolder(): string {
  return mkdtempSync(join(root, "data-"));
}

// These wait most of the time.
describe.concurrent("the whole product ends in a snapshot", () => {
  test("kill -9 of the whole stack in a snapshot: its apps end too, and the next start finishes the run", async () => {
    const dataDir = aFolder();
    await using before = await startChildStack(dataDir, "--no-portal", "--graph-latency-ms", String(slowGraphMs));
    const tenantId = demoTenant(before);
    const { json } = await (await clientOf(before, "operator")).post(`/tenants/${tenantId}/snapshots`, {});
    const { id } = await inTheMiddle(await clientOf(before, "operator"), tenantId, Object(json).id);
    const apps = descendantsOf(before.child.pid ?? 0);
    expect(apps).toHaveLength(2);
    await before.kill();
    await vi.waitFor(() => expect(apps.filter(isAlive)).toEqual([]), { timeout: 60_000 });

    await using after = await startChildStack(dataDir, "--no-portal");
    const client = await clientOf(after, "operator");
    const { heads } = await storedOf(after.ready, tenantId);
    expect(heads).toEqual([]);
    const run = await ended(client, tenantId, id, recoveryMs);

    expectComplete(run);
    await expectSealedOnce(after.ready, run);
    expect(await auditOf(after.ready, run)).toEqual(["operation.created", "operation.ended"]);
  });

  test("Ctrl-C in a snapshot: the next start finishes the run", async () => {
    const dataDir = aFolder();
    await using before = await startChildStack(dataDir, "--no-portal", "--graph-latency-ms", String(slowGraphMs));
    const tenantId = demoTenant(before);
    const { json } = await (await clientOf(before, "operator")).post(`/tenants/${tenantId}/snapshots`, {});
    const { id } = await inTheMiddle(await clientOf(before, "operator"), tenantId, Object(json).id);
    expect(await before.end()).toBe(0);

    await using after = await startChildStack(dataDir, "--no-portal");
    const run = await ended(await clientOf(after, "operator"), tenantId, id, recoveryMs);
    expectComplete(run);
    await expectSealedOnce(after.ready, run);
    expect(await auditOf(after.ready, run)).toEqual(["operation.created", "operation.ended"]);
  });
});
