import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Stack, startStack } from "../../local/stack.ts";
import { readSurface } from "../builders/read-surface.ts";
import { clientOf } from "./support/client.ts";
import { entriesOf, payloadOf, snapshotOf, syncInventory, takeSnapshot } from "./support/run.ts";

// A stack of its own: what other tests ask the servers for would be counted too.
test("the main job asks the servers for what local/surface.md lists, and for nothing else", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "tenantpilot-surface-"));
  await using stack = await startStack({ dataDir, portBase: 0 });
  await doMainJob(stack);
  for (const [server, called] of Object.entries(await calledOf(stack))) {
    const rows = readSurface(server);
    const marked = rows.map(({ operation }) => operation);
    expect(marked, `${server}: not listed in local/surface.md`).toEqual(expect.arrayContaining(called));
    const needed = rows.filter(({ who }) => who === "main job").map(({ operation }) => operation);
    expect(called, `${server}: marked as the main job's and not asked for`).toEqual(expect.arrayContaining(needed));
  }
});

// Asked of the apps by the stack and by this test, and not by the product.
const byTheStack = new Set(["GET /admin/durable/idle", "GET /admin/operations"]);

async function doMainJob(stack: Stack): Promise<void> {
  const tenantId = stack.ready.tenants[0]?.id ?? "";
  const client = await clientOf(stack, "operator");
  const run = await takeSnapshot(stack, client, tenantId);
  await snapshotOf(client, run);
  const [entry] = await entriesOf(client, run);
  if (!entry) throw new Error("A snapshot of a demo tenant has entries.");
  await payloadOf(client, run, entry);
  await syncInventory(stack, client, tenantId);
  await client.get(`/tenants/${tenantId}/inventory`);
}

async function calledOf({ servers, apps }: Stack): Promise<Record<string, string[]>> {
  const [http, worker] = [await apps.http.operations(), await apps.worker.operations()];
  const { cosmos, serviceBus, blobs, entra, graph } = servers;
  return {
    "Cosmos DB": Object.keys(cosmos.control.operations()),
    "Service Bus": Object.keys(serviceBus.control.operations()),
    Blobs: [...new Set(Object.keys(blobs.control.counters()).map((each) => each.replace(/ \d+$/, "")))],
    Entra: Object.keys(entra.control.operations()),
    "Functions host": Object.keys({ ...http.host, ...worker.host }).filter((each) => !byTheStack.has(each)),
    "Durable engine": Object.keys({ ...http.durable, ...worker.durable }),
    Graph: Object.keys(graph.control.counters().byOperation),
  };
}
