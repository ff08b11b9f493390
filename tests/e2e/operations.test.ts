import { expect, test } from "vitest";
import { clientOf } from "./support/client.ts";
import { ended, endOf, inTheMiddle, readRun, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { auditOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies, scopeTags, slowPolicies } from "./support/tenant.ts";

test("cancel of a running run is acknowledged within 5 s, and what was done stays recorded", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  tenant.put(scopeTags, [{ displayName: "One" }]);
  stack.servers.graph.control.setFaults(slowPolicies);
  const types = ["roleScopeTag", "settingsCatalog"];
  try {
    const client = await clientOf(stack, "operator");
    const started = await client.post(`/tenants/${tenant.id}/snapshots`, { types });
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
    stack.servers.graph.control.setFaults([]);
    const next = await client.post(`/tenants/${tenant.id}/operations/${id}/retry`, { parts: "failed" });
    expect(next).toMatchObject({ status: 202, json: { retryOf: id, input: { types: ["settingsCatalog"] } } });
    expect(await endOf(stack, client, tenant.id, Object(next.json).id)).toMatchObject({ outcome: "succeeded" });
  } finally {
    stack.servers.graph.control.setFaults([]);
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

test("S4 the detail shows the run's timeline, who joined, retries and links; unchanged it is 304", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  stack.servers.graph.control.setLatency(300);
  const client = await clientOf(stack, "operator");
  const manager = await clientOf(stack, "manager");
  const path = `/tenants/${tenant.id}/snapshots`;
  const { id } = Object((await client.post(path, { types: ["settingsCatalog"] })).json);
  await manager.post(path, { types: ["settingsCatalog"] });
  stack.servers.graph.control.setLatency(0);
  const run = await endOf(stack, client, tenant.id, id);
  const retry = await client.post(`/tenants/${tenant.id}/operations/${id}/retry`, { parts: "all" });
  await stack.drain();
  const detail = await client.get(`/tenants/${tenant.id}/operations/${id}`);
  const { timeline, joined, retries, links, failuresByCode } = Object(detail.json);
  expect(timeline.map(({ event }: { event: string }) => event)).toEqual(["queued", "sent", "started", "ended"]);
  expect(joined).toHaveLength(1);
  expect(retries).toEqual([Object(retry.json).id]);
  expect(failuresByCode).toEqual([]);
  expect(links.snapshot).toBe(`/api/tenants/${tenant.id}/snapshots/${run.result?.snapshotId}`);
  const etag = detail.headers.get("etag") ?? "";
  expect((await client.get(`/tenants/${tenant.id}/operations/${id}`, { "if-none-match": etag })).status).toBe(304);
});

test("the list is narrowed by status, outcome, type, initiator, time and text, and so is its CSV", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const [operator, manager] = [await clientOf(stack, "operator"), await clientOf(stack, "manager")];
  const path = `/tenants/${tenant.id}/snapshots`;
  const labelled = Object((await operator.post(path, { types: ["group"], label: "=Before the change" })).json);
  await stack.drain();
  const other = Object((await manager.post(path, { types: ["settingsCatalog"] })).json);
  await stack.drain();
  const sync = Object((await manager.post(`/tenants/${tenant.id}/inventory/sync`, { types: ["group"] })).json);
  await stack.drain();
  const idsOf = async (query: string): Promise<string[]> => {
    const { json } = await operator.get(`/tenants/${tenant.id}/operations?${query}`);
    return Object(json).items.map(({ id }: { id: string }) => id);
  };
  expect(await idsOf("type=inventory.sync")).toEqual([sync.id]);
  expect(await idsOf("text=before%20THE")).toEqual([labelled.id]);
  expect(await idsOf(`text=${other.id}`)).toEqual([other.id]);
  expect(await idsOf(`initiator=${labelled.initiator.id}`)).toEqual([labelled.id]);
  expect(new Set(await idsOf("status=completed&outcome=succeeded"))).toEqual(new Set([labelled.id, other.id, sync.id]));
  expect(await idsOf(`to=${labelled.createdAt}`)).toEqual([]);
  expect(await idsOf("limit=2")).toEqual([sync.id, other.id]);

  const token = await stack.tokenFor("reader");
  const csv = await fetch(`${stack.ready.api}/tenants/${tenant.id}/operations.csv?type=snapshot.take`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const lines = (await csv.text()).trimEnd().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain(`"'=Before the change"`);
});
