import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { graphReadApp } from "../../local/stack/identities.ts";
import { clientOf } from "./support/client.ts";
import { childOf, fleetEnded, readFleet, startFleet, until } from "./support/fleet.ts";
import { ended, readRun } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { auditOf, storedOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

const somePolicies = (count: number) => Array.from({ length: count }, (_, position) => aPolicy(`P${position}`));

test("a fleet run makes one run in each tenant, in the system's name, and its counts are theirs", async () => {
  const stack = await sharedStack();
  const tenants = [await aTenant(stack), await aTenant(stack), await aTenant(stack)];
  tenants[0]?.put(policies, somePolicies(2));
  const ids = tenants.map(({ id }) => id);
  const admin = await clientOf(stack, "platform-admin");

  const id = await startFleet(admin, ids);
  const again = await admin.post("/platform/operations", { type: "fleet.snapshot", tenants: ids.toReversed() });
  expect([again.status, Object(again.json).id, Object(again.json).reused]).toEqual([200, id, true]);
  const fleet = await fleetEnded(admin, id);

  expect(fleet).toMatchObject({ tenantId: "platform", outcome: "succeeded", attempt: 1, failures: [] });
  expect(fleet.counts).toEqual({ total: 3, processed: 3, succeeded: 3, failed: 0, skipped: 0, gaps: 0 });
  expect(fleet.childCounts).toMatchObject({ succeeded: 3, active: 0, waiting: 0 });
  expect(fleet.joined).toHaveLength(1);
  const member = await clientOf(stack, "reader");
  for (const tenantId of ids) {
    const child = await readRun(member, tenantId, childOf(fleet, tenantId).runId ?? "");
    expect(child).toMatchObject({ type: "snapshot.take", outcome: "succeeded", parentRunId: id });
    expect(child.initiator).toEqual({ kind: "system", id, name: "TenantPilot" });
    const { runs } = await storedOf(stack.ready, tenantId);
    expect(runs).toHaveLength(1);
  }
  expect(await auditOf(stack.ready, fleet)).toEqual(["operation.created", "operation.ended"]);
  const notes = await admin.get("/notifications");
  const told = Object(notes.json).items.filter(({ runId }: { runId: string }) => runId === id);
  expect(told.map(({ kind, viewUrl }: { kind: string; viewUrl: string }) => [kind, viewUrl])).toEqual([
    ["ended", expect.stringContaining(`/platform/operations/${id}`)],
    ["queued", expect.stringContaining(`/platform/operations/${id}`)],
  ]);
  const polled = await admin.get(`/platform/operations/${id}`);
  const etag = polled.headers.get("etag") ?? "";
  expect((await admin.get(`/platform/operations/${id}`, { "if-none-match": etag })).status).toBe(304);
});

test("P5.2 members see their child and nothing of the fleet; who has the platform right sees no tenant", async () => {
  const stack = await sharedStack();
  const [tenant, other] = [await aTenant(stack), await aTenant(stack)];
  const admin = await clientOf(stack, "platform-admin");
  const id = await startFleet(admin, [tenant.id, other.id]);
  const fleet = await fleetEnded(admin, id);
  const runId = childOf(fleet, tenant.id).runId ?? "";

  const owner = await clientOf(stack, "owner");
  expect((await owner.get(`/tenants/${tenant.id}/operations/${runId}`)).status).toBe(200);
  expect((await owner.get(`/tenants/${other.id}/operations/${runId}`)).status).toBe(404);
  expect((await owner.get(`/tenants/platform/operations/${id}`)).status).toBe(404);
  const platform = [
    `/platform/operations`,
    `/platform/operations/${id}`,
    `/platform/operations/${id}/children`,
    `/platform/overview`,
  ];
  for (const path of platform) {
    expect((await owner.get(path)).json).toMatchObject({ status: 403, missingRight: "platform" });
    expect((await admin.get(path)).status).toBe(200);
  }
  for (const path of [
    "/platform/operations",
    `/platform/operations/${id}/cancel`,
    `/platform/operations/${id}/retry`,
  ]) {
    expect((await owner.post(path, {})).json).toMatchObject({ status: 403, missingRight: "platform" });
  }
  expect((await admin.get(`/tenants/${tenant.id}/operations/${runId}`)).status).toBe(404);
  expect((await admin.get(`/tenants/${tenant.id}/snapshots`)).status).toBe(404);
  const outsider = await clientOf(stack, "outsider");
  expect((await outsider.get(`/tenants/${tenant.id}/operations/${runId}`)).status).toBe(404);
});

test("a selection may name 10,000 tenants, and one more is refused by name of the field; other bodies stay small", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const admin = await clientOf(stack, "platform-admin");
  const select = (count: number) =>
    admin.post("/platform/operations", {
      type: "fleet.snapshot",
      tenants: Array.from({ length: count }, () => randomUUID()),
    });
  // They are read, every one: none of them is known.
  expect((await select(10_000)).json).toMatchObject({ status: 400, code: "unknown_tenants" });
  expect((await select(10_001)).json).toMatchObject({
    status: 400,
    code: "invalid_request",
    errors: [{ field: "tenants", problem: expect.stringContaining("10000") }],
  });
  expect((await select(20_000)).json).toMatchObject({ status: 413, code: "body_too_large" });
  const owner = await clientOf(stack, "owner");
  const label = "x".repeat(70_000);
  const other = await owner.post(`/tenants/${tenant.id}/snapshots`, { label });
  expect(other.json).toMatchObject({ status: 413, code: "body_too_large" });
});

test("tenants that are not known are refused together, and so is a body that asks for nothing", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const admin = await clientOf(stack, "platform-admin");
  const unknown = [randomUUID(), randomUUID()].sort();
  const start = (body: object) => admin.post("/platform/operations", body);

  const refused = await start({ type: "fleet.snapshot", tenants: [...unknown, tenant.id] });
  expect(refused.json).toMatchObject({ status: 400, code: "unknown_tenants", errors: [{ field: "tenants" }] });
  for (const each of unknown) expect(Object(refused.json).detail).toContain(each);
  expect(Object(refused.json).detail).not.toContain(tenant.id);
  for (const body of [
    { type: "fleet.snapshot", tenants: [] },
    { type: "fleet.snapshot", tenants: ["no-guid"] },
    { type: "snapshot.take" },
    { type: "fleet.snapshot", label: "x" },
    {},
  ]) {
    expect((await start(body)).json, JSON.stringify(body)).toMatchObject({ status: 400, code: "invalid_request" });
  }
});

test("an Idempotency-Key gives the same fleet also when it has ended, and another body is refused", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const admin = await clientOf(stack, "platform-admin");
  const key = { "idempotency-key": randomUUID() };
  const body = { type: "fleet.snapshot", tenants: [tenant.id] };
  const first = await admin.post("/platform/operations", body, key);
  await fleetEnded(admin, Object(first.json).id);
  const again = await admin.post("/platform/operations", body, key);
  expect([again.status, Object(again.json).id]).toEqual([200, Object(first.json).id]);
  const other = await admin.post("/platform/operations", { type: "fleet.snapshot" }, key);
  expect(other.json).toMatchObject({ status: 422, code: "idempotency_mismatch" });
});

test("a tenant without consent or paused holds up nobody; a retry takes the failed ones only", async () => {
  const stack = await sharedStack();
  const [good, lost, paused] = [await aTenant(stack), await aTenant(stack), await aTenant(stack)];
  await stack.servers.entra.control.setConsent(lost.id, graphReadApp.clientId, false);
  const owner = await clientOf(stack, "owner");
  await owner.post(`/tenants/${paused.id}/graph/pause`);
  const admin = await clientOf(stack, "platform-admin");

  const id = await startFleet(admin, [good.id, lost.id, paused.id]);
  const fleet = await fleetEnded(admin, id);

  expect(fleet).toMatchObject({ outcome: "partially_succeeded" });
  expect(fleet.counts).toEqual({ total: 3, processed: 3, succeeded: 1, failed: 1, skipped: 1, gaps: 1 });
  expect(childOf(fleet, good.id)).toMatchObject({ state: "succeeded", code: null });
  expect(childOf(fleet, lost.id)).toMatchObject({ state: "failed", code: "graph_consent_missing" });
  expect(childOf(fleet, paused.id)).toMatchObject({ state: "skipped", code: "tenant_paused", runId: null });
  expect(new Map(fleet.failures.map(({ code, count }) => [code, count]))).toEqual(
    new Map([
      ["graph_consent_missing", 1],
      ["tenant_paused", 1],
    ]),
  );
  const failed = await admin.get(`/platform/operations/${id}/children?state=failed&limit=1`);
  expect(failed.json).toMatchObject({ items: [{ tenantId: lost.id }], nextPage: null });

  await stack.servers.entra.control.setConsent(lost.id, graphReadApp.clientId, true);
  await owner.post(`/tenants/${paused.id}/graph/resume`);
  const retry = await admin.post(`/platform/operations/${id}/retry`, { parts: "failed" });
  expect([retry.status, Object(retry.json).retryOf]).toEqual([202, id]);
  const second = await fleetEnded(admin, Object(retry.json).id);
  expect(second).toMatchObject({ outcome: "succeeded", counts: { total: 2, succeeded: 2 } });
  expect(second.links.retryOf).toBe(`/api/platform/operations/${id}`);
  expect((await readFleet(admin, id)).retries).toEqual([second.id]);
  const nothing = await admin.post(`/platform/operations/${second.id}/retry`, { parts: "failed" });
  expect(nothing.json).toMatchObject({ status: 409, code: "nothing_to_retry" });
});

test("cancel starts nothing more, cancels the fleet's own children, and leaves those that it joined", async () => {
  const stack = await sharedStack();
  const [own, joined] = [await aTenant(stack), await aTenant(stack)];
  for (const tenant of [own, joined]) tenant.put(policies, somePolicies(200));
  const admin = await clientOf(stack, "platform-admin");
  const operator = await clientOf(stack, "operator");
  stack.servers.graph.control.setLatency(600);
  try {
    const theirs = Object((await operator.post(`/tenants/${joined.id}/snapshots`, {})).json);
    const id = await startFleet(admin, [own.id, joined.id]);
    const active = await until(admin, id, ({ childCounts }) => childCounts.active === 2);
    expect(childOf(active, joined.id)).toMatchObject({ runId: theirs.id, joined: true });
    expect(active.counts).toMatchObject({ total: 2, processed: 0 });

    const cancel = await admin.post(`/platform/operations/${id}/cancel`);
    expect(cancel.status).toBe(202);
    const fleet = await fleetEnded(admin, id, 20_000);
    stack.servers.graph.control.setLatency(0);

    expect(fleet).toMatchObject({ status: "completed", outcome: "cancelled" });
    const child = await ended(operator, own.id, childOf(fleet, own.id).runId ?? "", 20_000);
    expect(child.outcome).toBe("cancelled");
    expect(await ended(operator, joined.id, theirs.id, 300_000)).toMatchObject({ outcome: "succeeded" });
    expect((await admin.post(`/platform/operations/${id}/cancel`)).json).toMatchObject({ code: "already_completed" });
    expect((await admin.post(`/platform/operations/01hzzzzzzzzzzzzzzzzzzzzzzz/cancel`)).status).toBe(404);
  } finally {
    stack.servers.graph.control.setLatency(0);
  }
});
