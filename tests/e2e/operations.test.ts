import { expect, test } from "vitest";
import { clientOf } from "./support/client.ts";
import { ended, endOf, inTheMiddle, readRun, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { auditOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

test("cancel of a running run is acknowledged within 5 s, and what was done stays recorded", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(
    policies,
    Array.from({ length: 400 }, (_, position) => aPolicy(`P${position}`)),
  );
  stack.servers.graph.control.setLatency(600);
  try {
    const client = await clientOf(stack, "operator");
    const started = await client.post(`/tenants/${tenant.id}/snapshots`, { types: ["settingsCatalog"] });
    const { id } = Object(started.json);
    await inTheMiddle(client, tenant.id, id);
    const cancel = await client.post(`/tenants/${tenant.id}/operations/${id}/cancel`);
    expect([cancel.status, Object(cancel.json).status]).toEqual([202, "running"]);
    const run = await ended(client, tenant.id, id, 5_000);
    expect(run).toMatchObject({ outcome: "cancelled", result: {} });
    expect(run.result?.snapshotId).toBeUndefined();
    expect(await auditOf(stack.ready, run)).toEqual([
      "operation.cancel_requested",
      "operation.created",
      "operation.ended",
    ]);
    const again = await client.post(`/tenants/${tenant.id}/operations/${id}/cancel`);
    expect(again).toMatchObject({ status: 409, json: { code: "already_completed" } });
    const next = await client.post(`/tenants/${tenant.id}/operations/${id}/retry`, { parts: "failed" });
    expect(next).toMatchObject({ status: 202, json: { retryOf: id, input: { types: ["settingsCatalog"] } } });
    stack.servers.graph.control.setLatency(0);
    expect(await endOf(stack, client, tenant.id, Object(next.json).id)).toMatchObject({ outcome: "succeeded" });
  } finally {
    stack.servers.graph.control.setLatency(0);
    await stack.drain();
  }
});

test("one's own run may be cancelled by an operator, another's by a manager only", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  stack.servers.graph.control.setLatency(1_000);
  try {
    const [operator, manager, reader, outsider] = await Promise.all(
      ["operator", "manager", "reader", "outsider"].map((user) => clientOf(stack, user)),
    );
    const started = await manager?.post(`/tenants/${tenant.id}/snapshots`, { types: ["settingsCatalog"] });
    const path = `/tenants/${tenant.id}/operations/${Object(started?.json).id}/cancel`;
    expect(await outsider?.post(path)).toMatchObject({ status: 404 });
    expect(await reader?.post(path)).toMatchObject({ status: 403, json: { missingRight: "operation.cancel_own" } });
    expect(await operator?.post(path)).toMatchObject({ status: 403, json: { missingRight: "operation.cancel_any" } });
    expect([200, 202]).toContain((await manager?.post(path))?.status);
  } finally {
    stack.servers.graph.control.setLatency(0);
    await stack.drain();
  }
});

test("a start sent twice with one Idempotency-Key is one run, and another body is 422", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const client = await clientOf(stack, "operator");
  const path = `/tenants/${tenant.id}/snapshots`;
  const key = { "idempotency-key": "night-1" };
  const first = await client.post(path, { types: ["settingsCatalog"] }, key);
  await stack.drain();
  const second = await client.post(path, { types: ["settingsCatalog"] }, key);
  expect([first.status, second.status]).toEqual([202, 200]);
  expect(second.json).toMatchObject({ id: Object(first.json).id, reused: true, status: "completed" });
  const other = await client.post(path, { types: ["group"] }, key);
  expect(other).toMatchObject({ status: 422, json: { code: "idempotency_mismatch" } });
  expect(await client.post(path, {}, { "idempotency-key": "two words" })).toMatchObject({
    status: 400,
    json: { errors: [{ field: "Idempotency-Key" }] },
  });
});

test("retry repeats a completed run and is linked to it; an active or whole one is refused", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const client = await clientOf(stack, "operator");
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  const path = `/tenants/${tenant.id}/operations/${run.id}/retry`;
  expect(await client.post(path, { parts: "failed" })).toMatchObject({
    status: 409,
    json: { code: "nothing_to_retry" },
  });
  expect(await client.post(path, { parts: "some" })).toMatchObject({ status: 400 });
  const again = await client.post(path, { parts: "all" });
  expect(again).toMatchObject({ status: 202, json: { retryOf: run.id, reused: false } });
  await stack.drain();
  expect(await readRun(client, tenant.id, Object(again.json).id)).toMatchObject({ outcome: "succeeded" });
});
