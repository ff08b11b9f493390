import { expect, test } from "vitest";
import { clientOf } from "./support/client.ts";
import { endOf, readRun } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { auditOf, storedOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

test.for([
  { lost: 1, what: "a message taken, but its answer lost: the repeat is dropped" },
  { lost: 2, what: "a message taken, but every answer lost: whoever claimed the run keeps it" },
])("$what, and one run ends", async ({ lost }) => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  const client = await clientOf(stack, "operator");

  stack.servers.serviceBus.control.dropAfterAccept("operations", lost);
  const started = await client.post(`/tenants/${tenant.id}/snapshots`, { types: ["settingsCatalog"] });

  expect(started.status).toBe(202);
  const run = await endOf(stack, client, tenant.id, Object(started.json).id);
  expect(run).toMatchObject({ outcome: "succeeded", attempt: 1 });
  const { runs, heads } = await storedOf(stack.ready, tenant.id);
  expect(runs.map((each) => each.id)).toEqual([run.id]);
  expect(heads).toHaveLength(1);
});

test("S8 a message refused by the queue: 503 with the run's id, the run is closed at once, and the next start makes a new one", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  const client = await clientOf(stack, "operator");
  const path = `/tenants/${tenant.id}/snapshots`;
  const wanted = { types: ["settingsCatalog"] };

  stack.servers.serviceBus.control.rejectSends("operations", 100);
  const refused = await client.post(path, wanted);
  stack.servers.serviceBus.control.rejectSends("operations", 0);

  expect(refused).toMatchObject({ status: 503, json: { code: "dispatch_failed" } });
  const closed = await readRun(client, tenant.id, Object(refused.json).runId);
  expect(closed).toMatchObject({ status: "completed", outcome: "failed", failures: [{ code: "dispatch_failed" }] });
  expect(await auditOf(stack.ready, closed)).toEqual(["operation.created", "operation.ended"]);
  const next = await client.post(path, wanted);
  expect(next.status).toBe(202);
  expect(Object(next.json).id).not.toBe(closed.id);
  expect(await endOf(stack, client, tenant.id, Object(next.json).id)).toMatchObject({ outcome: "succeeded" });
});
